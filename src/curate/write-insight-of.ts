import { compoundParts, nameForms } from '../domain/code-terms.js'
import { selfJudgedFlag, type GateResult } from '../domain/insight.js'
import type { Transaction } from '../graph/database.js'
import { mergeEvidence, writeCandidates } from '../graph/queries.js'
import type { GraphMap } from '../graph/query.js'
import type { Assembled } from './assemble.js'
import { independentSupport, type Support } from './gates/independence.js'
import { restsOnClaims, withoutClaims } from './gates/weigh-claims.js'
import { isQueued, runGates, type GateResults } from './gates/run-gates.js'
import type { KnownInsight, KnownInsights } from './known-insights.js'

/** Which insight it becomes. */
export interface InsightPlace {
  readonly id: string
  readonly lineage: string
  readonly revision: number
  /** The insight that it is to take the place of, once approved. */
  readonly refines: string | null
}

/** An insight that went through its gates and is to be written. */
export interface Judged extends GateResults {
  readonly assembled: Assembled
  readonly place: InsightPlace
  readonly support: Support
}

/** Runs the gates over an insight. */
export function judge(
  given: { readonly assembled: Assembled; readonly place: InsightPlace },
  known: KnownInsights
): Judged {
  const { assembled, place } = given
  const { draft, vector, material, sources, aside, docs, quotesHeld } = assembled
  const support = independentSupport(sources)
  const { recommended, avoided } = material
  const own = [place.id, ...(place.refines === null ? [] : [place.refines])]
  const input = { draft, vector, recommended, avoided, sources, aside, support, docs, known, own }
  return { ...given, support, ...runGates({ ...input, quotesHeld }) }
}

/** Writes candidates with their edges; of those that a person has taken up meanwhile only what they rest on. */
export async function writeJudged(
  tx: Transaction,
  all: readonly Judged[],
  at: { readonly space: string; readonly run: number; readonly isWorded: boolean }
): Promise<void> {
  if (all.length === 0) return
  const rows = all.map((judged) => ({
    id: judged.place.id,
    properties: propertiesOf(judged, at),
    backedBy: judged.assembled.draft.backedBy.map((one) => ({ ...one })),
    ...idsBeneath(judged.assembled),
    about: [...judged.assembled.draft.about],
    contradicts: [...judged.contradicts]
  }))
  const written = new Set(
    (await tx.run(writeCandidates, { rows, space: at.space })).map(({ id }) => id)
  )
  const taken = all.filter(({ place }) => !written.has(place.id))
  if (taken.length > 0) await tx.run(mergeEvidence, { rows: taken.map(takenRow) })
}

/** For one that was taken up while this was made: no claim comes beneath it without its flag having been seen. */
function takenRow({ place, assembled }: Judged): GraphMap {
  const lessons = assembled.lessons.filter(({ claimed }) => !claimed)
  const row = evidenceRow(place.id, { sources: withoutClaims(assembled.sources), lessons })
  return restsOnClaims(assembled) ? { ...row, support: null, agents: null, problems: null } : row
}

/** What an insight rests on, as a row. */
export function evidenceRow(id: string, rests: Pick<Assembled, 'sources' | 'lessons'>): GraphMap {
  const { traces: support, agents } = independentSupport(rests.sources)
  return { id, ...idsBeneath(rests), support, agents, problems: problemsOf(rests) }
}

export function idsBeneath({ sources, lessons }: Pick<Assembled, 'sources' | 'lessons'>): {
  traces: string[]
  lessons: string[]
} {
  return { traces: sources.map(({ id }) => id), lessons: lessons.map(({ id }) => id) }
}

function problemsOf({ sources }: Pick<Assembled, 'sources'>): number {
  return new Set(sources.map(({ problem }) => problem)).size
}

/** As later clusters of the run see it. */
export function knownOf({ assembled, place }: Judged): KnownInsight {
  const { draft, material, vector, sources } = assembled
  const { id, lineage, revision, refines } = place
  return {
    id,
    lineage,
    revision,
    refines,
    state: 'candidate',
    title: draft.title,
    advice: draft.advice,
    avoid: draft.avoid,
    library: draft.library,
    gap: draft.gap,
    tainted: sources.some(({ tainted }) => tainted),
    selfJudged: restsOnClaims(assembled),
    about: [...material.recommended, ...material.avoided].map(({ name }) => name),
    recommends: material.recommended.map(({ name }) => name),
    avoids: material.avoided.map(({ name }) => name),
    embedding: vector
  }
}

function propertiesOf(
  judged: Judged,
  at: { readonly space: string; readonly run: number; readonly isWorded: boolean }
): GraphMap {
  const { assembled, place, support, gates } = judged
  const { draft, text, vector, kind, aside } = assembled
  const known = knownOf(judged)
  const { about, recommends, avoids, tainted } = known
  return {
    kind: 'candidate',
    state: 'candidate',
    space: at.space,
    title: draft.title,
    applies: draft.applies,
    advice: draft.advice,
    avoid: draft.avoid,
    code: draft.code,
    text,
    names: [...new Set(about.flatMap(nameForms))].join(' '),
    terms: compoundParts(text, 200).join(' '),
    embedding: Array.from(vector),
    library: draft.library,
    versions: draft.versions,
    gap: draft.gap,
    writer: draft.writer,
    gates: JSON.stringify(gates),
    support: support.traces,
    agents: support.agents,
    problems: problemsOf(assembled),
    tainted,
    flags: flagsOf(gates, known),
    setAside: aside.map(({ id }) => id),
    lineage: place.lineage,
    revision: place.revision,
    refines: place.refines,
    recommends,
    avoids,
    libraries: [...kind.libraries],
    medoid: kind.medoid,
    proposedIn: at.run,
    ready: isQueued(gates) ? true : null,
    unworded: at.isWorded ? null : true
  }
}

function flagsOf(
  gates: readonly GateResult[],
  { tainted, selfJudged }: Pick<KnownInsight, 'tainted' | 'selfJudged'>
): string[] {
  const contradicts = gates.some(({ gate, passed }) => gate === 'not-contradiction' && !passed)
  return [
    ...(contradicts ? ['contradiction'] : []),
    ...(selfJudged ? [selfJudgedFlag] : []),
    ...(tainted ? ['tainted'] : [])
  ]
}
