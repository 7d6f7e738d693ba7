import { createHmac } from 'node:crypto'
import { contentHash } from './content-hash.js'

/** Characters of a task that tell it from others: as many as a hook sends. */
const told = 20_000

/** A task whatever its case, spaces, marks and forms of the same letters: what a hook and a tool send is one. */
export function normalTask(task: string): string {
  return task
    .trim()
    .slice(0, told)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

export interface TaskLot {
  /** Random text that only the graph holds: without it nobody can write a task that draws as they like. */
  readonly seed: string
  readonly task: string
  readonly space: string
}

/**
 * An insight's place from 0 up to 1 for a task: evenly spread over tasks and insights, and the same for the same task
 * in the same space whoever asks, how often and through which door.
 */
export function lotOf({ seed, task, space }: TaskLot, insight: string): number {
  const drawn = createHmac('sha256', seed)
    .update(JSON.stringify([normalTask(task), space, insight]))
    .digest()
  return drawn.readUIntBE(0, 6) / 2 ** 48
}

/** Who asked, and in which session of the host where it tells one. */
export interface Asker {
  readonly principal: string
  readonly session: string | null
}

/**
 * By what the answers of one task session are known: the same task, and the same session of one principal. Whose task
 * it is does not matter: the lot was drawn for the task, and a cluster must hold all that one draw decided (A. Abadie,
 * S. Athey, G. W. Imbens, J. M. Wooldridge, "When should you adjust standard errors for clustering?", Quarterly Journal
 * of Economics 138 (2023) 1-35).
 */
export interface TaskSession {
  readonly task: string
  readonly session: string | null
}

/** Who asks where nobody is told of. */
const nobody: Asker = { principal: 'principal:cairn', session: null }

export function taskSession(task: string, asker: Asker = nobody): TaskSession {
  const { principal, session } = asker
  return {
    task: contentHash('task', normalTask(task)),
    session: session === null ? null : contentHash('session', principal, session)
  }
}
