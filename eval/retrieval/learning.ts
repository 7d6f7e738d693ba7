import { createHash } from 'node:crypto'
import type { Cairn } from '../../src/cairn.js'
import { familyFolds } from '../../src/domain/families.js'
import { featuresOf } from '../../src/retrieve/features.js'
import type { RetrievalPart } from '../../src/retrieve/parts.js'
import { labelOf, normalLabel } from './labels.js'
import type { Lesson } from '../../src/retrieve/ranking/listwise.js'
import type { Problem } from './problems.js'

/** Families are dealt into as many folds: what is learned from the others never meets the last. */
export const foldCount = 5

/** How much a plain question counts beside one of the benchmark. */
export const plainWeight = 0.4

/** Which spaces may answer a question. */
export type SpacesOf = (problem: Problem) => readonly string[]

/** What the candidates of each question teach. */
export async function gatherLessons(
  cairn: Cairn,
  problems: readonly Problem[],
  how: {
    without: readonly RetrievalPart[]
    spacesOf: SpacesOf
    entries: ReadonlySet<string>
    weight: number
    onProgress: () => void
  }
): Promise<Lesson[]> {
  const lessons: Lesson[] = []
  for (const problem of problems) {
    how.onProgress()
    if (problem.docs.length === 0) continue
    const wanted = new Set(problem.docs.map(normalLabel))
    const gathered = await cairn.gather(
      { text: problem.prompt, libraries: [] },
      { spaces: how.spacesOf(problem), without: how.without }
    )
    // Features compare a candidate with all others, so they are read of all; only entries can be wanted, so only they are learned from.
    const { candidates } = gathered.recalled
    const rows = featuresOf(candidates, gathered)
    const labelled = candidates.flatMap(({ entry }, i) => {
      const label = labelOf(entry)
      return label !== null && how.entries.has(label) ? [{ row: rows[i] ?? [], label }] : []
    })
    lessons.push({
      family: problem.family,
      rows: labelled.map(({ row }) => row),
      wanted: labelled.map(({ label }) => (wanted.has(label) ? 1 : 0)),
      weight: how.weight
    })
  }
  return lessons
}

export function foldsOf(problems: readonly Problem[]): ReadonlyMap<string, number> {
  return familyFolds(
    problems.map((problem) => problem.family),
    foldCount
  )
}

/** A family as the weights remember it: by hash, so that nothing of a benchmark stands in the repository. */
export function familyHash(family: string): string {
  return createHash('sha256').update(family).digest('hex').slice(0, 8)
}
