import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Config } from '../../src/config.js'
import type { Database } from '../../src/graph/database.js'
import { openGraph } from '../../src/graph/open-graph.js'
import { portableEdges, portableNodes } from '../../src/graph/queries.js'
import { createLog } from '../../src/log.js'
import { copiedLabels } from '../../src/operate/backup-file.js'
import { takeBackup } from '../../src/operate/backup.js'

export interface RestoredFigures {
  /** For how long a copy holds up writers where there are none. */
  readonly quietMs: number
  /** The same rows read and thrown away. */
  readonly bareMs: number
  readonly unpackedBytes: number
}

/** Copies a graph that nobody uses to a file, and measures that beside the bare read of the same rows. */
export async function measureRestored(config: Config, file: string): Promise<RestoredFigures> {
  const graph = await openGraph(config, { log: createLog('warn') })
  try {
    // What a server reads for the first time it reads from the disk.
    await bareRead(graph.db)
    const { content, heldMs } = await takeBackup(graph.db, { folder: config.home })
    let unpackedBytes = 0
    content.on('data', (chunk: Buffer) => (unpackedBytes += chunk.length))
    await pipeline(content, createGzip({ level: 3 }), createWriteStream(file))
    const bareMs = await bareRead(graph.db)
    return { quietMs: heldMs, bareMs, unpackedBytes }
  } finally {
    await graph.close()
  }
}

async function bareRead(db: Database): Promise<number> {
  return db.exclusively(async (graph) => {
    const started = performance.now()
    const labels = copiedLabels
    const nodes = graph.stream(portableNodes, { labels })
    const edges = graph.stream(portableEdges, { labels })
    for (const rows of [nodes, edges]) while ((await rows.next()).done !== true);
    return performance.now() - started
  })
}
