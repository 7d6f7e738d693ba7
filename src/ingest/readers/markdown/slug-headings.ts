import { descendants, idOf, isHeading, lineText } from '../../text/html-query.js'
import type { HtmlElement } from '../../text/html-tree.js'

/** Gives every heading without an id the anchor that GitHub gives it: unique by -1, -2. */
export function slugHeadings(root: HtmlElement): void {
  const used = new Map<string, number>()
  for (const element of descendants(root.children)) {
    if (!isHeading(element) || idOf(element) !== '') continue
    element.attribs['id'] = unique(slugOf(lineText(element.children)), used)
  }
}

export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
}

function unique(slug: string, used: Map<string, number>): string {
  let name = slug
  for (let n = used.get(slug) ?? 0; used.has(name);) name = `${slug}-${String(++n)}`
  used.set(slug, Number(/-(\d+)$/.exec(name.slice(slug.length))?.[1] ?? 0))
  used.set(name, 0)
  return name
}
