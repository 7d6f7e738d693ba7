import { homedir } from 'node:os'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { keepConnection, readConnection, type Connection } from '../../capture/connections.js'
import { foldersOf } from '../../capture/recordings.js'
import { redact } from '../../domain/redact.js'
import { CairnError, publicFailure } from '../../errors.js'
import { packageRoot } from '../../package-root.js'
import { ensureServer } from '../background.js'
import { createClient } from '../client.js'
import type { Scope } from '../connect/host-form.js'
import { hostNames, hosts, type HostName } from '../connect/hosts.js'
import { howToRun } from '../connect/how-to-run.js'
import { lineDiff } from '../connect/line-diff.js'
import { backupOf, planConnect, type FileChange } from '../connect/plan.js'
import { writeChange } from '../connect/write-change.js'
import { ensureHostKey, revokeHostKey, type Server } from '../host-key.js'
import type { CommandContext } from '../run.js'

export interface ConnectFlags {
  readonly project?: true
  readonly user?: true
  readonly dryRun?: true
  readonly remove?: true
  readonly yes?: true
  /** False with --no-question. */
  readonly question?: boolean
}

/**
 * Makes an agent's host use Cairn, with a key of its own: shows what it writes, asks, and writes it; or takes it back,
 * the key too.
 */
export async function connect(
  context: CommandContext,
  name: string,
  flags: ConnectFlags
): Promise<void> {
  const { config, terminal } = context
  const host = hostNamed(name)
  const scope = scopeOf(host, flags)
  const remove = flags.remove === true
  const folders = { project: process.cwd(), home: homedir(), platform: process.platform }
  const run = howToRun(config, join(packageRoot(), 'dist', 'src', 'cli', 'main.js'))
  const question = flags.question !== false
  const plan = planConnect({ host, scope, remove, question, folders, run })
  const changes = plan.filter(({ before, after }) => before !== after)
  const data = { host, scope, changes: changes.map(summary), written: false }
  if (changes.length > 0 && !terminal.json) terminal.note(changes.map(shown).join('\n\n'))
  const not = changes.length === 0 ? stateOf(host, remove) : 'Nothing was written.'
  if (flags.dryRun === true || !(await isAgreed(flags, changes))) {
    terminal.answer(flags.dryRun === true ? `${not} (--dry-run)` : not, data)
    return
  }
  const connecting = {
    host,
    place: scope === 'user' ? null : folders.project,
    write: () => {
      for (const change of changes) writeChange(change, { scope, remove })
    }
  }
  const key = await (remove ? disconnected : connected)(context, connecting)
  const written = changes.length > 0
  const said = written ? done(host, { scope, remove, context }) : not
  terminal.answer([said, ...key.said].join(' '), { ...data, written, principal: key.principal })
}

async function isAgreed({ yes }: ConnectFlags, changes: readonly unknown[]): Promise<boolean> {
  return yes === true || changes.length === 0 || agreed()
}

interface Connecting {
  readonly host: HostName
  /** The project, null for all of the user's. */
  readonly place: string | null
  readonly write: () => void
}

/** Makes the key first: settings that lead to nothing are not written. */
async function connected(context: CommandContext, { host, place, write }: Connecting) {
  const { title } = hosts[host]
  const server = await serverOf(context)
  const { connection, isNew } = await ensureHostKey(server, { host, title })
  write()
  const others = connection.places.filter(({ project }) => project !== place)
  const same = connection.places.find(({ project }) => project === place)
  const here = same ?? { project: place, at: new Date().toISOString() }
  keepConnection(context.config.home, { ...connection, title, places: [...others, here] })
  const said = isNew ? [`It asks as the agent ${nameOf(connection)}, with a key of its own.`] : []
  return { principal: connection.principal, said }
}

/** The settings go first: they are whole again even where the key cannot be taken back. */
async function disconnected(context: CommandContext, { host, place, write }: Connecting) {
  const { home } = context.config
  write()
  const connection = readConnection(home, host)
  if (connection === null) return { principal: null, said: [] }
  const { principal } = connection
  const places = connection.places.filter(({ project }) => project !== place)
  if (places.length > 0) {
    keepConnection(home, { ...connection, places })
    const where = places.map(({ project }) => project ?? 'all projects').join(', ')
    return { principal, said: [`It is still connected for ${where}.`] }
  }
  try {
    await revokeHostKey(await serverOf(context), connection)
    return { principal, said: [`The key of ${nameOf(connection)} is revoked.`] }
  } catch (error) {
    const why = publicFailure(error).message
    return {
      principal,
      said: [
        `Its key could not be revoked (${why}); \`cairn key revoke ${connection.keyId}\` does it.`
      ]
    }
  }
}

async function serverOf({ config, terminal }: CommandContext): Promise<Server> {
  const server = await ensureServer(config, (step) => {
    terminal.note(`  ${step} …`)
  })
  if (server.startedHere) terminal.note('Started Cairn in the background; `cairn down` stops it.')
  return { url: server.url, config, ask: createClient(server.url, config) }
}

function nameOf({ principal }: Connection): string {
  return principal.replace(/^principal:/, '')
}

function stateOf(host: HostName, remove: boolean): string {
  const state = remove ? 'knows nothing of Cairn here' : 'uses Cairn already'
  return `${hosts[host].title} ${state}; nothing to change.`
}

/** What is said at the end: whether its sessions come in by themselves, and what is to be done by hand. */
function done(
  host: HostName,
  { scope, remove, context }: { scope: Scope; remove: boolean; context: CommandContext }
): string {
  const { title, note, hooks } = hosts[host]
  if (remove) return `${title} no longer uses Cairn.`
  const handsIn = hooks?.list.some(({ event }) => event === 'session-end') === true
  const folder = scope === 'user' ? '<project>' : '.'
  const isWatched = foldersOf(host, { home: homedir(), platform: process.platform }).length > 0
  return [
    `${title} uses Cairn from its next start.`,
    ...(handsIn
      ? ['Its sessions are handed in as they end, unless a `.cairnignore` says no.']
      : []),
    ...(isWatched && !handsIn
      ? [
          `It does not hand in its sessions: \`cairn watch --include ${folder}\` agrees to their being read.`
        ]
      : []),
    ...(note === undefined ? [] : [note]),
    ...(context.config.neo4jUri === null
      ? []
      : [
          'It finds Cairn while it is up: NEO4J_URI and its password are not written into settings.'
        ])
  ].join(' ')
}

function hostNamed(name: string): HostName {
  const host = hostNames.find((one) => one === name)
  if (host !== undefined) return host
  const value = name.slice(0, 80)
  const expected = `one of ${hostNames.join(', ')}`
  throw new CairnError(
    'BAD_INPUT',
    `There is no host '${value}' that Cairn knows; expected ${expected}.`,
    {
      details: { field: 'host', value, expected }
    }
  )
}

function scopeOf(host: HostName, { project, user }: ConnectFlags): Scope {
  if (project === true && user === true)
    throw new CairnError('BAD_INPUT', '--project and --user are both given; expected one.', {
      details: { field: 'scope', value: 'project and user', expected: 'one of them' }
    })
  if (project === true) return 'project'
  return user === true ? 'user' : hosts[host].usual
}

function summary({ file, before, after }: FileChange) {
  const action = before === null ? 'create' : after === null ? 'delete' : 'change'
  return { file, action, diff: lineDiff(before ?? '', after ?? '') }
}

/** The change as a person reads it. Other servers of the file may hold keys: what looks like one is not shown. */
function shown(change: FileChange): string {
  const { file, before, after, fromBackup } = change
  const where = relative(process.cwd(), file)
  const name = where.startsWith('..') ? file.replace(homedir(), '~') : where
  const how =
    before === null
      ? 'new'
      : after === null
        ? 'goes: only Cairn wrote it'
        : fromBackup
          ? 'becomes what it was before'
          : `changes; as it was it stays in ${backupOf(name)}`
  return `${name} (${how})\n${redact(lineDiff(before ?? '', after ?? '')).text}`
}

async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    throw new CairnError(
      'BAD_INPUT',
      'Nothing was written: there is no terminal to ask on. --yes writes what is shown, --dry-run only shows it.',
      { details: { field: 'yes', value: null, expected: '--yes or --dry-run' } }
    )
  const asking = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await asking.question('Write this? [y/N] ')
  asking.close()
  return /^y(?:es)?$/i.test(answer.trim())
}
