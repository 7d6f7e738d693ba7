import { open, stat, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { findTraceFiles } from './find-trace-files.js'
import { createSubAgentFiles, type StartedFile } from './sub-agent-files.js'

/** Tells which files hold nothing that another of the same import does not hold too. */
export interface Once {
  /** Why a file is passed over; undefined where it is to be read. */
  heldElsewhere(file: string): Promise<string | undefined>
  /** The files of the sub-agents that the session of a file started: they are joined to it. */
  startedBy(file: string): Promise<readonly StartedFile[]>
}

const beginning = 65_536
const mostFiles = 20_000
const largest = 50_000_000

/**
 * Sessions of Claude Code that are resumed or forked under another name begin with a copy of what was said before, its
 * message ids the same. Of such files the longest is read; another one is, where it goes on differently. What a sub-agent
 * did is read with the session that started it, where that is there.
 */
export function createOnce(paths: readonly string[]): Once {
  let groups: Promise<ReadonlyMap<string, readonly string[]>> | undefined
  const subAgents = createSubAgentFiles(paths)
  const groupOf = async (file: string): Promise<readonly string[]> => {
    if (!/\.jsonl$/i.test(file)) return []
    const first = await firstMessageOf(file)
    if (first === undefined) return []
    // Begun only where it is waited for: a file may be gone before it is done.
    groups ??= groupsOf(paths)
    return (await groups).get(first) ?? []
  }
  return {
    async heldElsewhere(file) {
      const parent = await subAgents.parentOf(file)
      if (parent !== undefined)
        return `what a sub-agent did is read with the session that started it, ${basename(parent)}`
      const [longest] = await groupOf(file)
      if (longest === undefined || longest === file || !(await isWithin(file, longest)))
        return undefined
      return `the session goes on in ${basename(longest)}, which holds the same messages`
    },
    async startedBy(file) {
      const [longest, ...others] = await groupOf(file)
      const started = [...(await subAgents.startedBy(file))]
      // Sub-agents bear the name that the session had when it started them.
      for (const other of longest === file ? others : [])
        if (await isWithin(other, file))
          started.push(
            ...(await subAgents.startedBy(other)).map((one) => ({ ...one, parent: undefined }))
          )
      return started
    }
  }
}

/** Whether a session's last message stands in another file too. */
async function isWithin(file: string, longest: string): Promise<boolean> {
  const last = await lastMessageOf(file)
  return last !== undefined && (await holds(longest, last))
}

/** Files by the id of their first message, where there are several, the largest first. */
async function groupsOf(paths: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const groups = new Map<string, { file: string; size: number }[]>()
  let seen = 0
  for await (const found of findTraceFiles(paths)) {
    if ('skipped' in found || !/\.jsonl$/i.test(found.file)) continue
    if (++seen > mostFiles) break
    const first = await firstMessageOf(found.file)
    if (first === undefined) continue
    const { size } = await stat(found.file)
    groups.set(first, [...(groups.get(first) ?? []), { file: found.file, size }])
  }
  const several = [...groups].filter(([, files]) => files.length > 1)
  return new Map(
    several.map(([first, files]) => [
      first,
      files.sort((a, b) => b.size - a.size || (a.file < b.file ? -1 : 1)).map(({ file }) => file)
    ])
  )
}

const firstUuid =
  /"type"\s*:\s*"(?:user|assistant)"[^\n]*?"uuid"\s*:\s*"([^"\\]{1,100})"|"uuid"\s*:\s*"([^"\\]{1,100})"[^\n]*?"type"\s*:\s*"(?:user|assistant)"/
const stamp = /"timestamp"\s*:\s*"([^"\\]{1,40})"/

/** The id and the time of the first message: ids alone may be short, and then the same by chance. */
async function firstMessageOf(file: string): Promise<string | undefined> {
  const handle = await open(file).catch(() => undefined)
  if (!handle) return undefined
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(beginning), 0, beginning, 0)
    for (const line of buffer.toString('utf8', 0, bytesRead).split('\n')) {
      const [, one, other] = firstUuid.exec(line) ?? []
      const uuid = one ?? other
      if (uuid !== undefined && /"sessionId"/.test(line))
        return `${uuid}\n${stamp.exec(line)?.[1] ?? ''}`
    }
    return undefined
  } catch {
    return undefined
  } finally {
    await handle.close()
  }
}

async function lastMessageOf(file: string): Promise<string | undefined> {
  const text = await textOf(file)
  return text === undefined
    ? undefined
    : [...text.matchAll(/"uuid"\s*:\s*"([^"\\]{1,100})"/g)].at(-1)?.[1]
}

async function holds(file: string, uuid: string): Promise<boolean> {
  const text = await textOf(file)
  return (
    text !== undefined && (text.includes(`"uuid":"${uuid}"`) || text.includes(`"uuid": "${uuid}"`))
  )
}

async function textOf(file: string): Promise<string | undefined> {
  const { size } = await stat(file)
  return size > largest ? undefined : readFile(file, 'utf8')
}
