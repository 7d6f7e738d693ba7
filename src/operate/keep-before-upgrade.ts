import { createWriteStream, mkdirSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Database } from '../graph/database.js'
import { requireFreeSpace } from '../graph/embedded/free-space.js'
import { openGraph, type Graph, type GraphConfig, type GraphDeps } from '../graph/open-graph.js'
import { keptInGraph } from '../graph/queries.js'
import { takeBackup } from './backup.js'

/** Lines of a copy take 3.3 KB a node of documentation, measured (eval/README.md); packed a fourth of that. */
const kilobytesPerNode = 5
/** What Neo4j needs beside it, MiB. */
const roomForNeo4j = 200

/**
 * As openGraph; a graph of an older Cairn is first kept as a backup of that Cairn's schema in the home, so that its
 * upgrade can be taken back: the older Cairn restores it into an empty home.
 * @throws CairnError as openGraph does; DISK_FULL, CONFLICT (another backup is under way): then nothing was upgraded
 */
export function openKept(
  config: GraphConfig,
  deps: Omit<GraphDeps, 'beforeUpgrade'>
): Promise<Graph> {
  return openGraph(config, {
    ...deps,
    beforeUpgrade: (db) => keep(db, join(config.home, 'backups'), deps.onProgress)
  })
}

async function keep(
  db: Database,
  folder: string,
  onProgress: GraphDeps['onProgress']
): Promise<void> {
  const [{ nodes } = { nodes: 0 }] = await db.run(keptInGraph, {})
  if (nodes === 0) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await requireFreeSpace(folder, roomForNeo4j + Math.ceil((nodes * kilobytesPerNode) / 1_024))
  const moment = new Date().toISOString().replaceAll(':', '-')
  const file = join(folder, `before-upgrade-${moment}.backup`)
  onProgress?.(
    `keeping the graph as it is in ${file}; \`cairn restore\` of the older Cairn puts it into an empty home`
  )
  const part = `${file}.part`
  try {
    const { content } = await takeBackup(db, { folder })
    await pipeline(content, createGzip(), createWriteStream(part, { mode: 0o600, flags: 'wx' }))
    await synced(part)
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** On the disk, not only in its cache: what follows changes the original. */
async function synced(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}
