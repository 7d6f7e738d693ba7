// Copies the sections of a library under another name, with what they call, their vectors a little off. For eval:scale.
// @batched
// @param library: string
// @param world: string
// @param root: string
// @param noise: float
// @param rows: int
MATCH (d:Doc {library: $library})
CALL (d) {
  WITH d, d.embedding AS vector, replace(d.library, '@', $world + '@') AS library
  CREATE (c:Doc)
  SET c = d {.*, library: library, id: replace(d.id, d.library, library), page: replace(d.page, d.library, library),
    links: [link IN d.links | replace(link, d.library, library)], marks: [mark IN d.marks | replace(mark, d.library, library)],
    about: CASE WHEN d.about CONTAINS '.' THEN split(d.about, '.')[0] + $root + substring(d.about, size(split(d.about, '.')[0])) ELSE d.about END,
    calls: [call IN d.calls | CASE WHEN call CONTAINS '.' AND NOT call STARTS WITH '.'
      THEN split(call, '.')[0] + $root + substring(call, size(split(call, '.')[0])) ELSE call END],
    embedding: [x IN vector | x + $noise * (rand() - 0.5)]}
} IN TRANSACTIONS OF $rows ROWS
