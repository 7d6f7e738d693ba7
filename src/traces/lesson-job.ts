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
    space: string,
    start: (job: { kind: string; label: string; input: unknown; space: string }) => Promise<unknown>
  ): Promise<void>
}

export function createLessonJob(
  deps: Omit<SolicitDeps, 'chat'> & { readonly chat: ChatModel | null }
): LessonJob {
  const { chat } = deps
  /** Spaces for which the work is in the queue already. */
  const waiting = new Set<string>()
  return {
    work: async (input, run) => {
      const { space } = input as { readonly space: string }
      waiting.delete(space)
      if (chat !== null) return solicitLessons({ ...deps, chat }, space, run)
      return { model: 'none', asked: 0, lessons: 0, unfit: 0, passedOver: 0 }
    },
    soon: async (space, start) => {
      if (chat === null || waiting.has(space)) return
      waiting.add(space)
      try {
        await start({
          kind: lessonJobKind,
          label: `lessons by ${chat.id}`,
          input: { space },
          space
        })
      } catch (error) {
        waiting.delete(space)
        throw error
      }
    }
  }
}
