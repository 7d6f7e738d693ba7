import type { ApiChange } from '../domain/api-changes.js'
import { outcomeWord } from '../domain/outcome-word.js'
import type { Database } from '../graph/database.js'
import {
  decisionsOn,
  insightQuotations,
  insightsNear,
  insightsToDecide,
  relatedInsights,
  reviewSources
} from '../graph/queries.js'
import { briefOf, type InsightBrief } from './queue.js'
import { text } from './standing.js'
import { changesOf, noInsight, type Decided } from './turn.js'

/** Something that an insight was drawn from. */
export interface InsightSource {
  readonly id: string
  readonly label: string
  readonly title: string
  /** How an attempt ended; of a lesson its tag. */
  readonly outcome: string | null
  /** Who or what judged how an attempt ended, as its sender says; null of a lesson, and where nobody did. */
  readonly judgedBy: string | null
  /** How an attempt ended and on whose word, in Cairn's own words; null of a lesson. */
  readonly ended: string | null
  readonly agent: string | null
  /** Id of the problem that an attempt was at; null of a lesson. */
  readonly problem: string | null
  /** Whether it was drawn from this; else an attempt at the same problem that it may be compared with. */
  readonly own: boolean
  readonly code: string | null
  readonly text: string
  readonly tainted: boolean
}

/** Words of documentation that back an insight, with what stands around them there. */
export interface Quotation {
  readonly doc: string
  readonly title: string
  readonly library: string | null
  readonly url: string | null
  readonly quote: string
  /** Whether the words still stand in the section. */
  readonly holds: boolean
  readonly before: string
  readonly after: string
}

/** An insight with everything that a decision on it needs. */
export interface InsightInFull {
  readonly insight: InsightBrief
  readonly sources: readonly InsightSource[]
  readonly quotations: readonly Quotation[]
  /** Nearest in meaning among those not withdrawn; score 0 to 1 as the index gives it. */
  readonly similar: readonly {
    readonly id: string
    readonly title: string
    readonly state: string
    readonly score: number
  }[]
  /** What it supersedes, refines or contradicts, and what does so to it. */
  readonly related: readonly {
    readonly relation: string
    readonly id: string
    readonly title: string
    readonly state: string
  }[]
  /** The newest first. */
  readonly decisions: readonly Decided[]
  /** How the APIs that it rests on changed. */
  readonly changes: readonly ApiChangeSeen[]
}

/** A change of an API between two versions of its library. */
export interface ApiChangeSeen extends ApiChange {
  readonly from: string
  readonly to: string
}

const most = { sources: 50, similar: 8, decisions: 50 } as const

/** @throws CairnError NOT_FOUND */
export async function insightInFull(
  { db }: { db: Database },
  id: string,
  { space, spaces }: { readonly space: string; readonly spaces: readonly string[] }
): Promise<InsightInFull> {
  const [row] = await db.run(insightsToDecide, { ids: [id], space })
  if (row === undefined) throw noInsight(id)
  const [sources, quotations, similar, related, decisions] = await Promise.all([
    db.run(reviewSources, { id, spaces, limit: most.sources }),
    db.run(insightQuotations, { id }),
    db.run(insightsNear, { id, spaces: [space], limit: most.similar + 1 }),
    db.run(relatedInsights, { id, spaces }),
    db.run(decisionsOn, { id, limit: most.decisions })
  ])
  return {
    insight: briefOf(id, row.node),
    sources: sources.map(({ trust, observed, confirmed, ...source }) => ({
      ...source,
      ended:
        source.label === 'Trace' ? outcomeWord({ ...source, trust, observed, confirmed }) : null
    })),
    quotations,
    similar: similar.slice(0, most.similar),
    related,
    decisions: decisions.map(({ before, after, ...review }) => ({
      ...review,
      changes: changesOf({ before, after })
    })),
    changes: changesSeen(text(row.node['changes']))
  }
}

/** Changes as they are stored with what rests on the APIs. */
export function changesSeen(stored: string | null): ApiChangeSeen[] {
  return stored === null ? [] : (JSON.parse(stored) as ApiChangeSeen[])
}
