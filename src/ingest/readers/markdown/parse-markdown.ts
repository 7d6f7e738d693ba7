import type { SectionRecord } from '../../../domain/documentation.js'
import type { Block } from '../../text/blocks.js'
import { descendants, idOf, isHeading } from '../../text/html-query.js'
import type { HtmlElement } from '../../text/html-tree.js'
import { parseHtml } from '../../text/html-tree.js'
import { renderBlocks } from '../../text/render-blocks.js'
import type { Draft } from '../devdocs/draft.js'
import { splitPage } from '../devdocs/split-page.js'
import type { SectionDraft } from '../section-records.js'
import { sectionRecords } from '../section-records.js'
import { boundMarkdown } from './bound-markdown.js'
import { dialects } from './dialects/dialects.js'
import { readFrontMatter } from './front-matter.js'
import { describedApis } from './described-apis.js'
import { linksOf } from './links.js'
import { marksOf } from './marks-of.js'
import type { AnchorStyle } from './slug-headings.js'
import { slugHeadings } from './slug-headings.js'
import { stripComponents } from './strip-components.js'

export interface MarkdownOptions {
  /** How links to headings are written; as on GitHub where it is left out. */
  readonly anchors?: AnchorStyle
  /** The page's title, where something else than the page says it. */
  readonly title?: string | null
}

/** Markdown as the sections that its headings make. Never throws for what the text holds. */
export function parseMarkdown(
  text: string,
  path: string,
  options: MarkdownOptions = {}
): SectionRecord[] {
  const { title, body } = readFrontMatter(text.replace(/\r\n?/g, '\n'))
  const root = toTree(stripComponents(body, /\.mdx$/i.test(path)))
  return sectionsOf(root, path, { ...options, title: title ?? options.title ?? null })
}

/** A page of HTML as the sections that its headings make. */
// oxlint-disable-next-line complexity -- One case for each way in which it is written.
export function sectionsOf(
  root: HtmlElement,
  path: string,
  { anchors = 'github', title = null }: MarkdownOptions
): SectionRecord[] {
  slugHeadings(root, anchors)
  const { drafts, skip } = splitPage(root, allHeadings(root))
  const [page] = drafts
  if (page !== undefined && (page.title === '' || title !== null))
    page.title = title ?? nameOf(path)
  const apis = describedApis(drafts, skip)
  const marks = marksOf(drafts)
  const built = new Map<Draft, SectionDraft>()
  for (const draft of drafts) {
    built.set(draft, {
      anchor: draft.anchor,
      title: draft.title,
      parent: draft.parent === null ? null : (built.get(draft.parent) ?? null),
      blocks: [...draft.lead, ...renderBlocks(draft.nodes, { skip })],
      links: linksOf(draft.nodes, path, marks),
      marks: marks.get(draft) ?? [],
      apis: apis.get(draft) ?? []
    })
  }
  return sectionRecords([...built.values()])
}

/** Headings of all levels make sections: each of them can be linked to. */
function allHeadings(root: HtmlElement): Set<string> {
  const headings = [...descendants(root.children)].filter(isHeading)
  return new Set(headings.map(idOf).filter((id) => id !== ''))
}

/** A piece of Markdown, such as a comment in code, as blocks of text. */
export function markdownBlocks(text: string): Block[] {
  return renderBlocks(toTree(text).children)
}

/** Markup nested beyond what the parser's recursion bears is taken as bare text. */
function toTree(text: string): HtmlElement {
  try {
    return parseHtml(dialects.parse(boundMarkdown(text), { async: false }))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return parseHtml(text.replace(/[<>]/g, ' '))
  }
}

function nameOf(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.\w+$/, '')
}
