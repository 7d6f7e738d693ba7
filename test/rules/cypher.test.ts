import { readdirSync, readFileSync } from 'node:fs'
import { lintCypherQuery } from '@neo4j-cypher/language-support'
import { edgeTypes, graphSchema, labels } from '../../src/domain/graph-schema.js'
import { parseQueryFile } from '../../src/tools/parse-query-file.js'

const files = readdirSync('cypher', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.cypher') && !file.startsWith('schema'))
  .sort()

/** What Neo4j's own parser and our schema have to say about a statement, a line each. */
function complaints(text: string, parameters: readonly string[]): string[] {
  const { diagnostics } = lintCypherQuery(text, {
    labels: [...labels],
    relationshipTypes: [...edgeTypes],
    graphSchema: [...graphSchema],
    parameters: Object.fromEntries(parameters.map((name) => [name, '']))
  })
  return diagnostics
    .map(({ message, range }) => {
      const said = typeof message === 'string' ? message : message.value
      return { line: range.start.line + 1, said }
    })
    .filter(({ said }) => !/procedure .* is not present|function .* is not present/i.test(said))
    .map(({ line, said }) => `line ${line}: ${said}`)
}

describe('every query file', () => {
  test.each(files)('%s fits the schema', (file) => {
    const query = parseQueryFile(file, readFileSync(`cypher/${file}`, 'utf8'))
    expect(
      complaints(
        query.text,
        query.params.map((p) => p.name)
      )
    ).toEqual([])
  })

  test.each(files)('%s uses exactly the parameters that its header names', (file) => {
    const query = parseQueryFile(file, readFileSync(`cypher/${file}`, 'utf8'))
    const used = new Set(
      [...query.text.matchAll(/\$(\w+)/g), ...query.text.matchAll(/\$\(\$(\w+)\)/g)].map(
        (m) => m[1]
      )
    )
    expect([...used].sort()).toEqual(query.params.map((p) => p.name).sort())
  })
})

test('a misspelt label is noticed', () => {
  expect(complaints('MATCH (d:Dok {id: $id}) RETURN d.id AS id', ['id'])).toEqual([
    expect.stringContaining('Dok')
  ])
})

test('an edge taken in a direction that the schema does not know is noticed', () => {
  expect(complaints('MATCH (a:Api)-[:DOCUMENTS]->(d:Doc) RETURN d.id AS id', [])).not.toEqual([])
})

test('a misspelt variable is noticed', () => {
  expect(complaints('MATCH (d:Doc) RETURN dd.id AS id', [])).not.toEqual([])
})
