import type { GapClass } from '../domain/insight.js'
import { squaredDistance } from '../domain/kmeans-cluster.js'
import type { Database } from '../graph/database.js'
import {
  awaitCompany,
  forgetCurationPlan,
  markLessons,
  markTraces,
  newsOfCuration,
  problemsAwaiting,
  tasksToCurate,
  writeCurationPlan
} from '../graph/queries.js'
import { clusterRows } from './cluster/cluster-rows.js'
import { rowOf, type Matrix } from './cluster/matrix.js'
import { splitCluster, taskKey, type Group } from './cluster/split-cluster.js'
import { createTaskFeatures } from './cluster/task-features.js'
import type { Task, TaskAttempt, TaskKey } from './cluster/task.js'
import { curationId, throwIfStopped, type RunLock } from './run-lock.js'

/** A run under way: of which space, which number, and how it is held and stopped. */
export interface RunAt {
  readonly db: Database
  readonly lock: RunLock
  readonly space: string
  readonly run: number
  readonly seed: number
  readonly signal: AbortSignal
}

/** A cluster of the plan, as it stands in the graph. */
export interface PlannedCluster {
  readonly problems: readonly string[]
  /** The problem in its middle. */
  readonly medoid: string
  readonly libraries: readonly string[]
  readonly gap: GapClass
  /** Whether it holds the attempts that try to instruct their reader, or those that don't. */
  readonly tainted: boolean
}

const markedAtOnce = 5_000
const readAtOnce = 250
const writtenAtOnce = 500

/** Problems that stood alone and are looked at again. */
const mostAwaiting = 5_000

/** Fewer attempts are no cluster. */
const leastTraces = 2

export function planPrefix(space: string): string {
  return `${curationId(space)}/`
}

/** Puts everything that no run has seen into this one. */
export async function markNews({ db, lock, space, run, signal }: RunAt): Promise<void> {
  for (const mark of [markTraces, markLessons]) {
    for (let marked = markedAtOnce; marked === markedAtOnce;) {
      throwIfStopped(signal)
      marked = await db.write(async (tx) => {
        await lock.hold(tx)
        return (await tx.run(mark, { run, space, limit: markedAtOnce }))[0]?.marked ?? 0
      })
    }
  }
}

export interface News {
  readonly traces: number
  readonly lessons: number
  readonly problems: readonly string[]
}

/** What a run has to look at: the problems of what is new, in order of their ids. */
export async function readNews({ db, space, run }: RunAt): Promise<News> {
  const [row] = await db.run(newsOfCuration, { run, space })
  if (row === undefined) return { traces: 0, lessons: 0, problems: [] }
  return { ...row, problems: [...new Set(row.problems)].sort() }
}

/**
 * Clusters the problems of what is new, with those that stood alone before, and writes the clusters
 * down. Asked again after a kill it finds and writes the same.
 */
export async function planRun(at: RunAt, news: News): Promise<void> {
  const waiting = await at.db.run(problemsAwaiting, { space: at.space, limit: mostAwaiting })
  const problems = [...new Set([...news.problems, ...waiting.map(({ id }) => id)])].sort()
  const features = createTaskFeatures(problems.length, at.seed)
  const keys = await readTasks(at, problems, (row, task) => {
    features.set(row, task)
  })
  const check = () => {
    throwIfStopped(at.signal)
  }
  const clusters = await clusterRows(features.matrix, { seed: at.seed, check })
  const groups = clusters.flatMap((rows) => placed(rows, keys, features.matrix))
  await forgetPlan(at)
  await writePlan(at, groups)
}

/** Removes what is written of clusters. */
export async function forgetPlan({ db, lock, space }: RunAt): Promise<void> {
  const prefix = planPrefix(space)
  for (let removed = markedAtOnce; removed === markedAtOnce;) {
    removed = await db.write(async (tx) => {
      await lock.hold(tx)
      const [row] = await tx.run(forgetCurationPlan, { prefix, limit: markedAtOnce })
      return row?.removed ?? 0
    })
  }
}

async function readTasks(
  at: RunAt,
  problems: readonly string[],
  take: (row: number, task: Task) => void
): Promise<Map<number, TaskKey>> {
  const keys = new Map<number, TaskKey>()
  const rows = new Map(problems.map((id, row) => [id, row]))
  for (let i = 0; i < problems.length; i += readAtOnce) {
    throwIfStopped(at.signal)
    const ids = problems.slice(i, i + readAtOnce)
    for (const found of await at.db.run(tasksToCurate, { ids, space: at.space })) {
      const task = { ...found, attempts: found.attempts as unknown as readonly TaskAttempt[] }
      const row = rows.get(found.id) ?? 0
      take(row, task)
      keys.set(row, taskKey(task))
    }
  }
  return keys
}

interface PlacedGroup extends Group {
  readonly medoid: string
}

function placed(
  rows: readonly number[],
  keys: ReadonlyMap<number, TaskKey>,
  matrix: Matrix
): PlacedGroup[] {
  const rowsById = new Map<string, number>()
  const tasks = rows.flatMap((row) => {
    const key = keys.get(row)
    if (key === undefined || key.clean + key.tainted === 0) return []
    rowsById.set(key.id, row)
    return [key]
  })
  return splitCluster(tasks).map((group) => ({
    ...group,
    medoid: medoidOf(
      group.tasks.map(({ id }) => id),
      (id) => rowOf(matrix, rowsById.get(id) ?? 0)
    )
  }))
}

/** The one that is nearest to the mean of all, the first where several are. */
function medoidOf(ids: readonly string[], vectorOf: (id: string) => readonly number[]): string {
  const vectors = ids.map(vectorOf)
  const mean = (vectors[0] ?? []).map(
    (_, i) => vectors.reduce((sum, vector) => sum + (vector[i] ?? 0), 0) / vectors.length
  )
  const distances = vectors.map((vector) => squaredDistance(vector, mean))
  return ids[distances.indexOf(Math.min(...distances))] ?? ''
}

async function writePlan(at: RunAt, groups: readonly PlacedGroup[]): Promise<void> {
  const parts = groups.flatMap((group) => [
    { ...group, isTainted: false, traces: sum(group, 'clean') },
    { ...group, isTainted: true, traces: sum(group, 'tainted') }
  ])
  const rows = parts
    .filter(({ traces }) => traces >= leastTraces)
    .map(({ tasks, medoid, libraries, gap, isTainted }, i) => ({
      id: `${planPrefix(at.space)}${String(i).padStart(7, '0')}`,
      problems: tasks.filter((task) => has(task, isTainted)).map(({ id }) => id),
      medoid,
      libraries: [...libraries],
      gap,
      tainted: isTainted
    }))
  const company = groups.flatMap((group) => {
    const alone = sum(group, 'clean') + sum(group, 'tainted') < leastTraces
    return group.tasks.map(({ id }) => ({ id, alone }))
  })
  await inBatches(at, rows, async (tx, batch) => {
    await tx.run(writeCurationPlan, { rows: batch })
  })
  await inBatches(at, company, async (tx, batch) => {
    await tx.run(awaitCompany, { rows: batch })
  })
}

function has(task: TaskKey, tainted: boolean): boolean {
  return (tainted ? task.tainted : task.clean) > 0
}

function sum(group: Group, which: 'clean' | 'tainted'): number {
  return group.tasks.reduce((total, task) => total + task[which], 0)
}

async function inBatches<T>(
  { db, lock }: RunAt,
  rows: readonly T[],
  write: (tx: Parameters<RunLock['hold']>[0], batch: readonly T[]) => Promise<void>
): Promise<void> {
  for (let i = 0; i < rows.length; i += writtenAtOnce) {
    await db.write(async (tx) => {
      await lock.hold(tx)
      await write(tx, rows.slice(i, i + writtenAtOnce))
    })
  }
}
