import { namesIn } from '../domain/code-terms.js'
import type { Database } from '../graph/database.js'
import { insightsKnown } from '../graph/queries.js'
import { cosine } from './cluster/matrix.js'

/** An insight of the space, as far as a new one is compared with it. */
export interface KnownInsight {
  readonly id: string
  readonly state: string
  readonly lineage: string
  readonly revision: number
  /** The insight that it is to take the place of. */
  readonly refines: string | null
  readonly title: string
  readonly advice: string
  readonly avoid: string
  readonly library: string | null
  readonly gap: string | null
  readonly tainted: boolean
  /** Whether it is marked as resting on what agents claim of themselves. */
  readonly selfJudged: boolean
  readonly about: readonly string[]
  readonly recommends: readonly string[]
  readonly avoids: readonly string[]
  readonly embedding: ArrayLike<number>
}

/** What is known of the space's insights while a run goes on; what the run adds comes in. */
export interface KnownInsights {
  get(id: string): KnownInsight | undefined
  set(insight: KnownInsight): void
  all(): Iterable<KnownInsight>
  /** The nearest by meaning that `fits`, with its cosine; of equal ones the smallest id. */
  nearest(
    vector: ArrayLike<number>,
    fits: (insight: KnownInsight) => boolean
  ): { readonly insight: KnownInsight; readonly cosine: number } | undefined
}

const readAtOnce = 500

export async function readKnownInsights(db: Database, space: string): Promise<KnownInsights> {
  const known = new Map<string, KnownInsight>()
  for (let after = ''; ;) {
    const rows = await db.run(insightsKnown, { space, after, limit: readAtOnce })
    for (const row of rows) known.set(row.id, fromRow(row))
    const last = rows.at(-1)
    if (last === undefined) break
    after = last.id
  }
  return {
    get: (id) => known.get(id),
    set: (insight) => known.set(insight.id, insight),
    all: () => known.values(),
    nearest: (vector, fits) => {
      let best: { insight: KnownInsight; cosine: number } | undefined
      for (const insight of known.values()) {
        if (!fits(insight)) continue
        const near = cosine(vector, insight.embedding)
        if (
          best === undefined ||
          near > best.cosine ||
          (near === best.cosine && insight.id < best.insight.id)
        )
          best = { insight, cosine: near }
      }
      return best
    }
  }
}

type Row = Parameters<typeof fromRow>[0]

function fromRow(
  row: Omit<KnownInsight, 'recommends' | 'avoids' | 'embedding'> & {
    readonly recommends: readonly string[] | null
    readonly avoids: readonly string[] | null
    readonly embedding: readonly number[] | null
  }
): KnownInsight {
  return {
    ...row,
    recommends: row.recommends ?? said(row, row.advice),
    avoids: row.avoids ?? said(row, row.avoid),
    embedding: Float32Array.from(row.embedding ?? [])
  }
}

/** Which of the APIs that it is about a text names: people write them short. */
function said({ about }: Pick<Row, 'about'>, text: string): string[] {
  const names = namesIn(text)
  return about.filter((api) => names.some((name) => api === name || api.endsWith(`.${name}`)))
}

/** Approved: what agents are shown as guidance. */
export function isInForce({ state }: Pick<KnownInsight, 'state'>): boolean {
  return state === 'approved'
}
