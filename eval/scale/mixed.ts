import { loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { randomFrom } from '../../src/domain/random-from.js'
import type { Database } from '../../src/graph/database.js'
import { heldIds } from '../../src/graph/queries.js'
import { ask } from '../backup/writers.js'
import { percentile } from '../support/statistics.js'
import { asRunning, recommendQuery, type Served } from './doors.js'
import { attemptToRecord, recordAttempt } from './recording.js'
import { residentMb } from './processes.js'
import type { WhatToAsk } from './what-to-ask.js'

export const mixedKinds = ['recommend', 'record', 'feedback', 'resolve'] as const
export type MixedKind = (typeof mixedKinds)[number]

/** Of a hundred requests. */
const shares: Readonly<Record<MixedKind, number>> = {
  recommend: 60,
  record: 20,
  feedback: 10,
  resolve: 10
}

export interface MixedOptions {
  readonly agents: number
  readonly seconds: number
  /** Seconds from one request of an agent to its next, on average; an answer that takes longer is waited for. */
  readonly pace: number
  /** Names what is recorded: no two runs record the same. */
  readonly run: string
  /** Processes whose memory is watched, by name. */
  readonly watched: Readonly<Record<string, number>>
  readonly onProgress?: (text: string) => void
}

export interface MixedFigures {
  readonly kinds: readonly {
    readonly kind: MixedKind | 'all'
    readonly done: number
    readonly errors: number
    readonly p50: number
    readonly p95: number
    readonly p99: number
  }[]
  /** What went wrong, the first few. */
  readonly errors: readonly string[]
  readonly acknowledged: ReadonlySet<string>
  readonly perSecond: number
  /** Memory over time, MiB, with the load of the machine. */
  readonly watched: readonly Readonly<Record<string, number>>[]
}

interface Book {
  readonly ms: Record<MixedKind, number[]>
  readonly failed: Record<MixedKind, number>
  readonly errors: string[]
  readonly acknowledged: Set<string>
}

const watchEveryMs = 10_000
const shownErrors = 10

/** A slow machine goes on until each kind of request was made: what was never asked was not measured. */
function lacksOne({ ms, failed }: Book): boolean {
  return mixedKinds.some((kind) => ms[kind].length + failed[kind] === 0)
}

/** Agents that ask, record, report and look up errors side by side, as a team of them does. */
export async function runMixed(
  served: Served,
  what: WhatToAsk,
  options: MixedOptions
): Promise<MixedFigures> {
  const { agents, seconds, pace } = options
  const book: Book = {
    ms: { recommend: [], record: [], feedback: [], resolve: [] },
    failed: { recommend: 0, record: 0, feedback: 0, resolve: 0 },
    errors: [],
    acknowledged: new Set()
  }
  const started = performance.now()
  const until = started + seconds * 1_000
  const latest = started + 5 * seconds * 1_000
  const goesOn = () => performance.now() < until || (lacksOne(book) && performance.now() < latest)
  const watch = startWatch(options, started)
  const agent = async (n: number) => {
    const random = randomFrom(n + 1)
    const mind: Mind = { served, what, name: `${options.run}-${n}`, n, last: null }
    // They do not all begin at once.
    await wait(random() * pace * 1_000)
    for (let i = 0; goesOn(); i += 1) {
      const from = performance.now()
      await step(mind, { i, kind: kindOf(random(), mind.last !== null) }, book)
      const pause = pace * 1_000 * (0.5 + random()) - (performance.now() - from)
      if (pause > 0) await wait(Math.min(pause, Math.max(0, until - performance.now())))
    }
  }
  await Promise.all(Array.from({ length: agents }, (_, n) => agent(n)))
  const took = (performance.now() - started) / 1_000
  const row = (kind: MixedKind | 'all') => {
    const kinds: readonly MixedKind[] = kind === 'all' ? mixedKinds : [kind]
    const ms = kinds.flatMap((one) => book.ms[one])
    const errors = kinds.reduce((sum: number, one) => sum + book.failed[one], 0)
    const at = (share: number) => percentile(ms, share)
    return { kind, done: ms.length, errors, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
  }
  const kinds = [...mixedKinds, 'all' as const].map(row)
  const { acknowledged, errors } = book
  const perSecond =
    kinds.reduce((sum, { kind, done }) => sum + (kind === 'all' ? done : 0), 0) / took
  return { kinds, errors, acknowledged, perSecond, watched: watch.stop() }
}

/** An agent, and the answer that it may report on. */
interface Mind {
  readonly served: Served
  readonly what: WhatToAsk
  readonly name: string
  readonly n: number
  last: { readonly id: string; readonly cited: readonly string[] } | null
}

async function step(
  mind: Mind,
  { i, kind }: { readonly i: number; readonly kind: MixedKind },
  book: Book
): Promise<void> {
  const started = performance.now()
  try {
    const id = await verbs[kind](mind, i)
    book.ms[kind].push(performance.now() - started)
    if (id !== null) book.acknowledged.add(id)
  } catch (error) {
    book.failed[kind] += 1
    if (book.errors.length < shownErrors) book.errors.push(`${kind}: ${String(error)}`)
  }
}

/** Who has no answer to report on asks first. */
function kindOf(drawn: number, canReport: boolean): MixedKind {
  let left = drawn * 100
  for (const kind of mixedKinds) {
    left -= shares[kind]
    if (left < 0) return kind === 'feedback' && !canReport ? 'recommend' : kind
  }
  return 'recommend'
}

/** @returns the id of what was acknowledged; null where nothing is written */
const verbs: Readonly<Record<MixedKind, (mind: Mind, i: number) => Promise<string | null>>> = {
  recommend: async (mind, i) => {
    const { recommend } = await ask<{
      recommend: { id: string; citations: readonly { number: number }[] }
    }>(asRunning(mind.served), recommendQuery, { q: mind.what.question(mind.n * 1_009 + i) })
    const cited = recommend.citations.map(({ number }) => String(number))
    mind.last = { id: recommend.id, cited }
    return recommend.id
  },
  record: ({ served, what, name, n }, i) =>
    recordAttempt(served, attemptToRecord(what, `${name}-${i}`, n * 1_009 + i)),
  feedback: async (mind, i) => {
    const { last } = mind
    if (last === null) throw new Error('nothing to report on')
    mind.last = null
    const { sendFeedback } = await ask<{ sendFeedback: { feedback: string } }>(
      asRunning(mind.served),
      'mutation ($input: FeedbackInput!) { sendFeedback(input: $input) { feedback } }',
      {
        input: {
          recommendation: last.id,
          from: 'agent',
          outcome: i % 3 === 0 ? 'failed' : 'passed',
          used: last.cited.slice(0, 2)
        }
      }
    )
    return sendFeedback.feedback
  },
  resolve: async ({ served, what, n }, i) => {
    await ask(
      asRunning(served),
      'query ($text: String!) { resolveError(text: $text) { id resolved attempts { trace } } }',
      { text: what.errorText(n * 1_009 + i) }
    )
    return null
  }
}

function startWatch({ watched, onProgress = () => undefined }: MixedOptions, started: number) {
  const rows: Record<string, number>[] = []
  const look = () => {
    const row: Record<string, number> = {
      seconds: Math.round((performance.now() - started) / 1_000)
    }
    for (const [name, pid] of Object.entries(watched)) row[name] = Math.round(residentMb(pid))
    row['load'] = loadavg()[0] ?? NaN
    rows.push(row)
    if (rows.length % 6 === 1) onProgress(JSON.stringify(row))
  }
  look()
  const timer = setInterval(look, watchEveryMs)
  return {
    stop: () => {
      clearInterval(timer)
      look()
      return rows
    }
  }
}

/** What was acknowledged and is not in the graph. */
export async function lostOf(db: Database, acknowledged: ReadonlySet<string>): Promise<string[]> {
  const held = new Set((await db.run(heldIds, {})).flatMap(({ ids }) => ids))
  return [...acknowledged].filter((id) => !held.has(id))
}
