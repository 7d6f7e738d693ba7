import { statSync } from 'node:fs'
import { homedir } from 'node:os'
import { canonical, sayOf } from '../../capture/consent.js'
import { foldersOf, recordingHosts } from '../../capture/recordings.js'
import { badInput, publicFailure } from '../../errors.js'
import { ensureServer } from '../background.js'
import { createClient } from '../client.js'
import { printable } from '../render/wrap.js'
import type { CommandContext } from '../run.js'
import type { Server } from '../host-key.js'
import { watchChanges } from '../watch/changes.js'
import { watchPass, type HostPass } from '../watch/watch-pass.js'
import { serviceText, services } from '../watch/watch-service.js'

export interface WatchFlags {
  readonly once?: true
  readonly all?: true
  readonly include?: readonly string[]
  readonly exclude?: readonly string[]
  readonly host?: readonly string[]
  /** How long a recording rests before it is read while it is followed, in seconds. */
  readonly settle?: number
  readonly printService?: string | true
}

/** A session that is being written is read when it rests this long, in seconds: each reading records it anew. */
const usualSettle = 60

/** Takes in new recordings of the hosts on this machine, of projects whose people agreed to it. */
export async function watch(context: CommandContext, flags: WatchFlags): Promise<void> {
  if (flags.printService !== undefined) {
    printService(context, flags.printService, flags)
    return
  }
  const hosts = hostsNamed(flags.host ?? [])
  const hasSaid = remember(context, flags)
  if (flags.once === true) await once(context, hosts, flags)
  else if (!hasSaid) await follow(context, hosts, flags)
}

function printService(
  { terminal, config }: CommandContext,
  given: string | true,
  { all = false }: { all?: boolean }
): void {
  const kind = serviceKind(given)
  const text = serviceText(kind, config, { all })
  terminal.answer(text, { kind, text })
}

/** Remembers what was said of projects, and says so where that is all that was asked. */
function remember(
  { terminal, config }: CommandContext,
  { include = [], exclude = [], once: isOnce }: WatchFlags
): boolean {
  for (const folder of include) existing('--include', folder)
  for (const folder of include) sayOf(config.home, folder, 'include')
  for (const folder of exclude) sayOf(config.home, folder, 'exclude')
  const hasSaid = include.length + exclude.length > 0
  if (hasSaid && isOnce !== true) terminal.answer(saidText(include, exclude), { include, exclude })
  return hasSaid
}

function saidText(include: readonly string[], exclude: readonly string[]): string {
  return [
    ...include.map((folder) => `Recordings of ${canonical(folder)} are taken in from now on.`),
    ...exclude.map((folder) => `Recordings of ${canonical(folder)} are left alone from now on.`),
    '`cairn watch --once` takes in what is there, `cairn watch --print-service` prints what keeps doing it.'
  ].join('\n')
}

function existing(field: string, folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return
  throw badInput(field, folder, 'a folder that is there')
}

function hostsNamed(names: readonly string[]): readonly string[] {
  const unknown = names.find((name) => !recordingHosts.includes(name))
  if (unknown !== undefined)
    throw badInput('--host', unknown, `one of ${recordingHosts.join(', ')}`)
  return names.length === 0 ? recordingHosts : names
}

function serviceKind(given: string | true) {
  const usual = process.platform === 'darwin' ? 'launchd' : 'systemd'
  const name = given === true ? usual : given
  const found = services.find((one) => one === name)
  if (found === undefined) throw badInput('--print-service', name, `one of ${services.join(', ')}`)
  return found
}

async function once(
  context: CommandContext,
  hosts: readonly string[],
  { all = false }: { all?: boolean }
): Promise<void> {
  const server = await serverOf(context)
  const passes = await watchPass(server, { hosts, all, at: user(), settleMs: 0 })
  context.terminal.answer(passText(passes), { hosts: passes })
}

const user = () => ({ home: homedir(), platform: process.platform })

async function serverOf({ config, terminal }: CommandContext): Promise<Server> {
  const server = await ensureServer(config, (step) => {
    terminal.note(`  ${step} …`)
  })
  return { url: server.url, config, ask: createClient(server.url, config) }
}

function passText(passes: readonly HostPass[]): string {
  const seen = passes.filter(({ recordings }) => recordings > 0)
  if (seen.length === 0) return 'No host on this machine has recordings where Cairn looks for them.'
  return seen.map(lineOf).join('\n')
}

function lineOf({ host, recordings, read, fresh, unchanged, states, reasons }: HostPass): string {
  const parts = [
    `${recordings} recordings`,
    `${read} read`,
    `${unchanged} unchanged`,
    ...(fresh === 0 ? [] : [`${fresh} new or grown sessions taken in`]),
    ...(states.waiting === 0 ? [] : [`${states.waiting} of projects that are not included`]),
    ...(states.off === 0 ? [] : [`${states.off} left alone`]),
    ...(states.elsewhere === 0 ? [] : [`${states.elsewhere} read with their session`]),
    ...(states.deleted === 0 ? [] : [`${states.deleted} deleted`]),
    ...(states.unread === 0 ? [] : [`${states.unread} not read`])
  ]
  const why = reasons.map((reason) => `\n  ${printable(reason)}`)
  return `${host}: ${parts.join(', ')}${why.join('')}`
}

/** Reads what changes until it is told to end; a server that is down is waited for. */
async function follow(
  context: CommandContext,
  hosts: readonly string[],
  { all, settle = usualSettle }: Pick<WatchFlags, 'all' | 'settle'>
): Promise<void> {
  const { terminal } = context
  const ending = new AbortController()
  const stop = () => {
    ending.abort()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  terminal.note('Watching for new recordings. Ctrl-C stops it.')
  const settleMs = settle * 1_000
  const changes = watchChanges(
    () => hosts.flatMap((host) => foldersOf(host, user())),
    settleMs + 100
  )
  while (!ending.signal.aborted) {
    try {
      const server = await serverOf(context)
      const passes = await watchPass(server, {
        hosts,
        all: all === true,
        at: user(),
        settleMs
      })
      const news = passes.filter(({ fresh }) => fresh > 0)
      if (news.length > 0) terminal.answer(news.map(lineOf).join('\n'), { hosts: news })
    } catch (error) {
      terminal.note(publicFailure(error).message)
    }
    await changes.next(ending.signal)
  }
  changes.close()
}
