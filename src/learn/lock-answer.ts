import {
  adviceBands,
  feedbackOutcomes,
  helpfulnessBands,
  type AdviceBand,
  type CitedNode,
  type FeedbackOutcome,
  type Helpfulness
} from '../domain/credit.js'
import { safeWords } from '../domain/safe-words.js'
import { CairnError } from '../errors.js'
import type { Transaction } from '../graph/database.js'
import { lockRecommendation } from '../graph/queries.js'
import type { GraphMap, GraphValue } from '../graph/query.js'
import type { Feedback } from './feedback-input.js'
import type { Sender } from './learner.js'

/** A node that an answer cites, with the numbers of its citations. */
export interface Cited extends CitedNode {
  readonly numbers: readonly number[]
}

/** What the same sender said of an answer before. */
export interface Earlier {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly outcome: FeedbackOutcome
  readonly helpfulness: Helpfulness | null
  readonly advice: AdviceBand | null
  readonly used: readonly string[]
  readonly misled: readonly string[]
  /** Whether its id is that of a key. */
  readonly keyed: boolean
  readonly replaced: readonly string[]
}

/** An answer that only this transaction may tell of. */
export interface Locked {
  readonly libraries: readonly string[]
  readonly cited: readonly Cited[]
  /** Id of the same feedback, where it was sent before. */
  readonly known: string | null
  readonly earlier: readonly Earlier[]
}

/** Keeps others from telling of an answer until the transaction ends. @throws CairnError NOT_FOUND */
export async function lock(
  tx: Transaction,
  of: {
    readonly feedback: Feedback
    readonly id: string
    readonly content: string
    readonly space: string
    readonly who: Sender
  }
): Promise<Locked> {
  const { recommendation, by } = of.feedback
  const [row] = await tx.run(lockRecommendation, {
    id: recommendation,
    spaces: [of.space],
    feedback: of.id,
    content: of.content,
    by,
    principal: of.who.principal
  })
  if (row === undefined) throw unknownRecommendation(recommendation)
  const { libraries, known, cited, earlier } = row
  return { libraries, known, cited: cited.map(toCited), earlier: earlier.map(toEarlier) }
}

/** NOT_FOUND that names the id. */
export function unknownRecommendation(id: string): CairnError {
  const value = safeWords(id).slice(0, 100)
  const expected = 'the id that an answer was recorded as'
  return new CairnError(
    'NOT_FOUND',
    `There is no recommendation '${value}' here; expected ${expected}.`,
    { details: { field: 'recommendation', value, expected } }
  )
}

function toCited({ id, numbers, library, versions }: GraphMap): Cited {
  return {
    id: text(id) ?? '',
    numbers: Array.isArray(numbers) ? numbers.map(Number) : [],
    library: text(library),
    versions: text(versions)
  }
}

function toEarlier({ id, at, used, misled, keyed, replaced, ...said }: GraphMap): Earlier {
  return {
    id: text(id) ?? '',
    at: typeof at === 'number' ? at : 0,
    outcome: feedbackOutcomes.find((one) => one === said['outcome']) ?? 'unknown',
    helpfulness: helpfulnessBands.find((one) => one === said['helpfulness']) ?? null,
    advice: adviceBands.find((one) => one === said['advice']) ?? null,
    used: texts(used),
    misled: texts(misled),
    keyed: keyed === true,
    replaced: texts(replaced)
  }
}

function text(value: GraphValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function texts(value: GraphValue | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : []
}
