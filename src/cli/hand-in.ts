import { statSync } from 'node:fs'
import { readConsent } from '../capture/consent.js'
import { noteRead } from '../capture/ledger.js'
import { takeIn } from '../capture/take-in.js'
import type { Config } from '../config.js'
import { sendWith } from './capture-session.js'
import { createClient } from './client.js'

/** What a host hands over at the end of a session is read up to this size, in bytes. */
const mostFileBytes = 50_000_000

/**
 * Records a session from the transcript that its host wrote, where its form is known. Read here, because host and
 * server may be different machines; the server takes secrets out as of every trace. Who connected the host agreed to
 * it: only a no of the project stops it. What became of it stands where `cairn status` finds it.
 */
export async function handIn(
  file: string,
  to: {
    readonly config: Config
    readonly url: string
    /** Whose session it is; null where the host does not say. */
    readonly host: string | null
    readonly signal: AbortSignal
  }
): Promise<void> {
  const { config, url, host, signal } = to
  const about = statSync(file, { throwIfNoEntry: false })
  if (about?.isFile() !== true || about.size > mostFileBytes) return
  const recording = { file, size: about.size, mtimeMs: Math.floor(about.mtimeMs) }
  const { entry, fresh } = await takeIn(recording, {
    host: host ?? 'session',
    consent: readConsent(config.home),
    all: true,
    send: sendWith(createClient(url, config)),
    signal
  })
  if (host === null) return
  const lastAt = fresh > 0 ? entry.at : null
  noteRead(config.home, host, { read: new Map([[file, entry]]), lastAt })
}
