import type { FormatName } from './formats/format.js'
import type { ImportTally } from './import-summary.js'
import type { ImportDeps, ImportInput, ImportRun } from './import-traces.js'
import type { PreparedTrace, TraceFindings } from './prepare-trace.js'
import { createRecorder, type RecordDeps, type RecordedTrace } from './record-traces.js'
import { receiptOf } from './trace-receipt.js'
import { isKnown, knownTraces } from './write-traces.js'

const batchTraces = 200
/** Characters of the traces of one transaction: what bounds memory. */
const batchCharacters = 3_000_000

interface From {
  readonly file: string
  readonly format?: FormatName
}

interface Held {
  readonly trace: PreparedTrace
  readonly from: From
}

/** Gathers traces and writes them, one batch while the next is looked through and the one after that read. */
export interface ImportBatches {
  add(trace: PreparedTrace, from: From): Promise<void>
  /** Writes what is left and waits for all. */
  end(): Promise<void>
  /** Waits for what is under way, whatever becomes of it. */
  settle(): Promise<void>
}

export function createBatches(
  deps: ImportDeps,
  at: { input: ImportInput & { readonly space: string }; tally: ImportTally; run: ImportRun }
): ImportBatches {
  const { input, tally, run } = at
  const recorder = createRecorder(deps, { space: input.space, trust: 'imported' })
  let held: Held[] = []
  let characters = 0
  let done = 0
  // Two are under way at most: one is looked through while the one before is written.
  let before: Promise<void> = Promise.resolve()
  let newest: Promise<void> = Promise.resolve()
  const write = async (batch: readonly Held[], earlier: Promise<void>) => {
    const traces = batch.map(({ trace }) => trace)
    const written = await (input.dryRun === true ? foresee(deps, traces) : recorder.write(traces))
    await earlier
    batch.forEach(({ trace, from }, i) => {
      const file = trace.trace.source?.file ?? from.file
      tally.count({ file, format: from.format }, countOf(trace, written[i]))
    })
    done += batch.length
    run.report(done, done + 1)
  }
  const flush = async () => {
    await before
    run.signal.throwIfAborted()
    const batch = held
    held = []
    characters = 0
    if (batch.length === 0) return
    if (input.dryRun !== true) await deps.requireSpace()
    before = newest
    newest = write(batch, before)
    // Whoever flushes next or ends hears of a failure.
    newest.catch(() => undefined)
  }
  return {
    add: async (trace, { file, format }) => {
      held.push({ trace, from: { file, ...(format === undefined ? {} : { format }) } })
      characters += trace.characters
      if (held.length >= batchTraces || characters >= batchCharacters) await flush()
    },
    end: async () => {
      await flush()
      await newest
      run.report(done, done)
    },
    settle: async () => {
      await Promise.allSettled([before, newest])
    }
  }
}

function countOf({ trace }: PreparedTrace, written: RecordedTrace | undefined) {
  const isNew = written?.receipt.status === 'accepted'
  return {
    traces: 1,
    steps: trace.steps.length,
    accepted: isNew ? 1 : 0,
    known: isNew ? 0 : 1,
    [trace.outcome.status]: 1,
    ...foundIn(written?.findings)
  }
}

function foundIn(findings: TraceFindings | undefined) {
  const nodes = [...(findings?.states.chain.nodes.values() ?? [])]
  return {
    states: nodes.filter(({ text }) => text !== '').length,
    errors: findings?.errors.raised.length ?? 0,
    resolved: findings?.errors.resolved.length ?? 0,
    notes: findings?.notes.length ?? 0
  }
}

/** What would become of traces, without writing them. */
async function foresee(
  deps: RecordDeps,
  traces: readonly PreparedTrace[]
): Promise<RecordedTrace[]> {
  const known = await knownTraces(
    deps.db,
    traces.map(({ id }) => id)
  )
  const fresh = traces.filter((trace) => !isKnown(trace, known))
  const looked = await deps.reading.look(fresh)
  const findings = new Map(fresh.map((trace, i) => [trace, looked[i]]))
  return traces.map((trace) => {
    const receipt = receiptOf(findings.has(trace) ? 'accepted' : 'known', trace)
    return { receipt, findings: findings.get(trace) }
  })
}
