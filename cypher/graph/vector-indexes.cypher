// The vector indexes that there are, and for how many dimensions each was made.
// @read
// @row name: string
// @row dimensions: int
SHOW VECTOR INDEXES
YIELD name, options
RETURN name, toInteger(options.indexConfig['vector.dimensions']) AS dimensions
