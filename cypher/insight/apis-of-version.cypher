// The APIs of a version of a library, as far as versions are compared.
// @read
// @param library: string
// @row qualifiedName: string
// @row signature: string?
// @row deprecated: string?
MATCH (a:Api {library: $library})
RETURN a.qualifiedName AS qualifiedName, a.signature AS signature, a.deprecated AS deprecated
ORDER BY qualifiedName
