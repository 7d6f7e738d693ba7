import { insightEmbedText } from '../domain/embed-text.js'
import { insightText, type GapClass, type InsightDraft } from '../domain/insight.js'
import type { Database } from '../graph/database.js'
import { clusterSources, docsOfApis, quotesHeld } from '../graph/queries.js'
import type { Embedder } from '../model/embedder.js'
import { weighClaims } from './gates/weigh-claims.js'
import { materialOf, type Material } from './material.js'
import { quotationsFor, type ApiDocs, type Quotation } from './quotations.js'
import { keyOfQuote, type RunMemory } from './run-memory.js'
import type { LessonBeneath, RaisedError, Source, UsedApi } from './source.js'
import { wordsByRules, type Words } from './write/words-by-rules.js'

export interface AssembleDeps {
  readonly db: Database
  readonly embedder: Embedder
  readonly memory: RunMemory
}

/** What a cluster is, beside its attempts. */
export interface ClusterKind {
  readonly medoid: string
  readonly libraries: readonly string[]
  readonly gap: GapClass
}

/** An insight in the making, with what its gates look at. */
export interface Assembled {
  readonly kind: ClusterKind
  readonly sources: readonly Source[]
  readonly lessons: readonly LessonBeneath[]
  /** Attempts that it might rest on, were they more than claims. */
  readonly aside: readonly Source[]
  readonly material: Material
  readonly docs: readonly ApiDocs[]
  readonly quotations: readonly Quotation[]
  /** How many of them stand in their sections. */
  readonly quotesHeld: number
  readonly draft: InsightDraft
  readonly text: string
  readonly vector: Float32Array
}

/** Attempts and lessons that one insight is to be drawn from. */
export interface Members {
  readonly traces: readonly string[]
  readonly lessons: readonly LessonBeneath[]
  readonly kind: ClusterKind
}

const mostDocumented = 8
const readAtOnce = 200

/**
 * Draws insights from attempts, in the words of the rules; null where they show nothing to do: none
 * passed, or those that did have nothing in common. What several need is read together.
 */
export async function assembleAll(
  deps: AssembleDeps,
  all: readonly Members[],
  space: string
): Promise<(Assembled | null)[]> {
  const sources = await readSources(deps, [...new Set(all.flatMap(({ traces }) => traces))])
  const found = all.map(({ traces, lessons, kind }) => {
    const own = traces.flatMap((id) => sources.get(id) ?? [])
    const weighed = weighClaims(own, lessons)
    return { kind, ...weighed, material: materialOf(weighed.sources, kind) }
  })
  const telling = found.filter(
    ({ material }) => material.passed > 0 && material.recommended.length > 0
  )
  const docs = await readDocs(
    deps,
    telling.flatMap(({ material }) => documented(material)),
    space
  )
  const drafted = telling.map((one) => {
    const quotations = quotationsFor(one.material.recommended, docs, one.material.words)
    return {
      ...one,
      quotations,
      docs: documented(one.material).flatMap((api) => docs.get(api) ?? [])
    }
  })
  const held = await countHeld(
    deps,
    drafted.map(({ quotations }) => quotations)
  )
  const made = await worded(
    deps,
    drafted.map((one, i) => ({
      ...one,
      quotesHeld: held[i] ?? 0,
      derivedFrom: [...one.sources, ...one.lessons].map(({ id }) => id),
      words: wordsByRules(one.material),
      writer: 'rules'
    }))
  )
  const byMaterial = new Map(made.map((one) => [one.material, one]))
  return found.map(({ material }) => byMaterial.get(material) ?? null)
}

/** The same with other words. @throws CairnError MODEL_UNAVAILABLE */
export async function reworded(
  deps: AssembleDeps,
  assembled: Assembled,
  given: { readonly words: Words; readonly writer: string }
): Promise<Assembled> {
  const { derivedFrom } = assembled.draft
  const [made] = await worded(deps, [{ ...assembled, derivedFrom, ...given }])
  return made ?? assembled
}

type Wording = Omit<Assembled, 'draft' | 'text' | 'vector'> & {
  readonly derivedFrom: readonly string[]
  readonly words: Words
  readonly writer: string
}

async function worded(deps: AssembleDeps, wordings: readonly Wording[]): Promise<Assembled[]> {
  const drafts = wordings.map(draftOf)
  const texts = drafts.map(insightText)
  const vectors = texts.length === 0 ? [] : await deps.embedder.embed(texts.map(insightEmbedText))
  return wordings.flatMap((wording, i) => {
    const [draft, text] = [drafts[i], texts[i]]
    if (draft === undefined || text === undefined) return []
    const vector = vectors[i] ?? new Float32Array(deps.embedder.dimensions)
    const { kind, sources, lessons, aside, material, docs, quotations, quotesHeld: held } = wording
    const drawn = { kind, sources, lessons, aside, material, docs, quotations, quotesHeld: held }
    return [{ ...drawn, draft, text, vector }]
  })
}

function draftOf({ material, quotations, derivedFrom, words, writer }: Wording): InsightDraft {
  const named = [...material.recommended, ...material.avoided].flatMap(({ apis }) => apis)
  return {
    ...words,
    code: material.code,
    library: material.library,
    versions: material.versions,
    gap: material.gap,
    backedBy: quotations,
    derivedFrom,
    about: [...new Set(named)].sort().slice(0, mostDocumented),
    writer
  }
}

/** Attempts by id, those that were read before too. */
export async function readSources(
  { db, memory }: Pick<AssembleDeps, 'db' | 'memory'>,
  traces: readonly string[]
): Promise<ReadonlyMap<string, Source>> {
  const missing = traces.filter((id) => !memory.sources.has(id))
  for (let i = 0; i < missing.length; i += readAtOnce) {
    const rows = await db.run(clusterSources, { traces: missing.slice(i, i + readAtOnce) })
    for (const row of rows) {
      const uses = row.uses as unknown as readonly UsedApi[]
      const raised = row.raised as unknown as readonly RaisedError[]
      memory.sources.set(row.id, { ...row, uses, raised })
    }
  }
  return memory.sources
}

function documented(material: Material): string[] {
  return material.recommended.flatMap(({ apis }) => apis).slice(0, mostDocumented)
}

async function readDocs(
  { db, memory }: AssembleDeps,
  wanted: readonly string[],
  space: string
): Promise<ReadonlyMap<string, ApiDocs>> {
  const apis = [...new Set(wanted)].filter((api) => !memory.docs.has(api))
  if (apis.length === 0) return memory.docs
  // What is documented for all stands in the public space.
  const spaces = [...new Set([space, 'public'])]
  for (const row of await db.run(docsOfApis, { apis, spaces }))
    memory.docs.set(row.api, { ...row, docs: row.docs as unknown as ApiDocs['docs'] })
  return memory.docs
}

/** How many of each list of quotations stand where they say, by the graph's own word. */
async function countHeld(
  { db, memory }: AssembleDeps,
  lists: readonly (readonly Quotation[])[]
): Promise<number[]> {
  const quotes = lists.flat().filter((one) => !memory.held.has(keyOfQuote(one)))
  if (quotes.length > 0) {
    const rows = await db.run(quotesHeld, { quotes: quotes.map((one) => ({ ...one })) })
    const held = new Set(rows.map(({ at }) => at))
    quotes.forEach((one, at) => memory.held.set(keyOfQuote(one), held.has(at)))
  }
  return lists.map((list) => list.filter((one) => memory.held.get(keyOfQuote(one)) === true).length)
}
