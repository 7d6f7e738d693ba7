import { idOf, isElement, lineText } from '../../text/html-query.js'
import type { HtmlElement, HtmlNode } from '../../text/html-tree.js'
import type { ApiGroup } from './api-groups.js'
import { findApiGroups, termsByName } from './api-groups.js'
import { createDraft } from './draft.js'
import type { Draft, SplitPage } from './draft.js'
import type { HeadingStart, HeadingStarts } from './heading-starts.js'
import { findHeadingStarts, isSectionHeading } from './heading-starts.js'
import { titleOf } from './heading-title.js'

/**
 * Divides a page into its sections: the page itself, one for each heading of its own flow, and one
 * for each API entry, nested as the entries are. `wanted` are the anchors that the index names.
 */
export function splitPage(root: HtmlElement, wanted: ReadonlySet<string>): SplitPage {
  const groups = findApiGroups(root)
  const taken = new Set(groups.flatMap((group) => group.named.map(idOf)))
  const headings = findHeadingStarts(root, (heading, anchor) => {
    if (taken.has(anchor)) return false
    return wanted.has(anchor) || isSectionHeading(heading)
  })
  const page = createDraft('', null, { level: 1 })
  const merged = mergeable(groups, wanted)
  const split = createSplit({ page, headings, groups, merged })
  if (headings.pageHeading) page.title = titleOf(headings.pageHeading)
  split.walk(root.children)
  return { drafts: split.drafts, skip: split.skip }
}

/** The page of a single API, which the index names by the page alone: its entry is the page. */
function mergeable(groups: readonly ApiGroup[], wanted: ReadonlySet<string>): ApiGroup | undefined {
  const [first, ...others] = groups.filter((group) => group.within === null)
  if (first === undefined || others.length > 0 || first.named.length > 1) return undefined
  return first.named.some((dt) => wanted.has(idOf(dt))) ? undefined : first
}

interface SplitInput {
  readonly page: Draft
  readonly headings: HeadingStarts
  readonly groups: readonly ApiGroup[]
  readonly merged: ApiGroup | undefined
}

function createSplit({ page, headings, groups, merged }: SplitInput) {
  const drafts: Draft[] = [page]
  const skip = new Set<HtmlElement>()
  const byList = groupByList(groups)
  const draftOf = new Map<ApiGroup, Draft>()
  const stack: Draft[] = [page]
  const current = () => stack.at(-1) ?? page

  function startSection(heading: HtmlElement, { anchor, level }: HeadingStart): void {
    while (stack.length > 1 && current().level >= level) stack.pop()
    const draft = createDraft(anchor, current(), begunBy(heading, level))
    drafts.push(draft)
    stack.push(draft)
  }

  function mergeIntoPage(group: ApiGroup): void {
    page.group = group
    page.terms = group.terms
    dropKindLine(page.nodes)
    draftOf.set(group, page)
    for (const element of [...group.terms, ...group.body]) skip.add(element)
    for (const dd of group.body) {
      page.nodes.push(...dd.children)
      claim(dd.children)
    }
  }

  /** Makes sections of all entries below, in document order. */
  function claim(nodes: readonly HtmlNode[]): void {
    for (const node of nodes) {
      if (!isElement(node)) continue
      for (const group of byList.get(node) ?? []) addGroup(group)
      claim(node.children)
    }
  }

  function addGroup(group: ApiGroup): void {
    if (group === merged && draftOf.has(group)) return
    const parent = (group.within && draftOf.get(group.within)) ?? current()
    for (const element of [...group.terms, ...group.body]) skip.add(element)
    const [main, ...others] = groupDrafts(group, parent)
    if (main === undefined) return
    draftOf.set(group, main)
    drafts.push(main, ...others)
  }

  const walk = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) take(node)
  }

  function take(node: HtmlNode): void {
    if (!isElement(node)) {
      current().nodes.push(node)
      return
    }
    const start = headings.starts.get(node)
    if (node === headings.pageHeading) return
    if (start !== undefined) startSection(node, start)
    else if (merged !== undefined && node === merged.dl) mergeIntoPage(merged)
    else if (headings.open.has(node) || holdsMerged(node, merged)) walk(node.children)
    else {
      current().nodes.push(node)
      claim([node])
    }
  }

  return { drafts, skip, walk }
}

/** What a section has of the heading that begins it. */
function begunBy(heading: HtmlElement, level: number) {
  return { level, title: titleOf(heading), heading }
}

/** The first of the objects described together has the description, the others point to it. */
function groupDrafts(group: ApiGroup, parent: Draft): Draft[] {
  const [first, ...others] = termsByName(group)
  if (first === undefined) return []
  const nodes = group.body.flatMap((dd) => dd.children)
  const main = createDraft(first.anchor, parent, { group, terms: first.terms, nodes })
  return [
    main,
    ...others.map(({ anchor, terms }) =>
      createDraft(anchor, parent, { group, terms, seeAlso: main })
    )
  ]
}

/** NumPy's pages say 'method' above a method: the record says so already. */
function dropKindLine(nodes: HtmlNode[]): void {
  const at = nodes.findIndex((n) => isElement(n) && /^(?:method|attribute)$/.test(lineText([n])))
  if (at !== -1) nodes.splice(at, 1)
}

function holdsMerged(node: HtmlElement, merged: ApiGroup | undefined): boolean {
  for (let at = merged?.dl.parent ?? null; at !== null; at = at.parent) if (at === node) return true
  return false
}

function groupByList(groups: readonly ApiGroup[]): Map<HtmlElement, ApiGroup[]> {
  const map = new Map<HtmlElement, ApiGroup[]>()
  for (const group of groups) map.set(group.dl, [...(map.get(group.dl) ?? []), group])
  return map
}
