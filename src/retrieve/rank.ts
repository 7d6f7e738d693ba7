import type { PathStep } from '../domain/recommendation.js'
import type { Hit, Memory, Ranked, Recalled } from './memory.js'
import type { Plan } from './plan.js'

/** Reciprocal-rank fusion (Cormack et al. 2009) with a smaller constant than the usual 60: our lists are short and their tops are good. */
const fusionConstant = 20

/** How much of a memory's score its neighbour inherits, by edge; `of X` is X against its direction. */
const inherits: Readonly<Record<string, number>> = {
  DOCUMENTS: 0.9,
  ALIAS_OF: 0.5,
  REPLACED_BY: 0.2,
  SEE_ALSO: 0.08,
  USES: 0.6,
  ATTEMPTS: 0.6,
  ABOUT: 0.6,
  BACKED_BY: 0.3,
  'of USES': 0.25,
  'of ATTEMPTS': 0.9,
  'of ABOUT': 0.6,
  'of BACKED_BY': 0.6
}

/** A second section on the same method of another class adds little: `Series.sum` after `DataFrame.sum`. */
const twinPenalty = 0.6

/** The section says little when it is only the second half of another. */
const laterPartPenalty = 0.8

/** What the weaker of a section and its API adds to the stronger. */
const secondAccount = 0.4

/** How many neighbours may speak for a node. */
const witnesses = 2

interface Scored {
  readonly memory: Memory
  readonly found: readonly Hit[]
  readonly own: number
  readonly inherited: number
  readonly via: { readonly from: string; readonly type: string } | null
}

/**
 * Fuses the sources by weighted ranks (raw scores of different searches are never added), lets
 * neighbours inherit along edges, folds each API into the section that documents it, and orders
 * with twins pushed down. Pure; ties are broken by id.
 */
export function rank(recalled: readonly Recalled[], plan: Plan): Ranked[] {
  const byId = new Map(recalled.map((entry) => [entry.memory.id, entry]))
  const scored = new Map(recalled.map((entry) => [entry.memory.id, score(entry, { byId, plan })]))
  const entries = fold(scored)
  const top = Math.max(...entries.map((entry) => entry.score), Number.MIN_VALUE)
  const sorted = entries
    .map((entry) => ({ ...entry, score: entry.score / top, path: pathOf(entry.lead, scored) }))
    .sort(byScore)
  return spread(sorted).map(({ memory, api, score, path, found }) => ({
    memory,
    api,
    score,
    path,
    found
  }))
}

function fused(found: readonly Hit[], plan: Plan): number {
  const weights: Readonly<Record<string, number>> = plan.weights
  return found.reduce(
    (sum, hit) => sum + (weights[hit.source] ?? 0) / (fusionConstant + hit.rank),
    0
  )
}

function score(entry: Recalled, at: { byId: ReadonlyMap<string, Recalled>; plan: Plan }): Scored {
  const shares = entry.links
    .map((link) => {
      const from = at.byId.get(link.from)
      const share = from === undefined ? 0 : fused(from.found, at.plan) * (inherits[link.type] ?? 0)
      return { link, share: share * trust(from?.memory) }
    })
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
  return {
    memory: entry.memory,
    found: entry.found,
    own: fused(entry.found, at.plan) * worth(entry.memory),
    inherited:
      shares.slice(0, witnesses).reduce((sum, { share }) => sum + share, 0) * worth(entry.memory),
    via: shares[0]?.link ?? null
  }
}

/** What a failed attempt used is no advice. */
function trust(memory: Memory | undefined): number {
  return memory?.outcome === 'failed' ? 0.2 : 1
}

/** What its authors call internal or private is rarely what somebody should use. */
function worth(memory: Memory): number {
  const name = memory.qualifiedName ?? memory.title
  return /(?:^|\.)(?:internal|_\w*)\./.test(name) ? 0.4 : 1
}

interface Entry {
  readonly memory: Memory
  readonly api: Memory | null
  readonly found: readonly Hit[]
  readonly score: number
  /** The node by which the entry came. */
  readonly lead: Scored
}

function fold(scored: ReadonlyMap<string, Scored>): Entry[] {
  const nodes = [...scored.values()]
  const toldBy = (node: Scored) =>
    node.memory.label === 'Api' && scored.has(node.memory.doc ?? '') ? node.memory.doc : null
  const apisOfDoc = new Map<string, Scored[]>()
  for (const node of nodes) {
    const doc = toldBy(node)
    if (doc !== null) apisOfDoc.set(doc, [...(apisOfDoc.get(doc) ?? []), node])
  }
  return nodes
    .filter((node) => toldBy(node) === null)
    .map((node) => entryOf(node, apisOfDoc.get(node.memory.id) ?? []))
}

function entryOf(node: Scored, apis: readonly Scored[]): Entry {
  const api = apis.toSorted((a, b) => total(b) - total(a))[0]
  const penalty = node.memory.part > 1 ? laterPartPenalty : 1
  if (api === undefined) {
    const self = node.memory.label === 'Api' ? node.memory : null
    return {
      memory: node.memory,
      api: self,
      found: node.found,
      score: total(node) * penalty,
      lead: node
    }
  }
  const [high, low] = node.own >= total(api) ? [node.own, total(api)] : [total(api), node.own]
  return {
    memory: node.memory,
    api: api.memory,
    found: [...node.found, ...api.found],
    score: (high + secondAccount * low) * penalty,
    lead: node.own >= total(api) ? node : api
  }
}

function total(node: Scored): number {
  return node.own + node.inherited
}

function byScore(
  a: { score: number; memory: Memory },
  b: { score: number; memory: Memory }
): number {
  return b.score - a.score || (a.memory.id < b.memory.id ? -1 : 1)
}

/** Twins keep their order among themselves but make room for others. */
function spread<T extends { score: number; memory: Memory; api: Memory | null }>(
  sorted: readonly T[]
): T[] {
  const seen = new Map<string, number>()
  return sorted
    .map((entry) => {
      const name = entry.api?.qualifiedName?.split('.').at(-1)
      if (name === undefined) return entry
      const key = `${entry.memory.library ?? ''}\n${name}`
      const before = seen.get(key) ?? 0
      seen.set(key, before + 1)
      return before === 0 ? entry : { ...entry, score: entry.score * twinPenalty ** before }
    })
    .sort(byScore)
}

const sourceWords: Readonly<Record<string, string>> = {
  meaning: 'close in meaning',
  words: 'found by its words',
  names: 'found by name',
  experience: 'a similar task',
  errors: 'the same error'
}

const edgeWords: Readonly<Record<string, string>> = {
  DOCUMENTS: 'documented in',
  ALIAS_OF: 'is another name of',
  REPLACED_BY: 'was replaced by',
  SEE_ALSO: 'points to',
  USES: 'used',
  ATTEMPTS: 'attempted',
  ABOUT: 'is about',
  BACKED_BY: 'is backed by',
  'of USES': 'was used in',
  'of ATTEMPTS': 'was attempted in',
  'of ABOUT': 'is the subject of',
  'of BACKED_BY': 'backs'
}

/** The steps from the question to a node: at most one edge, because recall follows one. */
function pathOf(lead: Scored, scored: ReadonlyMap<string, Scored>): PathStep[] {
  const from = lead.via === null ? undefined : scored.get(lead.via.from)
  if (lead.own >= lead.inherited || from === undefined || lead.via === null)
    return [step(lead.memory, bySource(lead.found))]
  return [
    step(from.memory, bySource(from.found)),
    step(lead.memory, edgeWords[lead.via.type] ?? lead.via.type)
  ]
}

function bySource(found: readonly Hit[]): string {
  const ordered = [...found].sort((a, b) => a.rank - b.rank).slice(0, 2)
  return ordered
    .map((hit) => `${sourceWords[hit.source] ?? hit.source} (${ordinal(hit.rank)})`)
    .join(', ')
}

function ordinal(n: number): string {
  const suffix = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${suffix}`
}

function step(memory: Memory, by: string): PathStep {
  return { id: memory.id, label: memory.label, title: memory.title, by }
}
