// The sections of a library that hold a word, and how many there are in all. For eval:faults.
// @read
// @param library: string
// @param word: string
// @row sections: int
// @row holding: int
MATCH (d:Doc {library: $library})
RETURN count(d) AS sections, sum(CASE WHEN d.text CONTAINS $word THEN 1 ELSE 0 END) AS holding
