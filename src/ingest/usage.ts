import { resolveName } from '../domain/calls.js'
import { customaryNames } from '../domain/imports.js'
import { inTurns } from '../in-turns.js'

export interface CountedApi {
  readonly id: string
  readonly qualifiedName: string
  readonly name: string
  readonly library: string
  /** Sections that document it: their own examples say nothing of how much it is used. */
  readonly docs: readonly string[]
}

export interface UsedSection {
  readonly id: string
  readonly library: string
  readonly calls: readonly string[]
  readonly links: readonly string[]
}

export interface Usage {
  /** Sections whose examples call it by its name. */
  readonly usage: number
  /** Sections of the same library that call something of its last name. */
  readonly mentions: number
  /** Sections that link to it. */
  readonly linked: number
}

export interface Companion {
  readonly from: string
  readonly to: string
  readonly weight: number
}

/** A last name that more APIs than this share says nothing. */
const tooCommon = 60

/** A section that uses more than this is a list, not an example. */
const mostInExample = 40

/** Companions that are kept of an API, and what they must weigh. */
const mostCompanions = 8
const leastWeight = 0.02

/** How much a link, a shared last name and a full name say that a section uses an API. */
const linkWeight = 0.5

/** Reads from examples and links how much each API is used, and with what; independent of order. Others have their turn meanwhile. */
export async function usageOf(
  apis: readonly CountedApi[],
  sections: readonly UsedSection[]
): Promise<{
  counts: ReadonlyMap<string, Usage>
  /** By section: how many sections link to it. */
  linkedDocs: ReadonlyMap<string, number>
  companions: Companion[]
}> {
  const names = await namesOf(apis)
  const usage = new Int32Array(apis.length)
  const mentions = new Int32Array(apis.length)
  const linked = new Int32Array(apis.length)
  const together: Together = {
    rows: apis.map(() => new Map<number, number>()),
    examples: new Int32Array(apis.length)
  }
  const linkedDocs = new Map<string, number>()
  await inTurns(sections, (section) => {
    for (const link of new Set(section.links))
      if (link !== section.id) linkedDocs.set(link, (linkedDocs.get(link) ?? 0) + 1)
    const used = usedBy(section, names)
    for (const api of used.exact) add(usage, api)
    for (const api of used.named.keys()) add(mentions, api)
    for (const api of used.linked) add(linked, api)
    addTogether(together, used, names.documentedBy.get(section.id) ?? [])
  })
  const counts = new Map(
    apis.map((api, i) => [
      api.id,
      { usage: usage[i] ?? 0, mentions: mentions[i] ?? 0, linked: linked[i] ?? 0 }
    ])
  )
  return { counts, linkedDocs, companions: await companionsOf(together, apis) }
}

function add(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1
}

interface Names {
  readonly libraries: readonly string[]
  readonly byName: ReadonlyMap<string, readonly number[]>
  readonly byLastName: ReadonlyMap<string, readonly number[]>
  readonly documentedBy: ReadonlyMap<string, readonly number[]>
}

async function namesOf(apis: readonly CountedApi[]): Promise<Names> {
  const byName = new Map<string, number[]>()
  const byLastName = new Map<string, number[]>()
  const documentedBy = new Map<string, number[]>()
  const put = (map: Map<string, number[]>, key: string, at: number) => {
    const list = map.get(key)
    if (list === undefined) map.set(key, [at])
    else list.push(at)
  }
  await inTurns(apis, (api, at) => {
    put(byName, resolveName(api.qualifiedName, customaryNames), at)
    put(byLastName, `${api.library}\n${api.name}`, at)
    for (const doc of api.docs) put(documentedBy, doc, at)
  })
  return { libraries: apis.map((api) => api.library), byName, byLastName, documentedBy }
}

interface Used {
  readonly exact: ReadonlySet<number>
  /** By last name only, with the share that falls to each of those who bear it. */
  readonly named: ReadonlyMap<number, number>
  readonly linked: ReadonlySet<number>
}

function usedBy(section: UsedSection, names: Names): Used {
  const own = new Set(names.documentedBy.get(section.id) ?? [])
  const others = (apis: readonly number[]) => apis.filter((api) => !own.has(api))
  const exact = new Set<number>()
  const named = new Map<number, number>()
  for (const call of section.calls) {
    const full = fullName(call, section, names)
    for (const api of others(full)) exact.add(api)
    if (full.length > 0) continue
    const bearers = bearersOf(call, section, names)
    for (const api of others(bearers)) named.set(api, 1 / bearers.length)
  }
  for (const api of exact) named.delete(api)
  const linked = section.links.flatMap((link) => others(names.documentedBy.get(link) ?? []))
  return { exact, named, linked: new Set(linked) }
}

/** APIs of the section's library with the last name of a call; none where too many bear it. */
function bearersOf(call: string, section: UsedSection, names: Names): readonly number[] {
  if (!call.includes('.')) return []
  const last = call.slice(call.lastIndexOf('.') + 1)
  const bearers = names.byLastName.get(`${section.library}\n${last}`) ?? []
  return bearers.length > tooCommon ? [] : bearers
}

/** A bare name means something only where its own library says it: `array(…)` elsewhere is output. */
function fullName(call: string, section: UsedSection, names: Names): readonly number[] {
  if (call.startsWith('.')) return []
  const bearers = names.byName.get(call) ?? []
  return call.includes('.')
    ? bearers
    : bearers.filter((api) => names.libraries[api] === section.library)
}

/** Which APIs stand in the same examples: a sparse matrix, and in how many examples each stands. */
interface Together {
  readonly rows: readonly Map<number, number>[]
  readonly examples: Int32Array
}

function addTogether(together: Together, used: Used, owners: readonly number[]): void {
  const weights = weightsIn(used)
  if (weights.size === 0 || weights.size > mostInExample) return
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  for (const owner of owners) {
    for (const [api, weight] of weights) put(together, [owner, api], weight / total)
  }
  for (const [from, own] of weights) {
    add(together.examples, from)
    for (const [to, weight] of weights) {
      if (from !== to) put(together, [from, to], (own * weight) / total / 2)
    }
  }
}

function weightsIn(used: Used): ReadonlyMap<number, number> {
  const weights = new Map<number, number>()
  const give = (api: number, weight: number) => weights.set(api, (weights.get(api) ?? 0) + weight)
  for (const api of used.linked) give(api, linkWeight)
  for (const [api, share] of used.named) give(api, share)
  for (const api of used.exact) give(api, 1)
  return weights
}

function put(
  together: Together,
  [from, to]: readonly [from: number, to: number],
  weight: number
): void {
  const row = together.rows[from]
  row?.set(to, (row.get(to) ?? 0) + weight)
}

async function companionsOf(together: Together, apis: readonly CountedApi[]): Promise<Companion[]> {
  const companions = await inTurns(together.rows, (row, at) => {
    const damp = Math.sqrt(Math.max(1, together.examples[at] ?? 1))
    return [...row]
      .map(([to, weight]) => ({ to, weight: Math.round((weight / damp) * 1000) / 1000 }))
      .filter(({ weight }) => weight >= leastWeight)
      .sort((a, b) => b.weight - a.weight || a.to - b.to)
      .slice(0, mostCompanions)
      .map(({ to, weight }) => ({ from: apis[at]?.id ?? '', to: apis[to]?.id ?? '', weight }))
  })
  return companions.flat()
}
