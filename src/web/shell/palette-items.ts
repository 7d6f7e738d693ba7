import { may, useSession, useSignOut, type Session } from '../data/session.js'
import type { Hit } from '../explore/explore-documents.js'
import { useSearch } from '../explore/use-search.js'
import { nodeKind } from '../node-kinds.js'
import { nodeHref } from '../parts/node-link.js'
import { places } from '../places.js'

/** Something that the palette offers. */
export interface PaletteItem {
  readonly id: string
  readonly name: string
  /** What it is, and by which keys it is reached without the palette. */
  readonly kind: string
  /** Of a node. */
  readonly label?: string
  /** An address to go to, or what is done. */
  readonly act: string | (() => void)
}

/** Pages and actions with these words in their names, then nodes of the memory; all pages and actions where there are none. */
export function usePaletteItems(words: string): {
  readonly items: readonly PaletteItem[]
  readonly waiting: boolean
} {
  const session = useSession()
  const signOut = useSignOut()
  const typed = words.trim()
  const { hits, waiting } = useSearch(typed.length > 1 ? typed : '')
  const acts = [
    ...pageItems(session),
    ...actionItems(session),
    { id: 'sign-out', name: 'Sign out', kind: 'action', act: () => void signOut() }
  ]
  const wanted = typed.toLowerCase()
  const named = acts.filter(({ name }) => name.toLowerCase().includes(wanted))
  if (typed === '') return { items: named, waiting: false }
  const nodes = may(session, 'expand')
    ? told(hits).map(({ id, title, label }): PaletteItem => {
        return { id, name: title, kind: nodeKind(label).name, label, act: nodeHref(id) }
      })
    : []
  const ask = `/ask?q=${encodeURIComponent(typed)}`
  const asking = { id: 'ask-this', name: `Ask: ${typed}`, kind: 'action', act: ask }
  return { items: [...named, ...nodes, asking], waiting }
}

/** The first of those that read the same: attempts at one task are many. */
function told(hits: readonly Hit[]): readonly Hit[] {
  const same = (a: Hit, b: Hit) => a.title === b.title && a.label === b.label
  return hits.filter((hit, i) => hits.findIndex((one) => same(one, hit)) === i).slice(0, 8)
}

function pageItems(session: Session): PaletteItem[] {
  return places.flatMap(({ path, name, letter, needs }) =>
    name === null || !may(session, needs)
      ? []
      : [{ id: path, name, kind: letter === null ? 'page' : `page, g ${letter}`, act: path }]
  )
}

function actionItems(session: Session): PaletteItem[] {
  const actions = [
    ['What is blocked in Review', '/review?tab=blocked', 'approveInsight'],
    ['What hurts among the insights', '/insights?verdict=hurts', 'reviewQueue'],
    ['Add a library', '/libraries?add=yes', 'ingest']
  ] as const
  return actions.flatMap(([name, act, needs]) =>
    may(session, needs) ? [{ id: act, name, kind: 'action', act }] : []
  )
}
