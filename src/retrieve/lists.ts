import type { Database } from '../graph/database.js'
import {
  countInSight,
  insightsAtAGlance,
  insightUses,
  recommendations as recommendationsQuery,
  traces as tracesQuery
} from '../graph/queries.js'
import { badInput } from '../errors.js'

export interface TraceBrief {
  readonly id: string
  readonly title: string
  readonly problem: string
  readonly agent: string
  readonly outcome: string
  readonly space: string
  readonly tainted: boolean
  readonly createdAt: string
}

export interface RecommendationBrief {
  readonly id: string
  readonly question: string
  readonly cites: number
  readonly outcome: string | null
  readonly space: string
  readonly createdAt: string
}

export interface InsightUses {
  readonly id: string
  readonly uses: number
  readonly lastUsedAt: string | null
  readonly contradictions: number
}

/** What a line of the queue says of an insight. */
export interface InsightAtAGlance {
  readonly id: string
  /** Names of what it is about. */
  readonly about: readonly string[]
  /** Words of documentation that back it and still stand there. */
  readonly quote: string | null
  /** Failed attempts with what it is about, counted up to 100. */
  readonly needs: number
}

/** A place in a list that has the newest first. */
export interface NewestPlace {
  readonly createdAt: string
  readonly id: string
}

interface Page {
  readonly limit: number
  readonly after?: NewestPlace | null
}

/** What is in sight, as lists. */
export interface Lists {
  /** Attempts, the newest first. @throws CairnError BAD_INPUT (the outcome) */
  traces(page: Page & { readonly outcome?: string | null }): Promise<TraceBrief[]>
  /** Answers that were given, the newest first. */
  recommendations(page: Page): Promise<RecommendationBrief[]>
  countInSight(outcome?: string | null): Promise<{
    readonly traces: number
    readonly recommendations: number
    readonly gaps: number
  }>
  /** How often insights are cited; those out of sight are missing. */
  insightUses(ids: readonly string[]): Promise<InsightUses[]>
  /** What insights are about, what backs them and how often what they are about went wrong; those out of sight are missing. */
  insightsAtAGlance(ids: readonly string[]): Promise<InsightAtAGlance[]>
}

const outcomes = ['passed', 'failed', 'unknown']

export function createLists({ db }: { readonly db: Database }, spaces: readonly string[]): Lists {
  const at = ({ limit, after }: Page) => ({
    spaces,
    limit,
    before: after?.createdAt ?? null,
    after: after?.id ?? ''
  })
  return {
    traces: async ({ outcome = null, ...page }) => {
      if (outcome !== null && !outcomes.includes(outcome))
        throw badInput('outcome', outcome, `one of ${outcomes.join(', ')}`)
      return db.run(tracesQuery, { ...at(page), outcome })
    },
    recommendations: (page) => db.run(recommendationsQuery, at(page)),
    countInSight: async (outcome = null) => {
      const [row] = await db.run(countInSight, { spaces, outcome })
      return row ?? { traces: 0, recommendations: 0, gaps: 0 }
    },
    insightUses: (ids) => db.run(insightUses, { ids, spaces }),
    insightsAtAGlance: (ids) => db.run(insightsAtAGlance, { ids, spaces })
  }
}
