import type { Hit, Link } from './memory.js'
import type { Plan } from './plan.js'
import type { RecalledExperience } from './recall-experience.js'
import { fusionConstant } from './score-documents.js'

/** A problem, attempt, lesson or insight with what brought it up. */
export interface ScoredExperience {
  readonly id: string
  readonly label: string
  readonly outcome: string | null
  readonly found: readonly Hit[]
  readonly links: readonly Link[]
  readonly score: number
}

/** How experience hangs on something that was found. */
export interface ExperienceLink {
  readonly from: string
  readonly type: string
  readonly id: string
  readonly label: string
  readonly outcome: string | null
}

/** How much of the score of what it hangs on experience inherits, by edge. */
const inherits: Readonly<Record<string, number>> = {
  'of USES': 0.15,
  'of ABOUT': 0.5,
  'of BACKED_BY': 0.6,
  'of ATTEMPTS': 0.95
}

/** What several attempts showed and a person approved counts for two attempts. */
const approved = 2

/** How many of those it hangs on may speak for it. */
const witnesses = 2

/**
 * Orders experience by the ranks of its sources and by what it hangs on: an attempt at the very
 * problem before an attempt that happens to use the same API. Pure; ties are broken by id.
 */
export function scoreExperience(
  seen: {
    recalled: readonly RecalledExperience[]
    links: readonly ExperienceLink[]
    /** Score of documentation by id of section and of API. */
    documents: ReadonlyMap<string, number>
  },
  weights: Plan['weights']
): ScoredExperience[] {
  const nodes = gather(seen.recalled, seen.links)
  const own = new Map([...nodes].map(([id, node]) => [id, fused(node.found, weights)]))
  const scored = [...nodes.values()].map((node) => {
    const shares = node.links
      .map(
        (link) =>
          (inherits[link.type] ?? 0) * (seen.documents.get(link.from) ?? own.get(link.from) ?? 0)
      )
      .sort((a, b) => b - a)
    const inherited = shares.slice(0, witnesses).reduce((sum, share) => sum + share, 0)
    const score = (own.get(node.id) ?? 0) + inherited
    return { ...node, score: node.label === 'Insight' ? approved * score : score }
  })
  const scale = Math.max(1, ...scored.map((node) => node.score))
  return scored
    .map((node) => ({ ...node, score: node.score / scale }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

type Node = Omit<ScoredExperience, 'score'> & { readonly found: Hit[]; readonly links: Link[] }

function gather(
  recalled: readonly RecalledExperience[],
  links: readonly ExperienceLink[]
): Map<string, Node> {
  const nodes = new Map<string, Node>()
  const enter = (row: { id: string; label: string; outcome: string | null }): Node => {
    const { id, label, outcome } = row
    const node = nodes.get(id) ?? { id, label, outcome, found: [], links: [] }
    nodes.set(id, node)
    return node
  }
  const ranks = new Map<string, number>()
  for (const row of recalled) {
    const rank = (ranks.get(row.source) ?? 0) + 1
    ranks.set(row.source, rank)
    enter(row).found.push({ source: row.source, rank })
  }
  for (const row of links) enter(row).links.push({ from: row.from, type: row.type })
  return nodes
}

/** The weight of each source that found it, less the further down it stood. */
function fused(found: readonly Hit[], weights: Plan['weights']): number {
  const by: Readonly<Record<string, number>> = weights
  return found.reduce(
    (sum, hit) =>
      sum + ((by[hit.source] ?? 0) * (fusionConstant + 1)) / (fusionConstant + hit.rank),
    0
  )
}
