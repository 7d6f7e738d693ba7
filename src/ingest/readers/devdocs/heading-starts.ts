import { descendants, hasClass, idOf, isHeading } from '../../text/html-query.js'
import { groupNames } from '../../text/html-names.js'
import type { HtmlElement } from '../../text/html-tree.js'

export interface HeadingStart {
  readonly anchor: string
  readonly level: number
}

export interface HeadingStarts {
  readonly starts: ReadonlyMap<HtmlElement, HeadingStart>
  /** Grouping elements that hold a start: to be looked into rather than taken whole. */
  readonly open: ReadonlySet<HtmlElement>
  readonly pageHeading: HtmlElement | undefined
}

/**
 * The headings at which a page's sections start: h1 to h4 with an id (their own, or that of the
 * section they open) that stand in the page's own flow, rubrics of an API entry not among them.
 */
export function findHeadingStarts(
  root: HtmlElement,
  isWanted: (heading: HtmlElement, anchor: string) => boolean
): HeadingStarts {
  const starts = new Map<HtmlElement, HeadingStart>()
  const open = new Set<HtmlElement>()
  const seen = new Set<string>()
  /** Elements whose first heading is past. */
  const opened = new Set<HtmlElement>()
  let pageHeading: HtmlElement | undefined
  for (const heading of descendants(root.children, canHoldHeadings)) {
    if (!isHeading(heading)) continue
    const isOpening = heading.parent !== null && !opened.has(heading.parent)
    if (heading.parent !== null) opened.add(heading.parent)
    if (pageHeading === undefined && heading.name === 'h1') {
      pageHeading = heading
      openAncestors(heading, open)
      continue
    }
    const anchor = anchorOf(heading, isOpening)
    if (anchor === '' || seen.has(anchor) || !isWanted(heading, anchor)) continue
    seen.add(anchor)
    starts.set(heading, { anchor, level: Math.max(2, Number(heading.name.slice(1))) })
    openAncestors(heading, open)
  }
  return { starts, open, pageHeading }
}

/** Rubrics stay in the text of their entry, and so do headings below h4. */
export function isSectionHeading(heading: HtmlElement): boolean {
  return !hasClass(heading, 'rubric') && !['h5', 'h6'].includes(heading.name)
}

function canHoldHeadings(element: HtmlElement): boolean {
  return groupNames.has(element.name)
}

/** A heading without an id that is its section's first has the section's. */
function anchorOf(heading: HtmlElement, isOpening: boolean): string {
  const own = idOf(heading)
  if (own !== '' || heading.parent === null || !isOpening) return own
  return groupNames.has(heading.parent.name) ? idOf(heading.parent) : ''
}

function openAncestors(element: HtmlElement, open: Set<HtmlElement>): void {
  for (let at = element.parent; at !== null && !open.has(at); at = at.parent) open.add(at)
}
