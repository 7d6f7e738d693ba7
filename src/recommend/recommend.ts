import { publicSpace } from '../domain/caller.js'
import { idsInSight } from '../domain/scoped-id.js'
import { randomBytes } from 'node:crypto'
import { contentHash } from '../domain/content-hash.js'
import { effectOfRows, type EffectRow } from '../domain/effect-rows.js'
import type { Effect } from '../domain/effect.js'
import { knowledgeNeed, needRow } from '../domain/knowledge-need.js'
import { redact } from '../domain/redact.js'
import type { Citation, Item, Recommendation } from '../domain/recommendation.js'
import type { Transaction } from '../graph/database.js'
import {
  askFor,
  insightOutcomes,
  outcomesOf as outcomesQuery,
  recordRecommendation,
  recordWithheld,
  withholdIn
} from '../graph/queries.js'
import type { Question } from '../retrieve/question.js'
import { retrieve, type RetrieveDeps } from '../retrieve/retrieve.js'
import { shownScore } from '../retrieve/search.js'
import type { Memory, Retrieved } from '../retrieve/memory.js'
import { apisToCount, compose, insightsToMeasure, type Draft, type Outcomes } from './compose.js'
import { defaultWithholdShare, drawLots, type Lot } from './withhold.js'
import { withinBudget } from './within-budget.js'

export interface RecommendOptions {
  readonly spaces: readonly string[]
  /** Tokens that the answer may take, at about four characters each; 800 unless told. */
  readonly tokens?: number
  /** Said with every answer, for instance that only words are compared. */
  readonly remarks?: readonly string[]
  /** With which probability an insight is left out so that its effect can be measured; 0.1 unless told, 0 where the space wants none. */
  readonly withholdShare?: number
  /** Number of an epoch: of insights exactly those are used that were in force at its end. */
  readonly asOf?: number
  /** From 0 up to 1; Math.random unless told. */
  readonly random?: () => number
}

const defaultTokens = 800

/** From how many sections of documentation, and as much experience, an answer is composed. */
const considered = 12

/**
 * Answers a question from the graph: what to use, what worked, what to watch out for. Every item
 * rests on spans that the graph confirmed, in the transaction that records the answer, to stand in
 * the cited node; what could not be confirmed is not said.
 * @throws CairnError as retrieve does
 */
export async function recommend(
  deps: RetrieveDeps,
  question: Question,
  options: RecommendOptions
): Promise<Recommendation> {
  const started = performance.now()
  const retrieved = await retrieve(deps, question, {
    spaces: options.spaces,
    limit: considered,
    ...(options.asOf === undefined ? {} : { asOf: options.asOf })
  })
  const known = await knownOf(deps, retrieved, options)
  const drawn = drawLots(
    (without) =>
      withinBudget(
        compose(withoutInsights(retrieved, without), known.outcomes, known.effects),
        options.tokens ?? defaultTokens
      ),
    { share: known.share, random: options.random ?? Math.random }
  )
  const budget = drawn.shown
  const id = `recommendation:${randomBytes(6).toString('hex')}`
  const { items, citations } = number(budget.kept)
  const given = { id, retrieved, items, citations, spaces: options.spaces, lots: drawn.lots }
  const composed = performance.now()
  const confirmed = await record(deps, given)
  const answer = onlyConfirmed({ items, citations }, confirmed)
  if (answer.items.length === 0) await noteGap(deps, given)
  const recording = performance.now() - composed
  deps.observer?.stages({ ...retrieved.ms, record: recording })
  return {
    id,
    question: retrieved.question,
    answer: shortAnswer(answer.items),
    ...answer,
    libraries: retrieved.intent.libraries.map((library) => library.key),
    remarks: [
      ...(options.remarks ?? []),
      ...retrieved.remarks,
      ...budget.remarks,
      ...nothingKnown(answer.items)
    ],
    ms: performance.now() - started
  }
}

/** Most attempts that are counted for an API. */
const mostCounted = 500

/** What the graph knows of what may be said, beside its words. */
interface Known {
  readonly outcomes: ReadonlyMap<string, Outcomes>
  readonly effects: ReadonlyMap<string, Effect>
  /** With which probability an insight is left out. */
  readonly share: number
}

async function knownOf(
  deps: RetrieveDeps,
  retrieved: Retrieved,
  options: RecommendOptions
): Promise<Known> {
  const insights = insightsToMeasure(retrieved)
  const [outcomes, effects, share] = await Promise.all([
    outcomesOf(deps, retrieved, options.spaces),
    insights.length === 0 ? new Map<string, Effect>() : effectsOf(deps, insights, options.spaces),
    insights.length === 0 ? 0 : shareIn(deps, options)
  ])
  return { outcomes, effects, share }
}

/** How attempts with the APIs of the answer ended; asked only where there is experience. */
async function outcomesOf(
  deps: RetrieveDeps,
  retrieved: Retrieved,
  spaces: readonly string[]
): Promise<Map<string, Outcomes>> {
  if (!(await deps.shelf.experience(spaces)).any) return new Map()
  const apis = apisToCount(retrieved)
  const rows = await deps.db.run(outcomesQuery, { apis, spaces, most: mostCounted })
  return new Map(rows.map((row) => [row.api, row]))
}

/** The latest answers by which an insight's effect is told while somebody waits. */
const mostAnswers = 2_000

async function effectsOf(
  { db }: RetrieveDeps,
  ids: readonly string[],
  spaces: readonly string[]
): Promise<Map<string, Effect>> {
  const rows = await db.run(insightOutcomes, { ids, spaces, most: mostAnswers })
  return new Map(
    rows.map(({ id, counts }) => [id, effectOfRows(counts as unknown as readonly EffectRow[])])
  )
}

/** The space in which the answer is recorded decides; an answer as of an epoch shows exactly what was in force. */
async function shareIn({ db }: RetrieveDeps, options: RecommendOptions): Promise<number> {
  const share = options.withholdShare ?? defaultWithholdShare
  if (share <= 0 || options.asOf !== undefined) return 0
  const [row] = await db.run(withholdIn, { space: options.spaces[0] ?? publicSpace })
  return row?.withhold === false ? 0 : share
}

function withoutInsights(retrieved: Retrieved, without: ReadonlySet<string>): Retrieved {
  if (without.size === 0) return retrieved
  return { ...retrieved, ranked: retrieved.ranked.filter(({ memory }) => !without.has(memory.id)) }
}

/** Numbers the citations in the order in which they are met; the same span has one number. */
function number(drafts: readonly Draft[]): { items: Item[]; citations: Citation[] } {
  const citations = new Map<string, Citation>()
  const items = drafts.map((draft): Item => {
    const numbers = draft.rests.map(({ memory, quote }) => {
      const key = `${memory.id}\n${quote}`
      const known = citations.get(key)
      if (known !== undefined) return known.number
      const fresh = { number: citations.size + 1, ...cite(memory, quote) }
      citations.set(key, fresh)
      return fresh.number
    })
    const { section, title, body, code, reason, lead } = draft
    return {
      section,
      title,
      body,
      code,
      reason,
      path: lead.path,
      citations: numbers,
      score: shownScore(lead.score)
    }
  })
  return { items, citations: [...citations.values()] }
}

function cite(memory: Memory, quote: string): Omit<Citation, 'number'> {
  const library = memory.library?.replace(/^[^/]*\//, '').replace('@', ' ') ?? null
  const trail =
    memory.label === 'Doc'
      ? [...memory.breadcrumb, memory.title]
      : [`${memory.label.toLowerCase()} ${memory.title}`]
  const source = [...(library === null ? [] : [library]), ...new Set(trail)].join(' > ')
  return { id: memory.id, label: memory.label, source, url: memory.url, quote }
}

interface Given {
  readonly id: string
  readonly retrieved: Retrieved
  readonly items: readonly Item[]
  readonly citations: readonly Citation[]
  readonly spaces: readonly string[]
  readonly lots: readonly Lot[]
}

/** Records the answer with its lots. @returns the numbers of the citations that hold */
async function record({ db }: RetrieveDeps, given: Given): Promise<ReadonlySet<number>> {
  // An answer without lots is one statement, which is a transaction by itself and spares two round trips.
  if (given.lots.length === 0) return recordAnswer(db, given)
  return db.write(async (tx) => {
    const confirmed = await recordAnswer(tx, given)
    await recordLots(tx, given)
    return confirmed
  })
}

async function recordAnswer(tx: Transaction, given: Given): Promise<ReadonlySet<number>> {
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

/** A question that found nothing is something that the memory lacks. */
async function noteGap({ db, embedder }: RetrieveDeps, given: Given): Promise<void> {
  const space = given.spaces[0] ?? publicSpace
  const need = knowledgeNeed(given.retrieved.question, space)
  if (need === null) return
  const [vector] = await embedder.embed([need.embedText])
  const row = needRow(need, { of: vector, by: embedder.id })
  await db.run(askFor, { asker: given.id, space, now: Date.now(), ...row })
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

function shortAnswer(items: readonly Item[]): string {
  const [first] = items
  if (first === undefined) return 'Nothing here answers this yet.'
  const lead = first.section === 'use' ? `Use ${first.title}` : first.title
  return first.body === '' ? `${lead}.` : `${lead}: ${first.body}`
}

function nothingKnown(items: readonly Item[]): string[] {
  return items.length > 0
    ? []
    : [
        'Cairn knows nothing that fits. `cairn ingest` adds documentation; `cairn status` lists what is here.'
      ]
}
