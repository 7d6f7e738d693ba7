import { idsInSight } from '../domain/scoped-id.js'
import { contentHash } from '../domain/content-hash.js'
import { taskEmbedText } from '../domain/embed-text.js'
import { lessonTags, type Lesson } from '../domain/lesson.js'
import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import { lessonsNear, problemText } from '../graph/queries.js'
import type { Embedder } from '../model/embedder.js'
import { selectLessons } from './select-lessons.js'

export interface LessonsQuestion {
  /** The task in words. */
  readonly task?: string
  /** Id of a problem, in place of the task. */
  readonly problem?: string
  readonly limit?: number
}

/** A lesson of the bank, and how well founded it is. */
export interface BankedLesson extends Lesson {
  readonly problem: string
  readonly attempts: number
  readonly agents: number
  readonly happens: string
  readonly when: string | null
  readonly instead: string | null
  readonly shownBy: string | null
  /** What it is about, as it is shown. */
  readonly about: readonly string[]
  readonly source: string
  readonly trust: string
  /** Independent task sessions in which it was seen. */
  readonly witnesses: number
  /** Whether another note says the opposite. */
  readonly disputed: boolean
}

const near = 60
const maxTask = 100_000

/**
 * What earlier attempts teach for a task, over all problems: half by effect, the rest by nearness to the task.
 * @throws CairnError BAD_INPUT, NOT_FOUND (the problem), MODEL_UNAVAILABLE
 */
export async function lessonsFor(
  deps: { db: Database; embedder: Embedder },
  question: LessonsQuestion,
  spaces: readonly string[]
): Promise<BankedLesson[]> {
  const task = await taskOf(deps.db, question, spaces)
  const [vector = new Float32Array(deps.embedder.dimensions)] = await deps.embedder.embed([
    taskEmbedText(task)
  ])
  const problems = idsInSight(`problem:${contentHash(task.trim())}`, spaces)
  const rows = await deps.db.run(lessonsNear, {
    vector: Array.from(vector),
    problems,
    spaces,
    near
  })
  const bank = rows.map((row) => ({
    ...row,
    tag: lessonTags.find((tag) => tag === row.tag) ?? ('UNJUDGED' as const)
  }))
  const byId = new Map(bank.map((lesson) => [lesson.id, lesson]))
  return selectLessons(bank, question.limit ?? 4, { task: 'writing' }).flatMap(
    ({ id }) => byId.get(id) ?? []
  )
}

async function taskOf(
  db: Database,
  { task = '', problem }: LessonsQuestion,
  spaces: readonly string[]
): Promise<string> {
  if (problem !== undefined) {
    const [row] = await db.run(problemText, { id: problem, spaces })
    if (row !== undefined) return row.text
    const value = problem.slice(0, 100)
    throw new CairnError('NOT_FOUND', `There is no problem '${value}' here.`, {
      details: { field: 'problem', value, expected: 'the id of a problem' }
    })
  }
  if (task.trim() !== '') return task.slice(0, maxTask)
  throw new CairnError(
    'BAD_INPUT',
    'task is empty; expected a task in words, or the id of a problem.',
    {
      details: { field: 'task', value: '', expected: 'a task in words' }
    }
  )
}
