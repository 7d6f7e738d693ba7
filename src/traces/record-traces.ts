import { stateEmbedText, taskEmbedText } from '../domain/embed-text.js'
import type { Trust } from '../domain/field-note.js'
import type { RedactOptions } from '../domain/redact.js'
import type { Database } from '../graph/database.js'
import { librariesKnown } from '../graph/queries.js'
import { inTurns } from '../in-turns.js'
import type { Embedder } from '../model/embedder.js'
import { createCatalogue, documentationFor, type GrowingCatalogue } from './api-catalogue.js'
import { mineTrace, statesToEmbed, type Mined } from './mine-trace.js'
import { isPrepared, type PreparedTrace, type TraceFindings } from './prepare-trace.js'
import { settleWaitingOf } from './notes/settle-waiting.js'
import { namesToLearn } from './notes/subject-of.js'
import { createTextVectors, type TextVectors } from './text-vectors.js'
import { notTheirs, receiptOf, type TraceReceipt } from './trace-receipt.js'
import { refuseDeleted } from './refuse-deleted.js'
import { refuseUnknownAdvice } from './refuse-unknown-advice.js'
import type { TraceReading } from './trace-reading.js'
import { traceRows, type TraceRows } from './trace-rows.js'
import { isKnown, isOwn, knownTraces, writeTraces } from './write-traces.js'

export interface RecordDeps {
  readonly db: Database
  readonly embedder: Embedder
  readonly reading: TraceReading
}

export interface RecordOptions {
  readonly space: string
  /** Those that whoever made them can read; their own alone unless told. */
  readonly spaces?: readonly string[]
  /** Whose they are, where that is known for sure: independence is then counted by it and not by the agent's name. */
  readonly principal?: string
  /** How far what they show is trusted; only the server says so. Left out, a principal's own word. */
  readonly trust?: Trust
  /** What goes beside secrets: home folders, e-mail addresses. */
  readonly redact?: RedactOptions
  /** Whether what was deleted stays so; left out, it is recorded again as anything else. */
  readonly unlessDeleted?: boolean
}

/** What batches of one run share: vectors and look-ups that were made already. */
export interface Recorder {
  /**
   * Writes traces that were checked, in one transaction. Called again before it is done it looks through the next
   * while it writes, and writes in the order of the calls; after a failure nothing more is written.
   * @returns a receipt each, in order
   */
  write(traces: readonly PreparedTrace[]): Promise<RecordedTrace[]>
}

export interface RecordedTrace {
  readonly receipt: TraceReceipt
  /** What was found in it; nothing where it was known. */
  readonly findings: TraceFindings | undefined
}

/** Most traces of one transaction. */
const batchSize = 100

/**
 * Takes in traces from outside, in the canonical or the short form: each becomes a Trace that attempts a Problem,
 * with its states, errors, APIs and lessons. The same trace twice is one trace; a bad one stops no other.
 * @returns a receipt for each, in order
 * @throws CairnError MODEL_UNAVAILABLE, GRAPH_UNAVAILABLE; what batches were written before stays
 */
export async function recordTraces(
  deps: RecordDeps,
  inputs: readonly unknown[],
  options: RecordOptions
): Promise<TraceReceipt[]> {
  const recorder = createRecorder(deps, options)
  const receipts: TraceReceipt[] = []
  const { space, redact } = options
  const how = { space, ...(redact && { redact }) }
  for (let i = 0; i < inputs.length; i += batchSize) {
    const checked = await deps.reading.check(inputs.slice(i, i + batchSize), how)
    const prepared = await refuseUnknownAdvice(deps.db, checked, options)
    const wanted =
      options.unlessDeleted === true ? await refuseDeleted(deps.db, prepared) : prepared
    const written = await recorder.write(wanted.filter(isPrepared))
    const inOrder = written.values()
    for (const item of wanted) {
      if (!isPrepared(item)) receipts.push(item)
      else receipts.push(inOrder.next().value?.receipt ?? receiptOf('known', item))
    }
  }
  return receipts
}

export function createRecorder(
  deps: RecordDeps,
  to: Pick<RecordOptions, 'space' | 'spaces' | 'principal' | 'trust'>
): Recorder {
  const { space } = to
  const ready = createLook(deps, to)
  let looking: Promise<unknown> = Promise.resolve()
  let writing: Promise<unknown> = Promise.resolve()
  return {
    write: async (traces) => {
      const found = looking.then(() => ready(traces))
      looking = found
      const written = Promise.all([found, writing]).then(([{ rows }]) => {
        return writeTraces(deps, { rows, space })
      })
      writing = written
      const [{ findings, others }, fresh] = await Promise.all([found, written])
      const there = traces.filter(({ id }) => !fresh.has(id) && !others.has(id))
      await settleWaitingOf(
        deps,
        space,
        there.map(({ id }) => id)
      )
      return traces.map((trace) => {
        if (others.has(trace.id)) return { receipt: notTheirs(trace), findings: undefined }
        const isNew = findings.has(trace) && fresh.has(trace.id)
        const receipt = receiptOf(isNew ? 'accepted' : 'known', trace)
        return { receipt, findings: isNew ? findings.get(trace) : undefined }
      })
    }
  }
}

interface Ready {
  readonly rows: readonly TraceRows[]
  /** Of each trace that is new. */
  readonly findings: ReadonlyMap<PreparedTrace, TraceFindings>
  /** Ids that somebody else gave to a trace of theirs. */
  readonly others: ReadonlySet<string>
}

/** Reads out of traces what is to be written of those that are new. */
function createLook(
  deps: RecordDeps,
  {
    space,
    spaces = [space],
    principal,
    trust = 'self-reported'
  }: Pick<RecordOptions, 'space' | 'spaces' | 'principal' | 'trust'>
): (traces: readonly PreparedTrace[]) => Promise<Ready> {
  const vectors = createTextVectors(deps.embedder)
  const catalogue = createCatalogue(deps.db, space)
  let libraries: ((name: string) => readonly string[]) | undefined
  return async (traces) => {
    const ids = traces.map(({ id }) => id)
    const known = await knownTraces(deps.db, ids)
    const changed = firstOfEach(traces).filter((trace) => !isKnown(trace, known))
    const fresh = changed.filter(({ id }) => isOwn(known.get(id), principal ?? null))
    const others = new Set(changed.filter((one) => !fresh.includes(one)).map(({ id }) => id))
    if (fresh.length === 0) return { rows: [], findings: new Map(), others }
    libraries ??= await librariesByName(deps.db, space)
    vectors.trim()
    const found = await look(deps.reading, fresh, catalogue)
    const mined = await mine(found, vectors)
    const context = {
      space,
      spaces,
      principal: principal ?? null,
      trust,
      vectors,
      catalogue,
      librariesNamed: libraries
    }
    const rows = await inTurns(found, ({ trace, findings }, i) =>
      traceRows({ prepared: trace, findings, mined: mined[i] ?? nothing }, context)
    )
    return { rows, findings: new Map(found.map((one) => [one.trace, one.findings])), others }
  }
}

const nothing: Mined = { values: new Map(), shortcuts: [] }

interface Found {
  readonly trace: PreparedTrace
  readonly findings: TraceFindings
}

async function look(
  reading: TraceReading,
  traces: readonly PreparedTrace[],
  catalogue: GrowingCatalogue
): Promise<Found[]> {
  const looked = await reading.look(traces)
  const found = traces.flatMap((trace, i): Found[] => {
    const findings = looked[i]
    return findings === undefined ? [] : [{ trace, findings }]
  })
  await catalogue.learn(found.flatMap(({ findings }) => findings.uses))
  await catalogue.learn(
    found.flatMap(({ findings }) => namesToLearn(findings.notes.flatMap(({ about }) => about)))
  )
  return found
}

async function mine(found: readonly Found[], vectors: TextVectors): Promise<Mined[]> {
  await vectors.learn(found.map(({ trace }) => taskEmbedText(trace.trace.task.text)))
  await vectors.learn(
    found.flatMap(({ trace, findings }) =>
      statesToEmbed(findings, trace.trace.outcome.status).map(({ text }) => stateEmbedText(text))
    )
  )
  const mined = await inTurns(found, ({ trace, findings }) => mineTrace(trace, findings, vectors))
  await vectors.learn(
    mined.flatMap(({ shortcuts }) => shortcuts.map(({ instruction }) => instruction))
  )
  return mined
}

/** Of traces with the same id in one batch the last where its sender named it, else the first. */
function firstOfEach(traces: readonly PreparedTrace[]): PreparedTrace[] {
  const byId = new Map<string, PreparedTrace>()
  for (const trace of traces) {
    const before = byId.get(trace.id)
    if (before === undefined || (trace.named && before.hash !== trace.hash))
      byId.set(trace.id, trace)
  }
  return [...byId.values()]
}

/** A library goes by its key, its key without the version, its name in any case. */
async function librariesByName(
  db: Database,
  space: string
): Promise<(name: string) => readonly string[]> {
  const ids = new Map<string, string[]>()
  for (const { id, key, name } of await db.run(librariesKnown, {
    spaces: documentationFor(space)
  })) {
    const names = new Set([key, key.replace(/@[^@/]*$/, ''), name].map((one) => one.toLowerCase()))
    for (const one of names) ids.set(one, [...(ids.get(one) ?? []), id])
  }
  return (name) => ids.get(name.toLowerCase()) ?? []
}
