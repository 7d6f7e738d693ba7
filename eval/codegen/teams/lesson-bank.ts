import { newLesson, type Lesson } from '../../../src/domain/lesson.js'
import { selectLessons, updateFactors } from '../../../src/traces/select-lessons.js'
import type { TeamTools } from './team.js'

export interface LessonBank {
  /** What the round's agents are shown, all the same. */
  choose(round: number): readonly Lesson[]
  /** After a round: what it taught, and whether what was shown helped. */
  close(taught: readonly Lesson[], effects: readonly number[]): void
}

/**
 * The lessons of one problem, chosen by Cairn's own selection (methods.md C.4). With a memory, what earlier problems taught is in the
 * bank from the start and is shown in round 0 too, where a team without one has nothing.
 */
export function createLessonBank(
  task: 'optimising' | 'writing',
  { k, remembered }: { readonly k: number; readonly remembered: readonly Lesson[] }
): LessonBank {
  const bank = new Map(remembered.map((lesson) => [lesson.id, lesson]))
  let chosen: readonly Lesson[] = []
  return {
    choose: (round) => {
      // Round 0 has nothing of its own to learn from: only what was remembered.
      const asIf = round === 0 && remembered.length > 0 ? 1 : round
      chosen = selectLessons([...bank.values()], k, { round: asIf, task })
      return chosen
    },
    close: (taught, effects) => {
      // The paper's factor: by the last round alone.
      for (const lesson of updateFactors(chosen, effects, { factorMode: 'lastRound' }))
        bank.set(lesson.id, lesson)
      for (const lesson of taught) bank.set(lesson.id, lesson)
    }
  }
}

/** More are looked at than are shown: other problems often taught the same in the same words. */
const lookedAt = 4
const mostAsked = 50

/** What the memory teaches for a task, each once; nothing without one. */
export async function rememberedLessons(
  prompt: string,
  { memory, lessons: k }: Pick<TeamTools, 'memory' | 'lessons'>
): Promise<readonly Lesson[]> {
  if (memory === null) return []
  const found = await memory.lessons({ task: prompt, limit: Math.min(mostAsked, k * lookedAt) })
  const byText = new Map(found.toReversed().map((lesson) => [lesson.text, lesson]))
  return selectLessons([...byText.values()], k, { task: 'writing' })
}

/** A lesson as the bank takes it, with its nearness to what it is about. */
export async function taughtLesson(
  lesson: Pick<Lesson, 'id' | 'text' | 'tag' | 'effect'>,
  source: string,
  likeness: TeamTools['likeness']
): Promise<Lesson> {
  return { ...newLesson(lesson), relevance: await likeness(lesson.text, source) }
}
