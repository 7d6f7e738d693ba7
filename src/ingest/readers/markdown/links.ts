import { descendants } from '../../text/html-query.js'
import type { HtmlNode } from '../../text/html-tree.js'
import type { Draft } from '../devdocs/draft.js'
import { resolveLink } from '../devdocs/links.js'

/** The sections of a page, each with the other anchors within it. */
export type Places = ReadonlyMap<Draft, readonly string[]>

/** Where the links of a section lead within its documentation, sorted; those to its own page to the sections there are. */
export function linksOf(nodes: readonly HtmlNode[], path: string, places: Places): string[] {
  const found = new Set<string>()
  for (const element of descendants(nodes)) {
    if (element.name !== 'a') continue
    const target = resolveLink(element.attribs['href'] ?? '', path)
    if (target !== undefined) found.add(arriving(asPage(target, path), path, places))
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

/** The section in which a link within the page arrives: an anchor that is written in another way still means the heading with the same letters. */
function arriving(target: string, path: string, places: Places): string {
  if (!target.startsWith(`${path}#`)) return target
  const anchor = target.slice(path.length + 1)
  const sections = [...places.keys()]
  const meant =
    sections.find((section) => section.anchor === anchor) ??
    sections.find((section) => places.get(section)?.includes(anchor)) ??
    alike(anchor, sections)
  return meant === undefined || meant.anchor === '' ? path : `${path}#${meant.anchor}`
}

function alike(anchor: string, sections: readonly Draft[]): Draft | undefined {
  const letters = lettersOf(anchor)
  return sections.find((section) => section.anchor !== '' && lettersOf(section.anchor) === letters)
}

function lettersOf(anchor: string): string {
  return anchor.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
