import { scopedId } from '../domain/scoped-id.js'
import { nameForms } from '../domain/code-terms.js'
import { contentHash } from '../domain/content-hash.js'
import { insightEmbedText } from '../domain/embed-text.js'
import { stored } from '../domain/insight-decisions.js'
import { insightText, type InsightText } from '../domain/insight.js'
import type { Database } from '../graph/database.js'
import { writeInsight } from '../graph/queries.js'
import type { Embedder } from '../model/embedder.js'
import { gatesAfter, textProperties, unbacked } from './insight-text.js'
import { untouched } from './standing.js'
import { inTurn } from './turn.js'

/** Guidance that a person has reviewed, with the documentation that backs it. */
export interface ReviewedInsight extends InsightText {
  /** Documentation that says so: the section's id and words that stand in it. */
  readonly backedBy: readonly { readonly doc: string; readonly quote: string }[]
  /** Ids of the traces that it was drawn from. */
  readonly derivedFrom: readonly string[]
  /** Qualified names of the APIs that it is about. */
  readonly about: readonly string[]
  readonly reviewer: string
}

/**
 * Takes in an insight that a person approved elsewhere, as a decision of that person. It is refused
 * unless every quotation stands in the section that it names. One that is here already keeps its
 * standing: who retired it is not overruled by its being sent again.
 * @throws CairnError BAD_INPUT naming the quotation that does not hold
 */
export async function recordInsight(
  deps: { db: Database; embedder: Embedder },
  insight: ReviewedInsight,
  space: string
): Promise<string> {
  const id = scopedId(`insight:${contentHash(insight.title, insight.advice)}`, space)
  const [vector] = await deps.embedder.embed([insightEmbedText(insightText(insight))])
  await inTurn(deps, space, async (turn) => {
    const [row] = await turn.tx.run(writeInsight, {
      id,
      space,
      properties: {
        ...textProperties(words(insight)),
        space,
        reviewer: insight.reviewer,
        writer: `person:${insight.reviewer}`,
        names: [...new Set(insight.about.flatMap(nameForms))].join(' '),
        gates: JSON.stringify(gatesAfter([], insight.backedBy.length)),
        embedding: vector === undefined ? null : Array.from(vector)
      },
      standing: { ...stored('approved'), gap: 'idiomatic-pattern', flags: [], tainted: false },
      backedBy: insight.backedBy,
      derivedFrom: insight.derivedFrom,
      about: insight.about
    })
    const backed = row?.backed ?? 0
    if (backed < insight.backedBy.length || backed === 0)
      throw unbacked(insight.title, { backed, quotes: insight.backedBy.length })
    if (row?.fresh !== true) return
    const changes = [{ insight: id, before: null, after: untouched('approved') }]
    const reason = 'Reviewed elsewhere.'
    await turn.write([{ kind: 'record', by: insight.reviewer, reason, changes }])
  })
  return id
}

function words({ title, applies, advice, avoid, code }: InsightText): InsightText {
  return { title, applies, advice, avoid, code }
}
