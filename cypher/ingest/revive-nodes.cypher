// Before documentation is written: what was removed while it was cited and now comes back is the same node again, with all that points to it.
// @write
// @param docs: string[]
// @param apis: string[]
// @row revived: int
CALL () {
  UNWIND $docs AS id
  MATCH (d:Retired {id: id})
  WHERE NOT EXISTS { (:Doc {id: id}) }
  SET d:Doc
  REMOVE d:Retired, d.retiredAt
  RETURN count(d) AS docs
}
CALL () {
  UNWIND $apis AS id
  MATCH (a:Retired {id: id})
  WHERE NOT EXISTS { (:Api {id: id}) }
  SET a:Api
  REMOVE a:Retired, a.retiredAt, a.claim
  RETURN count(a) AS apis
}
RETURN docs + apis AS revived
