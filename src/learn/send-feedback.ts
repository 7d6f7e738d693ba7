import { contentHash } from '../domain/content-hash.js'
import { creditsOf, type Credit } from '../domain/credit.js'
import { instructsReader } from '../domain/instructing.js'
import { knowledgeNeed, needRow, type KnowledgeNeed } from '../domain/knowledge-need.js'
import { changeEvidence, changeOf, type NodeEvidenceChange } from '../graph/change-evidence.js'
import type { Transaction } from '../graph/database.js'
import {
  askFor,
  confirmOutcomes,
  removeAsked,
  replaceFeedback,
  writeFeedback
} from '../graph/queries.js'
import { checkFeedback } from './check-feedback.js'
import type { Feedback, FeedbackInput } from './feedback-input.js'
import { lock, type Cited, type Earlier, type Locked } from './lock-answer.js'
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

/**
 * Takes in how a recommendation turned out, with its consequences, in one transaction: evidence on what was cited,
 * and the gap that it names. The same feedback sent twice is one, and another of the same sender takes the place of
 * the first: an answer has one outcome of each who tells of it.
 * @throws CairnError BAD_INPUT, NOT_FOUND (no such recommendation), MODEL_UNAVAILABLE; nothing is changed then
 */
export async function sendFeedback(
  learner: Learner,
  input: FeedbackInput
): Promise<FeedbackReceipt> {
  const { db, embedder, space, who } = learner
  const feedback = checkFeedback(input)
  const need = needOf(feedback, space)
  const [vector] = need === null ? [] : await embedder.embed([need.embedText])
  const now = learner.now()
  return db.write(async (tx) => {
    const content = contentOf(feedback)
    const id = idOf(feedback, content)
    const locked = await lock(tx, { feedback, id, content, space, who })
    if (locked.known !== null)
      return { status: 'known', feedback: locked.known, credited: [], gap: null }
    const used = citedAs('used', feedback.used, locked.cited)
    const misled = citedAs('misled', feedback.misled, locked.cited)
    const credited = creditsOf(feedback, { ...locked, used, misled })
    const replaced = keysOf(locked.earlier)
    await tx.run(writeFeedback, {
      recommendation: feedback.recommendation,
      feedback: {
        ...propertiesOf(feedback),
        ...who,
        id,
        content,
        replaced,
        misled: misled.length === 0 ? null : misled
      },
      used: credited.flatMap((credit) => (credit.used ? [credit.node] : [])),
      space,
      now
    })
    const sender = who.principal ?? feedback.by
    await changeEvidence(tx, space, changesOf(credited, locked, { sender, now }))
    const asking = { asker: id, space, now }
    const gap =
      need === null
        ? null
        : await tx.run(askFor, { ...asking, ...needRow(need, { of: vector, by: embedder.id }) })
    await replace(tx, { id, earlier: locked.earlier, asks: need !== null })
    await confirm(tx, [...used, ...locked.earlier.flatMap((said) => said.used)])
    return { status: 'accepted', feedback: id, credited, gap: gap?.[0]?.id ?? null }
  })
}

/** Brings up to date whether another bears out how these attempts ended. */
async function confirm(tx: Transaction, used: readonly string[]): Promise<void> {
  if (used.length > 0) await tx.run(confirmOutcomes, { problems: [], traces: [...new Set(used)] })
}

/** Ids of keyed feedback that is replaced: sent again late, it is known. */
function keysOf(earlier: readonly Earlier[]): string[] {
  return earlier.flatMap(({ id, keyed, replaced }) => [...replaced, ...(keyed ? [id] : [])])
}

async function replace(
  tx: Transaction,
  of: { readonly id: string; readonly earlier: readonly Earlier[]; readonly asks: boolean }
): Promise<void> {
  if (of.earlier.length === 0) return
  const earlier = of.earlier.map(({ id }) => id)
  if (of.asks) await tx.run(removeAsked, { ids: earlier })
  await tx.run(replaceFeedback, { feedback: of.id, earlier })
}

function needOf({ needed }: Feedback, space: string): KnowledgeNeed | null {
  if (needed === null) return null
  const need = knowledgeNeed(needed, space)
  if (need === null) throw refuseInput('needed', needed, 'words that say what would have helped')
  return need
}

/** What is said, without its key: the same twice from one sender is one. */
function contentOf(feedback: Feedback): string {
  const { advice, misled, ...rest } = feedback
  // What does not speak of advice, or of what misled, is named as it was before that was asked.
  const asked = {
    ...(advice === null ? {} : { advice }),
    ...(misled.length === 0 ? {} : { misled })
  }
  return contentHash(JSON.stringify({ ...rest, ...asked, key: null }))
}

function idOf({ recommendation, by, key }: Feedback, content: string): string {
  return `feedback:${key === null ? content : contentHash('key', recommendation, by, key)}`
}

function citedAs(
  field: 'used' | 'misled',
  named: readonly string[],
  cited: readonly Cited[]
): string[] {
  return named.map((one) => {
    const found = cited.find(
      ({ id, numbers }) => id === one || (/^\d+$/.test(one) && numbers.includes(Number(one)))
    )
    if (found !== undefined) return found.id
    const numbers = cited.flatMap((node) => node.numbers).sort((a, b) => a - b)
    const expected =
      numbers.length === 0
        ? 'nothing, for this recommendation cites nothing'
        : `a citation of this recommendation, ${numbers.join(', ')}, or the id that it cites`
    throw refuseInput(field, one, expected)
  })
}

/** This feedback's evidence, and that of those which it replaces taken back. */
function changesOf(
  credited: readonly Credit[],
  { earlier, cited, libraries }: Locked,
  { sender, now }: { readonly sender: string; readonly now: number }
): NodeEvidenceChange[] {
  const gone = earlier.flatMap((said) =>
    creditsOf(said, { cited, libraries, used: said.used, misled: said.misled }).map((credit) =>
      changeOf(credit, { of: sender, at: said.at, takenBack: true })
    )
  )
  return [...gone, ...credited.map((credit) => changeOf(credit, { of: sender, at: now }))]
}

function propertiesOf(feedback: Feedback): Record<string, string | number | boolean | null> {
  const { from, by, helpfulness, advice, outcome, tests, note, needed, key } = feedback
  return {
    keyed: key !== null,
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
