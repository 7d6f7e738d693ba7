import type { Database } from '../graph/database.js'
import type { ChatModel } from '../model/chat.js'
import {
  solicitLessons,
  type SolicitDeps,
  type SolicitReport,
  type SolicitRun
} from './solicit-lessons.js'

/** Kind of the job that has a chat model write lessons. */
export const lessonJobKind = 'write-lessons'

/** Has lessons written after attempts came in, where a chat model is configured. */
export interface LessonJob {
  readonly work: (
    input: unknown,
    run: SolicitRun & { readonly db: Database }
  ) => Promise<SolicitReport>
  /** Queues the work, unless it waits in the queue already. */
  soon(
    space: string,
    start: (job: {
      kind: string
      label: string
      input: unknown
      space: string
      once: boolean
    }) => Promise<unknown>
  ): Promise<void>
}

export function createLessonJob(
  deps: Pick<SolicitDeps, 'embedder'> & { readonly chat: ChatModel | null }
): LessonJob {
  const { chat } = deps
  return {
    work: async (input, run) => {
      const { space } = input as { readonly space: string }
      if (chat !== null) return solicitLessons({ ...deps, chat, db: run.db }, space, run)
      return { model: 'none', asked: 0, lessons: 0, unfit: 0, passedOver: 0 }
    },
    soon: async (space, start) => {
      if (chat === null) return
      // One that waits already will see these attempts too.
      const label = `lessons by ${chat.id}`
      await start({ kind: lessonJobKind, label, input: { space }, space, once: true })
    }
  }
}
