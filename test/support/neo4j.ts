import type { EmbeddedServer } from '../../src/graph/embedded/embedded.js'

export type TestNeo4j = Pick<EmbeddedServer, 'uri' | 'user' | 'password'>

/** The variable by which jest's global setup tells its workers where the run's Neo4j is. */
export const testNeo4jVariable = 'CAIRN_TEST_NEO4J'

/** The one Neo4j of this test run. It is shared: a test keeps to its own space or wipes what it made. */
export function testNeo4j(): TestNeo4j {
  const text = process.env[testNeo4jVariable]
  if (text === undefined)
    throw new Error(
      'No Neo4j was started for this run: globalSetup of jest is dist/test/support/global-setup.js, which `npm run build` makes.'
    )
  return JSON.parse(text) as TestNeo4j
}
