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

export const labFolder = join(packageRoot(), 'eval', 'lab')

export const labFacts = (): LabFact[] => read('facts.json') as LabFact[]
export const labTasks = (): LabTask[] => read('tasks.json') as LabTask[]
export const labTraces = (): LabTrace[] => (read('traces.json') as { traces: LabTrace[] }).traces

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(labFolder, file), 'utf8'))
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
