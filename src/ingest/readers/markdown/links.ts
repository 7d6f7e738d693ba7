import { descendants } from '../../text/html-query.js'
import type { HtmlNode } from '../../text/html-tree.js'
import type { Draft } from '../devdocs/draft.js'
import { resolveLink } from '../devdocs/links.js'

/** Where the links of a section lead within its documentation, sorted; those to its own page to the sections there are. */
export function linksOf(
  nodes: readonly HtmlNode[],
  path: string,
  sections: readonly Draft[]
): string[] {
  const found = new Set<string>()
  for (const element of descendants(nodes)) {
    if (element.name !== 'a') continue
    const target = resolveLink(element.attribs['href'] ?? '', path)
    if (target !== undefined) found.add(arriving(asPage(target, path), path, sections))
  }
  return [...found].sort()
}

/** Links between pages often leave the ending out. */
function asPage(target: string, from: string): string {
  const [, file = '', anchor = ''] = /^([^#]*)(#.*)?$/s.exec(target) ?? []
  const ending = /\.\w+$/.exec(from)?.[0] ?? ''
  if (/\.html$/.test(file)) return file.replace(/\.html$/, ending) + anchor
  return (/\.\w+$/.test(file) || file === from ? file : file + ending) + anchor
}

/** A link within the page whose anchor is written in another way still means the heading with the same letters. */
function arriving(target: string, path: string, sections: readonly Draft[]): string {
  if (!target.startsWith(`${path}#`)) return target
  const anchor = target.slice(path.length + 1)
  if (sections.some((section) => section.anchor === anchor)) return target
  const letters = lettersOf(anchor)
  const meant = sections.find(
    (section) => section.anchor !== '' && lettersOf(section.anchor) === letters
  )
  return meant === undefined ? path : `${path}#${meant.anchor}`
}

function lettersOf(anchor: string): string {
  return anchor.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
