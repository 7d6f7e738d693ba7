import { clusterRows } from '../../src/curate/cluster/cluster-rows.js'
import { splitCluster, taskKey } from '../../src/curate/cluster/split-cluster.js'
import { createTaskFeatures } from '../../src/curate/cluster/task-features.js'
import type { Task, TaskAttempt } from '../../src/curate/cluster/task.js'
import { kmeansClusters } from '../../src/domain/kmeans-cluster.js'
import { normalisedMutualInformation, purity } from '../../src/domain/cluster-quality.js'
import type { Database } from '../../src/graph/database.js'
import type { Query } from '../../src/graph/query.js'
import { tasksToCurate } from '../../src/graph/queries.js'

export type FamilyTask = Task & { readonly family: string | null }

const problemIds: Query<Record<string, never>, { readonly id: string }> = {
  name: 'problemIds',
  access: 'read',
  integers: [],
  columns: { id: 'string' },
  text: 'MATCH (p:Problem) WHERE p.family IS NOT NULL RETURN p.id AS id ORDER BY id'
}

/** The problems of the graph as curation sees them. */
export async function readTasks(db: Database, space: string): Promise<FamilyTask[]> {
  const ids = (await db.run(problemIds, {})).map(({ id }) => id)
  const tasks: FamilyTask[] = []
  for (let i = 0; i < ids.length; i += 250) {
    const rows = await db.run(tasksToCurate, { ids: ids.slice(i, i + 250), space })
    for (const row of rows)
      tasks.push({ ...row, attempts: row.attempts as unknown as readonly TaskAttempt[] })
  }
  return tasks
}

export interface Quality {
  readonly way: string
  readonly clusters: number
  readonly purityOfFamilies: number
  readonly nmiOfFamilies: number
  readonly purityOfLibraries: number
  readonly nmiOfLibraries: number
}

/** How curation's clusters stand to families and libraries, beside plain k-means on the vectors alone. */
export async function compareClusters(
  tasks: readonly FamilyTask[],
  seed: number,
  fixed: readonly number[]
): Promise<Quality[]> {
  const features = createTaskFeatures(tasks.length, seed)
  tasks.forEach((task, row) => {
    features.set(row, task)
  })
  const clusters = await clusterRows(features.matrix, { seed })
  const nearness = labelled(
    tasks,
    clusters.map((rows) => rows.map((row) => tasks[row]?.id ?? ''))
  )
  const split = clusters.flatMap((rows) =>
    splitCluster(rows.flatMap((row) => tasks[row] ?? []).map(taskKey))
  )
  const final = labelled(
    tasks,
    split.map((group) => group.tasks.map(({ id }) => id))
  )
  const vectors = tasks.map(({ embedding }) => [...(embedding ?? [])])
  const plain = [...new Set([...fixed, clusters.length, split.length])].map((k) =>
    quality(`plain k-means, k = ${k}`, tasks, kmeansClusters(vectors, k, seed).clusters)
  )
  return [
    quality('curation, by nearness', tasks, nearness),
    quality('curation, split', tasks, final),
    ...plain
  ]
}

function labelled(tasks: readonly FamilyTask[], groups: readonly (readonly string[])[]): number[] {
  const labels = new Map(groups.flatMap((ids, label) => ids.map((id) => [id, label] as const)))
  return tasks.map(({ id }) => labels.get(id) ?? -1)
}

function quality(way: string, tasks: readonly FamilyTask[], labels: readonly number[]): Quality {
  const families = tasks.map(({ family }) => family ?? '')
  const libraries = families.map((family) => family.split('/')[0] ?? '')
  return {
    way,
    clusters: new Set(labels).size,
    purityOfFamilies: purity(labels, families),
    nmiOfFamilies: normalisedMutualInformation(labels, families),
    purityOfLibraries: purity(labels, libraries),
    nmiOfLibraries: normalisedMutualInformation(labels, libraries)
  }
}
