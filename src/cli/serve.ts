import { mkdirSync } from 'node:fs'
import { readConfig } from '../config.js'
import { publicFailure } from '../errors.js'
import { forgetStart, noteStart } from '../end-home.js'
import { createLog } from '../log.js'
import { startServer } from '../server.js'
import type { Message } from './background.js'
import { removeServerRecord, writeServerRecord } from './server-record.js'

/**
 * The body of the server process: starts, says where it is, ends cleanly on SIGTERM or SIGINT.
 * In the background it tells its parent over IPC how the start goes, in the foreground a person.
 */
export async function serve(): Promise<void> {
  const tell = process.connected ? tellParent : say
  try {
    const config = readConfig()
    mkdirSync(config.home, { recursive: true, mode: 0o700 })
    const log = createLog(config.logLevel)
    const ending: { asked: boolean; now: () => void } = { asked: false, now: () => undefined }
    // A start cannot be broken off half-way without leaving a Neo4j behind: it is ended when it is through.
    const stop = () => {
      ending.asked = true
      ending.now()
    }
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
    noteStart(config.home)
    const server = await startServer(config, {
      log,
      onProgress: (step) => {
        tell({ step })
      }
    })
    writeServerRecord(config.home, { pid: process.pid, url: server.url })
    forgetStart(config.home)
    const { browserUrl } = server.cairn.about
    tell({ ready: { pid: process.pid, url: server.url, browserUrl } })
    ending.now = () => {
      removeServerRecord(config.home)
      server.close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'not stopped cleanly')
          process.exit(1)
        }
      )
    }
    if (ending.asked) ending.now()
  } catch (error) {
    const failure = publicFailure(error)
    tell({ failure })
    if (failure.code === 'BUG') createLog('error').error({ err: error }, failure.message)
    process.exit(failure.exit)
  }
}

/** Whoever started it may have gone meanwhile: the start goes on without them. */
function tellParent(message: Message): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
}

/** In the foreground a person reads along. */
function say(message: Message): void {
  if ('step' in message) process.stderr.write(`  ${message.step} …\n`)
  else if ('failure' in message) process.stderr.write(`${message.failure.message}\n`)
  else process.stdout.write(`Cairn is up at ${message.ready.url}/graphql. Ctrl-C stops it.\n`)
}

if (process.argv[1]?.endsWith('serve.js') === true) await serve()
