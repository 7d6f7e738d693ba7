import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { connections } from '../capture/connections.js'
import { readConsent } from '../capture/consent.js'
import { readLedger } from '../capture/ledger.js'
import { recordingHosts } from '../capture/recordings.js'
import { silentHere, type SilentHost } from '../capture/silent-hosts.js'
import { printable } from './render/wrap.js'
import type { Terminal } from './terminal.js'

/** What was taken in of one host, and what was not. */
interface HostCapture {
  readonly host: string
  /** Projects for which it is connected; null for all. */
  readonly connected: readonly (string | null)[]
  readonly sessions: number
  readonly lastAt: string | null
  readonly leftAlone: number
  readonly waiting: number
  readonly unread: number
  /** Why one was not read, the newest. */
  readonly reason: string | null
}

export interface CaptureNow {
  readonly hosts: readonly HostCapture[]
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  readonly silent: readonly SilentHost[]
}

/** How capture stands on this machine, from the files of the home alone. */
export function captureNow(home: string): CaptureNow {
  const keyed = connections(home)
  const names = [...new Set([...keyed.map(({ host }) => host), ...recordingHosts])]
  const seen = names.filter(
    (host) =>
      keyed.some((one) => one.host === host && one.places.length > 0) ||
      existsSync(join(home, 'capture', 'read', `${host}.json`))
  )
  const hosts = seen.map((host): HostCapture => {
    const { files, lastAt } = readLedger(home, host)
    const entries = [...files.values()]
    const count = (state: string) => entries.filter((entry) => entry.state === state).length
    const unread = entries.filter(({ state }) => state === 'unread')
    return {
      host,
      connected: (keyed.find((one) => one.host === host)?.places ?? []).map(
        ({ project }) => project
      ),
      sessions: entries.reduce((sum, { traces }) => sum + traces, 0),
      lastAt,
      leftAlone: count('off'),
      waiting: count('waiting'),
      unread: unread.length,
      reason: unread.toSorted((a, b) => b.mtimeMs - a.mtimeMs)[0]?.reason ?? null
    }
  })
  return { hosts, ...readConsent(home), silent: silentHere(home) }
}

/** A line a host, and one for each of which nothing comes in. */
export function captureText(
  { hosts, include, exclude, silent }: CaptureNow,
  color: Terminal['color']
): string[] {
  if (hosts.length + include.length + exclude.length === 0) return []
  return [
    color.bold('Capture'),
    ...hosts.map(hostText),
    ...(include.length === 0 ? [] : [printable(`  included: ${include.join(', ')}`)]),
    ...(exclude.length === 0 ? [] : [printable(`  excluded: ${exclude.join(', ')}`)]),
    ...silent.map(({ line }) => color.red(printable(`  ${line}`)))
  ]
}

function hostText(one: HostCapture): string {
  const where = one.connected.map((project) => project ?? 'all projects').join(', ')
  const last = one.lastAt === null ? 'nothing yet' : one.lastAt.slice(0, 16).replace('T', ' ')
  const parts = [
    where === '' ? 'not connected' : `connected for ${where}`,
    `${String(one.sessions)} sessions, the last ${last}`,
    ...(one.waiting === 0 ? [] : [`${String(one.waiting)} of projects that are not included`]),
    ...(one.leftAlone === 0 ? [] : [`${String(one.leftAlone)} left alone`]),
    ...(one.unread === 0 ? [] : [`${String(one.unread)} not read: ${one.reason ?? ''}`])
  ]
  return printable(`  ${one.host.padEnd(12)} ${parts.join('; ')}`)
}
