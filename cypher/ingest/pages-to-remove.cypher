// The pages of a library, or of one source of it where that is not ''.
// @read
// @param library: string
// @param source: string
// @row page: string
CALL () {
  MATCH (d:Doc {library: $library})
  WHERE $source = '' OR d.source = $source
  RETURN d.page AS page
  UNION
  MATCH (a:Api {library: $library})
  WHERE $source = ''
  RETURN a.page AS page
}
RETURN page
ORDER BY page
