import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { CairnError } from '../../errors.js'
import { renderDecision, renderInsight, renderQueue } from '../render/review.js'
import { connect, type CommandContext } from '../run.js'
import type { Ask } from '../client.js'
import type { Decided, FullInsight, Queue } from '../render/review.js'

const brief = `id version state inForce title applies advice avoid code lineage revision library versions gap writer
  gates { gate passed reason } flags tainted toAcknowledge marks { name says } acknowledged support agents problems claimedBy claimedAt refines createdAt`
const decided = `id kind by at reason changes { insight
  before { version state inForce claimedBy flags acknowledged tainted supersedes }
  after { version state inForce claimedBy flags acknowledged tainted supersedes } }`

export interface ListFlags {
  readonly state: string[]
  readonly library?: string
  readonly gap?: string
  readonly flag?: string
  readonly limit: number
  readonly after?: string
}

interface QueuePage {
  readonly totalCount: number
  readonly nodes: Queue['insights']
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** Lists insights that wait for a decision. */
export async function listReviews(context: CommandContext, flags: ListFlags): Promise<void> {
  const ask = await connect(context)
  const { state, limit, ...rest } = flags
  const { after, ...chosen } = rest
  const filter = { ...chosen, ...(state.length === 0 ? {} : { states: state }) }
  const { reviewQueue: page } = await ask<{ reviewQueue: QueuePage }>(
    `query ($filter: ReviewFilter!, $first: Int!, $after: String) { reviewQueue(filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { ${brief} } } }`,
    { filter, first: limit, after: after ?? null }
  )
  const reviewQueue: Queue = {
    total: page.totalCount,
    insights: page.nodes,
    next: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  }
  context.terminal.answer(renderQueue(reviewQueue, context.terminal), reviewQueue)
}

/** Shows one insight with all that a decision on it needs. */
export async function showReview(context: CommandContext, id: string): Promise<void> {
  const ask = await connect(context)
  const { insight } = await ask<{ insight: FullInsight }>(
    `query ($id: ID!) { insight(id: $id) { insight { ${brief} }
      sources { id label title outcome ended agent code text tainted }
      quotations { doc title library url quote holds before after }
      similar { id title state score } related { relation id title state }
      decisions { ${decided} } changes { api kind before after from to } } }`,
    { id: fullId(id) }
  )
  context.terminal.answer(renderInsight(insight, context.terminal), insight)
}

export interface DecideFlags {
  readonly by?: string
  readonly reason?: string
  readonly seen?: number
  readonly acknowledge?: string[]
}

/** The mutation of each decision on one insight. */
const mutations = {
  claim: 'claimInsight',
  release: 'releaseInsight',
  approve: 'approveInsight',
  reject: 'rejectInsight',
  'needs-work': 'sendInsightBack',
  retire: 'retireInsight',
  undo: 'undoDecision'
} as const
export type ReviewVerb = keyof typeof mutations

/** Decides on an insight as it stands now, or as it was seen at a version. */
export async function decideReview(
  context: CommandContext,
  verb: ReviewVerb,
  at: { id: string; flags: DecideFlags }
): Promise<void> {
  const ask = await connect(context)
  const approving = verb === 'approve'
  const decision = await seenDecision(ask, at.id, at.flags)
  const reply = await ask<Record<string, Decided>>(
    `mutation ($decision: DecisionInput!${approving ? ', $acknowledge: [String!]!' : ''}) {
      ${mutations[verb]}(decision: $decision${approving ? ', acknowledge: $acknowledge' : ''}) { ${decided} } }`,
    { decision, ...(approving ? { acknowledge: at.flags.acknowledge ?? [] } : {}) }
  )
  tell(context, reply[mutations[verb]])
}

/** Writes insights anew from a file of words: one object, for a split a list of them. */
export async function reviseReview(
  context: CommandContext,
  kind: 'edit' | 'merge' | 'split',
  at: { ids: readonly string[]; file: string; flags: DecideFlags }
): Promise<void> {
  const into = wordsIn(at.file)
  const ask = await connect(context)
  const [first = ''] = at.ids
  if (kind === 'merge') {
    const sources = await Promise.all(at.ids.map((id) => seen(ask, id)))
    const { mergeInsights } = await ask<{ mergeInsights: Decided }>(
      `mutation ($sources: [SeenInsightInput!]!, $into: InsightWordsInput!, $by: String, $reason: String) {
        mergeInsights(sources: $sources, into: $into, by: $by, reason: $reason) { ${decided} } }`,
      { sources, into, by: byOf(at.flags), reason: at.flags.reason ?? null }
    )
    tell(context, mergeInsights)
    return
  }
  const decision = await seenDecision(ask, first, at.flags)
  const type = kind === 'split' ? '[InsightWordsInput!]!' : 'InsightWordsInput!'
  const reply = await ask<Record<string, Decided>>(
    `mutation ($decision: DecisionInput!, $into: ${type}) { ${kind}Insight(decision: $decision, into: $into) { ${decided} } }`,
    { decision, into }
  )
  tell(context, reply[`${kind}Insight`])
}

function tell({ terminal }: CommandContext, decision: Decided | undefined): void {
  if (decision === undefined) throw new CairnError('BUG', 'the server told of no decision')
  terminal.answer(renderDecision(decision), decision)
}

function wordsIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8')) as unknown
  } catch (error) {
    throw new CairnError(
      'BAD_INPUT',
      `'${file}' cannot be read as JSON; expected title, applies, advice, avoid, code and backedBy.`,
      { cause: error, details: { field: 'file', value: file } }
    )
  }
}

async function seenDecision(ask: Ask, id: string, flags: DecideFlags) {
  const { insight, version } = flags.seen === undefined ? await seen(ask, id) : at(id, flags.seen)
  return { insight, version, by: byOf(flags), reason: flags.reason ?? null }
}

async function seen(ask: Ask, id: string) {
  const { insight } = await ask<{ insight: { insight: { version: number } } }>(
    'query ($id: ID!) { insight(id: $id) { insight { version } } }',
    { id: fullId(id) }
  )
  return at(id, insight.insight.version)
}

function at(id: string, version: number) {
  return { insight: fullId(id), version }
}

function fullId(id: string): string {
  return id.startsWith('insight:') ? id : `insight:${id}`
}

/** Who decides: the user of this machine unless told. */
export function byOf(flags: { readonly by?: string }): string {
  return flags.by ?? userInfo().username
}
