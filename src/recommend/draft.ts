import type { ItemKind, PathStep } from '../domain/recommendation.js'

/** A node that an item rests on, as far as a citation tells of it. */
export interface CitedNode {
  readonly id: string
  readonly label: string
  readonly library: string | null
  readonly title: string
  readonly breadcrumb: readonly string[]
  readonly url: string | null
}

/** An item before its citations are numbered and checked. */
export interface Draft {
  readonly kind: ItemKind
  readonly title: string
  readonly body: string
  readonly code: string | null
  readonly evidence: string | null
  /** Whether only the agent that reported it stands behind it. */
  readonly selfReported: boolean
  /** Who alone stands behind it, where Cairn knows that; null for what others stand behind too, and for documentation. */
  readonly by: string | null
  readonly reason: string
  readonly path: readonly PathStep[]
  /** How likely it is of use, from 0 to 1. */
  readonly probability: number
  /** The node it is made of. */
  readonly node: CitedNode
  /** The stored spans it rests on, best first. */
  readonly rests: readonly { readonly node: CitedNode; readonly quote: string }[]
}

/** `pandas 1.4.0` of `pypi/pandas@1.4.0`; null where a node is of no library. */
export function versionOf(library: string | null): string | null {
  if (library === null || library === '') return null
  const name = library.replace(/^[^/]*\//, '').replace(/\+[^+]*$/, '')
  const at = name.lastIndexOf('@')
  const version = name.slice(at + 1)
  return at <= 0 || version === '0' ? name.replace(/@0$/, '') : `${name.slice(0, at)} ${version}`
}
