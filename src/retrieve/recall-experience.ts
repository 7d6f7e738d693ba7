import { idsInSight } from '../domain/scoped-id.js'
import type { Database } from '../graph/database.js'
import { recallErrors } from '../graph/queries.js'
import { experienceInWords, nearExperience } from './as-of.js'
import type { RetrievalPart } from './parts.js'
import type { Plan } from './plan.js'
import { nearSolved } from './solved.js'

/** Experience that was recalled: where it stood, and what it used. */
export interface RecalledExperience {
  readonly id: string
  readonly label: string
  readonly outcome: string | null
  readonly source: 'experience' | 'tasks' | 'errors'
  /** Cosine for experience, trust from 0 to 1 for errors, as the index says for tasks. */
  readonly score: number
}

interface ExperienceAsked {
  readonly spaces: readonly string[]
  /** The closed epoch whose insights are used; null for those in force now. */
  readonly epoch: string | null
  readonly without: ReadonlySet<RetrievalPart>
  /** How much each source brings at most. */
  readonly limit: number
  /** The question's vector, once it is there. */
  readonly encoded: () => Promise<number[]>
  /** Whether several principals recorded what is in sight. */
  readonly several: () => Promise<boolean>
}

/** Experience near to a question, side by side: by meaning, of solved problems, in words, by its errors. */
export function recallExperience(db: Database, plan: Plan, asked: ExperienceAsked) {
  const { spaces, epoch, without, limit, encoded } = asked
  const unless = unlessWithout(without)
  const wide = { spaces, limit }
  return Promise.all([
    unless('experience', async () =>
      nearExperience(db, { vector: await encoded(), ...wide }, epoch)
    ),
    unless('experience', async () =>
      nearSolved(db, { vector: await encoded(), spaces, several: await asked.several() })
    ),
    unless('tasks', () => experienceInWords(db, { query: plan.taskQuery, ...wide }, epoch)),
    unless('errors', () => sameErrors(db, plan, wide))
  ])
}

/** Does a part's work, or finds nothing where a measurement does without it. */
export function unlessWithout(without: ReadonlySet<RetrievalPart>) {
  return <T>(part: RetrievalPart, work: () => Promise<T[]>): Promise<T[]> =>
    without.has(part) ? Promise.resolve([]) : work()
}

/** What met the question's errors before. */
function sameErrors(
  db: Database,
  { errors }: Plan,
  wide: { readonly spaces: readonly string[]; readonly limit: number }
) {
  if (errors.length === 0) return Promise.resolve([])
  const ids = errors.flatMap((id) => idsInSight(id, wide.spaces))
  return db.run(recallErrors, { errors: ids, ...wide })
}
