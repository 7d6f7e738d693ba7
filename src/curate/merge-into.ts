import type { GateResult } from '../domain/insight.js'
import { assembleAll, readSources, type Assembled, type Members } from './assemble.js'
import { beneath, readBeneath, united, type Beneath } from './beneath.js'
import { independentSupport } from './gates/independence.js'
import { supported } from './gates/run-gates.js'
import { restsOnClaims } from './gates/weigh-claims.js'
import type { KnownInsight } from './known-insights.js'
import type { ClusterOutcome } from './outcome.js'
import { ignored, take, type NumberedCluster, type Pending, type Working } from './pending.js'
import { isClaim } from './source.js'
import { evidenceRow, judge } from './write-insight-of.js'

export interface Merging {
  readonly cluster: NumberedCluster
  readonly assembled: Assembled
  readonly insight: KnownInsight
}

/**
 * One that nobody has taken up is made anew of all it now rests on; of one that somebody has, the
 * words stay and what it rests on grows.
 */
export async function mergeInto(
  at: Working,
  { cluster, assembled, insight }: Merging,
  pending: Pending
): Promise<ClusterOutcome> {
  const before = await beneathNow(at, insight, pending)
  const members = { ...united([before, beneath(assembled)]), kind: cluster }
  const [union = null] = await assembleAll(at.deps, [members], at.space)
  if (!before.isFree) return addTo(at, { insight, before, members, union }, pending)
  // Together the judged attempts show nothing to do; then nobody's word about himself does either.
  if (union === null && restsOnClaims(assembled)) return ignored(nothingJudged)
  const judged = judge({ assembled: union ?? assembled, place: insight }, at.known)
  return take(at, { kind: 'merge', judged }, pending)
}

const nothingJudged = 'adds nothing but what agents claim of themselves'

/** What an insight rests on, with what is not written yet. */
async function beneathNow(
  { deps }: Working,
  { id }: KnownInsight,
  { judged, evidence }: Pending
): Promise<Beneath> {
  const earlier = judged.get(id)
  if (earlier !== undefined) return beneath(earlier.assembled)
  const waiting = evidence.get(id)
  if (waiting !== undefined) return waiting.stands
  return (await readBeneath(deps.db, id)) ?? gone
}

const gone: Beneath = {
  traces: [],
  setAside: [],
  lessons: [],
  isFree: false,
  isFlagged: false,
  isMarked: false,
  code: null,
  gates: '[]'
}

interface Adding {
  readonly insight: KnownInsight
  readonly before: Beneath
  readonly members: Members
  /** What it would be, were it made anew. */
  readonly union: Assembled | null
}

/**
 * Adds to what people have in hand or in force. A claim comes beneath it only where it is marked as
 * resting on claims already: a person has seen that, or has to before approving it. Where the words
 * hold by judged attempts alone by now, the claims go and the flag with them; what was approved with
 * the flag seen stays as it was approved.
 */
async function addTo(
  at: Working,
  { insight, before, members, union }: Adding,
  pending: Pending
): Promise<ClusterOutcome> {
  const cleared = before.isFlagged ? standingWithoutClaims(insight, before, union) : null
  const rests = cleared ?? (await restsWith(at, before, members))
  const known = new Set([...before.traces, ...before.lessons.map(({ id }) => id)])
  const isNews = [...rests.sources, ...rests.lessons].some(({ id }) => !known.has(id))
  if (!isNews && cleared === null) return ignored(nothingJudged)
  const { id } = insight
  const clearing = cleared === null ? null : clearedOf(cleared, before)
  pending.evidence.set(id, {
    row: { ...evidenceRow(id, rests), clears: false, ...clearing?.row },
    stands: {
      ...before,
      ...clearing?.stands,
      traces: rests.sources.map((source) => source.id),
      lessons: rests.lessons
    }
  })
  if (cleared !== null) at.known.set({ ...insight, selfJudged: false })
  return { kind: 'merge', insight: id, reason: null, failed: [] }
}

/** What it rests on without claims; null where its words or its code need them. */
function standingWithoutClaims(
  { recommends, avoids }: KnownInsight,
  { code }: Beneath,
  union: Assembled | null
): Assembled | null {
  if (union === null || restsOnClaims(union)) return null
  const { recommended, avoided } = union.material
  const saysSo = (names: readonly string[], of: readonly { readonly name: string }[]) =>
    names.every((name) => of.some((one) => one.name === name))
  const hasCode = code === null || union.sources.some((source) => source.code === code)
  return saysSo(recommends, recommended) && saysSo(avoids, avoided) && hasCode ? union : null
}

/** How one stands whose claims and flag go: the gate that told of them tells of what is left. */
function clearedOf(cleared: Assembled, { gates }: Beneath) {
  const { sources, aside } = cleared
  const setAside = aside.map(({ id }) => id)
  const told = supported({ support: independentSupport(sources), sources, aside })
  const others = JSON.parse(gates) as readonly GateResult[]
  const now = JSON.stringify(others.map((one) => (one.gate === told.gate ? told : one)))
  return {
    row: { clears: true, setAside, gates: now },
    stands: { setAside, gates: now, isFlagged: false, isMarked: false }
  }
}

async function restsWith(
  { deps }: Working,
  before: Beneath,
  { traces, lessons }: Members
): Promise<Pick<Assembled, 'sources' | 'lessons'>> {
  const read = await readSources(deps, traces)
  const known = new Set([...before.traces, ...before.lessons.map(({ id }) => id)])
  const mayRest = (id: string, claimed: boolean) => !claimed || before.isMarked || known.has(id)
  return {
    sources: traces
      .flatMap((id) => read.get(id) ?? [])
      .filter((source) => mayRest(source.id, isClaim(source))),
    lessons: lessons.filter(({ id, claimed }) => mayRest(id, claimed))
  }
}
