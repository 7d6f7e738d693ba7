import { existsSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { findTraceFiles } from './find-trace-files.js'

/** Which files hold what sub-agents did, and which the sessions that started them. */
export interface SubAgentFiles {
  /** The file of the session that started the sub-agent of this one; undefined where it is none, or the session is not there. */
  parentOf(file: string): Promise<string | undefined>
  /** The files of the sub-agents that the session of this one started, those of their own sub-agents left out. */
  startedBy(file: string): Promise<readonly StartedFile[]>
}

export interface StartedFile {
  readonly file: string
  /** What the answer to the call that started it may name it by. */
  readonly ids: readonly string[]
  /** The session that started it, where its file holds several. */
  readonly parent: string | undefined
}

/** What the beginning of a recording says of whose it is. */
interface Head {
  readonly file: string
  readonly ids: readonly string[]
  readonly parent: string | undefined
}

const beginning = 65_536
const mostFiles = 20_000
const mostBeside = 500

/** Looks at the beginnings of the files under some paths, and of those that lie beside a file that is named itself. */
export function createSubAgentFiles(paths: readonly string[]): SubAgentFiles {
  let index: Promise<Index> | undefined
  const indexed = () => (index ??= indexOf(paths))
  return {
    parentOf: async (file) => {
      if (!mayBe.test(file)) return undefined
      const head = await headOf(file)
      if (head?.parent === undefined) return undefined
      return parentFile(head, await indexed())
    },
    startedBy: async (file) => {
      if (!mayBe.test(file)) return []
      const all = await indexed()
      const started = all.heads.filter((head) => parentFile(head, all) === file)
      return started.map(({ file: one, ids, parent }) => ({ file: one, ids, parent }))
    }
  }
}

/** How deep sub-agents of sub-agents are followed. */
export const deepestSubAgent = 5

const mayBe = /\.jsonl?$/i

interface Index {
  /** Of sub-agents alone. */
  readonly heads: readonly Head[]
  /** Files by the sessions that they hold. */
  readonly sessions: ReadonlyMap<string, string>
}

async function indexOf(paths: readonly string[]): Promise<Index> {
  const heads: Head[] = []
  const sessions = new Map<string, string>()
  const seen = new Set<string>()
  const take = async (file: string) => {
    if (seen.has(file) || seen.size >= mostFiles || !mayBe.test(file)) return undefined
    seen.add(file)
    const head = await headOf(file)
    if (!head) return undefined
    const isMain = head.parent === undefined
    if (!isMain) heads.push(head)
    for (const id of head.ids) if (isMain || !sessions.has(id)) sessions.set(id, file)
    return head
  }
  for await (const found of findTraceFiles(paths)) {
    if ('skipped' in found) continue
    const head = await take(found.file)
    // Of what was named itself the neighbours are looked at too: a hook names the one file of a session.
    if (head && paths.includes(found.file)) for await (const file of beside(head)) await take(file)
  }
  return { heads, sessions }
}

function parentFile({ file, parent }: Head, { sessions }: Index): string | undefined {
  if (parent === undefined) return undefined
  const known = sessions.get(parent)
  return known === file ? undefined : known
}

/** Where the hosts put the recordings of sub-agents, as seen from that of a session, and the other way round. */
async function* beside({ file, ids, parent }: Head): AsyncIterable<string> {
  const folder = dirname(file)
  yield* alikeIn(folder)
  if (parent === undefined)
    for (const own of new Set([...ids, basename(file).replace(mayBe, '')]))
      yield* below(folder, own)
  else yield* above(folder, parent)
}

async function* below(folder: string, session: string): AsyncIterable<string> {
  const own = join(folder, session)
  if (!isName.test(session) || !existsSync(own)) return
  for await (const found of findTraceFiles([own])) if (!('skipped' in found)) yield found.file
}

async function* above(folder: string, session: string): AsyncIterable<string> {
  for (const up of [folder, dirname(folder), dirname(dirname(folder))]) {
    const file = join(up, `${session}.jsonl`)
    if (existsSync(file)) yield file
  }
  if (basename(folder) === session) yield* alikeIn(dirname(folder))
}

async function* alikeIn(folder: string): AsyncIterable<string> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => named.test(name))
  for (const name of names.slice(0, mostBeside)) yield join(folder, name)
}

const named = /^(?:agent|rollout|session)-.*\.jsonl?$/
const isName = /^[\w-]{1,100}$/

async function headOf(file: string): Promise<Head | undefined> {
  const text = await startOf(file)
  if (text === '') return undefined
  for (const read of [claudeCodeHead, codexHead, geminiHead, opencodeHead]) {
    const head = read(file, text)
    if (head) return { file, ...head }
  }
  return undefined
}

type HeadIn = (file: string, text: string) => Omit<Head, 'file'> | undefined

/** What Claude Code's own agents leave: they keep its books, and belong to no call. */
const itsOwn = /^agent-a(?:compact|prompt_suggestion|side_question)-/

const claudeCodeHead: HeadIn = (file, text) => {
  const session = valueOf('sessionId', text)
  if (session === undefined || !/"uuid"\s*:/.test(text)) return undefined
  const name = basename(file).replace(mayBe, '')
  if (itsOwn.test(name)) return undefined
  const isApart = /^agent-/.test(name) || /[\\/]subagents[\\/]/.test(file)
  if (!isApart || !/"isSidechain"\s*:\s*true/.test(text))
    return { ids: [session, name], parent: undefined }
  return { ids: [valueOf('agentId', text) ?? name.replace(/^agent-/, '')], parent: session }
}

const codexHead: HeadIn = (_, text) => {
  const [line = ''] = text.split('\n', 1)
  if (!/"type"\s*:\s*"session_meta"/.test(line)) return undefined
  const id = valueOf('id', line)
  const parent = /"subagent"/.test(line) ? valueOf('parent_thread_id', line) : undefined
  return id === undefined ? undefined : { ids: [id], parent }
}

/** Of a sub-agent's the folder names the session that started it; before, both bore the name of the one session. */
const geminiHead: HeadIn = (file, text) => {
  const session = valueOf('sessionId', text)
  if (session === undefined || !/"projectHash"\s*:/.test(text)) return undefined
  const [head = ''] = text.split(/"messages"\s*:|\n/, 1)
  if (!/"kind"\s*:\s*"subagent"/.test(head + (/"kind"\s*:\s*"\w+"\s*\}\s*$/.exec(text)?.[0] ?? '')))
    return { ids: [session], parent: undefined }
  const folder = basename(dirname(file))
  const isNested = folder !== 'chats' && isName.test(folder)
  return {
    ids: [basename(file).replace(mayBe, '')].concat(isNested ? session : []),
    parent: isNested ? folder : session
  }
}

const opencodeHead: HeadIn = (_, text) => {
  const [info = ''] = text.split(/"messages"\s*:/, 1)
  const id = /"id"\s*:\s*"(ses_\w{1,100})"/.exec(info)?.[1]
  if (id === undefined || !/^\s*\{\s*"info"\s*:/.test(info)) return undefined
  return { ids: [id], parent: /"parentID"\s*:\s*"(ses_\w{1,100})"/.exec(info)?.[1] }
}

function valueOf(name: string, text: string): string | undefined {
  return new RegExp(`"${name}"\\s*:\\s*"([^"\\\\]{1,200})"`).exec(text)?.[1]
}

async function startOf(file: string): Promise<string> {
  const handle = await open(file).catch(() => undefined)
  if (!handle) return ''
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(beginning), 0, beginning, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } catch {
    return ''
  } finally {
    await handle.close()
  }
}
