import { homedir } from 'node:os'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { redact } from '../../domain/redact.js'
import { CairnError } from '../../errors.js'
import { packageRoot } from '../../package-root.js'
import { hostNames, hosts, type HostName, type Scope } from '../connect/hosts.js'
import { howToRun } from '../connect/how-to-run.js'
import { lineDiff } from '../connect/line-diff.js'
import { backupOf, planConnect, type FileChange } from '../connect/plan.js'
import { writeChange } from '../connect/write-change.js'
import type { CommandContext } from '../run.js'

export interface ConnectFlags {
  readonly project?: true
  readonly user?: true
  readonly dryRun?: true
  readonly remove?: true
  readonly yes?: true
}

/** Makes an agent's host use Cairn: shows what it writes, asks, and writes it; or takes it back. */
export async function connect(
  { config, terminal }: CommandContext,
  name: string,
  flags: ConnectFlags
): Promise<void> {
  const host = hostNamed(name)
  const scope = scopeOf(host, flags)
  const remove = flags.remove === true
  const folders = { project: process.cwd(), home: homedir(), platform: process.platform }
  const run = howToRun(config, join(packageRoot(), 'dist', 'src', 'cli', 'main.js'))
  const plan = planConnect({ host, scope, remove, folders, run })
  const changes = plan.filter(({ before, after }) => before !== after)
  const data = { host, scope, changes: changes.map(summary), written: false }
  const { title, note } = hosts[host]
  if (changes.length === 0) {
    const state = remove ? 'knows nothing of Cairn here' : 'uses Cairn already'
    terminal.answer(`${title} ${state}; nothing to change.`, data)
    return
  }
  if (!terminal.json) terminal.note(changes.map(shown).join('\n\n'))
  if (flags.dryRun === true) {
    terminal.answer('Nothing was written: --dry-run.', data)
    return
  }
  if (flags.yes !== true && !(await agreed())) {
    terminal.answer('Nothing was written.', data)
    return
  }
  for (const change of changes) writeChange(change, { scope, remove })
  const done = remove
    ? `${title} no longer uses Cairn.`
    : [`${title} uses Cairn from its next start.`, ...(note === undefined ? [] : [note])].join(' ')
  terminal.answer(done, { ...data, written: true })
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
