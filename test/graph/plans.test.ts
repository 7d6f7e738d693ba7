import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import neo4j, { type Driver, type Plan } from 'neo4j-driver'
import { parseQueryFile } from '../../src/tools/parse-query-file.js'
import { buildCairn, closeCairns, testDatabase } from '../support/build-cairn.js'
import { testNeo4j } from '../support/neo4j.js'

/** Rooms whose statements somebody waits for. */
const rooms = ['access', 'recommend', 'retrieve', 'traces']

/** Labels of which a memory has ever more. */
const growing = [
  'Api',
  'Doc',
  'ErrorSignature',
  'Feedback',
  'KnowledgeRequest',
  'Lesson',
  'Problem',
  'Recommendation',
  'State',
  'Trace'
]

/** What reads all of one all the same, and who waits for it. */
const mayRead: Readonly<Record<string, string>> = {
  'retrieve/count-in-sight': 'three numbers above the lists; nobody is answered by them',
  'retrieve/count-passed': 'the ranking learns, in a job',
  'retrieve/problems-passed': 'the ranking learns, in a job',
  'traces/notes-of': 'a page of notes by a name in any case, which no index has',
  'traces/notes-ungrouped': 'notes are grouped, in a job',
  'traces/spaces-of-waiting-notes': 'notes are grouped, in a job'
}

let driver: Driver

beforeAll(async () => {
  // It makes the indexes.
  await buildCairn()
  await closeCairns()
  const { uri, user, password } = testNeo4j()
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password))
  const { records } = await driver.executeQuery(
    `SHOW INDEXES YIELD type, labelsOrTypes, properties, entityType
     WHERE type = 'RANGE' AND entityType = 'NODE' AND labelsOrTypes[0] <> 'Migration'
     RETURN labelsOrTypes[0] AS label, properties`
  )
  // What the planner goes by are counts: of a few nodes all are read sooner than an index.
  const indexed = new Map<string, Set<string>>()
  for (const record of records) {
    const label = record.get('label') as string
    const names = record.get('properties') as string[]
    indexed.set(label, new Set([...(indexed.get(label) ?? []), ...names]))
  }
  for (const [label, names] of indexed) {
    const values = [...names].map(
      (name) => `n.${name} = '${name}' + ${name === 'space' ? 'i % 5' : 'i'}`
    )
    await driver.executeQuery(
      `UNWIND range(1, 1000) AS i CREATE (n:${label}) SET ${values.join(', ')}`
    )
  }
  await driver.executeQuery('CALL db.prepareForReplanning()')
})

afterAll(async () => {
  await driver.close()
  const db = testDatabase()
  await db.raw('MATCH (n) WHERE NOT n:Migration DETACH DELETE n')
  await db.close()
})

/** The labels of which a plan reads all nodes. */
function readWhole(plan: Plan): string[] {
  const details = plan.arguments['Details'] ?? ''
  const own = /^(?:Union)?(?:NodeByLabelsScan|NodeByLabelScan|NodeIndexScan|AllNodesScan)/.test(
    plan.operatorType
  )
    ? growing.filter(
        (label) =>
          plan.operatorType.startsWith('AllNodesScan') || new RegExp(`\\b${label}\\b`).test(details)
      )
    : []
  return [...own, ...plan.children.flatMap(readWhole)]
}

async function wholeReadBy(text: string): Promise<string[]> {
  const { summary } = await driver.executeQuery(`EXPLAIN ${text}`)
  if (summary.plan === false) throw new Error('Neo4j told no plan')
  return [...new Set(readWhole(summary.plan))].sort()
}

test('what somebody waits for reads no label whole of which there are ever more', async () => {
  const found: string[] = []
  for (const room of rooms)
    for (const file of readdirSync(join('cypher', room))) {
      const { text } = parseQueryFile(file, readFileSync(join('cypher', room, file), 'utf8'))
      const labels = await wholeReadBy(text)
      if (labels.length > 0) found.push(`${room}/${file.replace('.cypher', '')}`)
    }
  expect(found.sort()).toEqual(Object.keys(mayRead))
})

test('a statement that reads a label whole is noticed', async () => {
  expect(await wholeReadBy('MATCH (t:Trace) WHERE t.agent = $agent RETURN t.id')).toEqual(['Trace'])
  expect(await wholeReadBy('MATCH (t:Trace {id: $id}) RETURN t.agent')).toEqual([])
})
