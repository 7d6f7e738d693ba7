import type { GraphPath } from './explore-documents.js'
import { stepsOf } from './path-steps.js'

/** How little an edge says between two things: what was done and learned says most, standing in the same place least. */
const dull: Readonly<Record<string, number>> = {
  RESOLVED: 0.8,
  CONTRADICTS: 0.9,
  SUPERSEDES: 0.9,
  ATTEMPTS: 1,
  USES: 1,
  RAISED: 1,
  ABOUT: 1,
  DERIVED_FROM: 1,
  LEARNED_IN: 1,
  REPLACED_BY: 1,
  ALIAS_OF: 1.1,
  BACKED_BY: 1.2,
  DOCUMENTS: 1.2,
  USED_WITH: 1.3,
  SEE_ALSO: 1.4,
  PART_OF: 1.9,
  MEMBER_OF: 1.9
}
const usual = 1.6
/** What a second path of the same sort of steps is set back. */
const repeated = 0.7

/** The paths that say most, three at most: short, by what was done, not through what joins everything, and of different sorts. */
export function bestPaths(paths: readonly GraphPath[], most = 3): GraphPath[] {
  const left = paths.map((path) => ({ path, dullness: dullness(path), sort: sortOf(path) }))
  const said = new Map<string, number>()
  const best: GraphPath[] = []
  while (best.length < most && left.length > 0) {
    const worth = left.map(({ dullness: own, sort }) => own + repeated * (said.get(sort) ?? 0))
    const at = worth.indexOf(Math.min(...worth))
    const [next] = left.splice(at, 1)
    if (next === undefined) break
    said.set(next.sort, (said.get(next.sort) ?? 0) + 1)
    best.push(next.path)
  }
  return best
}

function dullness(path: GraphPath): number {
  const steps = stepsOf(path).reduce(
    (sum, edges) => sum + Math.min(...edges.map(({ type }) => dull[type] ?? usual)),
    0
  )
  // What is joined to thousands joins any two of them.
  const hubs = path.nodes.slice(1, -1).reduce((sum, { degree }) => sum + Math.log10(1 + degree), 0)
  return steps + hubs / 3
}

function sortOf(path: GraphPath): string {
  return stepsOf(path)
    .map((edges) =>
      edges
        .map(({ type }) => type)
        .toSorted()
        .join('+')
    )
    .join(' ')
}
