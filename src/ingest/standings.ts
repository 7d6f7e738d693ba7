import { packStanding, type Standing } from '../domain/standing.js'
import type { GraphMap } from '../graph/query.js'
import { inTurns } from '../in-turns.js'
import type { CountedApi, Usage } from './usage.js'

interface ApiToStand extends CountedApi {
  readonly kind: string
  /** The section that tells of it best. */
  readonly doc: string
  /** As the graph has it now. */
  readonly standing: readonly number[]
}

interface SectionToStand {
  readonly id: string
  readonly length: number
  readonly about: string | null
  readonly aboutKind: string | null
  readonly standing: readonly number[]
}

type Row = GraphMap & { readonly id: string }

/** Rows for the nodes whose standing is not yet what it should be. Others have their turn meanwhile. */
export async function standingsOf(seen: {
  apis: readonly ApiToStand[]
  sections: readonly SectionToStand[]
  counts: ReadonlyMap<string, Usage>
  /** Sections that link to a section. */
  linkedDocs: ReadonlyMap<string, number>
}): Promise<{ apis: Row[]; docs: Row[] }> {
  const lengths = new Map(seen.sections.map((section) => [section.id, section.length]))
  const groups = await groupsOf(seen.apis, seen.counts)
  const standingOf = (api: ApiToStand): Standing => ({
    ...usageIn(seen.counts, api),
    ...groups(api),
    length: lengths.get(api.doc) ?? 0
  })
  const standings = new Map<string, readonly number[]>()
  const apis = await inTurns(seen.apis, (api): Row[] => {
    const standing = packStanding(standingOf(api))
    standings.set(api.id, standing)
    const changed = !same(standing, api.standing)
    return changed ? [{ id: api.id, ...usageIn(seen.counts, api), standing }] : []
  })
  const mains = mainApis(seen.apis)
  const docs = await inTurns(seen.sections, (section): Row[] => {
    const main = mains.get(section.id)
    const linked = seen.linkedDocs.get(section.id) ?? 0
    const standing =
      main === undefined
        ? packStanding({ ...nothing, linked, length: section.length })
        : (standings.get(main.id) ?? [])
    const row = { id: section.id, ...aboutOf(main), standing }
    return isAsBefore(section, row) ? [] : [row]
  })
  return { apis: apis.flat(), docs: docs.flat() }
}

function aboutOf(main: ApiToStand | undefined) {
  return { about: main?.qualifiedName ?? null, aboutKind: main?.kind ?? null }
}

function isAsBefore(
  section: SectionToStand,
  { about, aboutKind, standing }: Omit<SectionToStand, 'id' | 'length'>
): boolean {
  const isSame = about === section.about && aboutKind === section.aboutKind
  return isSame && same(standing, section.standing)
}

const nothing: Standing = {
  usage: 0,
  mentions: 0,
  linked: 0,
  twins: 0,
  twinUsage: 0,
  parentUsage: 0,
  length: 0
}

function usageIn(counts: ReadonlyMap<string, Usage>, api: CountedApi) {
  return counts.get(api.id) ?? { usage: 0, mentions: 0, linked: 0 }
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i])
}

/** A section tells first of the API with the longest name whose best section it is. */
function mainApis(apis: readonly ApiToStand[]): Map<string, ApiToStand> {
  const mains = new Map<string, ApiToStand>()
  for (const api of apis) {
    const rival = mains.get(api.doc)
    if (rival === undefined || api.qualifiedName.length > rival.qualifiedName.length)
      mains.set(api.doc, api)
  }
  return mains
}

async function groupsOf(
  apis: readonly CountedApi[],
  counts: ReadonlyMap<string, Usage>
): Promise<(api: CountedApi) => Pick<Standing, 'twins' | 'twinUsage' | 'parentUsage'>> {
  const twins = new Map<string, { size: number; usage: number }>()
  const parents = new Map<string, number>()
  await inTurns(apis, (api) => {
    const { usage } = usageIn(counts, api)
    const group = twins.get(twinKey(api)) ?? { size: 0, usage: 0 }
    twins.set(twinKey(api), { size: group.size + 1, usage: Math.max(group.usage, usage) })
    parents.set(parentKey(api), (parents.get(parentKey(api)) ?? 0) + usage)
  })
  await inTurns(apis, (api) => {
    // The class itself, constructed or linked to, speaks for its members: few call them by their full name.
    const { usage, linked } = usageIn(counts, api)
    const key = `${api.library}\n${api.qualifiedName}`
    const members = parents.get(key)
    if (members !== undefined) parents.set(key, members + usage + linked)
  })
  return (api) => ({
    twins: twins.get(twinKey(api))?.size ?? 1,
    twinUsage: twins.get(twinKey(api))?.usage ?? 0,
    parentUsage: parents.get(parentKey(api)) ?? 0
  })
}

function twinKey(api: CountedApi): string {
  return `${api.library}\n${api.name.toLowerCase()}`
}

function parentKey(api: CountedApi): string {
  const name = api.qualifiedName
  return `${api.library}\n${name.slice(0, Math.max(0, name.lastIndexOf('.')))}`
}
