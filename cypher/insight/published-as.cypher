// As which insight of the public space this one was proposed to everybody, and how that stands.
// @read
// @param id: string
// @row id: string
// @row state: string
// @row text: string
MATCH (i:Insight {id: $id})
MATCH (p:Insight {id: i.publishedAs})
RETURN p.id AS id, coalesce(p.state, 'candidate') AS state, p.text AS text
