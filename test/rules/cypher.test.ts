import { readFileSync } from 'node:fs'
import { edges, labelsInSight } from '../../src/domain/graph-schema.js'
import { edgesOfAll, nodesOfAll } from '../../src/graph/queries.js'
import { parseQueryFile } from '../../src/tools/parse-query-file.js'
import { complaints, complaintsOf, statementFiles } from '../../src/tools/statements-that-fit.js'

const files = statementFiles()

describe('every query file', () => {
  test.each(files)('%s fits the schema', (file) => {
    expect(complaintsOf(file)).toEqual([])
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

test('what is written down of a statement passes it as it was, and not once it is edited', () => {
  const [file = ''] = files
  const source = readFileSync(`cypher/${file}`, 'utf8')
  const edited = `${source.trimEnd()}\nUNION MATCH (d:Dok) RETURN d.id AS id\n`
  expect(complaintsOf(file, source)).toEqual([])
  expect(complaintsOf(file, edited).join()).toContain('Dok')
})

test('the counts of the whole graph forget no label and no edge that can be in sight', () => {
  const inSight = new Set<string>(labelsInSight)
  for (const label of labelsInSight) expect(nodesOfAll.text).toContain(`'${label}' AS label`)
  for (const [type, , to] of edges) {
    const isTold = to.some((label) => inSight.has(label))
    expect([type, edgesOfAll.text.includes(`'${type}' AS type`)]).toEqual([type, isTold])
  }
})
