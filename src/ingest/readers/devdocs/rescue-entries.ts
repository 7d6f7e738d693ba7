import { textBlock } from '../../text/blocks.js'
import { descendants, idOf, isElement, isHeading, lineText } from '../../text/html-query.js'
import type { HtmlElement, HtmlNode } from '../../text/html-tree.js'
import type { IndexEntry } from './context.js'
import { createDraft } from './draft.js'
import type { SplitPage } from './draft.js'

/**
 * Gives every index entry that found no section one: what stands at its anchor, wherever that is,
 * else a line that points to the page.
 */
export function rescueEntries(
  split: SplitPage,
  root: HtmlElement,
  entries: readonly IndexEntry[]
): void {
  const have = new Set(split.drafts.map((draft) => draft.anchor))
  const lost = entries.filter((entry) => !have.has(entry.anchor))
  if (lost.length === 0) return
  const elements = elementsById(root)
  const [page] = split.drafts
  for (const { anchor, name } of lost) {
    if (have.has(anchor)) continue
    have.add(anchor)
    const found = elements.get(anchor) ?? elements.get(fold(anchor))
    const nodes = found === undefined ? [] : contentAt(found)
    const draft = createDraft(anchor, page ?? null, { title: name, nodes })
    if (lineText(nodes) === '') draft.lead.push(textBlock(pointer(name, page?.title ?? '')))
    split.drafts.push(draft)
  }
}

function pointer(name: string, pageTitle: string): string {
  return `${name}: see the page "${pageTitle}".`
}

function elementsById(root: HtmlElement): Map<string, HtmlElement> {
  const map = new Map<string, HtmlElement>()
  for (const element of descendants(root.children)) {
    const id = idOf(element) === '' ? (element.attribs['name'] ?? '') : idOf(element)
    if (id === '') continue
    if (!map.has(id)) map.set(id, element)
    if (!map.has(fold(id))) map.set(fold(id), element)
  }
  return map
}

function fold(id: string): string {
  return id.toLowerCase().replace(/[-_.:\s]+/g, '-')
}

/** What a reader sees who follows a link to an element. */
function contentAt(element: HtmlElement): HtmlNode[] {
  if (isHeading(element)) return untilHeading(element)
  if (element.name === 'dt') return [element.parent === null ? element : termOnly(element)]
  const enclosing = blockAround(element)
  return lineText([enclosing]) === '' ? untilHeading(enclosing) : [enclosing]
}

function untilHeading(from: HtmlElement): HtmlNode[] {
  const siblings = from.parent?.children ?? []
  const rest = siblings.slice(siblings.indexOf(from) + 1)
  const end = rest.findIndex((node, at) => at > 0 && isElement(node) && isHeading(node))
  return end === -1 ? rest : rest.slice(0, end)
}

function blockAround(element: HtmlElement): HtmlElement {
  let at = element
  while (
    at.parent?.parent &&
    !['p', 'li', 'tr', 'dd', 'section', 'div', 'table'].includes(at.name)
  ) {
    at = at.parent
  }
  return at
}

/** A definition list of this term alone. */
function termOnly(dt: HtmlElement): HtmlElement {
  const siblings = dt.parent?.children ?? []
  const after = siblings.slice(siblings.indexOf(dt) + 1).filter(isElement)
  const next = after.findIndex((node) => node.name === 'dd')
  const dd = after[next]
  return { name: 'dl', attribs: {}, parent: null, holdsBlock: true, children: dd ? [dt, dd] : [dt] }
}
