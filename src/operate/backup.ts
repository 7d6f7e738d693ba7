import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import type { Exclusive } from '../graph/exclusive.js'
import { toPortable, type PortableValue } from '../graph/portable-values.js'
import {
  appliedMigrations,
  portableCounts,
  portableEdges,
  portableNodes,
  readMeta
} from '../graph/queries.js'
import { backupFormat, copiedLabels, type BackupHeader } from './backup-file.js'

export interface TakenBackup {
  readonly header: BackupHeader
  /** For how long nobody could write, in milliseconds. */
  readonly heldMs: number
  /** The lines, not packed; the copy is gone when it has been read or is destroyed. */
  readonly content: Readable
}

export interface BackupOptions {
  /** Where the copy lies until it has been read. */
  readonly folder: string
  readonly signal?: AbortSignal
}

/** Bytes that are written at once. */
const chunkBytes = 1024 * 1024

/**
 * Copies the graph as it stands at one moment, to a file without a name; who reads slowly holds up
 * nobody. Writers in all processes wait while the copy is made (graph/gate.ts).
 * @throws CairnError CONFLICT where another backup is under way, CANCELLED, GRAPH_UNAVAILABLE
 */
export async function takeBackup(db: Database, options: BackupOptions): Promise<TakenBackup> {
  const spool = await openSpool(options.folder)
  try {
    const started = performance.now()
    const header = await db.exclusively((graph) => copy({ db, graph, spool }, options.signal))
    const heldMs = performance.now() - started
    return { header, heldMs, content: spool.createReadStream({ start: 0, autoClose: true }) }
  } catch (error) {
    await spool.close()
    throw spoolFailure(error, options.folder)
  }
}

function spoolFailure(error: unknown, folder: string): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') return error
  return new CairnError(
    'DISK_FULL',
    `There is no room in ${folder} for a copy of the graph. Free some and try again; the graph is unharmed.`,
    { cause: error }
  )
}

/** A file that is readable by us alone and has no name any more: it cannot be left behind. */
async function openSpool(folder: string): Promise<FileHandle> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `backup-${randomBytes(8).toString('hex')}.part`)
  const handle = await open(path, 'wx+', 0o600)
  // Windows keeps the name while the file is open; there it goes with the folder for what is temporary.
  await rm(path).catch(() => undefined)
  return handle
}

interface Copying {
  readonly db: Database
  readonly graph: Exclusive
  readonly spool: FileHandle
}

async function copy(at: Copying, signal: AbortSignal | undefined): Promise<BackupHeader> {
  const header = await headerOf(at)
  const out = createWriter(at.spool)
  await out.line(header)
  const count = { nodes: 0, edges: 0 }
  const number = numbering()
  for await (const row of at.graph.stream(portableNodes, { labels: copiedLabels })) {
    stopIf(signal)
    const { element, labels, properties } = row
    count.nodes += 1
    await out.line({
      node: number(element),
      labels: labels.toSorted(),
      properties: portable(properties)
    })
  }
  for await (const row of at.graph.stream(portableEdges, { labels: copiedLabels })) {
    stopIf(signal)
    const { from, type, to, properties } = row
    count.edges += 1
    await out.line({
      from: number(from),
      type,
      to: number(to),
      properties: portable(properties)
    })
  }
  await at.graph.unchanged()
  if (count.nodes !== header.nodes || count.edges !== header.edges)
    throw new CairnError(
      'BUG',
      `of ${header.nodes} nodes and ${header.edges} edges ${count.nodes} and ${count.edges} were copied`
    )
  await out.end(count)
  return header
}

async function headerOf({ db, graph }: Copying): Promise<BackupHeader> {
  const [meta] = await db.run(readMeta, {})
  const schema = Math.max(0, ...(await db.run(appliedMigrations, {})).map((row) => row.number))
  const counted = { nodes: 0, edges: 0 }
  for await (const row of graph.stream(portableCounts, { labels: copiedLabels }))
    Object.assign(counted, row)
  return {
    cairn: 'backup',
    format: backupFormat,
    schema,
    embedder: meta?.embedder ?? null,
    dimensions: meta?.dimensions ?? null,
    takenAt: new Date().toISOString(),
    ...counted
  }
}

/** Lines go out in large pieces; the checksum is of all that stands before the last line. */
function createWriter(spool: FileHandle) {
  const hash = createHash('sha256')
  let lines: string[] = []
  let length = 0
  let first = true
  const flush = async () => {
    const bytes = Buffer.from(lines.join(''), 'utf8')
    lines = []
    length = 0
    hash.update(bytes)
    await spool.appendFile(bytes)
  }
  return {
    line: async (value: object) => {
      const text = `${JSON.stringify(value)}\n`
      lines.push(text)
      length += text.length
      if (length > chunkBytes || first) await flush()
      first = false
    },
    end: async (count: { nodes: number; edges: number }) => {
      await flush()
      const end = { ...count, sha256: hash.digest('hex') }
      await spool.appendFile(`${JSON.stringify({ end })}\n`)
    }
  }
}

/** Nodes by the last part of the name that Neo4j gives them: a number, unique within one database. */
function numbering(): (element: string) => number {
  let database: string | null = null
  return (element) => {
    const end = element.lastIndexOf(':') + 1
    database ??= element.slice(0, end)
    const number = Number(element.slice(end))
    if (!element.startsWith(database) || !Number.isSafeInteger(number))
      throw new CairnError('BUG', `Neo4j names nodes in another way than expected: ${element}`)
    return number
  }
}

function portable(properties: Readonly<Record<string, unknown>>): Record<string, PortableValue> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, toPortable(value, name)])
  )
}

function stopIf(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new CairnError('CANCELLED', 'The backup was stopped.')
}
