import { rmSync } from 'node:fs'
import { testRun } from './global-setup.js'

/** Ends the Neo4j of the test run and removes their homes. */
async function stopTestNeo4j(): Promise<void> {
  await Promise.all(testRun.servers.map((server) => server.stop()))
  for (const home of testRun.homes) rmSync(home, { recursive: true, force: true })
}

// Jest knows a teardown by its default export.
export default stopTestNeo4j
