// Whether anything of a library was removed while it was cited, so that it is there as history and may come back.
// @read
// @param docs: string
// @param apis: string
// @row retired: boolean
RETURN EXISTS { MATCH (d:Retired) WHERE d.id STARTS WITH $docs }
  OR EXISTS { MATCH (a:Retired) WHERE a.id STARTS WITH $apis } AS retired
