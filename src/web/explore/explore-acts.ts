import * as server from './explore-documents.js'
import type { Found, GraphPath } from './explore-documents.js'
import { emptyView, mostNodes, withFound, withoutNodes } from './view-state.js'
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
  /** Draws the next neighbours along edges of one type. */
  readonly expand: (edge: EdgeGroup, page: Page | undefined) => Promise<Page>
  /** Draws the shortest paths between the two nodes chosen last. */
  readonly connect: () => Promise<GraphPath[]>
  readonly showPath: (path: GraphPath | null) => void
  readonly hide: (ids: readonly string[]) => void
  readonly pin: (ids: readonly string[], pinned: boolean) => void
  readonly clear: () => void
}

export interface EdgeGroup {
  readonly id: string
  readonly type: string
  readonly out: boolean
}

/** Neighbours up to this many come with a node that is drawn. */
const few = 24
/** Edges to what is drawn are asked for while this many nodes are. */
const joinedUpTo = 500

export function createActs(store: ViewStore): ExploreActs {
  const draw = (found: Found) => {
    const before = store.get().nodes.size
    store.change((view) => withFound(view, found), true)
    return store.get().nodes.size - before
  }
  const drawn = () => [...store.get().nodes.keys()]
  return {
    add: async (id) => {
      const near = drawn().length < joinedUpTo ? drawn() : []
      const joined = await server.subgraph([...near, id])
      const node = joined.nodes.find((one) => one.id === id)
      const whole = near.length === 0 || node === undefined || node.degree <= few
      draw(whole ? await withJoins(await server.around(id), near) : joined)
    },
    around: async (id) => sayAdded(draw(await withJoins(await server.around(id), drawn())), store),
    expand: async (edge, page) => {
      const question = { id: edge.id, type: edge.type, out: edge.out }
      const found = await server.expand({ ...question, after: page?.next ?? null, drawn: drawn() })
      draw(found)
      return { next: found.next, total: found.total }
    },
    connect: async () => {
      const [from, to] = store.get().selected.slice(-2)
      if (from === undefined || to === undefined) return []
      const found = await server.paths(from, to)
      for (const path of found) draw(path)
      showPath(store, found[0] ?? null)
      return found
    },
    showPath: (path) => {
      showPath(store, path)
    },
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
      store.change(() => emptyView, true)
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
