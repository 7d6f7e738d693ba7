import { compoundParts, nameForms } from '../domain/code-terms.js'
import type { GateResult } from '../domain/insight.js'
import type { Transaction } from '../graph/database.js'
import { mergeEvidence, writeCandidates } from '../graph/queries.js'
import type { GraphMap } from '../graph/query.js'
import type { Assembled } from './assemble.js'
import { independentSupport, type Support } from './gates/independence.js'
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
  const { draft, vector, material, sources, docs, quotesHeld } = assembled
  const support = independentSupport(sources)
  const { recommended, avoided } = material
  const own = [place.id, ...(place.refines === null ? [] : [place.refines])]
  const input = { draft, vector, recommended, avoided, sources, support, docs, known, own }
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
    ...beneath(judged.assembled),
    about: [...judged.assembled.draft.about],
    contradicts: [...judged.contradicts]
  }))
  const written = new Set(
    (await tx.run(writeCandidates, { rows, space: at.space })).map(({ id }) => id)
  )
  const taken = all.filter(({ place }) => !written.has(place.id))
  if (taken.length > 0) await tx.run(mergeEvidence, { rows: taken.map(evidenceOf) })
}

/** What an insight rests on, as a row. */
export function evidenceOf({
  place,
  assembled,
  support
}: Omit<Judged, 'gates' | 'contradicts'>): EvidenceRow {
  return {
    id: place.id,
    ...beneath(assembled),
    support: support.traces,
    agents: support.agents,
    problems: problemsOf(assembled)
  }
}

export type EvidenceRow = GraphMap & {
  readonly id: string
  readonly traces: readonly string[]
  readonly lessons: readonly string[]
}

export function beneath({ draft, sources }: Assembled): { traces: string[]; lessons: string[] } {
  const traces = new Set(sources.map(({ id }) => id))
  return { traces: [...traces], lessons: draft.derivedFrom.filter((id) => !traces.has(id)) }
}

function problemsOf({ sources }: Assembled): number {
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
  const { draft, text, vector, kind } = assembled
  const { about, recommends, avoids, tainted } = knownOf(judged)
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
    flags: flagsOf(gates, tainted),
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

function flagsOf(gates: readonly GateResult[], tainted: boolean): string[] {
  const contradicts = gates.some(({ gate, passed }) => gate === 'not-contradiction' && !passed)
  return [...(contradicts ? ['contradiction'] : []), ...(tainted ? ['tainted'] : [])]
}
