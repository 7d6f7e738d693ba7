import { contentHash } from '../domain/content-hash.js'
import { clusterMembers, finishClusters, insightsSharing, mergeEvidence } from '../graph/queries.js'
import { assembleAll, type Assembled } from './assemble.js'
import { restsOnClaims } from './gates/weigh-claims.js'
import type { KnownInsight } from './known-insights.js'
import { mergeInto } from './merge-into.js'
import type { ClusterOutcome } from './outcome.js'
import { ignored, take, type NumberedCluster, type Pending, type Working } from './pending.js'
import { propose, type Proposal, type Sharing } from './propose.js'
import { trimMemory } from './run-memory.js'
import type { LessonBeneath } from './source.js'
import { idsBeneath, judge, writeJudged, type InsightPlace } from './write-insight-of.js'

/** Attempts, and lessons, that one cluster brings at most; of more, those with the smallest ids. */
const mostMembers = 200

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
      await tx.run(mergeEvidence, { rows: [...pending.evidence.values()].map(({ row }) => row) })
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
  const members = new Map(
    rows.map(({ id, traces, lessons }) => [
      id,
      { traces, lessons: lessons as unknown as readonly LessonBeneath[] }
    ])
  )
  const assembled = await assembleAll(
    deps,
    clusters.map((cluster) => ({
      ...(members.get(cluster.id) ?? { traces: [], lessons: [] }),
      kind: cluster
    })),
    space
  )
  const shares = await deps.db.run(insightsSharing, {
    // What was set aside is shared with nothing.
    clusters: clusters.flatMap(({ id }, i) => {
      const one = assembled[i]
      return one == null ? [] : [{ id, traces: idsBeneath(one).traces }]
    }),
    space
  })
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
    selfJudged: restsOnClaims(assembled),
    traces: idsBeneath(assembled).traces
  }
  return propose(proposed, known, sharing)
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
