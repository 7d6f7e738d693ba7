import { contentHash } from '../../domain/content-hash.js'
import { createProjection, type Matrix, type Projection } from './matrix.js'
import type { Task } from './task.js'

/** Numbers a task is held in: keeps distances within about a tenth. */
const width = 96

/**
 * Share of what was used beside what was asked. What was asked leads, as an insight is looked for by
 * the task; what was used tells tasks apart that only sound alike.
 */
const usedShare = 0.35

/** Places that names of APIs are hashed to (Weinberger and others, 2009: collisions cancel out). */
const places = 256

export interface TaskFeatures {
  readonly matrix: Matrix
  /** Writes a task into its row. */
  set(row: number, task: Pick<Task, 'embedding' | 'attempts'>): void
}

/** Room for the features of so many tasks. */
export function createTaskFeatures(rows: number, seed: number): TaskFeatures {
  const values = new Float32Array(rows * width)
  const asked = createProjection(width, seed)
  const used = createProjection(width, seed + 1)
  return {
    matrix: { rows, width, values },
    set: (row, task) => {
      write(values.subarray(row * width, (row + 1) * width), task, { asked, used })
    }
  }
}

function write(
  into: Float32Array,
  task: Pick<Task, 'embedding' | 'attempts'>,
  { asked, used }: { readonly asked: Projection; readonly used: Projection }
): void {
  asked.add(into, task.embedding ?? [], Math.sqrt(1 - usedShare))
  used.add(into, usedVector(task), Math.sqrt(usedShare))
}

/** The APIs of the attempts, those of attempts that passed twice. */
function usedVector({ attempts }: Pick<Task, 'attempts'>): Float32Array {
  const vector = new Float32Array(places)
  for (const { apis, outcome } of attempts) {
    for (const api of apis) {
      const hash = Number.parseInt(contentHash(api).slice(0, 8), 16)
      const sign = hash & 1 ? 1 : -1
      const place = (hash >>> 1) % places
      vector[place] = (vector[place] ?? 0) + sign * (outcome === 'passed' ? 2 : 1)
    }
  }
  return vector
}
