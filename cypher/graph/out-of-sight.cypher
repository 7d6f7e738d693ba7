// Whether there is anything that these spaces do not hold.
// @read
// @param spaces: string[]
// @row some: boolean
RETURN EXISTS { MATCH (s:Space) WHERE NOT s.id IN $spaces }
  OR EXISTS { MATCH (l:Library) WHERE NOT l.space IN $spaces }
  OR EXISTS { MATCH (j:Job) WHERE NOT j.space IN $spaces } AS some
