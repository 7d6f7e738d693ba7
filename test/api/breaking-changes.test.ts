import { readFileSync } from 'node:fs'
import { buildASTSchema, buildSchema, findBreakingChanges } from 'graphql'
import { typeDefs } from '../../src/api/schema.js'

/**
 * What clients were given last. When a release goes out it is written anew with
 * `node dist/src/tools/print-schema.js > test/api/released.graphql`.
 */
const released = buildSchema(readFileSync('test/api/released.graphql', 'utf8'))

test('nothing that clients of the last release may use went or changed its meaning', () => {
  const changes = findBreakingChanges(released, buildASTSchema(typeDefs()))
  expect(changes.map(({ description }) => description)).toEqual([])
})

test('a field that goes is seen', () => {
  const before = buildSchema('type Query { a: Int b: Int }')
  const after = buildSchema('type Query { a: Int }')
  expect(findBreakingChanges(before, after)).toHaveLength(1)
})
