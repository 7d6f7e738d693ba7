import type { Effect } from '../domain/effect.js'
import type { Section } from '../domain/recommendation.js'
import type { Memory, Ranked, Retrieved } from '../retrieve/memory.js'
import { bestPassage } from '../domain/best-passage.js'

/** An item before its citations are numbered and checked. */
export interface Draft {
  readonly section: Section
  readonly title: string
  readonly body: string
  readonly code: string | null
  readonly reason: string
  readonly lead: Ranked
  /** The stored spans it rests on, best first. */
  readonly rests: readonly { readonly memory: Memory; readonly quote: string }[]
}

/** How many items a section shows at most. */
const most: Readonly<Record<Section, number>> = { use: 4, worked: 2, watch: 3 }

/** What scores below this share of the best is not shown while there is something better. */
const worthShowing = 0.35

/** Characters of code shown with an item. */
const maxCode = 600

/** How attempts that used an API ended. */
export interface Outcomes {
  readonly passed: number
  readonly attempts: number
  readonly agents: number
}

/**
 * Chooses what is said and from what: pure; every sentence of an item stands in a memory, but for how attempts with an
 * API ended, which was counted, and what an insight does, which was measured.
 */
export function compose(
  retrieved: Retrieved,
  outcomes: ReadonlyMap<string, Outcomes> = new Map(),
  effects: ReadonlyMap<string, Effect> = new Map()
): Draft[] {
  const { ranked, intent } = retrieved
  const wordsOf = [...intent.words, ...intent.names.flatMap((name) => name.split('.'))]
  const docs = ranked.filter(({ memory }) => memory.label === 'Doc' || memory.label === 'Api')
  const use = worthwhile(docs)
    .slice(0, most.use)
    .map((entry) => withOutcomes(useItem(entry, wordsOf), outcomes.get(entry.api?.id ?? '')))
  const worked = worthwhile(
    ranked.filter(({ memory }) => memory.label === 'Trace' && memory.outcome === 'passed')
  )
    .slice(0, most.worked)
    .map((entry) => workedItem(entry))
  const watch = [
    ...insightsIn(ranked).map((entry) =>
      withEffect(insightItem(entry), effects.get(entry.memory.id))
    ),
    ...use.flatMap((draft) => deprecationItem(draft.lead)),
    ...worthwhile(
      ranked.filter(({ memory }) => memory.label === 'Trace' && memory.outcome === 'failed')
    ).map((entry) => failedItem(entry)),
    ...worthwhile(ranked.filter(({ memory }) => memory.label === 'Lesson')).map((entry) =>
      lessonItem(entry)
    )
  ].slice(0, most.watch)
  return [...use, ...worked, ...watch]
}

/** The APIs that `compose` will speak of first: those whose outcomes are worth counting. */
export function apisToCount(retrieved: Retrieved): string[] {
  return retrieved.ranked.flatMap(({ api }) => api?.id ?? []).slice(0, most.use)
}

/** The insights that `compose` may speak of: the next ones may move up where one is left out. */
export function insightsToMeasure(retrieved: Retrieved): string[] {
  return insightsIn(retrieved.ranked)
    .slice(0, 2 * most.watch)
    .map(({ memory }) => memory.id)
}

/** Insights that fit well enough: one that hardly does would sound like guidance all the same. */
function insightsIn(ranked: readonly Ranked[]): Ranked[] {
  return ranked.filter(({ memory, score }) => memory.label === 'Insight' && score >= worthShowing)
}

/** Fewer answers on one side say nothing that is worth reading. */
const fewestAnswers = 5

function withEffect(draft: Draft, effect: Effect | undefined): Draft {
  if (effect?.effect == null || effect.low === null || effect.high === null) return draft
  const { shown, withheld } = effect
  if (Math.min(shown.n, withheld.n) < fewestAnswers) return draft
  const points = (part: number) => Math.round(part * 100)
  const change = points(effect.effect)
  const more = change < 0 ? 'fewer' : 'more'
  const measured = `Measured: ${Math.abs(change)} points ${more} successes with it (95 % interval ${points(effect.low)} to ${points(effect.high)}; ${shown.n} answers with it, ${withheld.n} without).`
  return { ...draft, body: draft.body === '' ? measured : `${draft.body} ${measured}` }
}

function withOutcomes(draft: Draft, seen: Outcomes | undefined): Draft {
  if (seen === undefined) return draft
  const { passed, attempts, agents } = seen
  const by = agents === 1 ? 'by 1 agent' : `by ${agents} agents`
  const counted = `Worked in ${passed} of ${attempts} attempts, ${by}.`
  return { ...draft, body: draft.body === '' ? counted : `${draft.body} ${counted}` }
}

function worthwhile(entries: readonly Ranked[]): Ranked[] {
  return entries.filter((entry, i) => i === 0 || entry.score >= worthShowing)
}

function useItem(entry: Ranked, words: readonly string[]): Draft {
  const { memory, api } = entry
  const quote = bestPassage(bodyOf(memory), words)
  const said =
    api?.summary === null || api?.summary === undefined || api.summary === '' ? quote : api.summary
  return {
    section: 'use',
    title: api === null ? sectionTitle(memory) : callForm(api),
    body: said === quote || quote === '' ? said : `${said} ${quote}`,
    code: null,
    reason: reasonOf(entry),
    lead: entry,
    rests: [{ memory, quote: quote === '' ? memory.title : quote }]
  }
}

/** Text without its title line, so that a quotation says more than the heading. */
function bodyOf(memory: Memory): string {
  return memory.text.startsWith(memory.title)
    ? memory.text.slice(memory.title.length).trimStart() || memory.text
    : memory.text
}

function sectionTitle(memory: Memory): string {
  const page = memory.breadcrumb.at(-1)
  return page === undefined || page === memory.title ? memory.title : `${page}: ${memory.title}`
}

/** `DataFrame.explode(column, ignore_index=False)`: the name without its package, the signature's first form. */
function callForm(api: Memory): string {
  const name = api.qualifiedName ?? api.title
  const call = /\([\s\S]*\)/.exec(api.signature?.split('\n')[0] ?? '')?.[0] ?? ''
  return call.length > 120 ? `${name}(…)` : `${name}${call}`
}

function workedItem(entry: Ranked): Draft {
  const { memory } = entry
  const quote = bestPassage(memory.text, [])
  return {
    section: 'worked',
    title: memory.title,
    body: quote,
    code: memory.code === null ? null : clipLines(memory.code),
    reason: `${reasonOf(entry)}; it passed${memory.agent === null ? '' : ` (${memory.agent})`}`,
    lead: entry,
    rests: [{ memory, quote }]
  }
}

function failedItem(entry: Ranked): Draft {
  const { text } = entry.memory
  const quote = errorLine(text) ?? bestPassage(text, [])
  return {
    section: 'watch',
    title: `This failed before: ${entry.memory.title}`,
    body: quote,
    code: null,
    reason: reasonOf(entry),
    lead: entry,
    rests: [{ memory: entry.memory, quote }]
  }
}

const longestErrorLine = 280

/** The line of a traceback or log that names the error: the last one is what ended the attempt. */
function errorLine(text: string): string | null {
  const lines = text.split('\n').map((line) => line.trim())
  const named = lines.findLast((line) =>
    /^(?:[A-Za-z_][\w.]*(?:Error|Exception|Warning|Interrupt|Exit)\b|error(?:\[\w+\])?:|panic:)/.test(
      line
    )
  )
  return named === undefined || named.length < 4
    ? null
    : named.slice(0, longestErrorLine).toWellFormed()
}

function lessonItem(entry: Ranked): Draft {
  const { memory } = entry
  return {
    section: 'watch',
    title: 'What attempts showed',
    body: memory.text,
    code: null,
    reason: `${reasonOf(entry)}; from attempts, not reviewed`,
    lead: entry,
    rests: [{ memory, quote: bestPassage(memory.text, []) }]
  }
}

function insightItem(entry: Ranked): Draft {
  const { memory } = entry
  const body = [memory.advice, memory.avoid]
    .filter((part) => part !== null && part !== '')
    .join(' ')
  return {
    section: 'watch',
    title: memory.title,
    body,
    code: memory.code === null ? null : clipLines(memory.code),
    reason: `${reasonOf(entry)}; a reviewed insight`,
    lead: entry,
    rests: [{ memory, quote: bestPassage(memory.text, []) }]
  }
}

function deprecationItem(entry: Ranked): Draft[] {
  const { api } = entry
  if (api?.deprecated === null || api?.deprecated === undefined || api.deprecated === '') return []
  const quote = bestPassage(api.deprecated, [])
  if (!entry.memory.text.includes(quote)) return []
  return [
    {
      section: 'watch',
      title: `${api.qualifiedName ?? api.title} is deprecated`,
      body: quote,
      code: null,
      reason: 'its own documentation says so',
      lead: entry,
      rests: [{ memory: entry.memory, quote }]
    }
  ]
}

function reasonOf(entry: Ranked): string {
  return entry.path
    .map((step, i) => (i === 0 ? `${step.title}: ${step.by}` : `${step.by} ${step.title}`))
    .join(' > ')
}

function clipLines(code: string): string {
  if (code.length <= maxCode) return code.trimEnd()
  const head = code.slice(0, maxCode)
  return `${head.slice(0, Math.max(head.lastIndexOf('\n'), 1)).trimEnd()}\n…`
}
