import { contentHash } from '../domain/content-hash.js'
import {
  clusterMembers,
  finishClusters,
  insightsSharing,
  mergeEvidence,
  sourcesOfInsight
} from '../graph/queries.js'
import { assembleAll, type Assembled, type AssembleDeps } from './assemble.js'
import { independentSupport } from './gates/independence.js'
import type { KnownInsight, KnownInsights } from './known-insights.js'
import type { ClusterOutcome } from './outcome.js'
import type { PlannedCluster, RunAt } from './plan-run.js'
import { trimMemory } from './run-memory.js'
import { propose, type Proposal, type Sharing } from './propose.js'
import {
  beneath,
  evidenceOf,
  judge,
  knownOf,
  writeJudged,
  type EvidenceRow,
  type InsightPlace,
  type Judged
} from './write-insight-of.js'

/** Attempts, and lessons, that one cluster brings at most; of more, those with the smallest ids. */
const mostMembers = 200

/** What an insight is drawn from at most once clusters are merged. */
const mostMerged = 400

export interface Working extends RunAt {
  readonly deps: AssembleDeps
  readonly known: KnownInsights
}

export interface NumberedCluster extends PlannedCluster {
  readonly id: string
}

/** What a group of clusters comes to, before it is written. */
interface Pending {
  readonly judged: Map<string, Judged>
  readonly evidence: Map<string, EvidenceRow>
}

/**
 * Decides on clusters one after the other, each against what those before it came to, and writes
 * what follows with the word that they are done in one transaction.
 */
export async function curateClusters(
  at: Working,
  clusters: readonly NumberedCluster[]
): Promise<ClusterOutcome[]> {
  const { deps, lock, space, run } = at
  trimMemory(deps.memory)
  const drawn = await draw(at, clusters)
  const pending: Pending = { judged: new Map(), evidence: new Map() }
  const outcomes: ClusterOutcome[] = []
  for (const one of drawn) outcomes.push(await decide(at, one, pending))
  const rows = drawn.map(({ cluster: { id } }, i) => ({ id, outcome: JSON.stringify(outcomes[i]) }))
  await deps.db.write(async (tx) => {
    await lock.hold(tx)
    await writeJudged(tx, [...pending.judged.values()], { space, run, isWorded: false })
    if (pending.evidence.size > 0)
      await tx.run(mergeEvidence, { rows: [...pending.evidence.values()] })
    await tx.run(finishClusters, { rows })
  })
  return outcomes
}

interface Drawn {
  readonly cluster: NumberedCluster
  readonly assembled: Assembled | null
  readonly sharing: readonly Sharing[]
}

async function draw(at: Working, clusters: readonly NumberedCluster[]): Promise<Drawn[]> {
  const { deps, space } = at
  const asked = clusters.map(({ id, problems, tainted }) => ({
    id,
    problems: [...problems],
    tainted
  }))
  const rows = await deps.db.run(clusterMembers, { clusters: asked, space, limit: mostMembers })
  const members = new Map(rows.map((row) => [row.id, row]))
  const of = (id: string) => members.get(id) ?? { traces: [], lessons: [] }
  const shares = await deps.db.run(insightsSharing, {
    clusters: clusters.map(({ id }) => ({ id, traces: [...of(id).traces] })),
    space
  })
  const assembled = await assembleAll(
    deps,
    clusters.map((cluster) => ({ ...of(cluster.id), kind: cluster })),
    space
  )
  return clusters.map((cluster, i) => ({
    cluster,
    assembled: assembled[i] ?? null,
    sharing: shares.filter((share) => share.cluster === cluster.id)
  }))
}

async function decide(
  at: Working,
  { cluster, assembled, sharing }: Drawn,
  pending: Pending
): Promise<ClusterOutcome> {
  if (assembled === null)
    return ignored('no attempt passed, or those that did have nothing in common')
  const proposal = proposalFor(at, { cluster, assembled }, sharing)
  if (proposal.kind === 'ignore') return ignored(proposal.reason)
  if (proposal.kind === 'merge') {
    return mergeInto(at, { cluster, assembled, insight: proposal.insight }, pending)
  }
  const place = placeOf(at, cluster, proposal.kind === 'refine' ? proposal.insight : null)
  return take(at, { kind: proposal.kind, judged: judge({ assembled, place }, at.known) }, pending)
}

function proposalFor(
  { known }: Working,
  { cluster, assembled }: { readonly cluster: NumberedCluster; readonly assembled: Assembled },
  sharing: readonly Sharing[]
): Proposal {
  const { recommended, avoided, library, gap } = assembled.material
  const proposed = {
    vector: assembled.vector,
    recommends: recommended.map(({ name }) => name),
    avoids: avoided.map(({ name }) => name),
    library,
    gap,
    tainted: cluster.tainted,
    traces: beneath(assembled).traces
  }
  return propose(proposed, known, sharing)
}

function ignored(reason: string): ClusterOutcome {
  return { kind: 'ignore', insight: null, reason, failed: [] }
}

/** Ids follow from the run and the cluster, so that a run that is taken up makes the same ones. */
function placeOf(
  { space, run }: Working,
  { id: cluster }: NumberedCluster,
  refined: KnownInsight | null
): InsightPlace {
  const id = `insight:${contentHash(space, String(run), cluster)}`
  if (refined === null) return { id, lineage: id, revision: 1, refines: null }
  const { lineage, revision } = refined
  return { id, lineage, revision: revision + 1, refines: refined.id }
}

interface Merging {
  readonly cluster: NumberedCluster
  readonly assembled: Assembled
  readonly insight: KnownInsight
}

/**
 * One that nobody has taken up is made anew of all it now rests on; of one that somebody has, the
 * words stay and what it rests on grows.
 */
async function mergeInto(
  at: Working,
  { cluster, assembled, insight }: Merging,
  pending: Pending
): Promise<ClusterOutcome> {
  const { isFree, ...before } = await beneathNow(at, insight, pending)
  const own = beneath(assembled)
  const members = {
    traces: joined(before.traces, own.traces),
    lessons: joined(before.lessons, own.lessons),
    kind: cluster
  }
  const [union] = await assembleAll(at.deps, [members], at.space)
  const whole = union ?? assembled
  if (isFree) {
    const judged = judge({ assembled: whole, place: insight }, at.known)
    return take(at, { kind: 'merge', judged }, pending)
  }
  const support = independentSupport(whole.sources)
  pending.evidence.set(insight.id, evidenceOf({ place: insight, assembled: whole, support }))
  return { kind: 'merge', insight: insight.id, reason: null, failed: [] }
}

/** What an insight rests on, with what is not written yet, and whether nobody has taken it up. */
async function beneathNow(
  { deps }: Working,
  { id }: KnownInsight,
  { judged, evidence }: Pending
): Promise<{ traces: readonly string[]; lessons: readonly string[]; isFree: boolean }> {
  const earlier = judged.get(id)
  if (earlier !== undefined) return { ...beneath(earlier.assembled), isFree: true }
  const waiting = evidence.get(id)
  if (waiting !== undefined) return { ...waiting, isFree: false }
  const [stored] = await deps.db.run(sourcesOfInsight, { id })
  if (stored === undefined) return { traces: [], lessons: [], isFree: false }
  return { ...stored, isFree: stored.state === 'candidate' }
}

function joined(before: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...before, ...more])].slice(0, mostMerged)
}

function take(
  { known }: Working,
  { kind, judged }: { readonly kind: 'add' | 'refine' | 'merge'; readonly judged: Judged },
  pending: Pending
): ClusterOutcome {
  const { id } = judged.place
  pending.judged.set(id, judged)
  known.set(knownOf(judged))
  const failed = judged.gates.filter(({ passed }) => !passed).map(({ gate }) => gate)
  return { kind, insight: id, reason: null, failed }
}
