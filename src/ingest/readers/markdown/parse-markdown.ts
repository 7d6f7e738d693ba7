import { Marked } from 'marked'
import type { SectionRecord } from '../../../domain/documentation.js'
import type { Block } from '../../text/blocks.js'
import { descendants } from '../../text/html-query.js'
import type { HtmlElement, HtmlNode } from '../../text/html-tree.js'
import { parseHtml } from '../../text/html-tree.js'
import { renderBlocks } from '../../text/render-blocks.js'
import type { Draft } from '../devdocs/draft.js'
import { resolveLink } from '../devdocs/links.js'
import { splitPage } from '../devdocs/split-page.js'
import type { SectionDraft } from '../section-records.js'
import { sectionRecords } from '../section-records.js'
import { boundMarkdown } from './bound-markdown.js'
import { readFrontMatter } from './front-matter.js'
import { slugHeadings } from './slug-headings.js'
import { stripMdx } from './strip-mdx.js'

const marked = new Marked({ gfm: true, async: false })

/** Markdown as the sections that its headings make. Never throws for what the text holds. */
export function parseMarkdown(text: string, path: string): SectionRecord[] {
  const { title, body } = readFrontMatter(text.replace(/\r\n?/g, '\n'))
  const root = toTree(/\.mdx$/i.test(path) ? stripMdx(body) : body)
  slugHeadings(root)
  const { drafts, skip } = splitPage(root, new Set())
  const [page] = drafts
  if (page !== undefined && (page.title === '' || title !== null))
    page.title = title ?? nameOf(path)
  const built = new Map<Draft, SectionDraft>()
  for (const draft of drafts) {
    built.set(draft, {
      anchor: draft.anchor,
      title: draft.title,
      parent: draft.parent === null ? null : (built.get(draft.parent) ?? null),
      blocks: [...draft.lead, ...renderBlocks(draft.nodes, { skip })],
      links: links(draft.nodes, path),
      apis: []
    })
  }
  return sectionRecords([...built.values()])
}

/** A piece of Markdown, such as a comment in code, as blocks of text. */
export function markdownBlocks(text: string): Block[] {
  return renderBlocks(toTree(text).children)
}

/** Markup nested beyond what the parser's recursion bears is taken as bare text. */
function toTree(text: string): HtmlElement {
  try {
    return parseHtml(marked.parse(boundMarkdown(text), { async: false }))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return parseHtml(text.replace(/[<>]/g, ' '))
  }
}

function nameOf(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.\w+$/, '')
}

function links(nodes: readonly HtmlNode[], path: string): string[] {
  const found = new Set<string>()
  for (const element of descendants(nodes)) {
    if (element.name !== 'a') continue
    const target = resolveLink(element.attribs['href'] ?? '', path)
    if (target !== undefined) found.add(asPage(target, path))
  }
  return [...found].sort()
}

/** Links between pages often leave the ending out. */
function asPage(target: string, from: string): string {
  const [, file = '', anchor = ''] = /^([^#]*)(#.*)?$/s.exec(target) ?? []
  const ending = /\.\w+$/.exec(from)?.[0] ?? ''
  return (/\.\w+$/.test(file) || file === from ? file : file + ending) + anchor
}
