import type { Database } from '../../graph/database.js'
import { problemsPassed } from '../../graph/queries.js'
import type { Candidate } from '../candidate.js'
import { featureNames, featuresOf } from '../features.js'
import type { Gathered } from '../retrieve.js'
import type { Lesson } from './listwise.js'

/** A problem that was solved, and what the solutions used. */
export interface Solved {
  readonly id: string
  readonly text: string
  /** None of a family counts as seen while one of it is learned from; a problem without a family is one by itself. */
  readonly family: string
  /** The problem, the attempts at it and what was derived from them. */
  readonly kin: readonly string[]
  readonly uses: readonly Use[]
}

export interface Use {
  readonly api: string
  readonly library: string
  readonly kind: string
  /** 1 where the code says what is called, less where it was guessed from a variable's likely type. */
  readonly weight: number
  readonly times: number
}

/** Solved problems of a space, the same ones every time. */
export async function readSolved(db: Database, space: string, most: number): Promise<Solved[]> {
  const rows = await db.run(problemsPassed, { space, most })
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    family: row.family ?? row.id,
    kin: [row.id, ...row.kin],
    uses: row.uses as unknown as readonly Use[]
  }))
}

/**
 * How much each API of each solution is wanted in an answer: more where fewer families of its library use it (the square of inverse
 * document frequency, Spärck Jones 1972), because what everybody uses is not what was asked for; hardly
 * where its call was guessed, where it is an attribute, or where it is used every day. The numbers were chosen on six splits of
 * DS-1000's families: closer to its labels, and a better order on families not learned from.
 */
export function wantedOf(solved: readonly Solved[]): (problem: Solved) => Map<string, number> {
  const families = new Map<string, Set<string>>()
  const count = (key: string, family: string) => {
    families.set(key, (families.get(key) ?? new Set()).add(family))
  }
  for (const { family, uses } of solved)
    for (const { api, library } of uses) {
      count(api, family)
      count(library, family)
    }
  const size = (key: string) => Math.max(1, families.get(key)?.size ?? 1)
  return ({ uses }) =>
    new Map(
      uses.map(({ api, library, kind, weight }) => {
        const families = size(library) / size(api)
        const rare = families > everyday ? Math.log1p(families) ** 2 : little
        return [api, weight ** surely * (kind === 'attribute' ? little : 1) * rare]
      })
    )
}

/** A guessed call (0.8) counts 0.17: what was guessed wrongly would teach the wrong thing. */
const surely = 8
/** What more than one family of so many uses is used every day. */
const everyday = 8
const little = 0.05

/** What a question teaches, once from documentation alone and once with experience. */
export interface Example {
  readonly documentation: Lesson
  readonly experience: Lesson
}

/**
 * What the candidates of a solved problem teach. What the problem's own family used is taken out of the counts: it would not be
 * there for a new question.
 */
export function exampleOf(
  gathered: Gathered,
  problem: Solved,
  own: { readonly wanted: ReadonlyMap<string, number>; readonly times: ReadonlyMap<string, number> }
): Example {
  const { candidates } = gathered.recalled
  for (const { api, scores } of candidates) {
    const times = scores.get('timesUsed')
    if (times !== undefined && api !== null)
      scores.set('timesUsed', Math.max(0, times - (own.times.get(api) ?? 0)))
  }
  const { family } = problem
  const lesson = (of: readonly Candidate[], blind: boolean): Lesson => ({
    family,
    rows: featuresOf(of, gathered).map((row) => (blind ? withoutExperience(row) : row)),
    wanted: of.map(({ api }) => (api === null ? 0 : (own.wanted.get(api) ?? 0))),
    weight: 1
  })
  return {
    documentation: lesson(candidates.filter(isDocumented), true),
    experience: lesson(candidates, false)
  }
}

/** Found without experience. */
function isDocumented({ found, links }: Candidate): boolean {
  return found.length > 0 || links.some(({ type }) => type !== 'USES')
}

/** The features that come from experience, which stand last. */
export const experienceFeatures = ['votes', 'voted', 'timesUsed'] as const

function withoutExperience(row: readonly number[]): number[] {
  const documented = featureNames.length - experienceFeatures.length
  return row.map((value, i) => (i < documented ? value : 0))
}

/** How often the problems of each family used each API. */
export function timesByFamily(solved: readonly Solved[]): Map<string, Map<string, number>> {
  const all = new Map<string, Map<string, number>>()
  for (const { family, uses } of solved) {
    const times = all.get(family) ?? new Map<string, number>()
    for (const use of uses) times.set(use.api, (times.get(use.api) ?? 0) + use.times)
    all.set(family, times)
  }
  return all
}

/** All that came of attempts at problems of each family. */
export function kinByFamily(solved: readonly Solved[]): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>()
  for (const { family, kin } of solved) {
    const ids = all.get(family) ?? new Set<string>()
    for (const id of kin) ids.add(id)
    all.set(family, ids)
  }
  return all
}
