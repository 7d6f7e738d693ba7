import * as server from './explore-documents.js'
import type { Found, GraphPath } from './explore-documents.js'
import { counted } from '../parts/counted.js'
import { bestPaths } from './best-paths.js'
import { nodeKinds } from '../node-kinds.js'
import {
  bookkeeping,
  emptied,
  mostNodes,
  withKindsShown,
  withFound,
  withoutNodes
} from './view-state.js'
import type { ViewStore } from './view-store.js'

/** How far the neighbours along one type of edge have been brought. */
export interface Page {
  readonly next: string | null
  readonly total: number
}

/** What can be done in Explore; each returns when it is done, and throws what the server says. */
export interface ExploreActs {
  /** Draws a node, with its edges to what is drawn; with its neighbours where they are few. */
  readonly add: (id: string) => Promise<void>
  /** Draws everything right around a node, 50 nodes at most. */
  readonly around: (id: string) => Promise<string>
  /** Draws the map of what is in sight, in place of what is drawn. */
  readonly map: () => Promise<string>
  /** Draws only what has to do with an API or a library. */
  readonly concerning: (question: Concerned) => Promise<string>
  /** Draws the next neighbours along edges of one type. */
  readonly expand: (edge: EdgeGroup, page: Page | undefined) => Promise<Page>
  /** Draws the best paths between the two nodes chosen last. */
  readonly connect: () => Promise<GraphPath[]>
  readonly showPath: (path: GraphPath | null) => void
  readonly hide: (ids: readonly string[]) => void
  readonly pin: (ids: readonly string[], pinned: boolean) => void
  readonly clear: () => void
}

/** What is asked for about a node: its id, a kind, of attempts how they ended. */
export interface Concerned {
  readonly id: string
  readonly kind: string
  readonly outcome: string | null
}

export interface EdgeGroup {
  readonly id: string
  readonly type: string
  readonly out: boolean
}

/** Kinds that no node has that may be shown. */
const unseen: ReadonlySet<string> = new Set(['Principal', 'Space'])
/** Neighbours up to this many come with a node that is drawn. */
const few = 24
/** Edges to what is drawn are asked for while this many nodes are. */
const joinedUpTo = 500

export function createActs(store: ViewStore): ExploreActs {
  return { ...drawing(store), ...asking(store), ...keeping(store) }
}

type Drawing = Pick<ExploreActs, 'add' | 'around' | 'expand' | 'connect' | 'showPath'>

/** Draws what was found. @returns how many nodes came */
function draw(store: ViewStore, found: Found): number {
  const before = store.get().nodes.size
  store.change((view) => withFound(view, found), true)
  return store.get().nodes.size - before
}

/** Kinds that come unasked: those that tell something. */
function tellingKinds(): string[] {
  return nodeKinds
    .map(({ label }) => label)
    .filter((label) => !bookkeeping.has(label) && !unseen.has(label))
}

function drawing(store: ViewStore): Drawing {
  const drawn = () => [...store.get().nodes.keys()]
  return {
    add: async (id) => {
      // The map is what one sees before one asks: whoever searches begins anew.
      const near = store.get().map || drawn().length >= joinedUpTo ? [] : drawn()
      const joined = await server.subgraph([...near, id])
      const node = joined.nodes.find((one) => one.id === id)
      const whole = near.length === 0 || node === undefined || node.degree <= few
      const found = whole ? await withJoins(await server.around(id, tellingKinds()), near) : joined
      store.change((view) => withFound(view.map ? emptied(view) : view, found), true)
    },
    around: async (id) =>
      sayAdded(
        draw(store, await withJoins(await server.around(id, tellingKinds()), drawn())),
        store
      ),
    expand: async (edge, page) => {
      const question = { id: edge.id, type: edge.type, out: edge.out }
      const found = await server.expand({ ...question, after: page?.next ?? null, drawn: drawn() })
      draw(store, found)
      store.change((view) => withKindsShown(view, found))
      return { next: found.next, total: found.total }
    },
    connect: async () => {
      const [from, to] = store.get().selected.slice(-2)
      if (from === undefined || to === undefined) return []
      const found = bestPaths(await server.paths(from, to))
      for (const path of found) draw(store, path)
      showPath(store, found[0] ?? null)
      return found
    },
    showPath: (path) => {
      showPath(store, path)
    }
  }
}

function asking(store: ViewStore): Pick<ExploreActs, 'map' | 'concerning'> {
  return {
    map: async () => {
      const found = await server.spaceMap()
      store.change((view) => ({ ...withFound(emptied(view), found), map: found.nodes.length > 0 }))
      return mapWords(found)
    },
    concerning: async (question) => {
      const found = await server.concerning(question)
      const others = found.nodes.filter(({ label }) => label === question.kind).length
      if (others === 0) return 'Nothing of that kind is known about it.'
      store.change((view) => withFound(emptied(view), found), true)
      return found.truncated ? `The newest ${String(others)}; there are more.` : ''
    }
  }
}

type Keeping = Pick<ExploreActs, 'hide' | 'pin' | 'clear'>

function keeping(store: ViewStore): Keeping {
  return {
    hide: (ids) => {
      store.change((view) => ({ ...withoutNodes(view, ids) }), true)
    },
    pin: (ids, pinned) => {
      store.change((view) => {
        const next = new Set(view.pinned)
        for (const id of ids) {
          if (pinned) next.add(id)
          else next.delete(id)
        }
        return { ...view, pinned: next }
      }, true)
    },
    clear: () => {
      store.change(emptied, true)
    }
  }
}

/** What was found with all edges between it and what is drawn, unless that is too much to ask for. */
async function withJoins(found: Found, drawn: readonly string[]): Promise<Found> {
  if (drawn.length + found.nodes.length > joinedUpTo) return found
  const ids = new Set([...drawn, ...found.nodes.map(({ id }) => id)])
  const { edges } = await server.subgraph([...ids])
  return { nodes: found.nodes, edges: [...found.edges, ...edges] }
}

function showPath(store: ViewStore, path: GraphPath | null): void {
  store.change((view) => ({ ...view, path: path?.nodes.map(({ id }) => id) ?? [] }))
}

function sayAdded(added: number, store: ViewStore): string {
  if (store.get().nodes.size >= mostNodes)
    return `The view holds ${String(mostNodes)} nodes; hide some to draw others.`
  return added === 0 ? 'Nothing new around it.' : `${String(added)} drawn.`
}

/** What the map shows, in a sentence. */
function mapWords({ nodes, attempts }: Found & { readonly attempts: number }): string {
  const many = (label: string) => nodes.filter((node) => node.label === label).length
  if (nodes.length === 0) return ''
  const libraries = counted(many('Library'), 'library', 'libraries')
  const shown = `${libraries}, ${counted(many('Problem'), 'problem')} and ${counted(many('Insight'), 'insight')}`
  return attempts === 0
    ? `${shown}; no attempts yet.`
    : `${shown}, as the last ${counted(attempts, 'attempt')} tell.`
}
