import { callsIn } from '../domain/calls.js'
import type { Retrieved } from '../retrieve/memory.js'
import type { Assessed, Assessment } from '../retrieve/relevance/assess.js'
import { stemsOf } from '../retrieve/relevance/question-terms.js'
import type { ShownNote } from './experience-items.js'

/** What a task needs, as far as can be told: by name with how sure it is, by id, and the attempts near to it that passed. */
export interface Needed {
  readonly apis: readonly string[]
  /** Names as code writes them, each with how sure it is that the task needs it, from 0 to 1. */
  readonly names: ReadonlyMap<string, number>
  /** Modules that these names are of. */
  readonly roots: readonly string[]
  readonly traces: readonly string[]
  /** Those of them that were at the very task. */
  readonly own: readonly string[]
}

/** What is not sure enough to be shown may still be what is needed, and a note on it decides. */
const nearlyThere = 0.4
const nearTask = 0.15
const sameTask = 0.9
const mostEntries = 8
const mostTraces = 4
const mostNames = 40

/** That a note about nothing that is held, which was learned in a near task, is of use: with a good third of the question's telling words in it it is said. */
const ofNearTask = 0.1

/** That a note is of use which was learned at the very task. */
const ofOwnTask = 0.3

/** How sure it is that a task needs what code at hand calls, and at most what the code of a near task calls. */
const atHand = 0.9
const nearby = 0.6

/** Reads it from the question's own names, from the best entries of documentation, and from what near tasks that were solved called. Pure. */
export function neededBy(retrieved: Retrieved, assessment: Assessment, threshold: number): Needed {
  const entries = assessment.items
    .filter(
      ({ memory, probability }) =>
        isDocumentation(memory.label) && probability >= nearlyThere * threshold
    )
    .slice(0, mostEntries)
  const traces = assessment.items
    .filter(
      ({ memory, probability, similarity }) =>
        memory.label === 'Trace' &&
        (probability >= nearTask * threshold || (similarity ?? 0) >= sameTask)
    )
    .slice(0, mostTraces)
  const names = new Map<string, number>()
  const add = (name: string, by: number) => {
    if (names.size < mostNames) names.set(name, Math.max(by, names.get(name) ?? 0))
  }
  for (const name of retrieved.intent.names) add(name, atHand)
  for (const entry of entries) {
    const name = entry.api?.qualifiedName ?? codeName(entry.memory.title)
    if (name !== null) add(name, entry.probability)
  }
  for (const { memory, probability } of traces.filter(isPassed))
    for (const name of callsIn(memory.code ?? '')) add(name, nearby * Math.max(probability, 0.5))
  const { libraries, roots } = retrieved.intent
  return {
    apis: entries.flatMap(({ api }) => api?.id ?? []),
    names,
    roots: [...roots, ...libraries.flatMap(({ name, importNames }) => [name, ...importNames])],
    traces: traces.map(({ memory }) => memory.id),
    own: traces
      .filter(({ similarity }) => (similarity ?? 0) >= sameTask)
      .map(({ memory }) => memory.id)
  }
}

function isPassed({ memory }: Assessed): boolean {
  return memory.outcome === 'passed'
}

/** Whether a node is documentation and no experience. */
export function isDocumentation(label: string): boolean {
  return label === 'Doc' || label === 'Api'
}

/** `Series.fill` of a heading `Series.fill(longest=3)`; null of a heading in words. */
function codeName(title: string): string | null {
  const [, name = '', call = ''] =
    /^`?([\p{L}_$][\p{L}\p{N}_$.]*)`?(\(.*)?$/su.exec(title.trim()) ?? []
  return name.includes('.') || call !== '' ? name : null
}

/** A note that shares the question's words fits it better than another about the same thing. */
const shareOfWords = 0.4

const mostSure = 0.95

/** What a note is held against. */
interface Against {
  readonly needed: Needed
  readonly retrieved: Retrieved
  /** From which probability on documentation is shown. */
  readonly least: number
}

/** How likely a note is of use: by how sure it is that the task needs what it is about, and by the words they share. Pure. */
export function noteProbability(
  note: ShownNote,
  about: Assessed | undefined,
  { needed, retrieved, least }: Against
): number {
  // What was learned at the very task is of use to whoever has it, whatever its words.
  const learnedHere = note.learnedIn.some((id) => needed.own.includes(id)) ? ofOwnTask : 0
  return Math.max(learnedHere, byWords(note, about, { needed, retrieved, least }))
}

function byWords(
  note: ShownNote,
  about: Assessed | undefined,
  { needed, retrieved, least }: Against
): number {
  const { terms, intent } = retrieved
  const fitting = sharedWords(note, terms)
  const held = about?.probability ?? 0
  if (fitting === 0) {
    // Bound to a library, a question is not answered by what only has a like name elsewhere.
    const isForeign = intent.libraries.length > 0 && about === undefined
    const sure = surestOf(note, needed, held)
    // In none of its words and about what would not be shown itself: about another thing, as a rule.
    return isForeign || sure < least ? 0 : Math.min(mostSure, sure)
  }
  // What is about nothing that is held, and shares no word with the question, is of use to another task.
  const fromNear = note.apis.length === 0 && needed.traces.length > 0 ? ofNearTask : 0
  const surest = surestOf(note, needed, about === undefined ? fromNear : held)
  return Math.min(mostSure, surest + shareOfWords * fitting)
}

function surestOf({ subjects }: ShownNote, { names }: Needed, atLeast: number): number {
  const sure = subjects.map((subject) => sureOf(subject.replace(/^\w+:/, ''), names))
  return Math.max(atLeast, ...sure)
}

/** Share of the question's telling words that a note holds. */
function sharedWords({ text }: ShownNote, terms: Retrieved['terms']): number {
  const stems = stemsOf(text)
  const words = terms.filter(({ isCode }) => !isCode)
  const total = words.reduce((sum, { rarity }) => sum + rarity, 0)
  const shared = words.reduce((sum, { stem, rarity }) => sum + (stems.has(stem) ? rarity : 0), 0)
  return total === 0 ? 0 : shared / total
}

/** By the whole name, else by its last two pieces, else by the last: the less of it, the less sure. */
export function sureOf(subject: string, names: ReadonlyMap<string, number>): number {
  const pieces = subject.split('.')
  return [...names].reduce((most, [name, sure]) => {
    const others = name.split('.')
    const same = (n: number) =>
      pieces.length >= n &&
      others.length >= n &&
      pieces.slice(-n).join('.') === others.slice(-n).join('.')
    const share = same(2) ? 1 : same(1) ? 0.8 : 0
    return Math.max(most, share * sure)
  }, 0)
}
