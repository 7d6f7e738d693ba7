import { rmSync } from 'node:fs'
import { testRun } from './global-setup.js'

/** Ends the Neo4j of the test run and removes its home. */
async function stopTestNeo4j(): Promise<void> {
  await testRun.server?.stop()
  if (testRun.home !== null) rmSync(testRun.home, { recursive: true, force: true })
}

// Jest knows a teardown by its default export.
// eslint-disable-next-line no-restricted-syntax
export default stopTestNeo4j
