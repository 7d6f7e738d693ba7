import { randomBytes } from 'node:crypto'
import { publicSpace } from '../domain/caller.js'
import { insightEmbedText } from '../domain/embed-text.js'
import { insightText, selfJudgedFlag, type InsightText } from '../domain/insight.js'
import { CairnError } from '../errors.js'
import {
  createInsight,
  decisionsOn,
  markPublished,
  publishable,
  publishedAs,
  setInsightCounts
} from '../graph/queries.js'
import { checkBy, checkReason, checkSeen, type DecisionInput } from './check-decision.js'
import { only } from './decide.js'
import {
  checkText,
  gatesAfter,
  isObserved,
  textProperties,
  unbacked,
  type Backing,
  type WrittenInsight
} from './insight-text.js'
import type { ReviseDeps } from './revise.js'
import { untouched, type Held } from './standing.js'
import { changesOf, hold, inTurn, type Decided, type Turn } from './turn.js'

/** An approved insight of a space that is not public, and the words in which everybody may have it. */
export interface PublishInput extends DecisionInput {
  readonly into: WrittenInsight
}

/**
 * Proposes an approved insight of a team to everybody: a new insight in the public space's queue, in
 * words that its curator writes for it, backed by public documentation. Of what it rests on in the
 * team's space only the counts come along; no edge leads there. What waits there already, in the same
 * words, is answered again: publishing twice proposes once.
 * @throws CairnError as `decide` and `revise`; BAD_INPUT also where it is public already, is not
 * approved, or no quotation stands in public documentation; CONFLICT where it was published already
 */
export async function publishInsight(
  deps: ReviseDeps,
  input: PublishInput,
  from: string
): Promise<Decided> {
  const by = checkBy(input.by)
  const reason = checkReason(input.reason)
  const text = checkText(input.into)
  if (from === publicSpace)
    throw new CairnError('BAD_INPUT', 'This insight is public already.', {
      details: { field: 'insight', value: input.insight, expected: 'an insight of a team' }
    })
  const seen = { ...input, by }
  const held = await inTurn(deps, from, (turn) => heldInForce(turn, seen, from))
  const [vector] = await deps.embedder.embed([insightEmbedText(insightText(text))])
  const draft = { text, vector, quotes: input.into.backedBy ?? held.quotes }
  return inTurn(deps, publicSpace, async (turn) => {
    // The vector was made meanwhile: that it still stands as it was seen is checked with what is written.
    await heldInForce(turn, seen, from)
    const before = await publishedBefore(turn, held, text)
    if (before !== null) return before
    const id = await createPublic(turn, { held, draft, by })
    await turn.tx.run(markPublished, { id: held.id, as: id })
    const after = { ...untouched('candidate'), flags: flagsFor(held) }
    const changes = [{ insight: id, before: null, after }]
    return only(await turn.write([{ kind: 'record', by, reason, changes }]))
  })
}

/** Who decides for everybody has to see it anew; other flags speak of what stays in the team's space. */
function flagsFor({ flags, acknowledged }: Held): string[] {
  return [...flags, ...acknowledged].includes(selfJudgedFlag) ? [selfJudgedFlag] : []
}

/** What was decided when this insight was published in the same words and still waits; null where it may be published. */
async function publishedBefore(turn: Turn, held: Held, text: InsightText): Promise<Decided | null> {
  const [known] = await turn.tx.run(publishedAs, { id: held.id })
  if (known === undefined || ['rejected', 'retired', 'superseded'].includes(known.state))
    return null
  const [first] = await turn.tx.run(decisionsOn, { id: known.id, limit: 1 })
  const sameWords = known.text === insightText(text)
  if (known.state === 'candidate' && sameWords && first?.kind === 'record')
    return { ...first, changes: changesOf(first) }
  throw new CairnError(
    'CONFLICT',
    `Insight '${held.title}' was published already, as '${known.id}', which is ${known.state}. Decide on that one, or edit it there.`,
    { details: { field: 'insight', value: known.id, state: known.state } }
  )
}

async function heldInForce(turn: Turn, input: DecisionInput, space: string): Promise<Held> {
  const [held] = await hold(turn.tx, [input.insight], space)
  if (held === undefined) throw new CairnError('BUG', 'an insight that was held is gone')
  await checkSeen(turn, held, input)
  if (held.kind === 'reviewed') return held
  throw new CairnError(
    'BAD_INPUT',
    `Insight '${held.title}' is ${held.state}; only what is in force can be published.`,
    { details: { field: 'insight', value: held.state, expected: 'approved' } }
  )
}

interface Draft {
  readonly text: InsightText
  readonly vector: Float32Array | undefined
  readonly quotes: readonly Backing[]
}

async function createPublic(
  turn: Turn,
  { held, draft, by }: { held: Held; draft: Draft; by: string }
): Promise<string> {
  const id = `insight:${randomBytes(8).toString('hex')}`
  const quotes = draft.quotes.map(({ doc, quote }) => ({ doc, quote }))
  const [facts] = await turn.tx.run(publishable, { id: held.id, quotes })
  if (facts === undefined) throw new CairnError('BUG', 'an insight that was held is gone')
  const { support, agents, problems } = facts
  const backedBy = facts.public.flatMap((at) => quotes[at] ?? [])
  if (backedBy.length === 0 && !isObserved(held))
    throw unbacked(draft.text.title, { backed: 0, quotes: quotes.length })
  await turn.tx.run(createInsight, {
    id,
    space: publicSpace,
    revision: 1,
    from: [],
    backedBy,
    properties: {
      ...textProperties(draft.text),
      ...publicFacts(held, { support, agents, problems }),
      space: publicSpace,
      kind: 'candidate',
      lineage: id,
      gap: held.gap,
      writer: `person:${by}`,
      embedding: draft.vector === undefined ? null : Array.from(draft.vector)
    }
  })
  await turn.tx.run(setInsightCounts, { id, support, agents, problems })
  return id
}

/** What of an insight names nothing of its space. */
function publicFacts(
  held: Held,
  { support, agents, problems }: { support: number; agents: number; problems: number }
) {
  const ofTeam = held.library?.includes('+') === true
  return {
    library: ofTeam ? null : held.library,
    versions: ofTeam ? null : held.versions,
    names: '',
    gates: JSON.stringify([
      ...gatesAfter([], held.quotes.length),
      {
        gate: isObserved(held) ? 'observed' : 'supported',
        passed: true,
        reason: `Approved in a space that is not public, where it rests on ${support} attempts by ${agents} agents at ${problems} problems.`
      }
    ])
  }
}
