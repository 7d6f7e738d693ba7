import { contentHash } from '../domain/content-hash.js'
import { evidenceHalfLifeMs, sharesOf, signalOf, type AdviceBand } from '../domain/credit.js'
import { instructsReader } from '../domain/instructing.js'
import { knowledgeNeed, needRow, type KnowledgeNeed } from '../domain/knowledge-need.js'
import { safeWords } from '../domain/safe-words.js'
import { versionWeight } from '../domain/version-weight.js'
import { CairnError } from '../errors.js'
import type { Transaction } from '../graph/database.js'
import { askFor, lockRecommendation, writeFeedback } from '../graph/queries.js'
import type { GraphMap } from '../graph/query.js'
import { checkFeedback } from './check-feedback.js'
import type { Feedback, FeedbackInput } from './feedback-input.js'
import type { Learner } from './learner.js'
import { refuseInput } from './refuse-input.js'

/** What became of feedback. */
export interface FeedbackReceipt {
  /** `known`: the same was sent before, nothing changed. */
  readonly status: 'accepted' | 'known'
  readonly feedback: string
  /** Evidence that this feedback added, by cited node; empty where it was known or says nothing of success. */
  readonly credited: readonly Credit[]
  /** The gap that it asks to be filled, null where none. */
  readonly gap: string | null
}

export interface Credit {
  readonly node: string
  readonly passed: number
  readonly failed: number
  readonly used: boolean
}

/**
 * Takes in how a recommendation turned out, with its consequences, in one transaction: evidence on what was cited,
 * and the gap that it names. The same feedback sent twice is one.
 * @throws CairnError BAD_INPUT, NOT_FOUND (no such recommendation), MODEL_UNAVAILABLE; nothing is changed then
 */
export async function sendFeedback(
  learner: Learner,
  input: FeedbackInput
): Promise<FeedbackReceipt> {
  const { db, embedder, space } = learner
  const feedback = checkFeedback(input)
  const need = needOf(feedback, space)
  const [vector] = need === null ? [] : await embedder.embed([need.embedText])
  const now = learner.now()
  return db.write(async (tx) => {
    const content = contentOf(feedback)
    const id = idOf(feedback, content)
    const { libraries, cited, known } = await lock(tx, { feedback, id, content, space })
    if (known !== null) return { status: 'known', feedback: known, credited: [], gap: null }
    const used = usedNodes(feedback.used, cited)
    const credited = creditsOf(feedback, { cited, used, libraries })
    await tx.run(writeFeedback, {
      recommendation: feedback.recommendation,
      feedback: { ...propertiesOf(feedback), id, content },
      credits: credited.map(({ node, ...parts }) => ({ id: node, ...parts })),
      space,
      now,
      halfLife: evidenceHalfLifeMs
    })
    const gap =
      need === null
        ? null
        : await tx.run(askFor, {
            asker: id,
            space,
            now,
            ...needRow(need, { of: vector, by: embedder.id })
          })
    return { status: 'accepted', feedback: id, credited, gap: gap?.[0]?.id ?? null }
  })
}

function needOf({ needed }: Feedback, space: string): KnowledgeNeed | null {
  if (needed === null) return null
  const need = knowledgeNeed(needed, space)
  if (need === null) throw refuseInput('needed', needed, 'words that say what would have helped')
  return need
}

/** What is said, without its key: the same twice from one sender is one. */
function contentOf(feedback: Feedback): string {
  const { advice, ...rest } = feedback
  // What does not speak of advice is named as it was before that was asked.
  return contentHash(JSON.stringify({ ...rest, ...(advice === null ? {} : { advice }), key: null }))
}

function idOf({ recommendation, by, key }: Feedback, content: string): string {
  return `feedback:${key === null ? content : contentHash('key', recommendation, by, key)}`
}

interface Cited {
  readonly id: string
  readonly numbers: readonly number[]
  readonly library: string | null
  readonly versions: string | null
}

interface Locked {
  readonly libraries: readonly string[]
  readonly cited: readonly Cited[]
  readonly known: string | null
}

async function lock(
  tx: Transaction,
  of: { feedback: Feedback; id: string; content: string; space: string }
): Promise<Locked> {
  const { recommendation } = of.feedback
  const [row] = await tx.run(lockRecommendation, {
    id: recommendation,
    spaces: [of.space],
    feedback: of.id,
    content: of.content
  })
  if (row === undefined) throw unknownRecommendation(recommendation)
  return { libraries: row.libraries, known: row.known, cited: row.cited.map(toCited) }
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
    id: typeof id === 'string' ? id : '',
    numbers: Array.isArray(numbers) ? numbers.map(Number) : [],
    library: typeof library === 'string' ? library : null,
    versions: typeof versions === 'string' ? versions : null
  }
}

function usedNodes(used: readonly string[], cited: readonly Cited[]): string[] {
  return used.map((one) => {
    const found = cited.find(
      ({ id, numbers }) => id === one || (/^\d+$/.test(one) && numbers.includes(Number(one)))
    )
    if (found !== undefined) return found.id
    const numbers = cited.flatMap((node) => node.numbers).sort((a, b) => a - b)
    const expected =
      numbers.length === 0
        ? 'nothing, for this recommendation cites nothing'
        : `a citation of this recommendation, ${numbers.join(', ')}, or the id that it cites`
    throw refuseInput('used', one, expected)
  })
}

/** What was used takes its share by whether it helped. */
const adviceSignal: Readonly<Record<AdviceBand, { passed: number; failed: number }>> = {
  decided: { passed: 1, failed: 0 },
  helped: { passed: 0.75, failed: 0 },
  no_use: { passed: 0, failed: 0 },
  misled: { passed: 0, failed: 1 }
}

function creditsOf(
  feedback: Feedback,
  of: { cited: readonly Cited[]; used: readonly string[]; libraries: readonly string[] }
): Credit[] {
  const { cited, used, libraries } = of
  const signal = feedback.advice === null ? signalOf(feedback) : adviceSignal[feedback.advice]
  // Asked apart, nobody who was not named gets a share.
  if (feedback.advice !== null && used.length === 0) return []
  if (signal.passed + signal.failed === 0 && used.length === 0) return []
  const ids = cited.map(({ id }) => id)
  const shares = sharesOf(ids, used)
  // In one order everywhere: two transactions that lock the same nodes do not wait for each other.
  return cited
    .flatMap((node): Credit[] => {
      const share = (shares.get(node.id) ?? 0) * versionWeight(node, libraries)
      if (share === 0) return []
      return [
        {
          node: node.id,
          passed: signal.passed * share,
          failed: signal.failed * share,
          used: used.includes(node.id)
        }
      ]
    })
    .sort((a, b) => (a.node < b.node ? -1 : 1))
}

function propertiesOf(feedback: Feedback): Record<string, string | number | boolean | null> {
  const { from, by, helpfulness, advice, outcome, tests, note, needed } = feedback
  return {
    advice,
    from,
    by,
    helpfulness,
    outcome,
    testsPassed: tests?.passed ?? null,
    testsFailed: tests?.failed ?? null,
    note,
    needed,
    tainted: instructsReader([note, needed].join('\n')).found
  }
}
