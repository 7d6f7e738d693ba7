import { loadavg } from 'node:os'
import type { Embedder } from '../../src/cairn.js'
import type { Database } from '../../src/graph/database.js'
import { floorOf } from '../../src/retrieve/floor.js'
import { doorsOf, type Served } from './doors.js'
import { growExperience } from './grow-experience.js'
import { timeCuration, timeIngestion, type JobFigures } from './jobs-timed.js'
import { measureDoors, type DoorFigures } from './measure-doors.js'
import { measureRecording, type RecordingFigures } from './recording.js'
import type { WhatToAsk } from './what-to-ask.js'

export interface SizeOptions {
  readonly rounds: number
  readonly warmUp: number
  /** Milliseconds that a door may take altogether. */
  readonly budgetMs: number
  readonly agents: readonly number[]
  /** Seconds that agents of each number record. */
  readonly recordFor: number
  /** Attempts that are new to curation. */
  readonly news: number
  /** Nodes of the library that is taken in. */
  readonly libraryNodes: number
  /** Names what this run writes. */
  readonly run: string
  readonly onProgress: (text: string) => void
}

/** Everything that is measured at a size, but what the processes take. */
export interface SizeFigures {
  readonly doors: readonly DoorFigures[]
  readonly recording: readonly RecordingFigures[]
  readonly curation: JobFigures
  readonly ingestion: JobFigures
  /** Load of the machine over a minute, before and after. */
  readonly load: readonly [number, number]
}

/** Measures a Cairn that runs on a graph, beside bare vector queries on the same graph. */
export async function measureSize(
  at: {
    readonly served: Served
    readonly db: Database
    readonly embedder: Embedder
    readonly what: WhatToAsk
    /** Attempts by template that are there. */
    readonly attempts: number
  },
  options: SizeOptions
): Promise<SizeFigures> {
  const { served, db, embedder, what } = at
  const { onProgress, rounds, warmUp, budgetMs, run } = options
  const before = loadavg()[0] ?? NaN
  onProgress('doors')
  const doors = await measureDoors(
    doorsOf(served, what),
    (i) => floorOf(db, embedder, what.question(i)),
    { rounds, warmUp, budgetMs }
  )
  const recording: RecordingFigures[] = []
  for (const agents of options.agents) {
    onProgress(`${agents} recording agents`)
    recording.push(
      await measureRecording(served, what, { agents, seconds: options.recordFor, run })
    )
  }
  onProgress('curation')
  // What recorded just now is not what is measured.
  await timeCuration(served)
  const attempts = at.attempts + options.news
  await growExperience(db, { attempts, embedder, ask: what, seen: false })
  const curation = await timeCuration(served)
  onProgress('ingestion')
  const library = { nodes: options.libraryNodes, name: `ledger-${run}` }
  const ingestion = await timeIngestion(served, library)
  return { doors, recording, curation, ingestion, load: [before, loadavg()[0] ?? NaN] }
}
