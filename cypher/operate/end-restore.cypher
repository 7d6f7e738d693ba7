// Notes that the backup is whole in the graph.
// @write
MATCH (m:Meta {id: 'restore'})
DELETE m
