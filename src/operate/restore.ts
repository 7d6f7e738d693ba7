import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import type { Exclusive } from '../graph/exclusive.js'
import { newestOf } from '../graph/migrate.js'
import { migrations } from '../graph/migrations.js'
import {
  awaitIndexes,
  beginRestore,
  endRestore,
  keptInGraph,
  portableCounts,
  restoring,
  wipeForRestore
} from '../graph/queries.js'
import { createVectorIndex, dropVectorIndex } from '../graph/vector-index.js'
import {
  backupLines,
  broken,
  copiedLabels,
  readHeader,
  readingFailure,
  type BackupHeader
} from './backup-file.js'
import { createRowWriter } from './restore-rows.js'

export interface RestoreOptions {
  readonly signal?: AbortSignal
  /** Nodes and edges together. */
  readonly onProgress?: (done: number, total: number) => void
}

/** Nodes that are removed at once. */
const wipedAtOnce = 2_000
/** Seconds that the indexes may take at the end. */
const indexSeconds = 600

/**
 * Reads a backup from its first byte to its last, and says what it holds.
 * @throws CairnError BAD_SOURCE where it is not whole, GRAPH_TOO_NEW where a newer Cairn wrote it
 */
export async function checkBackup(file: string, signal?: AbortSignal): Promise<BackupHeader> {
  let header: BackupHeader | null = null
  for await (const line of linesOf(file)) {
    header ??= readHeader(line)
    stopIf(signal)
  }
  if (header === null) throw broken('it is empty')
  const known = newestOf(migrations)
  if (header.schema > known) {
    throw new CairnError(
      'GRAPH_TOO_NEW',
      `This backup is of a newer Cairn (schema ${header.schema}, this one knows ${known}). Upgrade Cairn.`,
      { details: { backup: header.schema, known } }
    )
  }
  return header
}

/**
 * Puts a backup into an empty graph. From its first write to its last the graph is marked, so that
 * nobody else opens it; where this is broken off by force, it begins anew the next time.
 * @throws CairnError CONFLICT where the graph is not empty, and as checkBackup does
 */
export async function restoreBackup(
  db: Database,
  file: string,
  options: RestoreOptions
): Promise<BackupHeader> {
  const header = await checkBackup(file, options.signal)
  return db.exclusively(async (graph) => {
    await requireEmpty(db)
    await graph.write(beginRestore, { takenAt: header.takenAt })
    try {
      await wipe(graph)
      await dropVectorIndex(db)
      await writeAll(graph, file, options)
      await requireWhole(graph, header)
      await catchUp(db, header)
    } catch (error) {
      await takeBack(graph)
      throw error
    }
    await graph.write(endRestore, {})
    return header
  })
}

/** What is in the graph is counted before anybody may open it; the mark of the restore is one more. */
async function requireWhole(graph: Exclusive, header: BackupHeader): Promise<void> {
  for await (const { nodes, edges } of graph.stream(portableCounts, { labels: copiedLabels })) {
    if (nodes - 1 === header.nodes && edges === header.edges) continue
    throw new CairnError(
      'BUG',
      `of ${header.nodes} nodes and ${header.edges} edges ${nodes - 1} and ${edges} were put back`
    )
  }
}

/** What was put back of a backup that could not be put back is removed; where that fails too, the mark stays. */
async function takeBack(graph: Exclusive): Promise<void> {
  try {
    await wipe(graph)
    await graph.write(endRestore, {})
  } catch {
    // The failure that led here is the one to be told.
  }
}

/** A graph that an earlier restore left half-way holds nothing that anybody else wrote. */
async function requireEmpty(db: Database): Promise<void> {
  if ((await db.run(restoring, {})).length > 0) return
  const nodes = (await db.run(keptInGraph, {}))[0]?.nodes ?? 0
  if (nodes === 0) return
  throw new CairnError(
    'CONFLICT',
    `The graph is not empty (${nodes.toLocaleString('en')} nodes). A backup is put into an empty one: name another home by CAIRN_HOME, or another Neo4j by NEO4J_URI.`,
    { details: { nodes } }
  )
}

async function wipe(graph: Exclusive): Promise<void> {
  for (;;) {
    const [row] = await graph.write(wipeForRestore, { limit: wipedAtOnce })
    if ((row?.removed ?? 0) === 0) return
  }
}

async function writeAll(graph: Exclusive, file: string, options: RestoreOptions): Promise<void> {
  const rows = createRowWriter(graph)
  let header: BackupHeader | null = null
  for await (const line of linesOf(file)) {
    stopIf(options.signal)
    if (header === null) {
      header = readHeader(line)
      continue
    }
    const done = await rows.take(line)
    if (done !== null) options.onProgress?.(done, header.nodes + header.edges)
  }
  const written = await rows.end()
  options.onProgress?.(written, written)
}

/** What an older Cairn wrote goes through the steps that it had not gone through; the indexes are made and filled. */
async function catchUp(db: Database, header: BackupHeader): Promise<void> {
  for (const step of migrations.filter(({ number }) => number > header.schema))
    for (const statement of step.statements) await db.raw(statement)
  if (header.dimensions !== null) await createVectorIndex(db, header.dimensions)
  await db.run(awaitIndexes, { seconds: indexSeconds })
}

async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file)
  const unpacked = createGunzip()
  source.on('error', (error) => unpacked.destroy(error))
  try {
    yield* backupLines(source.pipe(unpacked))
  } catch (error) {
    throw readingFailure(error)
  } finally {
    source.destroy()
    unpacked.destroy()
  }
}

function stopIf(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) {
    throw new CairnError('CANCELLED', 'The restore was stopped; the graph is empty again.')
  }
}
