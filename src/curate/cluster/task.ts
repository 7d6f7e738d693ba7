import type { GapClass } from '../../domain/insight.js'

/** One attempt at a task, as far as clustering looks at it. */
export interface TaskAttempt {
  readonly outcome: string
  readonly tainted: boolean
  readonly apis: readonly string[]
  /** Keys of the libraries of those APIs. */
  readonly libraries: readonly string[]
  /** Types of the errors that ended it. */
  readonly errors: readonly string[]
  /** Its code, where it may hold something unsafe. */
  readonly unsafe: string | null
}

/** A problem with the attempts at it. */
export interface Task {
  readonly id: string
  /** Names of libraries that the task gives. */
  readonly libraries: readonly string[]
  /** Keys of the libraries that those are here. */
  readonly about: readonly string[]
  readonly embedding: readonly number[] | null
  readonly attempts: readonly TaskAttempt[]
}

/** What is kept of a task once its features are in the matrix: a hundred thousand must fit. */
export interface TaskKey {
  readonly id: string
  readonly libraries: readonly string[]
  readonly gap: GapClass | null
  /** Attempts without and with words that try to instruct their reader. */
  readonly clean: number
  readonly tainted: number
}
