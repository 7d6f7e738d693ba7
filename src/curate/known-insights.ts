import type { Database } from '../graph/database.js'
import { insightsKnown } from '../graph/queries.js'
import { cosine } from '../traces/text-vectors.js'

/** An insight of the space, as far as a new one is compared with it. */
export interface KnownInsight {
  readonly id: string
  readonly state: string
  readonly title: string
  readonly advice: string
  readonly about: readonly string[]
  readonly embedding: Float32Array
}

/** What is known of the space's insights while a run goes on. */
export interface KnownInsights {
  get(id: string): KnownInsight | undefined
  all(): Iterable<KnownInsight>
  /** The nearest by meaning that `fits`, with its cosine; of equal ones the smallest id. */
  nearest(
    vector: Float32Array,
    fits: (insight: KnownInsight) => boolean
  ): { readonly insight: KnownInsight; readonly cosine: number } | undefined
}

const readAtOnce = 500

export async function readKnownInsights(db: Database, space: string): Promise<KnownInsights> {
  const known = new Map<string, KnownInsight>()
  for (let after = ''; ;) {
    const rows = await db.run(insightsKnown, { space, after, limit: readAtOnce })
    for (const row of rows)
      known.set(row.id, { ...row, embedding: Float32Array.from(row.embedding ?? []) })
    const last = rows.at(-1)
    if (last === undefined) break
    after = last.id
  }
  return {
    get: (id) => known.get(id),
    all: () => known.values(),
    nearest: (vector, fits) => {
      let best: { insight: KnownInsight; cosine: number } | undefined
      for (const insight of known.values()) {
        const near =
          insight.embedding.length === vector.length ? cosine(vector, insight.embedding) : 0
        // Ids come in order, so of equal ones the first stays; to see what fits costs more than to compare.
        if ((best === undefined || near > best.cosine) && fits(insight))
          best = { insight, cosine: near }
      }
      return best
    }
  }
}

/** Approved: what agents are shown as guidance. */
export function isInForce({ state }: Pick<KnownInsight, 'state'>): boolean {
  return state === 'approved'
}
