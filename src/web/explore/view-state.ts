import type { Colouring } from './colours.js'
import type { Edge, Found, NodeBrief } from './explore-documents.js'

/** Which of the drawn nodes are shown; empty sets let everything by. */
export interface Filter {
  /** Labels that are switched off in the legend. */
  readonly off: ReadonlySet<string>
  readonly libraries: ReadonlySet<string>
  readonly spaces: ReadonlySet<string>
  /** passed or failed; of attempts. */
  readonly outcomes: ReadonlySet<string>
  /** Of insights those in force in this epoch. */
  readonly epoch: number | null
  /** Days, `2026-03-01`; of what has a time. */
  readonly since: string
  readonly until: string
}

/** What is drawn and what is done with it; never changed, only replaced. */
export interface View {
  readonly nodes: ReadonlyMap<string, NodeBrief>
  readonly edges: ReadonlyMap<string, Edge>
  readonly pinned: ReadonlySet<string>
  /** In the order of choosing. */
  readonly selected: readonly string[]
  /** Nodes of the path that is shown, in order; empty where none is. */
  readonly path: readonly string[]
  readonly filter: Filter
  readonly colour: Colouring
  /** Whether it is the map of the space as it came. */
  readonly map: boolean
}

/** Nodes that a view holds at most; what the server gives back by a link is as much. */
export const mostNodes = 5_000

/** Kinds that keep books rather than tell something: not shown unless they are asked for. */
export const bookkeeping: ReadonlySet<string> = new Set([
  'State',
  'Job',
  'Review',
  'Recommendation',
  'Epoch'
])

export const noFilter: Filter = {
  off: bookkeeping,
  libraries: new Set(),
  spaces: new Set(),
  outcomes: new Set(),
  epoch: null,
  since: '',
  until: ''
}

export const emptyView: View = {
  nodes: new Map(),
  edges: new Map(),
  pinned: new Set(),
  selected: [],
  path: [],
  filter: noFilter,
  colour: 'kind',
  map: false
}

export function edgeKey(edge: Edge): string {
  return `${edge.from}\n${edge.type}\n${edge.to}`
}

/** The view with these nodes and the edges between what it then holds. */
export function withFound(view: View, found: Found): View {
  const nodes = new Map(view.nodes)
  for (const node of found.nodes) {
    // What the map told of it stays.
    const before = nodes.get(node.id)
    if (before !== undefined || nodes.size < mostNodes) nodes.set(node.id, { ...before, ...node })
  }
  const edges = new Map(view.edges)
  for (const edge of found.edges) {
    if (nodes.has(edge.from) && nodes.has(edge.to)) edges.set(edgeKey(edge), edge)
  }
  for (const edge of libraryEdges(nodes, edges)) edges.set(edgeKey(edge), edge)
  return { ...view, nodes, edges, map: view.map && nodes.size === view.nodes.size }
}

/** Documentation whose parent is not drawn, joined to its library where that is: no edge of the graph goes so far. */
function libraryEdges(nodes: View['nodes'], edges: View['edges']): Edge[] {
  const libraries = new Map(
    [...nodes.values()].flatMap(({ id, label, library }) =>
      label === 'Library' && library !== null ? [[library, id] as const] : []
    )
  )
  if (libraries.size === 0) return []
  const placed = new Set(
    [...edges.values()].flatMap(({ from, type }) => (upward.has(type) ? [from] : []))
  )
  return [...nodes.values()].flatMap(({ id, label, library }) => {
    const to = libraries.get(library ?? '')
    const alone = (label === 'Api' || label === 'Doc') && !placed.has(id)
    return alone && to !== undefined ? [{ from: id, to, type: 'IN_LIBRARY', note: null }] : []
  })
}

const upward: ReadonlySet<string> = new Set(['MEMBER_OF', 'PART_OF', 'IN_LIBRARY'])

/** An empty view that is looked at as before. */
export function emptied({ filter, colour }: View): View {
  return { ...emptyView, filter, colour }
}

/** The view in which what was asked for by itself is shown, also where its kind was hidden. */
export function withKindsShown(view: View, { nodes }: Found): View {
  const came = new Set(nodes.map(({ label }) => label))
  const off = new Set([...view.filter.off].filter((label) => !came.has(label)))
  return off.size === view.filter.off.size ? view : { ...view, filter: { ...view.filter, off } }
}

/** The view without these nodes. */
export function withoutNodes(view: View, ids: readonly string[]): View {
  const gone = new Set(ids)
  const kept = (id: string) => !gone.has(id)
  return {
    ...view,
    nodes: new Map([...view.nodes].filter(([id]) => kept(id))),
    edges: new Map([...view.edges].filter(([, { from, to }]) => kept(from) && kept(to))),
    selected: view.selected.filter(kept),
    path: view.path.every(kept) ? view.path : [],
    map: false
  }
}

/** A set with the item if it was not there, without it if it was. */
export function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(item)) next.add(item)
  return next
}

/** Chooses a node alone, or one more beside the others. */
export function withSelected(view: View, id: string, more: boolean): View {
  if (!more) return { ...view, selected: [id] }
  const others = view.selected.filter((other) => other !== id)
  return { ...view, selected: others.length < view.selected.length ? others : [...others, id] }
}

/** The drawn neighbours of a node that are shown, by title. */
export function neighboursOf(view: View, id: string): NodeBrief[] {
  const ids = new Set<string>()
  for (const { from, to } of view.edges.values()) {
    if (from === id && to !== id) ids.add(to)
    else if (to === id && from !== id) ids.add(from)
  }
  return [...ids]
    .flatMap((other) => view.nodes.get(other) ?? [])
    .filter((node) => passes(view.filter, node))
    .sort((a, b) => a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1))
}

/** Whether a drawn node is shown. */
export function passes(filter: Filter, node: NodeBrief): boolean {
  return (
    !filter.off.has(node.label) &&
    within(filter.libraries, node.library) &&
    within(filter.spaces, node.space) &&
    (node.label !== 'Trace' || within(filter.outcomes, node.outcome)) &&
    inEpoch(filter, node) &&
    inTime(filter, node)
  )
}

/** What has no value stays: a filter by library is about what belongs to one. */
function within(set: ReadonlySet<string>, value: string | null): boolean {
  return set.size === 0 || value === null || set.has(value)
}

function inEpoch({ epoch }: Filter, node: NodeBrief): boolean {
  return epoch === null || node.label !== 'Insight' || node.epochs.includes(epoch)
}

function inTime({ since, until }: Filter, { createdAt }: NodeBrief): boolean {
  if (createdAt === null) return true
  const day = createdAt.slice(0, 10)
  return (since === '' || day >= since) && (until === '' || day <= until)
}
