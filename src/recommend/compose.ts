import type { Effect } from '../domain/effect.js'
import { instructsReader } from '../domain/instructing.js'
import type { ItemKind } from '../domain/recommendation.js'
import type { Retrieved } from '../retrieve/memory.js'
import type { Assessed, Assessment } from '../retrieve/relevance/assess.js'
import { isHistory } from '../retrieve/relevance/signals.js'
import { documentationItem } from './documentation-items.js'
import type { Draft } from './draft.js'
import { insightItems } from './insight-items.js'
import { isDocumentation, type Needed } from './needed.js'
import { judgedNotes, mostItems, mostOfOne, noteItems } from './note-items.js'
import { callOf, withCallables } from './options-of-calls.js'
import { withinShare } from './within-share.js'
import { withNotes, type Solution } from './told-by-notes.js'
import {
  errorLine,
  failedItem,
  isFirm,
  saysWhy,
  solvedItem,
  type ShownNote
} from './experience-items.js'

/** What an answer is composed from. */
export interface Found {
  readonly retrieved: Retrieved
  readonly assessment: Assessment
  /** Field notes about the APIs that the task needs, best founded first. */
  readonly notes: readonly ShownNote[]
  readonly needed: Needed
  readonly effects: ReadonlyMap<string, Effect>
  /** Below which probability nothing is said. */
  readonly threshold: number
  /** From which cosine on two tasks are the same. */
  readonly sameTask: number
}

const mostDocumentation = 3
/** Beside what was learned, how something is called takes less room. */
const mostBeside = 2
/**
 * Beside the very task solved, documentation less likely of use than this is left out: it fills an answer that is
 * complete (in the demo: pages about log rotation beside how to redact). By hand, on the demo's answers.
 */
const besideSolved = 0.8
const mostSolved = 2
const mostFailed = 2

/** An item of less than this share of the best one's probability is not worth reading after it. */
const besideBest = 0.6

/** What decides the work comes first; in each tier the likeliest. */
const tier: Readonly<Record<ItemKind, number>> = {
  cure: 0,
  insight: 1,
  note: 2,
  solved: 3,
  failed: 4,
  api: 5,
  option: 5,
  section: 5,
  deprecated: 6
}

/**
 * Chooses what is said, in the order of what decides: the cure of the very error, reviewed insights and field notes
 * about what the task needs, the same task solved before, then how to call it. Of experience no principal alone says
 * more than half of an answer, where others have something to say. Pure; empty where nothing fits.
 */
export function compose(found: Found): Draft[] {
  const documentation = documentationItems(found)
  const inOrder = (a: Draft, b: Draft) =>
    tierOf(a, found) - tierOf(b, found) || b.probability - a.probability
  const experience = withinShare(experienceItems(found).sort(inOrder), ({ by }) => by, mostOfOne)
  const room = experience.length > 0 ? mostBeside : mostDocumentation
  const least = experience.some(isSolution) ? besideSolved : 0
  const beside = documentation.filter(({ probability }) => probability >= least)
  const sorted = [...experience, ...beside.slice(0, room)].sort(inOrder)
  return withCodeOnce(harmless(sorted, mostItems))
}

/** What shows the same code as an item before it goes without. */
function withCodeOnce(drafts: readonly Draft[]): Draft[] {
  const shown = new Set<string>()
  return drafts.map((draft) => {
    const { code } = draft
    if (code === null) return draft
    const isKnown = shown.has(code)
    shown.add(code)
    return isKnown ? { ...draft, code: null } : draft
  })
}

function isSolution({ kind, probability }: Draft): boolean {
  return (kind === 'solved' || kind === 'cure') && probability >= sure
}

/** The first so many that do not try to instruct their reader: those are for reviewers. */
function harmless(drafts: readonly Draft[], most: number): Draft[] {
  const kept: Draft[] = []
  for (const draft of drafts) {
    if (kept.length === most) break
    if (!instructsReader(wordsOf(draft)).found) kept.push(draft)
  }
  return kept
}

function wordsOf({ title, body, code, evidence, node, rests }: Draft): string {
  const quotes = rests.map(({ quote }) => quote)
  return [...new Set([title, body, code, evidence, node.title, ...quotes])]
    .filter((part) => part !== null && part !== '')
    .join('\n\n')
}

/** A note that nobody but its agent saw stands behind a solution of the very task. */
function tierOf(draft: Draft, { notes }: Found): number {
  if (draft.kind !== 'note') return tier[draft.kind]
  const note = notes.find(({ id }) => id === draft.node.id)
  return note !== undefined && isFirm(note) ? tier.note : tier.solved + 0.5
}

function documentationItems({ retrieved, assessment, threshold }: Found): Draft[] {
  const ofChanges = asksOfChanges(retrieved)
  const documentation = assessment.items.filter(
    (entry) => isDocumentation(entry.memory.label) && (ofChanges || !isHistory(entry))
  )
  const entries = withCallables(withRoots(documentation), retrieved.terms)
  const best = entries[0]?.probability ?? 0
  const items: Draft[] = []
  const said = new Set<string>()
  for (const entry of entries.filter(
    ({ probability }) => probability >= Math.max(threshold, besideBest * best)
  )) {
    const item = documentationItem(entry, retrieved)
    if (item === null) continue
    const keys = [sameness(entry), callOf(entry), ...sentenceOf(item)]
    if (keys.some((key) => said.has(key))) continue
    if (isBare(item) && entry.probability < bareBeside * best) continue
    for (const key of keys) said.add(key)
    items.push(item)
    if (items.length === mostDocumentation) break
  }
  return items
}

/** What an item says, if it is a sentence: an option's field and its section on the same option say it in the same words. */
function sentenceOf({ body, node }: Draft): string[] {
  const words = body.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length < 4 ? [] : [`${node.library ?? ''} says ${words.join(' ')}`]
}

const changes =
  /\b(?:change-?logs?|changed|breaking|migrat\w+|upgrad\w+|releases?d?|deprecat\w+|removed|renamed|since|instead|no longer|versions?|v?\d+\.\d+)\b/i

/** A line of a changelog answers who meets an error or asks what changed; how to do something, it tells nobody. */
function asksOfChanges({ intent, question }: Retrieved): boolean {
  return intent.kind === 'error' || changes.test(question.slice(0, 20_000))
}

/** A name without a word about it is worth reading only where it is near the likeliest. */
const bareBeside = 0.9

function isBare({ body, code }: Draft): boolean {
  return body === '' && code === null
}

/**
 * What a library also exports below another path (`date-fns/fp.addDays`) is read about at its root (`date-fns.addDays`),
 * where that is held and says more: the root takes its place. Pure.
 */
function withRoots(entries: readonly Assessed[]): Assessed[] {
  const roots = new Map<string, Assessed>()
  for (const entry of entries) {
    const place = placeOf(entry)
    if (place?.isBelow === false) roots.set(place.key, entry)
  }
  const taken = new Set<string>()
  return entries.flatMap((entry) => {
    const place = placeOf(entry)
    const root = place === null ? undefined : roots.get(place.key)
    if (place === null || root === undefined || saysOtherwise(entry, root)) return [entry]
    if (taken.has(place.key)) return []
    taken.add(place.key)
    return [{ ...root, probability: Math.max(root.probability, entry.probability) }]
  })
}

/** Whether an API has a text of its own that is not that of its namesake at the root. */
function saysOtherwise({ api }: Assessed, root: Assessed): boolean {
  const said = api?.summary ?? ''
  return said !== '' && said !== root.api?.summary
}

/** The name of an API within its library, and whether it is imported from below the library's root. */
function placeOf({ api }: Assessed): { readonly key: string; readonly isBelow: boolean } | null {
  const name = api?.qualifiedName ?? ''
  const [, below = '', rest = ''] = /^(?:@[^/]+\/)?[^/.]+((?:\/[^.]+)?)\.(.+)$/s.exec(name) ?? []
  return rest === '' ? null : { key: `${api?.library ?? ''} ${rest}`, isBelow: below !== '' }
}

/** What is the same in two versions, two languages or two import paths takes one place. */
function sameness({ memory, api }: Assessed): string {
  const name = (api?.qualifiedName ?? memory.title).split(/[./]/).at(-1) ?? ''
  const text = api?.summary ?? memory.text.slice(0, 300)
  return `${name.toLowerCase()}\n${text.replace(/\s+/g, ' ').slice(0, 200)}`
}

function experienceItems(found: Found): Draft[] {
  const { solved, untold } = withNotes(solvedItems(found), judgedNotes(found))
  return [
    ...solved,
    ...insightItems(found, solved.some(isSolution) ? besideSolved : 0),
    ...noteItems(untold),
    ...failedItems(found, solved)
  ]
}

function solvedItems(found: Found): Solution[] {
  const { assessment, retrieved, threshold } = found
  // What a run showed stands before what is said, where both are as likely of use.
  const passed = assessment.items
    .filter(({ memory }) => memory.label === 'Trace' && memory.outcome === 'passed')
    .toSorted((a, b) => Number(b.memory.observed !== null) - Number(a.memory.observed !== null))
  const around = assessment.items.find(
    ({ api, probability }) => api !== null && probability >= threshold
  )
  const name = around?.api?.qualifiedName ?? null
  const said = new Set<string>()
  const items = passed
    .flatMap((entry): Solution[] => {
      const isCure = entry.found.some(({ source }) => source === 'errors')
      const sameTask = isSameTask(entry, found)
      if (!isCure && !sameTask && entry.probability < threshold) return []
      const key = (entry.memory.code ?? entry.memory.text).replace(/\s+/g, ' ')
      if (said.has(key)) return []
      said.add(key)
      const probability = isCure || sameTask ? Math.max(entry.probability, sure) : entry.probability
      const kind = isCure ? 'cure' : 'solved'
      const how = { kind, sameTask, around: name } as const
      const draft = solvedItem({ ...entry, probability }, retrieved, how)
      return [{ draft, code: entry.memory.code, sameTask }]
    })
    .sort(
      ({ draft: a }, { draft: b }) => tier[a.kind] - tier[b.kind] || b.probability - a.probability
    )
  return withinShare(items, ({ draft }) => draft.by, mostSolved / 2).slice(0, mostSolved)
}

/** That an attempt at the very task, or past the very error, is of use. */
const sure = 0.9

function isSameTask({ similarity, found, path }: Assessed, { sameTask }: Found): boolean {
  const isNear =
    found.some(({ source }) => source === 'experience') ||
    path.some(({ by }) => by.includes('attempted'))
  return isNear && similarity !== null && similarity >= sameTask
}

/** An attempt that failed is shown where it was at this very task, with its cause; beside what solved it the bare error says nothing that helps. */
function failedItems(found: Found, solved: readonly Draft[]): Draft[] {
  const isSolved = solved.some(isSolution)
  const items = found.assessment.items
    .filter(
      (entry) =>
        entry.memory.label === 'Trace' &&
        entry.memory.outcome === 'failed' &&
        isSameTask(entry, found) &&
        saysWhy(entry.memory) &&
        !(isSolved && errorLine(entry.memory.text) !== null)
    )
    .map((entry) => failedItem({ ...entry, probability: Math.max(entry.probability, likely) }))
  return withinShare(items, ({ by }) => by, mostFailed / 2).slice(
    0,
    solved.length > 0 ? 1 : mostFailed
  )
}

const likely = 0.7
