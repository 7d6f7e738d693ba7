import { readFileSync } from 'node:fs'
import { lintCypherQuery } from '@neo4j-cypher/language-support'
import { edgeTypes, graphSchema, labels } from '../../src/domain/graph-schema.js'

/** The favourites for Neo4j Browser, each with the title that stands above it. */
const favourites = readFileSync('seed/browser/saved-queries.cypher', 'utf8')
  .split(/;\s*$/m)
  .map((text) => text.trim())
  .filter((text) => text !== '')
  .map((text): [title: string, text: string] => [/^\/\/ (.*)/.exec(text)?.[1] ?? '', text])

describe('every saved query for Neo4j Browser', () => {
  test.each(favourites)('%s: has a title and fits the schema', (title, text) => {
    expect(title).not.toBe('')
    const { diagnostics } = lintCypherQuery(text, {
      labels: [...labels],
      relationshipTypes: [...edgeTypes],
      graphSchema: [...graphSchema],
      parameters: {}
    })
    expect(diagnostics.map(({ message }) => message)).toEqual([])
  })

  test.each(favourites)('%s: only reads', (_, text) => {
    const words = text.replaceAll(/\/\/.*|'[^']*'/g, '')
    expect(words).not.toMatch(/\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP|LOAD|FOREACH)\b/i)
  })
})

test('the style for Neo4j Browser colours nodes as the pages do', async () => {
  const { nodeKinds } = await import('../../src/web/node-kinds.js')
  const style = readFileSync('seed/browser/cairn.grass', 'utf8')
  const coloured = [...style.matchAll(/^node\.(\w+) \{[^}]*?\bcolor: (#\w{6});/gm)].map(
    ([, label, colour]) => [label, colour]
  )
  const known = nodeKinds.map(({ label, colour }) => [label, colour])
  expect(coloured.length).toBeGreaterThanOrEqual(14)
  expect(known).toEqual(expect.arrayContaining(coloured))
})
