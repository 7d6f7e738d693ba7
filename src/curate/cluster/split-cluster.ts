import type { GapClass } from '../../domain/insight.js'
import { commonGap, gapOf } from './gap-of.js'
import { librariesOf } from './libraries-of.js'
import type { Task, TaskKey } from './task.js'

/** Tasks that may share an insight: near in meaning, of the same libraries and the same gap. */
export interface Group {
  readonly tasks: readonly TaskKey[]
  readonly libraries: readonly string[]
  readonly gap: GapClass
}

/** What decides where a task belongs. What is tainted has no say where anything else is there. */
export function taskKey(task: Task): TaskKey {
  const clean = task.attempts.filter(({ tainted }) => !tainted)
  const attempts = clean.length > 0 ? clean : task.attempts
  const libraries = librariesOf({ ...task, attempts })
  return {
    id: task.id,
    libraries,
    gap: gapOf(attempts, libraries),
    clean: clean.length,
    tainted: task.attempts.length - clean.length
  }
}

/**
 * Cuts a cluster where it mixes libraries or gap classes. A task that shows no gap goes with the
 * most of its libraries.
 */
export function splitCluster(tasks: readonly TaskKey[]): Group[] {
  const groups: Group[] = []
  for (const some of grouped(tasks, ({ libraries }) => libraries.join('+'))) {
    const usual = commonGap(some.map(({ gap }) => gap))
    for (const same of grouped(some, ({ gap }) => gap ?? usual)) {
      const [first] = same
      groups.push({ tasks: same, libraries: first?.libraries ?? [], gap: first?.gap ?? usual })
    }
  }
  return groups
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return [...groups.values()]
}
