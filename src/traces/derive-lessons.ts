import { compoundParts } from '../domain/code-terms.js'
import { contentHash } from '../domain/content-hash.js'
import { instructsReader } from '../domain/instructing.js'
import type { Transaction } from '../graph/database.js'
import {
  attemptsAt,
  joinResolutions,
  lessonsOfProblems,
  removeLessons,
  writeLessons
} from '../graph/queries.js'
import type { GraphMap } from '../graph/query.js'
import { ruleLessons, type AttemptFacts } from './rule-lessons.js'
import { asList, type TextVectors } from './text-vectors.js'
import { useFromText } from './uses-of.js'

/**
 * Brings what follows from all attempts at some problems up to date: lessons, and who resolved whose error.
 * It depends on the set of attempts alone, not on the order in which they came.
 */
export async function deriveLessons(
  tx: Transaction,
  at: { readonly problems: readonly string[]; readonly space: string },
  vectors: TextVectors
): Promise<void> {
  const { space } = at
  const problems = at.problems.toSorted()
  const [, before, attempts] = await Promise.all([
    tx.run(joinResolutions, { problems, space }),
    tx.run(lessonsOfProblems, { problems, space }),
    readAttempts(tx, { problems, space })
  ])
  const rows = lessonRows(attempts, space)
  const known = new Set(before.map(({ id }) => id))
  const kept = new Set(rows.map((row) => row.id))
  const gone = [...known].filter((id) => !kept.has(id))
  if (gone.length > 0) await tx.run(removeLessons, { ids: gone })
  await vectors.learn(rows.filter(({ id }) => !known.has(id)).map(({ text }) => text))
  const withVectors = rows.map((row) => ({ ...row, embedding: asList(vectors.of(row.text)) }))
  if (rows.length > 0) await tx.run(writeLessons, { rows: withVectors })
}

type Attempt = Awaited<ReturnType<typeof readAttempts>>[number]
type LessonRow = GraphMap & { readonly id: string; readonly text: string }

function readAttempts(
  tx: Transaction,
  at: { readonly problems: readonly string[]; readonly space: string }
) {
  return tx.run(attemptsAt, at)
}

function lessonRows(attempts: readonly Attempt[], space: string): LessonRow[] {
  const byProblem = new Map<string, (AttemptFacts & { readonly effect: number })[]>()
  for (const row of attempts) {
    const { problem, id, outcome, effect, type, normalForm, example } = row
    const error =
      type === null ? null : { type, normalForm: normalForm ?? type, example: example ?? '' }
    const facts = {
      id,
      passed: outcome === 'passed',
      effect,
      error,
      uses: row.uses.map(useFromText)
    }
    byProblem.set(problem, [...(byProblem.get(problem) ?? []), facts])
  }
  return [...byProblem].flatMap(([problem, facts]) => {
    const effects = new Map(facts.map(({ id, effect }) => [id, effect]))
    return ruleLessons(facts).map((lesson) => ({
      id: `lesson:${contentHash(space, problem, lesson.text)}`,
      problem,
      space,
      text: lesson.text,
      writer: 'rules',
      tag: lesson.tag,
      effect: Math.max(0, ...lesson.attempts.map((id) => effects.get(id) ?? 0)),
      attempts: [...lesson.attempts],
      apis: [...lesson.apis],
      terms: compoundParts(lesson.text, 60).join(' '),
      // An error message may carry somebody's orders.
      tainted: instructsReader(lesson.text).found
    }))
  })
}
