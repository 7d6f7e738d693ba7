import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import { CairnError } from '../../errors.js'
import { putJson, takeJson, type JsonPlace } from './edit-json.js'
import { putToml, takeToml, type TomlTable } from './edit-toml.js'
import {
  hosts,
  type Folders,
  type Host,
  type HostHooks,
  type HostName,
  type Scope
} from './hosts.js'
import { shellLine, type HowToRun } from './how-to-run.js'

/** What one file holds and what it is to hold; null for a file that is not there. */
export interface FileChange {
  readonly file: string
  readonly before: string | null
  readonly after: string | null
  /** Whether the file holds something of ours already. */
  readonly isOurs: boolean
  /** Whether the file as it was before Cairn came lies beside it and is put back. */
  readonly fromBackup: boolean
}

export interface PlanInput {
  readonly host: HostName
  readonly scope: Scope
  readonly remove: boolean
  readonly folders: Folders
  readonly run: HowToRun
}

/** The file as it was before. */
export function backupOf(file: string): string {
  return `${file}.before-cairn`
}

/**
 * What is to be written, and nothing written yet. Files that stay as they are come with equal texts.
 * @throws CairnError BAD_INPUT (no such scope), BAD_SOURCE (a file that cannot be read), CONFLICT (somebody else's entry)
 */
export function planConnect(input: PlanInput): FileChange[] {
  const host = hosts[input.host]
  const entry = host.entry(input.scope, input.folders)
  if (entry === null) {
    const expected = input.scope === 'project' ? '--user' : '--project'
    throw new CairnError(
      'BAD_INPUT',
      `${host.title} has no settings of a ${input.scope}; expected ${expected}.`,
      {
        details: { field: 'scope', value: input.scope, expected }
      }
    )
  }
  const edits = new Map<string, Edit[]>([[entry, [entryEdit(host, input)]]])
  if (host.hooks !== null) {
    const file = host.hooks.file(input.scope, input.folders)
    edits.set(file, [...(edits.get(file) ?? []), ...hookEdits(host.hooks, input)])
  }
  return [...edits].map(([file, list]) => changeOf(resolved(file), list, input.remove))
}

interface Edit {
  put(text: string, file: string): string
  take(text: string, file: string): string
}

function changeOf(file: string, edits: readonly Edit[], remove: boolean): FileChange {
  const before = readText(file)
  const put = (text: string) => edits.reduce((now, edit) => edit.put(now, file), text)
  const without = edits.reduceRight((now, edit) => edit.take(now, file), before ?? '')
  const isOurs = without !== (before ?? '')
  const change = { file, before, isOurs, fromBackup: false }
  if (!remove) return { ...change, after: put(before ?? '') }
  if (!isOurs) return { ...change, after: before }
  const backup = readText(backupOf(file))
  // Where nobody changed the file since, it becomes what it was, to the byte.
  if (backup !== null && put(backup) === before)
    return { ...change, after: backup, fromBackup: true }
  const isAlone = backup === null && isEmpty(without)
  return { ...change, after: isAlone ? null : without }
}

/** What is left of a file that only Cairn wrote. */
function isEmpty(text: string): boolean {
  return /^\s*(?:\{\s*(?:"version": 1\s*)?\}\s*)?$/.test(text)
}

function entryEdit(host: Host, { run }: PlanInput): Edit {
  const args = [...run.args, 'mcp']
  const env = run.home === null ? {} : { env: { CAIRN_HOME: run.home } }
  if (host.format === 'toml') {
    const table: TomlTable = {
      name: `${host.servers}.cairn`,
      lines: [
        `command = ${JSON.stringify(run.command)}`,
        `args = [${args.map((arg) => JSON.stringify(arg)).join(', ')}]`,
        ...(run.home === null ? [] : [`env = { CAIRN_HOME = ${JSON.stringify(run.home)} }`])
      ]
    }
    return { put: (text, file) => putToml(text, table, file), take: takeToml }
  }
  return jsonEdit({
    path: [host.servers],
    key: 'cairn',
    value: { ...host.extra, command: run.command, args, ...env },
    isOurs: startsOurs
  })
}

function jsonEdit(place: JsonPlace): Edit {
  return {
    put: (text, file) => putJson(text, place, file),
    take: (text, file) => takeJson(text, place, file)
  }
}

/** A server that is started as `cairn mcp`, wherever Cairn lies. */
function startsOurs(value: unknown): boolean {
  const { command, args } = (value ?? {}) as { command?: unknown; args?: unknown }
  const words = [command, ...(Array.isArray(args) ? (args as unknown[]) : [])].map(String)
  return words.at(-1) === 'mcp' && words.slice(0, -1).some(isCairn)
}

function isCairn(word: string): boolean {
  return /(?:^|[\\/])(?:cairn(?:\.cmd)?|cli[\\/]main\.js)$/.test(word)
}

function hookEdits(hooks: HostHooks, { run, folders }: PlanInput): Edit[] {
  const home = run.home === null ? [] : ['--home', run.home]
  const edits = hooks.list.map(({ on, event, matcher, seconds }) => {
    const words = [run.command, ...run.args, 'hook', event, ...home]
    const command = shellLine(words, folders.platform)
    const timeout = seconds * hooks.perSecond
    const which = matcher === undefined ? {} : { matcher }
    const value =
      hooks.form === 'flat'
        ? { command, ...which, timeout }
        : { ...which, hooks: [{ type: 'command', command, timeout }] }
    return jsonEdit({
      path: ['hooks', on],
      key: null,
      value,
      isOurs: (one) => runsOurs(one, event)
    })
  })
  return hooks.form === 'flat' ? [versionEdit, ...edits] : edits
}

/** Cursor wants the version of the form said; what stands there already stays. */
const versionEdit: Edit = {
  put: (text, file) =>
    /"version"\s*:/.test(text)
      ? text
      : putJson(text, { path: [], key: 'version', value: 1, isOurs: () => true }, file),
  take: (text) => text
}

/** A hook that runs `cairn hook <event>`, alone: beside somebody else's command the group is theirs. */
function runsOurs(value: unknown, event: string): boolean {
  const { command, hooks } = (value ?? {}) as { command?: unknown; hooks?: unknown }
  const list = Array.isArray(hooks) ? (hooks as { command?: unknown }[]) : [{ command }]
  const line = list.length === 1 ? list[0]?.command : undefined
  return typeof line === 'string' && /cairn|main\.js/.test(line) && line.includes(` hook ${event}`)
}

/** Settings are often links into a folder of dotfiles: what they lead to is written, the link stays. */
function resolved(file: string): string {
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true
  return isLink ? realpathSync(file) : file
}

function readText(file: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new CairnError(
      'BAD_SOURCE',
      `${file} cannot be read as text in UTF-8; nothing was changed.`,
      {
        cause: error,
        details: { field: file, value: 'unreadable', expected: 'text in UTF-8' }
      }
    )
  }
}
