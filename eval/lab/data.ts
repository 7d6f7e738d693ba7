import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../src/package-root.js'

export interface LabFact {
  readonly id: string
  readonly claim: string
  readonly api: string
  /** Patterns that all stand in a text that tells the fact. */
  readonly needs: readonly string[]
}

export interface LabTask {
  readonly id: string
  readonly task: string
  readonly needs: readonly string[]
  /** Python that imports the solution and asserts. */
  readonly test: string
}

export interface LabTrace {
  readonly id: string
  readonly agent: string
  readonly task: string
  readonly code: string
  readonly approach: string
  readonly outcome: string
  readonly error?: string
  readonly learned?: readonly object[]
}

/** An invented library with its documentation, what agents left of its train tasks, and other tasks with the facts that they need. */
export interface Lab {
  readonly folder: string
  readonly library: string
  readonly facts: readonly LabFact[]
  readonly tasks: readonly LabTask[]
  readonly traces: readonly LabTrace[]
}

/**
 * Reads a lab: `docs/` (Markdown), `library/` (Python), `facts.json`, `tasks.json` and `traces.json` of a folder, the
 * one of this repository unless another is named. Throws where a task needs what is no fact.
 */
export function readLab(folder: string = join(packageRoot(), 'eval', 'lab')): Lab {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const facts = read('facts.json') as LabFact[]
  const tasks = read('tasks.json') as LabTask[]
  const { library, traces } = read('traces.json') as { library: string; traces: LabTrace[] }
  for (const { id, needs } of tasks)
    for (const need of needs)
      if (!facts.some((fact) => fact.id === need))
        throw new Error(`task ${id} of ${folder} needs ${need}, which is no fact`)
  return { folder, library, facts, tasks, traces }
}

/** Whether a text tells a fact: the API's last name and all patterns within one stretch of it. */
export function tells(text: string, { api, needs }: LabFact): boolean {
  const last = api.slice(api.lastIndexOf('.') + 1)
  return stretches(text).some(
    (stretch) =>
      new RegExp(`\\b${last}\\b`).test(stretch) &&
      needs.every((need) => new RegExp(need, 'i').test(stretch))
  )
}

/** Lines in twos, as an answer's items and code comments break. */
function stretches(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line, i) => `${line} ${lines[i + 1] ?? ''}`)
}
