// The vector indexes that there are, on what each is, and for how many dimensions.
// @read
// @row name: string
// @row on: string[]
// @row properties: string[]
// @row dimensions: int
SHOW VECTOR INDEXES
YIELD name, labelsOrTypes, properties, options
RETURN name, labelsOrTypes AS on, properties, toInteger(options.indexConfig['vector.dimensions']) AS dimensions
