import { randomBytes } from 'node:crypto'
import { effectOfRows, type OutcomeRow } from '../domain/effect-rows.js'
import type { Effect } from '../domain/effect.js'
import {
  sectionOf,
  type Citation,
  type Item,
  type Recommendation
} from '../domain/recommendation.js'
import { taskSession, type Asker } from '../domain/task-lot.js'
import { insightOutcomes } from '../graph/queries.js'
import type { Question } from '../retrieve/question.js'
import { retrieve, type RetrieveDeps, type RetrieveOptions } from '../retrieve/retrieve.js'
import { shownScore } from '../retrieve/search.js'
import type { Retrieved } from '../retrieve/memory.js'
import { assess, type Assessment } from '../retrieve/relevance/assess.js'
import { compose, type Found } from './compose.js'
import { insightsToMeasure } from './insight-items.js'
import { neededBy, type Needed } from './needed.js'
import { versionOf, type CitedNode, type Draft } from './draft.js'
import type { ShownNote } from './experience-items.js'
import { isGap, nothingFits } from './nothing-fits.js'
import { drawingFor } from './drawing-for.js'
import { recordAnswer } from './record-answer.js'
import { drawLots, noDrawing, type Drawing } from './withhold.js'
import { withinBudget } from './within-budget.js'

/** Field notes about these APIs (by id), about what code calls (by name), and those learned in near attempts, each behaviour once. */
export type FindNotes = (asked: {
  readonly apis: readonly string[]
  readonly names: readonly string[]
  readonly roots: readonly string[]
  /** Attempts whose notes are wanted, whatever they are about. */
  readonly traces: readonly string[]
  readonly spaces: readonly string[]
}) => Promise<readonly ShownNote[]>

export interface RecommendDeps extends RetrieveDeps {
  readonly findNotes?: FindNotes
}

export interface RecommendOptions {
  readonly spaces: readonly string[]
  /** Tokens that the answer may take, sources included; 400 unless told. */
  readonly tokens?: number
  /** Unasked-for advice needs to be surer. */
  readonly unasked?: boolean
  /** Said with every answer, for instance that only words are compared. */
  readonly remarks?: readonly string[]
  /** With which probability an insight is left out so that its effect can be measured; 0.1 unless told, 0 where the space wants none. */
  readonly withholdShare?: number
  /** Number of an epoch: of insights exactly those are used that were in force at its end. */
  readonly asOf?: number
  /** The task's own words, where the question holds code or an error beside them; the question unless told. */
  readonly task?: string
  /** Whose answer it is; Cairn's own unless told. */
  readonly asker?: Asker
  /** An insight's place from 0 up to 1, below the share it is left out; by the task unless told. */
  readonly placeOf?: Drawing['placeOf']
}

export const defaultTokens = 400

/** From how many sections of documentation, and as much experience, an answer is composed. */
const considered = 24

/** From which cosine on two tasks are the same: encoders spread differently. */
const sameTaskFrom: Readonly<Record<string, number>> = { 'local:all-MiniLM-L6-v2': 0.85 }
const usualSameTask = 0.92

/**
 * Answers a question from the graph: what decides first, what fits and nothing else, or that nothing fits. Every item
 * rests on spans that the graph confirmed, in the transaction that records the answer, to stand in
 * the cited node; what could not be confirmed is not said.
 * @throws CairnError as retrieve does
 */
export async function recommend(
  deps: RecommendDeps,
  question: Question,
  options: RecommendOptions
): Promise<Recommendation> {
  const started = performance.now()
  const retrieved = await retrieve(deps, question, whatIsConsidered(options))
  const found = performance.now()
  const assessment = assess(retrieved, deps.embedder.id)
  const threshold = assessment.thresholds[options.unasked === true ? 'hook' : 'answer']
  const { task = question.text, tokens = defaultTokens } = options
  const known = await knownOf(deps, { retrieved, assessment, threshold }, { ...options, task })
  const drawn = drawLots(
    (without) => withinBudget(compose({ ...known.found, ...leaving(assessment, without) }), tokens),
    known.drawing
  )
  const budget = drawn.shown
  const id = `recommendation:${randomBytes(6).toString('hex')}`
  const { items, citations } = number(budget.kept)
  const asked = taskSession(task, options.asker)
  const told = { items, citations, spaces: options.spaces, lots: drawn.lots, asked }
  const given = { id, retrieved, ...told, locked: lockedIn(question) }
  const composed = performance.now()
  const answer = await recordAnswer(deps, given, isGap(retrieved, assessment))
  const fits = answer.items.length > 0
  const record = performance.now() - composed
  deps.observer?.stages({ ...retrieved.ms, judge: composed - found, record })
  return {
    id,
    question: retrieved.question,
    answer: fits ? headline(answer.items) : nothingFits(retrieved, assessment),
    fits,
    ...answer,
    libraries: retrieved.intent.libraries.map((library) => library.key),
    remarks: [
      ...remarksOn(retrieved, options),
      ...(fits ? [...assessmentRemark(assessment), ...budget.remarks] : [])
    ],
    ms: performance.now() - started
  }
}

/** So many of the versions that a project has locked are kept with a question. */
const mostLocked = 20

/** What the asker's project uses of the libraries that the question speaks of, as `express@4.18.2`. */
function lockedIn({ versions = {} }: Question): string[] {
  return Object.entries(versions)
    .filter(([name, version]) => /^[\w@./-]{1,120}$/.test(name) && /^[\w.+!-]{1,60}$/.test(version))
    .slice(0, mostLocked)
    .map(([name, version]) => `${name}@${version}`)
}

function whatIsConsidered({ spaces, asOf }: RecommendOptions): RetrieveOptions {
  return { spaces, limit: considered, broad: true, ...(asOf === undefined ? {} : { asOf }) }
}

function remarksOn(retrieved: Retrieved, { remarks = [] }: RecommendOptions): string[] {
  return [...remarks, ...retrieved.remarks, ...emptyRemark(retrieved), ...versionRemark(retrieved)]
}

function assessmentRemark({ remark }: Assessment): string[] {
  return remark === null ? [] : [remark]
}

function emptyRemark({ ranked, intent }: Retrieved): string[] {
  const isEmpty = ranked.length === 0 && intent.foreign === null && intent.libraries.length === 0
  return isEmpty ? ['Nothing was found at all: `cairn ingest` adds documentation.'] : []
}

function versionRemark({ intent: { otherVersion, libraries } }: Retrieved): string[] {
  if (otherVersion === null) return []
  const held = libraries.map(({ name, version }) => `${name} ${version}`).join(', ')
  return [`${otherVersion} is not held; this is from ${held}.`]
}

function leaving(
  assessment: Assessment,
  without: ReadonlySet<string>
): { readonly assessment: Assessment } {
  if (without.size === 0) return { assessment }
  const items = assessment.items.filter(({ memory }) => !without.has(memory.id))
  return { assessment: { ...assessment, items } }
}

/** What the graph knows of what may be said, beside its words. */
interface Known {
  readonly found: Found
  /** How its insights are drawn for. */
  readonly drawing: Drawing
}

async function knownOf(
  deps: RecommendDeps,
  seen: Pick<Found, 'retrieved' | 'assessment' | 'threshold'>,
  options: RecommendOptions & { readonly task: string }
): Promise<Known> {
  const { retrieved, assessment, threshold } = seen
  const needed = neededBy(retrieved, assessment, threshold)
  const insights = insightsToMeasure(assessment, threshold, needed)
  const [notes, effects, drawing] = await Promise.all([
    notesFor(deps, needed, options.spaces),
    insights.length === 0 ? new Map<string, Effect>() : effectsOf(deps, insights, options.spaces),
    insights.length === 0 ? noDrawing : drawingFor(deps.db, options)
  ])
  const sameTask = sameTaskFrom[deps.embedder.id] ?? usualSameTask
  return { found: { ...seen, notes, needed, effects, sameTask }, drawing }
}

async function notesFor(
  deps: RecommendDeps,
  { apis, names, roots, traces }: Needed,
  spaces: readonly string[]
): Promise<readonly ShownNote[]> {
  if (deps.findNotes === undefined || !(await deps.shelf.experience(spaces)).any) return []
  if (apis.length === 0 && names.size === 0 && traces.length === 0) return []
  return deps.findNotes({ apis, names: [...names.keys()], roots, traces, spaces })
}

/** The latest answers by which an insight's effect is told while somebody waits. */
const mostAnswers = 2_000

async function effectsOf(
  { db }: RetrieveDeps,
  ids: readonly string[],
  spaces: readonly string[]
): Promise<Map<string, Effect>> {
  const rows = await db.run(insightOutcomes, { ids, spaces, most: mostAnswers, since: 0 })
  return new Map(
    rows.map(({ id, counts }) => [id, effectOfRows(counts as unknown as readonly OutcomeRow[])])
  )
}

/** Numbers the citations in the order in which they are met; the same span has one number. */
function number(drafts: readonly Draft[]): { items: Item[]; citations: Citation[] } {
  const citations = new Map<string, Citation>()
  const items = drafts.map((draft): Item => {
    const numbers = draft.rests.map(({ node, quote }) => {
      const key = `${node.id}\n${quote}`
      const known = citations.get(key)
      if (known !== undefined) return known.number
      const fresh = { number: citations.size + 1, ...cite(node, quote) }
      citations.set(key, fresh)
      return fresh.number
    })
    const { kind, title, body, code, evidence, selfReported, reason, path } = draft
    return {
      kind,
      section: sectionOf[kind],
      title,
      body,
      code,
      evidence,
      selfReported,
      version: versionOf(draft.node.library),
      reason,
      path,
      citations: numbers,
      score: shownScore(draft.probability)
    }
  })
  return { items, citations: [...citations.values()] }
}

function cite(memory: CitedNode, quote: string): Omit<Citation, 'number'> {
  const library = versionOf(memory.library)
  const trail =
    memory.label === 'Doc'
      ? [...memory.breadcrumb, memory.title]
      : [`${memory.label.toLowerCase()} ${memory.title}`]
  const source = [...(library === null ? [] : [library]), ...new Set(trail)].join(' > ')
  return { id: memory.id, label: memory.label, source, url: memory.url, quote }
}

/** In Cairn's own words, with a name that only code would write where one stands first: no sentence of a source. */
function headline(items: readonly Item[]): string {
  const [first] = items
  if (first === undefined) return 'Nothing here fits.'
  const [name = ''] = first.title.split(/[(:]/)
  const isName = (first.kind === 'api' || first.kind === 'option') && /^[\w$./@-]{2,80}$/.test(name)
  if (isName) return `Use ${name}${first.version === null ? '' : ` (${first.version})`}.`
  const ownWord = first.selfReported ? ownWords[first.kind] : undefined
  return ownWord ?? headlines[first.kind]
}

/** What is only reported is said to be. */
const ownWords: Partial<Readonly<Record<Item['kind'], string>>> = {
  cure: 'An agent says that it got past this error; nobody confirmed it.',
  note: 'An agent says that it learned something about what this needs; nobody confirmed it.',
  solved: 'An agent says that it solved a task like this; nobody confirmed it.',
  failed: 'An agent says that it tried this and failed; nobody confirmed it.'
}

const headlines: Readonly<Record<Item['kind'], string>> = {
  cure: 'This error was overcome before.',
  insight: 'A reviewed insight decides this.',
  note: 'Agents learned something about what this needs.',
  solved: 'A task like this was solved before.',
  failed: 'This was tried before and failed.',
  api: 'This is how it is called.',
  option: 'There is an option for this.',
  section: 'The documentation tells of this.',
  deprecated: 'What this asks for is deprecated.'
}
