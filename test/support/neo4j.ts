import type { EmbeddedServer } from '../../src/graph/embedded/embedded.js'

export type TestNeo4j = Pick<EmbeddedServer, 'uri' | 'user' | 'password'>

/** The variable by which jest's global setup tells its workers where the run's Neo4j is. */
export const testNeo4jVariable = 'CAIRN_TEST_NEO4J'

/** The Neo4j of this worker: tests of one worker come one after the other, and wipe what they made. */
export function testNeo4j(): TestNeo4j {
  const text = process.env[testNeo4jVariable]
  if (text === undefined)
    throw new Error(
      'No Neo4j was started for this run: globalSetup of jest is dist/test/support/global-setup.js, which `npm run build` makes.'
    )
  const all = JSON.parse(text) as TestNeo4j[]
  const worker = Number(process.env['JEST_WORKER_ID'] ?? '1')
  const mine = all[worker - 1]
  if (mine === undefined)
    throw new Error(
      `${String(all.length)} Neo4j were started, and none is for worker ${String(worker)}.`
    )
  return mine
}
