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
  lockTraces,
  setLessonFactors,
  traceHashes,
  writeProblems,
  writeStates,
  writeTraces as writeTraceNodes
} from '../graph/queries.js'
import type { GraphMap, Query } from '../graph/query.js'
import { newLesson } from '../domain/lesson.js'
import { deriveLessons } from './derive-lessons.js'
import { updateFactors } from './select-lessons.js'
import type { TextVectors } from './text-vectors.js'
import type { ProblemRow, TraceRows } from './trace-rows.js'

/**
 * Writes traces and what follows from them in one transaction: all of them or, if it is cut short, none.
 * @returns the ids of those that were new or replaced; the others were there
 */
export async function writeTraces(
  db: Database,
  batch: { readonly rows: readonly TraceRows[]; readonly space: string },
  vectors: TextVectors
): Promise<ReadonlySet<string>> {
  const { space } = batch
  const rows = batch.rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (rows.length === 0) return new Set()
  return db.write(async (tx) => {
    await tx.run(lockTraces, {})
    const known = await knownTraces(
      tx,
      rows.map(({ id }) => id)
    )
    const fresh = rows.filter((row) => !isKnown(row, known))
    if (fresh.length === 0) return new Set<string>()
    const replaced = fresh.map(({ id }) => id).filter((id) => known.has(id))
    const left = replaced.length === 0 ? [] : await tx.run(clearTraces, { ids: replaced })
    const problems = distinct(fresh.map((row) => row.problem))
    await Promise.all([
      tx.run(writeProblems, { rows: problems, space }),
      tx.run(writeTraceNodes, { rows: fresh.map((row) => row.trace), space }),
      writeParts(tx, fresh)
    ])
    const touched = [...problems.map(({ id }) => id), ...left.map(({ problem }) => problem)]
    await deriveLessons(tx, { problems: [...new Set(touched)], space }, vectors)
    await creditLessons(tx, fresh)
    return new Set(fresh.map(({ id }) => id))
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

/** Hash by id of the traces that are there; of one from before there were hashes ''. */
export async function knownTraces(
  tx: Pick<Transaction, 'run'>,
  ids: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.run(traceHashes, { ids })
  return new Map(rows.map(({ id, hash }) => [id, hash ?? '']))
}

/** A trace that its sender named is known only with the same content; any other is its content. */
export function isKnown(
  trace: { readonly id: string; readonly hash: string; readonly named: boolean },
  known: ReadonlyMap<string, string>
): boolean {
  const hash = known.get(trace.id)
  return hash !== undefined && (!trace.named || hash === trace.hash)
}

type Rows = { readonly rows: readonly GraphMap[] }

async function writeParts(tx: Transaction, rows: readonly TraceRows[]): Promise<void> {
  const parts: [Query<Rows, Record<string, never>>, (row: TraceRows) => readonly GraphMap[]][] = [
    [joinTraceApis, (row) => row.apis],
    [joinTraceErrors, (row) => row.errors],
    [joinTraceResolved, (row) => row.resolved],
    [joinTraceFollowed, (row) => row.followed],
    [writeStates, (row) => row.states],
    [joinStates, (row) => row.steps],
    [joinTraceEnds, (row) => row.ends],
    [joinShortcuts, (row) => row.shortcuts]
  ]
  // Sent one behind the other without waiting in between; Neo4j runs them in this order.
  const sent = parts.flatMap(([query, part]) => {
    const all = rows.flatMap(part)
    return all.length === 0 ? [] : [tx.run(query, { rows: all })]
  })
  await Promise.all(sent)
}

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
