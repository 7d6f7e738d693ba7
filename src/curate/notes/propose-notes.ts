import { compoundParts, nameForms } from '../../domain/code-terms.js'
import { contentHash } from '../../domain/content-hash.js'
import { insightText, type GateResult } from '../../domain/insight.js'
import { documentationFor } from '../../traces/api-catalogue.js'
import { settleNotes } from '../../traces/notes/settle-notes.js'
import {
  behavioursToPropose,
  docsOfApis,
  markProposed,
  mergeEvidence,
  principalsKnown,
  writeCandidates
} from '../../graph/queries.js'
import type { GraphMap } from '../../graph/query.js'
import type { Embedder } from '../../model/embedder.js'
import { sameCosine } from '../propose.js'
import { isInForce, type KnownInsights } from '../known-insights.js'
import type { ClusterOutcome } from '../outcome.js'
import type { RunAt } from '../plan-run.js'
import { throwIfStopped } from '../run-lock.js'
import {
  candidateWords,
  documentationOf,
  gapOfNote,
  noteGates,
  singleWitnessFlag,
  type Behaviour,
  type DocSaid
} from './note-candidate.js'

const atOnce = 200

type Row = Omit<Behaviour, 'opposes'> & {
  readonly subject: string
  readonly opposes: readonly GraphMap[]
  readonly members: readonly string[]
  readonly traces: readonly string[]
  readonly problems: number
  readonly apis: readonly GraphMap[]
  readonly insight: string | null
  readonly state: string | null
  readonly embedding: readonly number[] | null
}

/**
 * Proposes each behaviour that field notes tell of as one candidate, or adds what came to the insight that it
 * became before. What was turned down stays so; of two opposite ones the better seen is proposed, with the other's
 * words beside it. Written page by page, so that a run that is stopped goes on where it was.
 */
export async function proposeNotes(
  at: RunAt & { readonly deps: { readonly embedder: Embedder } },
  known: KnownInsights
): Promise<ClusterOutcome[]> {
  const { db, space, signal, deps } = at
  await settleNotes({ db, embedder: deps.embedder }, space)
  const [{ known: principals } = { known: 0 }] = await db.run(principalsKnown, { space })
  const outcomes: ClusterOutcome[] = []
  for (let after = ''; ;) {
    throwIfStopped(signal)
    const rows = await db.run(behavioursToPropose, { space, after, limit: atOnce })
    const last = rows.at(-1)
    if (last === undefined) return outcomes
    after = last.id
    outcomes.push(...(await proposePage(at, { rows, known, principals })))
  }
}

interface Page {
  readonly rows: readonly Row[]
  readonly known: KnownInsights
  readonly principals: number
}

async function proposePage(at: RunAt, page: Page): Promise<ClusterOutcome[]> {
  const docs = await docsOf(at, page.rows)
  const decided = page.rows.map((row) =>
    decide(row, { ...page, space: at.space, run: at.run, docs: docs.get(row.id) ?? [] })
  )
  const candidates = decided.flatMap(({ candidate }) => (candidate === null ? [] : [candidate]))
  const evidence = decided.flatMap((one) => (one.evidence === null ? [] : [one.evidence]))
  await at.db.write(async (tx) => {
    await at.lock.hold(tx)
    if (candidates.length > 0) await tx.run(writeCandidates, { rows: candidates, space: at.space })
    if (evidence.length > 0) await tx.run(mergeEvidence, { rows: evidence })
    await tx.run(markProposed, { ids: page.rows.map(({ id }) => id) })
  })
  return decided.flatMap(({ outcome }) => (outcome === null ? [] : [outcome]))
}

interface Decided {
  readonly outcome: ClusterOutcome | null
  readonly candidate: GraphMap | null
  readonly evidence: GraphMap | null
}

const nothing: Decided = { outcome: null, candidate: null, evidence: null }

function decide(
  row: Row,
  context: Omit<Page, 'rows'> & {
    readonly space: string
    readonly run: number
    readonly docs: readonly { readonly id: string; readonly text: string }[]
  }
): Decided {
  const behaviour = behaviourOf(row)
  if (row.state === 'rejected' || row.state === 'retired')
    return { ...nothing, outcome: ignored(`says what was ${row.state} before`) }
  if (isOutweighed(row, behaviour)) return nothing
  const said = documentationOf(behaviour, context.docs)
  const duplicate = duplicateOf(row, context.known)
  const gates = noteGates(behaviour, { said, known: context.principals, duplicate })
  const id = row.insight ?? `insight:${contentHash(context.space, 'note', row.id)}`
  const failed = gates.filter(({ passed }) => !passed).map(({ gate }) => gate)
  const outcome = (kind: 'add' | 'merge'): ClusterOutcome => ({
    kind,
    insight: id,
    reason: null,
    failed
  })
  const rests = {
    id,
    traces: [...row.traces],
    lessons: [...row.members],
    support: row.witnesses,
    agents: row.principals,
    problems: row.problems
  }
  if (row.state !== null && row.state !== 'candidate')
    return { outcome: outcome('merge'), candidate: null, evidence: { ...rests, clears: false } }
  // Names and changes of code alone are evidence of nothing that could be said in a sentence.
  if (failed.includes('clear') || failed.includes('clean')) return nothing
  const candidate = candidateRow(row, {
    ...rests,
    behaviour,
    gates,
    said,
    run: context.run,
    space: context.space
  })
  return { outcome: outcome(row.state === null ? 'add' : 'merge'), candidate, evidence: null }
}

function ignored(reason: string): ClusterOutcome {
  return { kind: 'ignore', insight: null, reason, failed: [] }
}

function behaviourOf(row: Row): Behaviour {
  const opposes = row.opposes.map(({ text, witnesses }) => ({
    text: typeof text === 'string' ? text : '',
    witnesses: typeof witnesses === 'number' ? witnesses : 1
  }))
  return { ...row, opposes }
}

/** Of opposite claims the better seen one is proposed, of equal ones that of the smaller id: one contradiction is one candidate. */
function isOutweighed(row: Row, { opposes, witnesses }: Behaviour): boolean {
  return row.opposes.some(({ id }, i) => {
    const theirs = opposes[i]?.witnesses ?? 0
    return theirs > witnesses || (theirs === witnesses && typeof id === 'string' && id < row.id)
  })
}

function duplicateOf({ embedding, insight }: Row, known: KnownInsights): string | null {
  if (embedding === null) return null
  const near = known.nearest(embedding, (one) => isInForce(one) && one.id !== insight)
  return near !== undefined && near.cosine >= sameCosine ? near.insight.title : null
}

function candidateRow(
  row: Row,
  made: {
    readonly id: string
    readonly traces: readonly string[]
    readonly lessons: readonly string[]
    readonly support: number
    readonly agents: number
    readonly problems: number
    readonly behaviour: Behaviour
    readonly gates: readonly GateResult[]
    readonly said: DocSaid
    readonly run: number
    readonly space: string
  }
): GraphMap {
  const { id, said } = made
  const { doc, quote } = said
  return {
    id,
    traces: [...made.traces],
    lessons: [...made.lessons],
    about: row.apis.flatMap((one) => (typeof one['id'] === 'string' ? [one['id']] : [])),
    backedBy: said.stand === 'agrees' && doc !== null && quote !== null ? [{ doc, quote }] : [],
    contradicts: [],
    properties: { ...wordsOf(row, made), ...standingOf(row, made) }
  }
}

type Made = Parameters<typeof candidateRow>[1]

function wordsOf(row: Row, { behaviour }: Made): GraphMap {
  const words = candidateWords(behaviour)
  const text = insightText(words)
  const names = [
    ...row.about,
    ...row.apis.flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
  ]
  const [api] = row.apis
  return {
    ...words,
    code: row.shownBy,
    text,
    names: [...new Set(names.flatMap(nameForms))].join(' '),
    terms: compoundParts(text, 200).join(' '),
    embedding: row.embedding === null ? null : [...row.embedding],
    library: typeof api?.['library'] === 'string' ? api['library'] : null,
    versions: null,
    gap: gapOfNote(row.noteKind),
    writer: 'agents'
  }
}

function standingOf(
  row: Row,
  { id, gates, support, agents, problems, run, space }: Made
): GraphMap {
  const isQueued = gates.every(({ gate, passed }) => passed || gate === 'not-contradiction')
  const isDisputed = gates.some(({ gate, passed }) => gate === 'not-contradiction' && !passed)
  const isSingle = row.witnesses < 2 || row.principals < 2
  return {
    kind: 'candidate',
    state: 'candidate',
    note: true,
    space,
    gates: JSON.stringify(gates),
    support,
    agents,
    problems,
    tainted: false,
    flags: [...(isDisputed ? ['contradiction'] : []), ...(isSingle ? [singleWitnessFlag] : [])],
    setAside: [],
    lineage: id,
    revision: 1,
    refines: null,
    recommends: [],
    avoids: [],
    proposedIn: run,
    ready: isQueued ? true : null,
    unworded: null
  }
}

async function docsOf(
  { db, space }: RunAt,
  rows: readonly Row[]
): Promise<Map<string, { readonly id: string; readonly text: string }[]>> {
  const apis = [
    ...new Set(
      rows.flatMap((row) => row.apis.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])))
    )
  ].sort()
  const found =
    apis.length === 0 ? [] : await db.run(docsOfApis, { apis, spaces: documentationFor(space) })
  const byApi = new Map(found.map((one) => [one.api, one.docs]))
  return new Map(
    rows.map((row) => [
      row.id,
      row.apis.flatMap(({ id }) =>
        (byApi.get(typeof id === 'string' ? id : '') ?? []).flatMap((doc) =>
          typeof doc['id'] === 'string' && typeof doc['text'] === 'string'
            ? [{ id: doc['id'], text: doc['text'] }]
            : []
        )
      )
    ])
  )
}
