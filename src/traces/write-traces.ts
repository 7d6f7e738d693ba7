import { newLesson } from '../domain/lesson.js'
import type { Database, Transaction } from '../graph/database.js'
import {
  clearTraces,
  joinShortcuts,
  joinStates,
  joinTraceApis,
  joinTraceEnds,
  joinTraceErrors,
  joinTraceFollowed,
  joinTraceResolved,
  lessonsFollowed,
  lockBuckets,
  removeOrphanProblems,
  removeUnmet,
  setLessonFactors,
  traceHashes,
  writeNotes,
  writeProblems,
  writeStates,
  writeTraces as writeTraceNodes
} from '../graph/queries.js'
import type { GraphMap, Query } from '../graph/query.js'
import type { Embedder } from '../model/embedder.js'
import { deriveNotes, settleChanged } from './derive-notes.js'
import { bucketOf, settleNotes } from './notes/settle-notes.js'
import { updateFactors } from './select-lessons.js'
import type { ProblemRow, TraceRows } from './trace-rows.js'

/**
 * Writes traces and what follows from them in one transaction: all of them or, if it is cut short, none. Then their
 * notes are put beside the others, outside of it, because models are asked for that.
 * @returns the ids of those that were new or replaced; the others were there
 */
export async function writeTraces(
  deps: { readonly db: Database; readonly embedder: Embedder },
  batch: { readonly rows: readonly TraceRows[]; readonly space: string }
): Promise<ReadonlySet<string>> {
  const { space } = batch
  const rows = batch.rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (rows.length === 0) return new Set()
  const { fresh, notes } = await deps.db.write(async (tx) => {
    const before = await knownTraces(
      tx,
      rows.map(({ id }) => id)
    )
    await tx.run(lockBuckets, { ids: bucketsOf(rows, before) })
    return writeLocked(tx, rows, space)
  })
  if (notes.length > 0) await settleNotes(deps, space, notes)
  return fresh
}

/** A trace and its problems, that which it leaves among them: what follows from all attempts at a problem must not miss one. */
function bucketsOf(rows: readonly TraceRows[], known: KnownTraces): string[] {
  const touched = rows.flatMap(({ id, problem }) => [
    id,
    problem.id,
    known.get(id)?.problem ?? problem.id
  ])
  return [...new Set(touched.map(bucketOf))].sort()
}

async function writeLocked(
  tx: Transaction,
  rows: readonly TraceRows[],
  space: string
): Promise<{ fresh: ReadonlySet<string>; notes: readonly string[] }> {
  const known = await knownTraces(
    tx,
    rows.map(({ id }) => id)
  )
  const fresh = rows.filter(
    (row) => !isKnown(row, known) && isOwn(known.get(row.id), row.principal)
  )
  if (fresh.length === 0) return { fresh: new Set<string>(), notes: [] }
  const replaced = fresh.map(({ id }) => id).filter((id) => known.has(id))
  const left = replaced.length === 0 ? [] : await tx.run(clearTraces, { ids: replaced })
  const problems = distinct(fresh.map((row) => row.problem))
  await Promise.all([
    tx.run(writeProblems, { rows: problems, space }),
    tx.run(writeTraceNodes, { rows: fresh.map((row) => row.trace), space }),
    writeParts(tx, fresh)
  ])
  const touched = [...problems.map(({ id }) => id), ...left.map(({ problem }) => problem)]
  const derived = await deriveNotes(tx, { problems: [...new Set(touched)], space })
  const said = fresh.flatMap((row) => row.notes.map(({ id }) => id))
  const lost = left.flatMap(({ notes }) => notes)
  const notes = await settleChanged(tx, [...said, ...lost, ...derived], space)
  if (left.length > 0) await removeLeft(tx, left)
  await creditLessons(tx, fresh)
  return { fresh: new Set(fresh.map(({ id }) => id)), notes }
}

/** Removes what nobody attempted, met or passed through but traces as they were before they were corrected. */
async function removeLeft(
  tx: Transaction,
  left: readonly {
    readonly problem: string
    readonly errors: readonly string[]
    readonly states: readonly string[]
  }[]
): Promise<void> {
  await tx.run(removeOrphanProblems, { ids: left.map(({ problem }) => problem) })
  await tx.run(removeUnmet, {
    errors: left.flatMap(({ errors }) => errors),
    states: left.flatMap(({ states }) => states)
  })
}

/** Lessons that were at hand in attempts gain or lose by how those did; counted anew from all of them. */
async function creditLessons(tx: Transaction, rows: readonly TraceRows[]): Promise<void> {
  const traces = rows.filter(({ followed }) => followed.length > 0).map(({ id }) => id)
  if (traces.length === 0) return
  const found = await tx.run(lessonsFollowed, { traces })
  const credited = found.flatMap(({ id, effect, effects }) => {
    const fresh = newLesson({ id, text: '', tag: 'UNJUDGED', effect })
    return updateFactors([fresh], effects)
  })
  if (credited.length === 0) return
  await tx.run(setLessonFactors, {
    rows: credited.map(({ id, uses, helped, factor }) => ({ id, uses, helped, factor }))
  })
}

/** A trace that is there: its content (of one from before there were hashes ''), whose it is, and its problem. */
export interface KnownTrace {
  readonly hash: string
  readonly principal: string | null
  readonly problem: string | null
}

export type KnownTraces = ReadonlyMap<string, KnownTrace>

/** The traces of these that are there. */
export async function knownTraces(
  tx: Pick<Transaction, 'run'>,
  ids: readonly string[]
): Promise<KnownTraces> {
  const rows = await tx.run(traceHashes, { ids })
  return new Map(rows.map(({ id, hash, ...row }) => [id, { ...row, hash: hash ?? '' }]))
}

/** A trace that its sender named is known only with the same content; any other is its content. */
export function isKnown(
  trace: { readonly id: string; readonly hash: string; readonly named: boolean },
  known: KnownTraces
): boolean {
  const there = known.get(trace.id)
  return there !== undefined && (!trace.named || there.hash === trace.hash)
}

/** Whether a principal may correct this trace: one that is not there yet, their own, or one of nobody's. */
export function isOwn(there: KnownTrace | undefined, principal: string | null): boolean {
  return there?.principal == null || there.principal === principal
}

/**
 * What hangs on the traces, under their locks. Edges to what many attempts share are created where they are missing, and what
 * is shared is set only where something changes: MERGE and SET would lock it until the transaction ends.
 */
async function writeParts(tx: Transaction, rows: readonly TraceRows[]): Promise<void> {
  const parts: [Query<Rows, Record<string, never>>, (row: TraceRows) => readonly GraphMap[]][] = [
    [joinTraceApis, (row) => row.apis],
    [joinTraceErrors, (row) => row.errors],
    [joinTraceResolved, (row) => row.resolved],
    [joinTraceFollowed, (row) => row.followed],
    [writeStates, (row) => row.states],
    [joinStates, (row) => row.steps],
    [joinTraceEnds, (row) => row.ends],
    [joinShortcuts, (row) => row.shortcuts],
    [writeNotes, (row) => row.notes]
  ]
  // Sent one behind the other without waiting in between; Neo4j runs them in this order.
  const sent = parts.flatMap(([query, part]) => {
    const all = rows.flatMap(part)
    return all.length === 0 ? [] : [tx.run(query, { rows: all })]
  })
  await Promise.all(sent)
}

type Rows = { readonly rows: readonly GraphMap[] }

/** A problem's row from each trace that tells of it otherwise; the statement joins them. */
function distinct(rows: readonly ProblemRow[]): ProblemRow[] {
  const byContent = new Map(
    rows.map((row) => [
      JSON.stringify([row.id, row['title'], row['libraries'], row['family']]),
      row
    ])
  )
  return [...byContent.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
