import { randomBytes } from 'node:crypto'
import { insightEmbedText } from '../domain/embed-text.js'
import { stored } from '../domain/insight-decisions.js'
import { insightText, type InsightText } from '../domain/insight.js'
import { badInput, CairnError } from '../errors.js'
import { createInsight, lastRevision } from '../graph/queries.js'
import type { Embedder } from '../model/embedder.js'
import { checkBy, checkReason, checkSeen, move } from './check-decision.js'
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
import type { Held, Snapshot } from './standing.js'
import { inTurn, type Decided, type Deciding, type Turn, type TurnDeps } from './turn.js'

export interface ReviseDeps extends TurnDeps {
  readonly embedder: Embedder
}

/** An insight as somebody saw it. */
export interface Seen {
  readonly insight: string
  readonly version: number
}

/** New insights in place of others: one for one is an edit, one for several a merge, several for one a split. */
export interface RevisionInput {
  readonly kind: 'edit' | 'merge' | 'split'
  readonly sources: readonly Seen[]
  readonly into: readonly WrittenInsight[]
  readonly by: string
  readonly reason?: string
}

const most = 20

/**
 * Writes new insights in place of others. They share the sources' traces, lessons, APIs and
 * contradictions, and are under review by whoever wrote them. Taint and flags follow, also those that
 * somebody acknowledged once. A source that was not in force is superseded at once; one in force
 * stays so until what takes its place is approved.
 * @throws CairnError as `decide`; BAD_INPUT also where a quotation does not stand where it says, or
 * where the words are not clean; MODEL_UNAVAILABLE
 */
export async function revise(
  deps: ReviseDeps,
  input: RevisionInput,
  space: string
): Promise<Decided> {
  checkCounts(input)
  const by = checkBy(input.by)
  const reason = checkReason(input.reason)
  const texts = input.into.map(checkText)
  const vectors = await deps.embedder.embed(
    texts.map((text) => insightEmbedText(insightText(text)))
  )
  const drafts = texts.map((text, i) => ({
    id: `insight:${randomBytes(8).toString('hex')}`,
    text,
    vector: vectors[i],
    backedBy: input.into[i]?.backedBy
  }))
  return inTurn(deps, space, async (turn) => {
    const sources = await turn.hold(input.sources.map(({ insight }) => insight))
    for (const [i, held] of sources.entries())
      await checkSeen(turn, held, { ...seen(input, i), by })
    const left = sources.map((held) => ({
      insight: held.id,
      before: held,
      after: move(held, input.kind)
    }))
    const made: Deciding['changes'][number][] = []
    for (const draft of drafts) {
      await create(turn, draft, { kind: input.kind, sources, by })
      const after = { ...standing(turn, sources, by), supersedes: sources.map(({ id }) => id) }
      made.push({ insight: draft.id, before: null, after })
    }
    return only(await turn.write([{ kind: input.kind, by, reason, changes: [...left, ...made] }]))
  })
}

function checkCounts({ kind, sources, into }: RevisionInput): void {
  const ids = new Set(sources.map(({ insight }) => insight))
  const ofSources = kind === 'merge' ? ids.size >= 2 && ids.size <= most : ids.size === 1
  if (!ofSources || ids.size < sources.length)
    throw badInput(
      'sources',
      `${sources.length} insights`,
      kind === 'merge' ? `2 to ${most} different ones` : 'one'
    )
  const ofInto = kind === 'split' ? into.length >= 2 && into.length <= most : into.length === 1
  if (!ofInto)
    throw badInput('into', `${into.length} insights`, kind === 'split' ? `2 to ${most}` : 'one')
}

function seen(input: RevisionInput, i: number): Seen {
  const source = input.sources[i]
  if (source === undefined) throw new CairnError('BUG', 'more insights were held than asked for')
  return source
}

/** How what was made of these sources starts out. */
function standing(turn: Turn, sources: readonly Held[], by: string): Snapshot {
  return {
    ...stored('in-review'),
    version: 0,
    claimedBy: by,
    claimedAt: turn.now.toISOString(),
    flags: flagsOf(sources),
    acknowledged: [],
    tainted: sources.some((held) => held.tainted || held.acknowledged.includes('tainted')),
    changes: joinedChanges(sources),
    supersedes: []
  }
}

/** What one person once acknowledged the next has to see again: the words are new. */
function flagsOf(sources: readonly Held[]): string[] {
  const gates = new Set(sources.flatMap(({ gates }) => gates.map(({ gate }): string => gate)))
  const flags = sources.flatMap((held) => [...held.flags, ...held.acknowledged])
  return [...new Set(flags)].filter((flag) => !gates.has(flag)).sort()
}

function joinedChanges(sources: readonly Held[]): string | null {
  const all = sources.flatMap(({ changes }) =>
    changes === null ? [] : (JSON.parse(changes) as unknown[])
  )
  const distinct = new Map(all.map((change) => [JSON.stringify(change), change]))
  return distinct.size === 0 ? null : JSON.stringify([...distinct.values()])
}

interface DraftToWrite {
  readonly id: string
  readonly text: InsightText
  readonly vector: Float32Array | undefined
  readonly backedBy: readonly Backing[] | undefined
}

async function create(
  turn: Turn,
  draft: DraftToWrite,
  at: { kind: RevisionInput['kind']; sources: readonly Held[]; by: string }
): Promise<void> {
  const { sources } = at
  const [first] = sources
  if (first === undefined) throw new CairnError('BUG', 'a revision without a source')
  const backedBy = distinct(
    draft.backedBy ?? sources.flatMap(({ quotes }) => quotes.filter(({ holds }) => holds))
  )
  const place = await placeOf(turn, draft, { kind: at.kind, first })
  const [written] = await turn.tx.run(createInsight, {
    id: draft.id,
    space: turn.space,
    revision: place.revision,
    from: sources.map(({ id }) => id),
    backedBy,
    properties: {
      ...textProperties(draft.text),
      ...inherited(sources, backedBy.length),
      space: turn.space,
      kind: 'candidate',
      lineage: place.lineage,
      gap: first.gap,
      writer: `person:${at.by}`,
      embedding: draft.vector === undefined ? null : Array.from(draft.vector)
    }
  })
  const backed = written?.backed ?? 0
  const isFounded = backed > 0 || sources.some(isObserved)
  if (!isFounded || backed < backedBy.length)
    throw unbacked(draft.text.title, { backed, quotes: backedBy.length })
}

/** An edit is the next revision of its source; what a merge or split makes begins a lineage of its own. */
async function placeOf(
  turn: Turn,
  draft: DraftToWrite,
  at: { kind: RevisionInput['kind']; first: Held }
): Promise<{ lineage: string; revision: number }> {
  if (at.kind !== 'edit') return { lineage: draft.id, revision: 1 }
  const { lineage, revision } = at.first
  const [row] = await turn.tx.run(lastRevision, { lineage })
  return { lineage, revision: Math.max(revision, row?.revision ?? 0) + 1 }
}

/** What an insight takes over from those it is made of. */
function inherited(sources: readonly Held[], quotes: number) {
  const gates = sources.map((held) => held.gates)
  return {
    library: same(sources.map(({ library }) => library)),
    versions: same(sources.map(({ versions }) => versions)),
    names: [...new Set(sources.flatMap(({ names }) => names.split(' ')))].join(' '),
    gates: JSON.stringify(gatesAfter(gates, quotes))
  }
}

function distinct(backings: readonly Backing[]): { doc: string; quote: string }[] {
  const known = new Map(
    backings.map(({ doc, quote }) => [`${doc}\n${quote}`, { doc, quote }] as const)
  )
  return [...known.values()]
}

function same(values: readonly (string | null)[]): string | null {
  const [first = null, ...rest] = values
  return rest.every((value) => value === first) ? first : null
}
