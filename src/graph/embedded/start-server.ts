import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CairnError } from '../../errors.js'
import { askBolt, type BoltAnswer } from './bolt-answer.js'
import { neo4jVersion } from './fetch-server.js'
import { freeSpaceMb } from './free-space.js'
import { ensurePassword, neo4jUser } from './password.js'
import { forgetRun, writeRun, type RunRecord } from './run-record.js'
import { openServerLog, type ServerLog } from './server-log.js'
import { spawnServer, stopServer, type ServerProcess } from './server-process.js'
import { javaArguments, neo4jConf, settingsFingerprint, type JavaSettings } from './settings.js'
import { saysDiskFull, startupFailure } from './startup-failure.js'

export interface StartServer {
  /** Neo4j's home. */
  readonly folder: string
  readonly settings: JavaSettings
  readonly onProgress: (step: string) => void
}

export interface StartedServer {
  readonly process: ServerProcess
  readonly run: RunRecord
  readonly password: string
}

/** Recovery after a crash replays the log of transactions, which may take a while. */
const startMs = 600_000
const pollMs = 50

/**
 * Starts Neo4j on the given ports and returns when it answers queries.
 * @throws CairnError PORT_IN_USE, DISK_FULL, GRAPH_REFUSED, NOT_CONFIGURED or GRAPH_UNAVAILABLE with the reason
 */
export async function startServer(options: StartServer): Promise<StartedServer> {
  const { folder, settings, onProgress } = options
  const argumentFile = await writeSettings(folder, settings)
  onProgress('Starting Neo4j')
  const password = await ensurePassword(folder, { java: settings.java.program, argumentFile })
  const archived = existsSync(settings.archive)
  const log = openServerLog(settings.logs, folder)
  const server = spawnInto(log, { folder, settings, argumentFile })
  const run: RunRecord = {
    process: server.identity,
    boltPort: settings.boltPort,
    httpPort: settings.httpPort,
    version: neo4jVersion,
    fingerprint: settingsFingerprint(settings)
  }
  writeRun(folder, run)
  try {
    await untilReady(options, { server, log, password })
    return { process: server, run, password }
  } catch (error) {
    await stopServer(server.identity)
    await forgetRun(folder)
    // An archive of a start that failed lacks most classes, and would never be replaced.
    if (!archived) await rm(settings.archive, { force: true })
    throw error
  }
}

async function writeSettings(folder: string, settings: JavaSettings): Promise<string> {
  const conf = join(folder, 'conf')
  await mkdir(conf, { recursive: true, mode: 0o700 })
  await writeFile(join(conf, 'neo4j.conf'), neo4jConf(settings), { mode: 0o600 })
  const argumentFile = join(conf, 'java.args')
  await writeFile(argumentFile, javaArguments(settings), { mode: 0o600 })
  return argumentFile
}

function spawnInto(
  log: ServerLog,
  options: { folder: string; settings: JavaSettings; argumentFile: string }
): ServerProcess {
  const { folder, settings, argumentFile } = options
  const { java, archive } = settings
  try {
    return spawnServer({
      java: java.program,
      argumentFile,
      archive,
      folder,
      output: log.descriptor
    })
  } finally {
    log.close()
  }
}

interface Starting {
  readonly server: ServerProcess
  readonly log: ServerLog
  readonly password: string
}

async function untilReady(options: StartServer, starting: Starting): Promise<void> {
  const { settings, folder } = options
  const state = { ended: false }
  void starting.server.exited.then(() => {
    state.ended = true
  })
  const login = {
    uri: `bolt://127.0.0.1:${String(settings.boltPort)}`,
    user: neo4jUser,
    password: starting.password
  }
  const failed = async (said: string) =>
    startupFailure({
      freeMb: await freeSpaceMb(folder),
      output: [starting.log.sinceOpened(), said, starting.log.errorsSinceOpened()].join('\n'),
      folder,
      logFile: starting.log.file,
      settings
    })
  const end = performance.now() + startMs
  while (performance.now() < end) {
    await sleep(pollMs)
    if (state.ended) throw await failed('')
    // Its log tells when it listens, which spares it the connections that would be refused before.
    const said = starting.log.sinceOpened()
    // On a full disk it may neither start nor end.
    if (saysDiskFull(said)) throw await failed('')
    if (!said.includes('Bolt enabled')) continue
    const answer = await askBolt(login)
    if (answer.state === 'ready' && said.includes('HTTP enabled')) return
    if (answer.state === 'failed') throw await failed(answer.reason)
    if (answer.state === 'refused') throw passwordRefused(folder, answer)
  }
  throw await failed(`It did not answer within ${String(startMs / 60_000)} minutes.`)
}

function passwordRefused(folder: string, answer: BoltAnswer): CairnError {
  return new CairnError(
    'GRAPH_REFUSED',
    `The embedded Neo4j refuses the password in ${join(folder, 'password')}; somebody changed one of the two: put the right password into that file.`,
    { details: { field: 'password', value: answer.state } }
  )
}
