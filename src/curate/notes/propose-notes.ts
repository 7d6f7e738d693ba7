import type { GateResult } from '../../domain/insight.js'
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
import type { ApiDocs } from '../gates/advised-against.js'
import type { KnownInsights } from '../known-insights.js'
import type { RunAt } from '../news.js'
import type { BehaviourOutcome } from '../outcome.js'
import { throwIfStopped } from '../run-lock.js'
import { decideNote, type NoteAtHand } from './decide-note.js'
import type { Behaviour } from './note-candidate.js'

const atOnce = 200

/**
 * Proposes each behaviour that field notes tell of as one candidate, or adds what came to the insight that it
 * became before. What was turned down stays so; of two opposite ones the better seen is proposed, with the other's
 * words beside it. Looked at are those that stand otherwise than when a run last saw them: their witnesses, what
 * documents them, what came of answers that showed them. Written page by page, so that a run that is stopped goes
 * on where it was.
 * @param report how many were looked at
 */
export async function proposeNotes(
  at: RunAt & { readonly embedder: Embedder },
  known: KnownInsights,
  report: (done: number) => void
): Promise<BehaviourOutcome[]> {
  const { db, space, signal, embedder } = at
  throwIfStopped(signal)
  await settleNotes({ db, embedder }, space)
  const [{ known: principals } = { known: 0 }] = await db.run(principalsKnown, { space })
  const outcomes: BehaviourOutcome[] = []
  for (let after = ''; ;) {
    throwIfStopped(signal)
    const rows = await db.run(behavioursToPropose, {
      space,
      after,
      limit: atOnce,
      known: principals
    })
    const last = rows.at(-1)
    if (last === undefined) return outcomes
    after = last.id
    outcomes.push(...(await proposePage(at, { rows, known, principals })))
    report(outcomes.length)
  }
}

interface BehaviourRow extends Omit<Behaviour, 'opposes'> {
  readonly id: string
  readonly standing: string
  readonly opposes: readonly GraphMap[]
  readonly members: readonly string[]
  readonly seen: readonly GraphMap[]
  readonly apis: readonly GraphMap[]
  readonly insight: string | null
  readonly state: string | null
  readonly flags: readonly string[]
  readonly acknowledged: readonly string[]
  readonly gates: string | null
  readonly beneath: readonly string[]
  readonly embedding: readonly number[] | null
}

interface Page {
  readonly rows: readonly BehaviourRow[]
  readonly known: KnownInsights
  readonly principals: number
}

async function proposePage(at: RunAt, page: Page): Promise<BehaviourOutcome[]> {
  const notes = page.rows.map(noteOf)
  const docs = await docsOf(at, notes)
  const { known, principals } = page
  const { space, run } = at
  const decided = notes.map((note) => {
    const own = note.apis.flatMap(({ id }) => docs.get(id) ?? [])
    return decideNote(note, { known, principals, space, run, docs: own })
  })
  const candidates = decided.flatMap(({ candidate }) => (candidate === null ? [] : [candidate]))
  const evidence = decided.flatMap((one) => (one.evidence === null ? [] : [one.evidence]))
  await at.db.write(async (tx) => {
    await at.lock.hold(tx)
    if (candidates.length > 0) await tx.run(writeCandidates, { rows: candidates, space })
    if (evidence.length > 0) await tx.run(mergeEvidence, { rows: evidence })
    await tx.run(markProposed, { rows: page.rows.map(({ id, standing }) => ({ id, standing })) })
  })
  return decided.flatMap(({ outcome }) => outcome ?? [])
}

function noteOf(row: BehaviourRow): NoteAtHand {
  const opposed = row.opposes.map((one) => ({
    id: textOf(one['id']),
    text: textOf(one['text']),
    witnesses: typeof one['witnesses'] === 'number' ? one['witnesses'] : 1,
    insight: typeof one['insight'] === 'string' ? one['insight'] : null
  }))
  const { id, members, insight, state, flags, acknowledged, beneath } = row
  return {
    id,
    behaviour: { ...row, opposes: opposed },
    opposed,
    members,
    seen: row.seen.map((one) => ({
      id: textOf(one['id']),
      claimed: one['claimed'] === true,
      principal: textOf(one['principal']),
      problem: textOf(one['problem'])
    })),
    apis: row.apis.map((one) => ({
      id: textOf(one['id']),
      name: textOf(one['name']),
      library: textOf(one['library']) === '' ? null : textOf(one['library'])
    })),
    embedding: row.embedding === null ? null : Float32Array.from(row.embedding),
    insight,
    state,
    flags,
    acknowledged,
    gates: JSON.parse(row.gates ?? '[]') as GateResult[],
    beneath
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** What the documentation says of what notes are about, by id of the API. */
async function docsOf(
  { db, space }: RunAt,
  notes: readonly NoteAtHand[]
): Promise<Map<string, ApiDocs>> {
  const apis = [...new Set(notes.flatMap((note) => note.apis.map(({ id }) => id)))].sort()
  if (apis.length === 0) return new Map()
  const found = await db.run(docsOfApis, { apis, spaces: documentationFor(space) })
  return new Map(
    found.map((row) => [row.api, { ...row, docs: row.docs as unknown as ApiDocs['docs'] }])
  )
}
