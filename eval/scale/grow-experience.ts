import type { Embedder } from '../../src/cairn.js'
import { publicSpace } from '../../src/domain/caller.js'
import type { Database } from '../../src/graph/database.js'
import {
  attemptsGrown,
  growAnswers,
  growAttempts,
  growInsights,
  growNotes,
  noteGrown,
  removeAttempts
} from '../../src/graph/queries.js'
import type { GraphMap } from '../../src/graph/query.js'
import { errorsToRaise, type WhatToAsk } from './what-to-ask.js'

export interface ExperienceOptions {
  /** Attempts that there are to be; with each come an answer, and now and then a note, feedback, an insight or a gap. */
  readonly attempts: number
  readonly embedder: Embedder
  readonly ask: WhatToAsk
  /** Whether curation has seen them. */
  readonly seen?: boolean
  readonly onProgress?: (text: string) => void
}

/** Different tasks, errors and principals; they come again and again, as in a team. */
const tasks = 300
const errors = 300
const principals = 100
/** Over how many days up to now the attempts were made. */
const days = 30
const atOnce = 5_000
/** As of copied documentation. */
const spread = 0.6

/** Writes attempts by template until there are so many. @returns how many there are now */
export async function growExperience(db: Database, options: ExperienceOptions): Promise<number> {
  const { attempts, embedder, ask, seen = true, onProgress = () => undefined } = options
  const [row] = await db.run(attemptsGrown, {})
  const there = row?.attempts ?? 0
  if (there >= attempts) return there
  await db.run(removeAttempts, { from: there, to: Math.min(attempts, there + atOnce) })
  const template = {
    space: publicSpace,
    tasks: await tasksOf(ask, embedder),
    errors: errorsToRaise(ask, errors).map((error): GraphMap => ({ ...error })),
    apis: ask.apis.map(({ id }) => id),
    noise: (2 * spread) / Math.sqrt(embedder.dimensions),
    principals,
    days,
    seen
  }
  const { space, noise } = template
  for (let from = there; from < attempts; from += atOnce) {
    const range = { from, to: Math.min(attempts, from + atOnce) }
    await db.run(growAttempts, { ...template, ...range })
    await db.run(growNotes, { space, noise, seen, ...range })
    await db.run(growAnswers, { space, embedder: embedder.id, ...range })
    await db.run(growInsights, { space, noise, ...range })
    await db.run(noteGrown, { attempts: range.to, space })
    onProgress(`${range.to.toLocaleString('en')} of ${attempts.toLocaleString('en')} attempts`)
  }
  return attempts
}

async function tasksOf(ask: WhatToAsk, embedder: Embedder): Promise<GraphMap[]> {
  const some = Array.from({ length: tasks }, (_, i) => ask.task(i))
  const vectors = await embedder.embed(some.map(({ text }) => text))
  return some.map((task, i) => ({ ...task, embedding: Array.from(vectors[i] ?? []) }))
}
