import type { Cairn } from '../../src/cairn.js'
import type { CurationReport } from '../../src/curate/curation.js'
import type { LearnedRanking } from '../../src/retrieve/ranking/ranking.js'
import { traceOfArrival, type Arrival } from './arrivals.js'
import { plant, poisonKinds, type PoisonKind } from './poison.js'
import { reachedAmong, type Poisoned } from './reached.js'
import { curateByRule, curatorName, type Curated } from './rule-curator.js'

/** What came in and what became of it. */
export interface EpochRun {
  readonly recorded: number
  readonly refused: number
  readonly planted: Readonly<Record<PoisonKind, number>>
  /** How many of those were marked as they came in: recall and insights without a person's word pass over them. */
  readonly tainted: Readonly<Record<PoisonKind, number>>
  readonly curation: CurationReport
  readonly curated: Curated
  /** The order as it was learned after the curation. */
  readonly ranking: LearnedRanking | null
  readonly inForce: number
  /** Among all that was approved so far. */
  readonly poisoned: readonly Poisoned[]
}

/** What the whole measurement keeps in mind. */
export interface Memory {
  /** Kind by id of a planted trace. */
  readonly planted: Map<string, PoisonKind>
  /** Ids of all problems that anything was recorded of. */
  readonly problems: Set<string>
  /** Ids of the insights that the rule curator approved. */
  readonly approved: Set<string>
}

const batchSize = 200

/** Attempts and planted traces come in, curation runs, the rule curator decides, the epoch is closed. */
export async function runEpoch(
  cairn: Cairn,
  arrivals: readonly Arrival[],
  { seed, memory, note }: { readonly seed: number; readonly memory: Memory; readonly note: string }
): Promise<EpochRun> {
  const poison = plant(arrivals, seed)
  const honest = await record(cairn, arrivals.map(traceOfArrival), memory)
  const sent = await record(
    cairn,
    poison.map(({ trace }) => trace),
    memory
  )
  poison.forEach(({ kind }, i) => {
    const id = sent.traces[i]
    if (id != null) memory.planted.set(id, kind)
  })
  const tainted = await taintedAmong(cairn, sent.traces)
  const curation = await curate(cairn, seed)
  const curated = await curateByRule(cairn)
  for (const id of curated.approved) memory.approved.add(id)
  const { inForce } = await cairn.closeEpoch({ by: curatorName, note })
  return {
    recorded: honest.traces.length - honest.refused,
    refused: honest.refused + sent.refused,
    planted: countKinds(poison.map(({ kind }) => kind)),
    tainted: countKinds(poison.filter((_, i) => tainted[i]).map(({ kind }) => kind)),
    curation,
    curated,
    ranking: await cairn.ranking(),
    inForce,
    poisoned: await reachedAmong(cairn, memory.approved, memory.planted)
  }
}

async function record(
  cairn: Cairn,
  traces: readonly unknown[],
  memory: Memory
): Promise<{ traces: (string | null)[]; refused: number }> {
  const ids: (string | null)[] = []
  for (let i = 0; i < traces.length; i += batchSize) {
    const receipts = await cairn.recordTraces(traces.slice(i, i + batchSize))
    for (const { trace, problem } of receipts) {
      ids.push(trace)
      if (problem !== null) memory.problems.add(problem)
    }
  }
  return { traces: ids, refused: ids.filter((id) => id === null).length }
}

async function taintedAmong(cairn: Cairn, traces: readonly (string | null)[]): Promise<boolean[]> {
  const marked: boolean[] = []
  for (const id of traces)
    marked.push(id !== null && (await cairn.open(id)).properties['tainted'] === true)
  return marked
}

async function curate(cairn: Cairn, seed: number): Promise<CurationReport> {
  const { id } = await cairn.curate({ seed })
  await cairn.jobs.idle()
  const job = await cairn.jobs.get(id)
  if (job.state !== 'done') throw new Error(`${job.code ?? ''} ${job.message ?? 'curation failed'}`)
  return JSON.parse(job.result ?? '{}') as CurationReport
}

function countKinds(kinds: readonly PoisonKind[]): Record<PoisonKind, number> {
  return Object.fromEntries(
    poisonKinds.map((kind) => [kind, kinds.filter((one) => one === kind).length])
  ) as Record<PoisonKind, number>
}

/** @throws Error naming the first problem of a held-out family that stands in the graph */
export async function assertUnseen(
  cairn: Cairn,
  { problems }: Memory,
  heldOut: ReadonlySet<string>
): Promise<void> {
  for (const id of problems) {
    const { properties } = await cairn.open(id)
    const family = properties['family']
    if (typeof family !== 'string') throw new Error(`${id} has no family`)
    if (heldOut.has(family)) throw new Error(`${id} of the held-out family ${family} was recorded`)
  }
}
