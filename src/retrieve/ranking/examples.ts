import type { Database } from '../../graph/database.js'
import { principalsKnown, problemsPassed } from '../../graph/queries.js'
import type { Candidate } from '../candidate.js'
import { featureNames, featuresOf } from '../features.js'
import type { Gathered } from '../retrieve.js'
import { claim, told, trustIn } from '../solved.js'
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
}

/** Solved problems of a space, the same ones every time. */
export async function readSolved(db: Database, space: string, most: number): Promise<Solved[]> {
  const [{ known } = { known: 0 }] = await db.run(principalsKnown, { space })
  const rows = await db.run(problemsPassed, { space, most, known, claim, told })
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
        const inverse = size(library) / size(api)
        const rare = inverse > everyday ? Math.log1p(inverse) ** 2 : little
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
 * What the candidates of a solved problem teach. The problem's own family is taken out of the count: it would not be
 * there for a new question.
 */
export function exampleOf(
  gathered: Gathered,
  problem: Solved,
  own: { readonly wanted: ReadonlyMap<string, number>; readonly trust: ReadonlyMap<string, number> }
): Example {
  const { candidates } = gathered.recalled
  for (const { api, scores } of candidates) {
    const families = scores.get('familiesUsing')
    if (families !== undefined && api !== null)
      scores.set('familiesUsing', Math.max(0, families - (own.trust.get(api) ?? 0)))
  }
  const { family } = problem
  const lesson = (of: readonly Candidate[], blind: boolean): Lesson => ({
    family,
    rows: packed(featuresOf(of, gathered), blind ? documented : featureNames.length),
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
const experienceFeatures = ['familiesUsing', 'nearSolved', 'nearTwin'] as const

const documented = featureNames.length - experienceFeatures.length

/**
 * Rows in one block, what comes after the first `kept` features 0. Those of four hundred questions are held at
 * once, and it is learned from them with 32 bits anyway.
 */
function packed(rows: readonly (readonly number[])[], kept: number): Float32Array[] {
  const width = featureNames.length
  const block = new Float32Array(rows.length * width)
  return rows.map((row, i) => {
    const into = block.subarray(i * width, (i + 1) * width)
    into.set(row.slice(0, kept))
    return into
  })
}

/** What came of all problems of a family. */
interface Family {
  /** Ids of the problems, the attempts at them and what was derived from those. */
  readonly kin: Set<string>
  /** How sure it is that each API was used. */
  readonly trust: Map<string, number>
}

export function byFamily(solved: readonly Solved[]): Map<string, Family> {
  const all = new Map<string, Family>()
  for (const { family, kin, uses } of solved) {
    const known: Family = all.get(family) ?? { kin: new Set(), trust: new Map() }
    all.set(family, known)
    for (const id of kin) known.kin.add(id)
    for (const { api, weight } of uses)
      known.trust.set(api, Math.max(trustIn(weight), known.trust.get(api) ?? 0))
  }
  return all
}
