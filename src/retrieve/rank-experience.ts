import { linkedExperience } from './as-of.js'
import type { Intent } from './intent.js'
import { isCalled } from './known-libraries.js'
import type { Ranked } from './memory.js'
import { pathOf, stopOf, type Stop } from './paths.js'
import { present, type Presented } from './present.js'
import type { Gathered, RetrieveDeps, RetrieveOptions } from './retrieve.js'
import type { ScoredCandidate } from './score-documents.js'
import { scoreExperience, type ScoredExperience } from './score-experience.js'

/** From how many of the best sections and APIs experience is followed, and how much of each. */
const experienceSeeds = 12
const experiencePerNode = 6

/** So many of the best insights are looked at, however much other experience there is. */
const leastInsights = 3

/** More experience than this is never shown. */
const mostExperience = 20

/** Experience in its order, with what is shown of it. */
export interface Experience {
  readonly scored: readonly ScoredExperience[]
  readonly memories: ReadonlyMap<string, Presented>
}

/** What was experienced near the question or hangs on its best documents, scored, as it is shown. */
export async function withExperience(
  deps: RetrieveDeps,
  seen: {
    gathered: Gathered
    documents: readonly ScoredCandidate[]
    options: RetrieveOptions
  }
): Promise<Experience> {
  const { recalled, plan, epoch, vector } = seen.gathered
  const { spaces, limit } = seen.options
  if (recalled.experience.length === 0) return { scored: [], memories: new Map() }
  const top = seen.documents.slice(0, experienceSeeds)
  const at = {
    apis: top.flatMap(({ candidate }) => candidate.api ?? []),
    docs: top.map(({ candidate }) => candidate.doc),
    problems: recalled.experience.filter((e) => e.label === 'Problem').map((e) => e.id),
    spaces,
    perNode: experiencePerNode
  }
  const links = await linkedExperience(deps.db, at, epoch)
  const documents = new Map(
    top.flatMap(({ candidate, score }) =>
      [candidate.doc, candidate.api].flatMap((id): [string, number][] =>
        id === null ? [] : [[id, score]]
      )
    )
  )
  const all = scoreExperience({ recalled: recalled.experience, links, documents }, plan.weights)
  const scored = all.slice(0, Math.min(limit, mostExperience))
  // What people approved is not crowded out by attempts, of which there are always more.
  const insights = all.filter((node) => node.label === 'Insight').slice(0, leastInsights)
  scored.push(...insights.filter((node) => !scored.includes(node)))
  const memories = await present(
    deps.db,
    scored.map((node) => node.id),
    { spaces, vector }
  )
  const shown = scored.filter(({ id, label }) => {
    const one = memories.get(id)
    // Full text and edges know insights that nobody approved, or that were withdrawn: they are no advice.
    if (label === 'Insight' && epoch === null && one?.memory.kind !== 'reviewed') return false
    return one === undefined || !plan.bound || isOf(one, seen.gathered.intent.libraries)
  })
  return { scored: shown, memories }
}

/** Whether experience has to do with these libraries, in whatever version, or with one of their family; what tells of none may have. */
function isOf({ memory, libraries }: Presented, bound: Intent['libraries']): boolean {
  const told = [...libraries, ...(memory.library === null ? [] : [memory.library])]
  return (
    told.length === 0 ||
    told.some((one) =>
      bound.some((library) => isCalled(library, one) || isOfFamily(nameIn(one), library.name))
    )
  )
}

/** `npm/@apollo/server@5.5.1` and `@apollo/server@5` are @apollo/server, in lower case. */
function nameIn(told: string): string {
  return told
    .toLowerCase()
    .replace(/^[a-z]+\/(?=.)/, '')
    .replace(/(?<=.)@[^@/]*$/, '')
}

/** What a library is split into, or made for: `neo4j-driver-core` beside `neo4j-driver`. */
function isOfFamily(one: string, library: string): boolean {
  const other = library.toLowerCase()
  return one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`)
}

/** The experience that is shown, each with the path by which it came. */
export function rankedExperience(
  experience: Experience,
  documents: readonly ScoredCandidate[]
): Ranked[] {
  const byId = new Map<string, Stop>()
  for (const { candidate } of documents.slice(0, experienceSeeds)) {
    byId.set(candidate.doc, stopOf(candidate))
    if (candidate.api !== null) byId.set(candidate.api, stopOf(candidate))
  }
  const titled = (node: ScoredExperience): Stop => ({
    ...node,
    title: experience.memories.get(node.id)?.memory.title ?? node.label
  })
  for (const node of experience.scored) byId.set(node.id, titled(node))
  return experience.scored.flatMap((node, i): Ranked[] => {
    const presented = experience.memories.get(node.id)
    if (presented === undefined) return []
    const { memory, similarity } = presented
    const path = pathOf(titled(node), (id) => byId.get(id))
    return [
      {
        memory,
        api: null,
        score: node.score,
        similarity,
        rank: i + 1,
        standing: null,
        path,
        found: node.found,
        links: node.links
      }
    ]
  })
}
