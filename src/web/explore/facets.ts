import { passes, type Filter, type View } from './view-state.js'
import type { NodeBrief } from './explore-documents.js'

/** A value that nodes of the view have, and how many would be shown with it. */
export interface Facet {
  readonly value: string
  readonly count: number
}

export interface Facets {
  readonly labels: readonly Facet[]
  readonly libraries: readonly Facet[]
  readonly spaces: readonly Facet[]
  readonly outcomes: readonly Facet[]
  readonly epochs: readonly Facet[]
}

/** How many drawn nodes each value of a filter stands for, the other filters as they are set. */
export function facetsOf(view: View): Facets {
  const { filter } = view
  const nodes = [...view.nodes.values()]
  const counted = (without: Partial<Filter>, valuesOf: (node: NodeBrief) => readonly string[]) =>
    count(nodes, { ...filter, ...without }, valuesOf)
  return {
    labels: counted({ off: new Set() }, ({ label }) => [label]),
    libraries: counted({ libraries: new Set() }, ({ library }) => some(library)),
    spaces: counted({ spaces: new Set() }, ({ space }) => some(space)),
    outcomes: counted({ outcomes: new Set() }, ({ label, outcome }) =>
      label === 'Trace' ? some(outcome) : []
    ),
    epochs: counted({ epoch: null }, ({ epochs }) => epochs.map(String))
  }
}

function some(value: string | null): string[] {
  return value === null ? [] : [value]
}

/** Every value of the nodes, also those that the other filters leave none of. */
function count(
  nodes: readonly NodeBrief[],
  filter: Filter,
  valuesOf: (node: NodeBrief) => readonly string[]
): Facet[] {
  const counts = new Map<string, number>()
  for (const node of nodes) {
    const one = passes(filter, node) ? 1 : 0
    for (const value of valuesOf(node)) counts.set(value, (counts.get(value) ?? 0) + one)
  }
  return [...counts]
    .map(([value, many]) => ({ value, count: many }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
