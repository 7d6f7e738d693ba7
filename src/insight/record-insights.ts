import { compoundParts, nameForms } from '../domain/code-terms.js'
import { contentHash } from '../domain/content-hash.js'
import { insightEmbedText } from '../domain/embed-text.js'
import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import { writeInsight } from '../graph/queries.js'
import type { Embedder } from '../model/embedder.js'

/** Guidance that a person has reviewed, with the documentation that backs it. */
export interface ReviewedInsight {
  readonly title: string
  /** When it applies. */
  readonly applies: string
  readonly advice: string
  readonly avoid: string
  readonly code: string | null
  /** Documentation that says so: the section's id and words that stand in it. */
  readonly backedBy: readonly { readonly doc: string; readonly quote: string }[]
  /** Ids of the traces that it was drawn from. */
  readonly derivedFrom: readonly string[]
  /** Qualified names of the APIs that it is about. */
  readonly about: readonly string[]
  readonly reviewer: string
}

/**
 * Takes in an insight that a person approved elsewhere. It is refused unless every quotation stands
 * in the section that it names.
 * @throws CairnError BAD_INPUT naming the quotation that does not hold
 */
export async function recordInsight(
  deps: { db: Database; embedder: Embedder },
  insight: ReviewedInsight,
  space: string
): Promise<string> {
  const id = `insight:${contentHash(insight.title, insight.advice)}`
  const text = [insight.title, insight.applies, insight.advice, insight.avoid]
    .filter((t) => t !== '')
    .join('\n')
  const [vector] = await deps.embedder.embed([insightEmbedText(text)])
  await deps.db.write(async (tx) => {
    const [row] = await tx.run(writeInsight, {
      id,
      space,
      properties: {
        kind: 'reviewed',
        state: 'approved',
        space,
        title: insight.title,
        applies: insight.applies,
        advice: insight.advice,
        avoid: insight.avoid,
        code: insight.code,
        text,
        reviewer: insight.reviewer,
        names: [...new Set(insight.about.flatMap(nameForms))].join(' '),
        terms: compoundParts(text, 200).join(' '),
        embedding: vector === undefined ? null : Array.from(vector)
      },
      backedBy: insight.backedBy,
      derivedFrom: insight.derivedFrom,
      about: insight.about
    })
    const backed = row?.backed ?? 0
    if (backed < insight.backedBy.length || backed === 0) {
      throw new CairnError(
        'BAD_INPUT',
        `Insight '${insight.title}' rests on ${insight.backedBy.length} quotations, of which ${backed} stand in the documentation named; expected all, and at least one.`,
        { details: { field: 'backedBy', value: backed, expected: insight.backedBy.length } }
      )
    }
  })
  return id
}
