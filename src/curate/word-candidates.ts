import { gapClasses } from '../domain/insight.js'
import { candidatesToWord, keepWords } from '../graph/queries.js'
import type { ChatModel } from '../model/chat.js'
import { assembleAll, reworded } from './assemble.js'
import { readBeneath, united } from './beneath.js'
import { isQueued } from './gates/run-gates.js'
import type { Working } from './pending.js'
import { throwIfStopped } from './run-lock.js'
import { wordsByChat } from './write/words-by-chat.js'
import { judge, writeJudged, type Judged } from './write-insight-of.js'

/** After so many replies in a row that were of no use, no more are asked for in this run. */
const mostFailures = 3

export interface Worded {
  readonly byChat: number
  /** Why some keep the words of the rules; null where none does, or there is no model. */
  readonly reason: string | null
}

/**
 * Has the chat model word the candidates that are ready for the queue, and only those: each is asked
 * once. Where the model fails or its words do not hold, those of the rules stay.
 */
export async function wordCandidates(at: Working, chat: ChatModel | null): Promise<Worded> {
  if (chat === null) return { byChat: 0, reason: null }
  const candidates = await at.db.run(candidatesToWord, { space: at.space, run: at.run })
  let [byChat, inARow] = [0, 0]
  let reason: string | null = null
  for (const candidate of candidates) {
    throwIfStopped(at.signal)
    const why: string | null = inARow < mostFailures ? await wordOne(at, chat, candidate) : reason
    if (why === null) {
      byChat += 1
      inARow = 0
      continue
    }
    reason = why
    inARow += 1
    await at.db.write(async (tx) => {
      await at.lock.hold(tx)
      await tx.run(keepWords, { id: candidate.id })
    })
  }
  return { byChat, reason }
}

interface Candidate {
  readonly id: string
  readonly libraries: readonly string[]
  readonly medoid: string
}

/** @returns why it keeps its words, null where it has new ones */
async function wordOne(at: Working, chat: ChatModel, candidate: Candidate): Promise<string | null> {
  const judged = await rewordedBy(at, chat, candidate)
  if ('reason' in judged) return judged.reason
  await at.db.write(async (tx) => {
    await at.lock.hold(tx)
    await writeJudged(tx, [judged], { space: at.space, run: at.run, isWorded: true })
  })
  return null
}

async function rewordedBy(
  at: Working,
  chat: ChatModel,
  { id, libraries, medoid }: Candidate
): Promise<Judged | { readonly reason: string }> {
  const insight = at.known.get(id)
  const before = await readBeneath(at.db, id)
  const gap = gapClasses.find((one) => one === insight?.gap)
  if (insight === undefined || before === undefined || gap === undefined)
    return { reason: 'the candidate was gone' }
  const kind = { libraries, medoid, gap }
  const [assembled] = await assembleAll(at.deps, [{ ...united([before]), kind }], at.space)
  if (assembled == null) return { reason: 'what it was drawn from changed meanwhile' }
  const { material, quotations } = assembled
  const reply = await wordsByChat(chat, { material, quotations }, at.signal)
  if ('reason' in reply) return reply
  const written = await reworded(at.deps, assembled, { words: reply.words, writer: chat.id })
  const judged = judge({ assembled: written, place: insight }, at.known)
  return isQueued(judged.gates) ? judged : { reason: 'its words did not pass the gates' }
}
