import type { Task } from './task.js'

/**
 * Names of the libraries that a task is about, in lower case and sorted: those that it names, else
 * the one that its attempts use most. A version does not part what belongs together.
 */
export function librariesOf(task: Pick<Task, 'libraries' | 'about' | 'attempts'>): string[] {
  const named = task.about.length > 0 ? task.about.map(nameInKey) : task.libraries
  const names = [...new Set(named.map((name) => nameInKey(name).toLowerCase()))].sort()
  if (names.length > 0) return names
  const uses = new Map<string, number>()
  for (const { libraries } of task.attempts) {
    for (const library of new Set(libraries.map((key) => nameInKey(key).toLowerCase())))
      uses.set(library, (uses.get(library) ?? 0) + 1)
  }
  const [most] = [...uses].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return most === undefined ? [] : [most[0]]
}

/** `pypi/pandas@1.4.0` is pandas; a bare name stays. */
export function nameInKey(key: string): string {
  return key
    .replace(/^(?:pypi|npm|generic|docs|golang|cargo|maven)\//, '')
    .replace(/(?<=.)@[^@/]*$/, '')
}
