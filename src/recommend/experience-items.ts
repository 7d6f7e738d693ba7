import { bestPassage } from '../domain/best-passage.js'
import type { Effect } from '../domain/effect.js'
import { isSelfReported, outcomeWord } from '../domain/outcome-word.js'
import type { Memory, Retrieved } from '../retrieve/memory.js'
import type { Assessed } from '../retrieve/relevance/assess.js'
import { cut } from './documentation-items.js'
import type { CitedNode, Draft } from './draft.js'
import { reasonOf } from './reason.js'
import { shownCode } from './shown-code.js'

/** A field note as an answer shows it: it speaks for all notes that say the same. */
export interface ShownNote {
  readonly id: string
  readonly text: string
  readonly shownBy: string | null
  /** How it came about: said by its agent, written anyway, the difference of two attempts, or by a model. */
  readonly source: string
  readonly trust: string
  /** Independent task sessions in which it was seen. */
  readonly witnesses: number
  /** Principals that Cairn knows among them. */
  readonly principals: number
  /** The principal that saw it, where Cairn knows it and no other did. */
  readonly by: string | null
  readonly weight: number
  readonly disputed: boolean
  /** What it is about, by name: `api:tessel.Table.order`. */
  readonly subjects: readonly string[]
  /** Ids of the APIs that it is about, of those that were asked for. */
  readonly apis: readonly string[]
  /** Ids of the attempts near to the task in which it was learned. */
  readonly learnedIn: readonly string[]
}

const longestNote = 300
/** Lines of a solution: of the very task, and of another that used the same. */
const wholeSolution = 15
const partOfSolution = 5
const snippetLines = 4

function nodeOf({ id, text: title }: ShownNote): CitedNode {
  return { id, label: 'Lesson', library: null, title, breadcrumb: [], url: null }
}

/** A solution of another task, told by what was learned in it: its agent's first sentence seldom says that. */
export function toldByNote(solution: Draft, note: ShownNote, code: string | null): Draft {
  const { rests, evidence } = solution
  const about = note.subjects[0]?.replace(/^\w+:/, '') ?? null
  const seen = note.witnesses > 1 ? [evidenceOf(note)] : []
  return {
    ...solution,
    body: cut(note.text, longestNote),
    code: code === null ? null : linesAround(code, [], about),
    evidence: [evidence, ...seen].filter((part) => part !== null).join('; '),
    rests: [...rests, { node: nodeOf(note), quote: note.text }]
  }
}

/** What an agent learned about an API that the task needs. */
export function noteItem(note: ShownNote, probability: number, about: string): Draft {
  const node = nodeOf(note)
  return {
    kind: 'note',
    title: cut(note.text, longestNote),
    body: '',
    code:
      note.shownBy === null
        ? null
        : shownCode([note.shownBy], [], { name: about, most: snippetLines }),
    evidence: evidenceOf(note),
    selfReported: !isFirm(note),
    by: isFirm(note) ? null : note.by,
    reason: `a field note about ${about}, which this needs`,
    path: [],
    probability,
    node,
    rests: [{ node, quote: note.text }]
  }
}

/** A note that somebody beside its agent saw, or that a run showed. */
export function isFirm({ trust, principals }: Pick<ShownNote, 'trust' | 'principals'>): boolean {
  return trust === 'confirmed' || trust === 'observed' || principals > 1
}

/** `seen by 3 agents, not reviewed`; `one agent says so, not confirmed`. */
export function evidenceOf(
  note: Pick<ShownNote, 'trust' | 'witnesses' | 'principals' | 'disputed'>
): string {
  const { trust, witnesses, principals, disputed } = note
  const seen =
    principals > 1
      ? `seen by ${principals} agents`
      : witnesses > 1
        ? `seen in ${witnesses} tasks, by one agent`
        : 'one agent says so'
  const standing =
    trust === 'confirmed'
      ? 'confirmed'
      : trust === 'observed'
        ? 'observed in a run'
        : 'not confirmed'
  return [seen, standing, ...(disputed ? ['another note says the opposite'] : [])].join(', ')
}

/** A task that was solved: whole where it is this one, else the lines around what this one needs. */
export function solvedItem(
  entry: Assessed,
  retrieved: Retrieved,
  how: {
    readonly kind: 'cure' | 'solved'
    readonly sameTask: boolean
    readonly around: string | null
  }
): Draft {
  const { memory } = entry
  const quote = bestPassage(memory.text, [])
  return {
    kind: how.kind,
    title: cut(memory.title, 160),
    body: memory.code !== null && countsTests(quote) ? '' : cut(quote),
    code:
      memory.code === null
        ? null
        : how.sameTask
          ? shownCode([memory.code], retrieved.terms, { name: how.around, most: wholeSolution })
          : linesAround(memory.code, retrieved.terms, how.around),
    evidence: judged(memory),
    selfReported: isSelfReported(memory),
    by: isSelfReported(memory) ? memory.principal : null,
    reason: reasonOf(entry),
    path: entry.path,
    probability: entry.probability,
    node: memory,
    rests: [{ node: memory, quote }]
  }
}

/** The lines of a solution that show a name, without what it imports where not all of it is shown. */
function linesAround(code: string, terms: Retrieved['terms'], name: string | null): string | null {
  const lines = code.trim().split('\n')
  const first = lines.findIndex((line) => !isImport.test(line))
  const body = lines.length > partOfSolution && first > 0 ? lines.slice(first) : lines
  return shownCode([body.join('\n')], terms, { name, most: partOfSolution })
}

const isImport =
  /^\s*$|^(?:import\b|from\s+\S+\s+import\b|use\s|using\s|#include\b|(?:const|let|var)\s.+=\s*require\()/

function judged(memory: Memory): string {
  const { agent } = memory
  return `${outcomeWord(memory)}${agent === null ? '' : ` (${cut(agent, 40)})`}`
}

/** The count of a test runner, which the evidence says in a word and which tells nothing to whoever has the task. */
function countsTests(text: string): boolean {
  return /^(?:[\s=]*\d+ (?:passed|failed|errors?|skipped|warnings?)\b[,\s]*)+(?:in [\d.]+s)?[\s=]*$|^.{0,200}: exit code \d+$/.test(
    text.trim()
  )
}

/** Whether a failed attempt says why: that tests failed is no warning. */
export function saysWhy({ text }: Memory): boolean {
  return errorLine(text) !== null || !countsTests(bestPassage(text, []))
}

/** An attempt at this very task that failed, with its cause. */
export function failedItem(entry: Assessed): Draft {
  const { memory } = entry
  const quote = errorLine(memory.text) ?? bestPassage(memory.text, [])
  return {
    kind: 'failed',
    title: `This failed before: ${cut(memory.title, 140)}`,
    body: cut(quote),
    code: null,
    evidence: memory.observed === null ? null : outcomeWord(memory),
    selfReported: isSelfReported(memory),
    by: isSelfReported(memory) ? memory.principal : null,
    reason: reasonOf(entry),
    path: entry.path,
    probability: entry.probability,
    node: memory,
    rests: [{ node: memory, quote }]
  }
}

const longestErrorLine = 280

/** The line of a traceback or log that names the error: the last one is what ended the attempt. */
export function errorLine(text: string): string | null {
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

/** What people approved. */
export function insightItem(
  entry: Assessed,
  retrieved: Retrieved,
  effect: Effect | undefined
): Draft {
  const { memory } = entry
  const advice = [memory.advice, memory.avoid].filter((part) => part !== null && part !== '')
  return {
    kind: 'insight',
    title: cut(memory.title, longestNote),
    body: cut(advice.join(' '), longestNote),
    code: memory.code === null ? null : shownCode([memory.code], retrieved.terms),
    evidence: ['reviewed', ...measured(effect)].join('; '),
    selfReported: false,
    by: null,
    reason: reasonOf(entry),
    path: entry.path,
    probability: entry.probability,
    node: memory,
    rests: [{ node: memory, quote: bestPassage(memory.text, []) }]
  }
}

function measured(effect: Effect | undefined): string[] {
  if (effect?.effect == null || effect.low === null || effect.high === null) return []
  const { shown, withheld } = effect
  const points = (part: number) => Math.round(part * 100)
  const change = points(effect.effect)
  const more = change < 0 ? 'fewer' : 'more'
  return [
    `measured: ${Math.abs(change)} points ${more} successes with it (95 % interval ${points(effect.low)} to ${points(effect.high)}; ${shown.n} answers with it, ${withheld.n} without)`
  ]
}
