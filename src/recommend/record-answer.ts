import { publicSpace } from '../domain/caller.js'
import { contentHash } from '../domain/content-hash.js'
import { knowledgeNeed, needRow } from '../domain/knowledge-need.js'
import type { Citation, Item } from '../domain/recommendation.js'
import { redact } from '../domain/redact.js'
import { idsInSight } from '../domain/scoped-id.js'
import type { TaskSession } from '../domain/task-lot.js'
import type { Transaction } from '../graph/database.js'
import { askFor, recordRecommendation, recordWithheld } from '../graph/queries.js'
import type { Retrieved } from '../retrieve/memory.js'
import type { RetrieveDeps } from '../retrieve/retrieve.js'
import type { Lot } from './withhold.js'

/** An answer before the graph confirmed what it cites. */
export interface Given {
  readonly id: string
  readonly retrieved: Retrieved
  readonly items: readonly Item[]
  readonly citations: readonly Citation[]
  readonly spaces: readonly string[]
  readonly lots: readonly Lot[]
  readonly asked: TaskSession
  /** Versions that the asker's project uses, as `express@4.18.2`. */
  readonly locked: readonly string[]
}

/**
 * Records the answer with its lots and, where nothing of it is left and it is about work, what the memory lacks.
 * @returns what of it the graph confirmed
 */
export async function recordAnswer(
  deps: RetrieveDeps,
  given: Given,
  isAboutWork: boolean
): Promise<{ items: Item[]; citations: Citation[] }> {
  const noteGap = isAboutWork && given.items.length === 0 ? gapOf(deps, given) : null
  const answer = onlyConfirmed(given, await record(deps, given))
  if (answer.items.length === 0 && isAboutWork) await (noteGap ?? gapOf(deps, given))()
  return answer
}

/** @returns the numbers of the citations that hold */
async function record({ db }: RetrieveDeps, given: Given): Promise<ReadonlySet<number>> {
  // An answer without lots is one statement, which is a transaction by itself and spares two round trips.
  if (given.lots.length === 0) return recordCited(db, given)
  return db.write(async (tx) => {
    const confirmed = await recordCited(tx, given)
    await recordLots(tx, given)
    return confirmed
  })
}

async function recordCited(tx: Transaction, given: Given): Promise<ReadonlySet<number>> {
  const { retrieved, items, citations, spaces } = given
  const rows = await tx.run(recordRecommendation, {
    id: given.id,
    // Whoever pasted a log may have pasted a key.
    question: redact(retrieved.question.slice(0, 20_000)).text,
    problems: idsInSight(`problem:${contentHash(retrieved.question)}`, spaces),
    kind: retrieved.intent.kind,
    libraries: retrieved.intent.libraries.map((library) => library.key),
    space: spaces[0] ?? publicSpace,
    spaces,
    task: given.asked.task,
    session: given.asked.session,
    locked: given.locked,
    cites: citations.map((citation) => {
      const item = items.find((i) => i.citations.includes(citation.number))
      return {
        number: citation.number,
        id: citation.id,
        quote: citation.quote,
        section: item?.section ?? 'use',
        reason: item?.reason ?? ''
      }
    })
  })
  return new Set(rows.map((row) => row.number))
}

async function recordLots(tx: Transaction, { id, spaces, lots }: Given): Promise<void> {
  await tx.run(recordWithheld, {
    id,
    spaces,
    shown: lots.flatMap(({ insight, share, withheld }) => (withheld ? [] : [{ insight, share }])),
    withheld: lots.flatMap(({ insight, share, rank, withheld }) =>
      withheld ? [{ insight, share, rank }] : []
    )
  })
}

/**
 * A question that found nothing is something that the memory lacks. What is to be noted is made while the answer itself is
 * being recorded. @returns what notes it, once the answer is there
 */
function gapOf({ db, embedder }: RetrieveDeps, given: Given): () => Promise<void> {
  const space = given.spaces[0] ?? publicSpace
  const need = knowledgeNeed(given.retrieved.question, space)
  if (need === null) return () => Promise.resolve()
  const vectors = embedder.embed([need.embedText])
  // Whoever notes it is told of a failure; an answer that could not be recorded notes nothing.
  vectors.catch(() => undefined)
  return async () => {
    const [vector] = await vectors
    const row = needRow(need, { of: vector, by: embedder.id })
    await db.run(askFor, { asker: given.id, space, now: Date.now(), ...row })
  }
}

function onlyConfirmed(
  answer: { items: readonly Item[]; citations: readonly Citation[] },
  confirmed: ReadonlySet<number>
): { items: Item[]; citations: Citation[] } {
  return {
    items: answer.items.filter((item) => item.citations.every((n) => confirmed.has(n))),
    citations: answer.citations.filter((citation) => confirmed.has(citation.number))
  }
}
