import { slug as githubSlug } from 'github-slugger'
import {
  descendants,
  hasClass,
  idOf,
  isElement,
  isHeading,
  lineText
} from '../../text/html-query.js'
import type { HtmlElement } from '../../text/html-tree.js'

export const anchorStyles = ['github', 'vitepress', 'python'] as const
/** Who makes anchors of headings: GitHub and most others, VitePress, or Python-Markdown. */
export type AnchorStyle = (typeof anchorStyles)[number]

const slugs: Readonly<Record<AnchorStyle, (title: string) => string>> = {
  github: (title) => githubSlug(title),
  vitepress: (title) =>
    title
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .replace(/^(\d)/, '_$1')
      .toLowerCase(),
  python: (title) =>
    title
      .normalize('NFKD')
      .replace(/[^\w\s-]/g, '')
      .trim()
      .toLowerCase()
      .replace(/[-\s]+/g, '-')
}

/**
 * Gives every heading its anchor: the one that its page gives it (`{#id}`), which then is no part of
 * the title, or the one that the builder of its pages makes of its words, unique by -1, -2.
 */
export function slugHeadings(root: HtmlElement, style: AnchorStyle = 'github'): void {
  const used = new Map<string, number>()
  for (const element of descendants(root.children)) {
    if (!isHeading(element)) continue
    const own = idOf(element) || takeId(element)
    const slug = own === '' ? slugs[style](lineText(wordsOf(element))) : own
    element.attribs['id'] = unique(slug, used, style === 'python' ? '_' : '-')
  }
}

/** What components in a heading say, such as badges, is no part of its anchor. */
function wordsOf(heading: HtmlElement): HtmlElement['children'] {
  return heading.children.filter((node) => !isElement(node) || !hasClass(node, 'said'))
}

/** The id that stands among the attributes of a heading, in the ways of all dialects. */
function takeId(heading: HtmlElement): string {
  const named = heading.children.filter(isElement).find((child) => hasClass(child, 'own-id'))
  const id = named?.attribs['id'] ?? ''
  if (named !== undefined) delete named.attribs['id']
  return id
}

function unique(slug: string, used: Map<string, number>, separator: string): string {
  let name = slug
  for (let n = used.get(slug) ?? 0; used.has(name);) name = `${slug}${separator}${String(++n)}`
  used.set(slug, Number(/(\d+)$/.exec(name.slice(slug.length))?.[1] ?? 0))
  used.set(name, 0)
  return name
}
