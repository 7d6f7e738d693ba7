import { createAccess, type Access } from './access/access.js'
import { ensureLocalKey, type LocalKey } from './access/local-key.js'
import { silentHere, type SilentHost } from './capture/silent-hosts.js'
import type { Config } from './config.js'
import type { Observer } from './domain/observer.js'
import { aboutOf, type About } from './domain/status.js'
import type { Database } from './graph/database.js'
import { exportGraph, type ExportLine } from './graph/export-graph.js'
import type { Graph } from './graph/open-graph.js'
import { readMeta } from './graph/queries.js'
import type { Log } from './log.js'
import { takeBackup, type BackupOptions, type TakenBackup } from './operate/backup.js'
import { floorOf } from './retrieve/floor.js'
import type { RankingWeights } from './retrieve/ranking-weights.js'
import type { Opened } from './start-up.js'

/** What is the same whoever asks. */
export interface Whole {
  /** Who may come in. */
  readonly access: Access
  /** The key of who has this machine's home folder; made where there is none. */
  localKey(): LocalKey
  readonly about: About
  /** The least that any answer to this text could take, in milliseconds: its vector and one bare vector query. For eval. */
  floor(text: string): Promise<number>
  /** The graph as ordered lines: equal graphs give equal lines. */
  exportLines(): AsyncIterable<ExportLine>
  /** Who is told of what is done, for the doors to tell him too. */
  readonly observer: Observer
  /** The graph as it stands at one moment, in the form that `restoreGraph` reads; see operate/backup.ts. */
  backup(options: BackupOptions): Promise<TakenBackup>
  /** Connected hosts of this machine that have worked for a day while nothing came in. */
  silentHosts(): SilentHost[]
  /** Whether the graph answers now; never throws. */
  health(): Promise<{ readonly graph: 'up' | 'down'; readonly embedder: string }>
  close(): Promise<void>
}

/** What a Cairn is composed of. */
export interface Parts {
  readonly observer: Observer
  readonly config: Config
  readonly graph: Graph
  readonly opened: Opened
  readonly log: Log
  readonly weights: RankingWeights | undefined
}

/** What is the same for all callers; it closes after the work that is under way. */
export function wholeOf(
  { graph, config, log, opened, observer }: Parts,
  stopWork: () => Promise<void>
): Whole {
  const { db } = graph
  const { embedder, reranker } = opened
  return {
    access: createAccess({ db, log }),
    localKey: () => ensureLocalKey(db, config, Date.now()),
    about: aboutOf(graph, embedder),
    floor: (text) => floorOf(db, embedder, text),
    exportLines: () => exportGraph(db),
    observer,
    backup: (options) => takeBackup(db, options),
    silentHosts: () => silentHere(config.home),
    health: async () => ({ graph: await upOrDown(db), embedder: embedder.id }),
    close: async () => {
      await stopWork()
      await embedder.close()
      await reranker?.close()
      await graph.close()
    }
  }
}

function upOrDown(db: Database): Promise<'up' | 'down'> {
  return db.run(readMeta, {}).then(
    () => 'up',
    () => 'down'
  )
}
