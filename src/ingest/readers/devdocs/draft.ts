import type { Block } from '../../text/blocks.js'
import type { HtmlElement, HtmlNode } from '../../text/html-tree.js'
import type { ApiGroup } from './api-groups.js'

/** A section in the making: what it holds is known, but not yet rendered. */
export interface Draft {
  readonly anchor: string
  readonly parent: Draft | null
  readonly level: number
  title: string
  /** The heading that begins it; null for the page and for entries. */
  readonly heading: HtmlElement | null
  /** What stands before the nodes: signatures. */
  readonly lead: Block[]
  readonly nodes: HtmlNode[]
  /** The signatures and descriptions that this section is made from. */
  group: ApiGroup | null
  /** Those of the group's terms that this section documents. */
  terms: readonly HtmlElement[]
  /** A section whose text stands elsewhere: it shows the beginning and points there. */
  readonly seeAlso: Draft | null
}

export interface SplitPage {
  /** In document order, the page first, parents before children. */
  readonly drafts: Draft[]
  /** Elements that became sections of their own, left out where they stand. */
  readonly skip: Set<HtmlElement>
}

export function createDraft(
  anchor: string,
  parent: Draft | null,
  more: Partial<Omit<Draft, 'anchor' | 'parent' | 'lead'>> = {}
): Draft {
  return {
    anchor,
    parent,
    level: more.level ?? 99,
    title: more.title ?? '',
    heading: more.heading ?? null,
    lead: [],
    nodes: more.nodes ?? [],
    group: more.group ?? null,
    terms: more.terms ?? [],
    seeAlso: more.seeAlso ?? null
  }
}
