import { ignoredInText } from './html-noise.js'
import { headingNames } from './html-names.js'
import type { HtmlElement, HtmlNode } from './html-tree.js'

export function isElement(node: HtmlNode | undefined): node is HtmlElement {
  return typeof node === 'object'
}

export function hasClass(element: HtmlElement, name: string): boolean {
  const all = element.attribs['class']
  if (all === undefined || !all.includes(name)) return false
  return all.split(/\s+/).includes(name)
}

export function idOf(element: HtmlElement): string {
  return element.attribs['id'] ?? ''
}

export function childElements(element: HtmlElement): HtmlElement[] {
  return element.children.filter(isElement)
}

export function isHeading(element: HtmlElement): boolean {
  return headingNames.has(element.name)
}

/** Every element below the nodes, in document order; `enter` says whether to look inside one. */
export function* descendants(
  nodes: readonly HtmlNode[],
  enter: (element: HtmlElement) => boolean = () => true
): Generator<HtmlElement> {
  for (const node of nodes) {
    if (!isElement(node)) continue
    yield node
    if (enter(node)) yield* descendants(node.children, enter)
  }
}

/** All text below, white space as it stands; permalinks and source links left out. */
export function rawText(nodes: readonly HtmlNode[]): string {
  let text = ''
  for (const node of nodes) {
    if (typeof node === 'string') text += node
    else if (node.name === 'br') text += '\n'
    else if (!ignoredInText(node)) text += rawText(node.children)
  }
  return text
}

/** All text below on one line. */
export function lineText(nodes: readonly HtmlNode[]): string {
  return rawText(nodes)
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
