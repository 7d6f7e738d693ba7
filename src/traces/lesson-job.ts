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
  readonly work: (input: unknown, run: SolicitRun) => Promise<SolicitReport>
  /** Queues the work, unless it waits in the queue already. */
  soon(
    start: (job: { kind: string; label: string; input: unknown }) => Promise<unknown>
  ): Promise<void>
}

export function createLessonJob(
  deps: Omit<SolicitDeps, 'chat'> & { readonly chat: ChatModel | null },
  space: string
): LessonJob {
  const { chat } = deps
  let waiting = false
  return {
    work: async (_, run) => {
      waiting = false
      if (chat !== null) return solicitLessons({ ...deps, chat }, space, run)
      return { model: 'none', asked: 0, lessons: 0, unfit: 0, passedOver: 0 }
    },
    soon: async (start) => {
      if (chat === null || waiting) return
      waiting = true
      try {
        await start({ kind: lessonJobKind, label: `lessons by ${chat.id}`, input: {} })
      } catch (error) {
        waiting = false
        throw error
      }
    }
  }
}
