import { askBolt } from './bolt-answer.js'
import { neo4jVersion } from './fetch-server.js'
import { neo4jUser, readPassword } from './password.js'
import { isRunning } from './process-identity.js'
import { forgetRun, readRun, type RunRecord } from './run-record.js'
import { stopServer, watchServer } from './server-process.js'
import { settingsFingerprint, type JavaSettings } from './settings.js'
import type { StartedServer } from './start-server.js'

/** Where a Neo4j with this record is reached. */
export function addressOf(run: RunRecord, password: string) {
  return {
    uri: `bolt://127.0.0.1:${String(run.boltPort)}`,
    user: neo4jUser,
    password,
    pid: run.process.pid,
    browserUrl: `http://127.0.0.1:${String(run.httpPort)}/browser/`
  }
}

/** The Neo4j of this home that runs, whoever owns it; null where there is none. */
export async function findRunning(folder: string): Promise<RunRecord | null> {
  const run = await readRun(folder)
  return run !== null && isRunning(run.process) ? run : null
}

/**
 * Takes an orphan over where it answers with our password and was started with the wanted settings
 * (a wanted port of 0 is content with any); otherwise stops it and answers null.
 */
export async function adoptServer(
  folder: string,
  run: RunRecord,
  wanted: JavaSettings
): Promise<StartedServer | null> {
  const password = await readPassword(folder)
  if (password !== null && sameSettings(run, wanted)) {
    const answer = await askBolt(addressOf(run, password))
    if (answer.state === 'ready') return { process: watchServer(run.process), run, password }
  }
  await stopServer(run.process)
  await forgetRun(folder)
  return null
}

function sameSettings(run: RunRecord, wanted: JavaSettings): boolean {
  const ports = {
    boltPort: wanted.boltPort === 0 ? run.boltPort : wanted.boltPort,
    httpPort: wanted.httpPort === 0 ? run.httpPort : wanted.httpPort
  }
  return (
    run.version === neo4jVersion && run.fingerprint === settingsFingerprint({ ...wanted, ...ports })
  )
}
