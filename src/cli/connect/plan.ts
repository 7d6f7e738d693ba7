import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import { CairnError } from '../../errors.js'
import { putJson, takeJson, type JsonPlace } from './edit-json.js'
import { parseJsonc } from './jsonc.js'
import { putToml, takeToml, type TomlTable } from './edit-toml.js'
import { putYaml, takeYaml, type YamlPlace } from './edit-yaml.js'
import { entryValue, startsOurs } from './entry-value.js'
import { filesOf, formIn } from './host-files.js'
import type { EntryForm, Folders, HostHooks, Scope } from './host-form.js'
import { hosts, type HostName } from './hosts.js'
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
  /** Whether the agent is asked at the end of work what it learned; it is unless told. */
  readonly question?: boolean
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
  const { scope, folders, remove } = input
  const host = hosts[input.host]
  const chosen = formIn(host.entries, scope, folders)
  if (chosen === null) {
    const expected = scope === 'project' ? '--user' : '--project'
    throw new CairnError(
      'BAD_INPUT',
      `${host.title} has no settings of a ${scope}; expected ${expected}.`,
      {
        details: { field: 'scope', value: scope, expected }
      }
    )
  }
  // Taken back is what stands in any of them: the host may have got another file since.
  const entries = remove ? filesOf(host.entries, scope, folders) : [chosen]
  const edits = new Map<string, Edit[]>(
    entries.map(({ form, file }) => [file, [entryEdit(form, file, input)]])
  )
  if (host.hooks !== null) {
    const file = host.hooks.file(scope, folders)
    edits.set(file, [...(edits.get(file) ?? []), ...hookEdits(host.hooks, input)])
  }
  return [...edits].map(([file, list]) => changeOf(resolved(file), list, remove))
}

interface Edit {
  readonly put: (text: string, file: string) => string
  readonly take: (text: string, file: string) => string
  /** Whether it is left out where nobody is to be asked. */
  readonly isQuestion?: boolean
}

function changeOf(file: string, edits: readonly Edit[], remove: boolean): FileChange {
  const before = readText(file)
  const put = (text: string, list = edits) => list.reduce((now, edit) => edit.put(now, file), text)
  const without = edits.reduceRight((now, edit) => edit.take(now, file), before ?? '')
  const isOurs = without !== (before ?? '')
  const change = { file, before, isOurs, fromBackup: false }
  if (!remove) return { ...change, after: put(before ?? '') }
  if (!isOurs) return { ...change, after: before }
  const backup = readText(backupOf(file))
  // Where nobody changed the file since, it becomes what it was, to the byte.
  const lists = [edits, edits.filter(({ isQuestion }) => isQuestion !== true)]
  if (backup !== null && lists.some((list) => put(backup, list) === before))
    return { ...change, after: backup, fromBackup: true }
  const isAlone = backup === null && isEmpty(without)
  return { ...change, after: isAlone ? null : without }
}

/** What is left of a file that only Cairn wrote. */
function isEmpty(text: string): boolean {
  return /^\s*(?:\{\s*(?:"version": 1\s*)?\}\s*)?$/.test(text)
}

function entryEdit(form: EntryForm, file: string, { run, host }: PlanInput): Edit {
  const value = entryValue(form, run, host)
  if (form.format === 'toml') {
    const fields = Object.entries(value)
    const table: TomlTable = {
      name: `${form.servers.join('.')}.cairn`,
      lines: fields.map(([name, field]) => `${name} = ${tomlValue(field)}`)
    }
    return { put: (text, at) => putToml(text, table, at), take: takeToml }
  }
  if (form.format === 'yaml') {
    const place: YamlPlace = { mapping: form.servers.join('.'), key: 'cairn', value }
    return {
      put: (text, at) => putYaml(text, place, at),
      take: (text, at) => takeYaml(text, place, at)
    }
  }
  const at = (path: readonly string[]) =>
    jsonEdit({ path, key: 'cairn', value, isOurs: startsOurs })
  const usual = at(form.servers)
  if (form.ratherIn === undefined) return usual
  const other = at(form.ratherIn)
  const isThere = hasPath(readText(file) ?? '', form.ratherIn, file)
  return {
    put: (isThere ? other : usual).put,
    take: (text, name) => usual.take(other.take(text, name), name)
  }
}

function hasPath(text: string, path: readonly string[], file: string): boolean {
  if (text.trim() === '') return false
  let node = parseJsonc(text, file)
  for (const key of path) {
    const next = node.children.findLast((child) => child.key === key)
    if (next?.node.kind !== 'object') return false
    node = next.node
  }
  // A server that is called so has a command or an address.
  return !node.children.some(({ key }) => ['command', 'url', 'type'].includes(key))
}

function tomlValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => JSON.stringify(one)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).map(([name, one]) => `${name} = ${JSON.stringify(one)}`)
  return `{ ${fields.join(', ')} }`
}

function jsonEdit(place: JsonPlace): Edit {
  return {
    put: (text, file) => putJson(text, place, file),
    take: (text, file) => takeJson(text, place, file)
  }
}

function hookEdits(hooks: HostHooks, { host, run, folders, question = true }: PlanInput): Edit[] {
  const at = run.env['CAIRN_HOME']
  const home = at === undefined ? [] : ['--home', at]
  const edits = hooks.list.map(({ on, event, matcher, seconds }) => {
    const words = [run.command, ...run.args, 'hook', event, '--as', host, ...home]
    const command = shellLine(words, folders.platform)
    const timeout = seconds * hooks.perSecond
    const which = matcher === undefined ? {} : { matcher }
    const value =
      hooks.form === 'flat'
        ? { command, ...which, timeout }
        : { ...which, hooks: [{ type: 'command', command, timeout }] }
    const edit = jsonEdit({
      path: ['hooks', on],
      key: null,
      value,
      isOurs: (one) => runsOurs(one, event)
    })
    if (event !== 'after-work') return edit
    return { ...edit, isQuestion: true, ...(question ? {} : { put: edit.take }) }
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
