import type { Database } from '../graph/database.js'
import { concerning as concerningQuery } from '../graph/queries.js'
import { checkOutcome, shown, wrong } from './explorer-limits.js'
import type { Neighborhood } from './neighborhood.js'
import { openNode } from './open-node.js'
import { sightOf, type Sight } from './sight.js'
import { subgraph } from './subgraph.js'

/** What may be asked for about something. */
const kinds = ['Trace', 'Problem', 'ErrorSignature', 'Lesson', 'Insight'] as const

export interface ConcerningQuestion {
  /** An API, a section of documentation or a library. */
  readonly id: string
  /** Trace, Problem, ErrorSignature, Lesson or Insight. */
  readonly kind: string
  /** Of attempts, or by attempts, only those that ended so: passed or failed. */
  readonly outcome?: string | null | undefined
}

/** As many as are drawn at once. */
const most = 50

/**
 * What has to do with an API or a whole library, the newest first, at most 50, with what joins it and all edges between.
 * @throws CairnError NOT_FOUND, BAD_INPUT for a kind that cannot be asked for or a node of which nothing is known so
 */
export async function concerning(
  db: Database,
  question: ConcerningQuestion,
  sight: Sight | readonly string[]
): Promise<Neighborhood> {
  const kind = kinds.find((one) => one === question.kind)
  if (kind === undefined) throw notAsked('kind', question.kind, kinds.join(', '))
  const outcome = checkOutcome(question.outcome)
  const subject = await openNode(db, question.id, sight)
  const { spaces, drafts } = sightOf(sight)
  const rows = await db.run(concerningQuery, {
    ...subjectOf(subject),
    ...{ label: kind, outcome, spaces, drafts, limit: most + 1 }
  })
  const ids = rows.slice(0, most).flatMap(({ id, through }) => [id, ...through])
  const found = await subgraph(db, [...new Set([subject.id, ...ids])], sight)
  return { ...found, truncated: rows.length > most }
}

function subjectOf({
  id,
  label,
  properties
}: {
  readonly id: string
  readonly label: string
  readonly properties: Readonly<Record<string, unknown>>
}): { ids: string[]; libraries: string[] } {
  const key = properties['key']
  if (label === 'Library' && typeof key === 'string') return { ids: [], libraries: [key] }
  if (label === 'Api' || label === 'Doc') return { ids: [id], libraries: [] }
  throw notAsked('id', id, 'the id of an API, a section of documentation or a library')
}

function notAsked(field: string, value: string, expected: string) {
  return wrong(
    { field, value: shown(value), expected },
    `${field} is '${shown(value)}'; expected ${expected}.`
  )
}
