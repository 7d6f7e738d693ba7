import type { Block } from './blocks.js'
import { codeBlock, headBlock, indent, textBlock } from './blocks.js'
import { cleanText } from './clean-text.js'
import { ignoredInText } from './html-noise.js'
import { hasClass, isElement, isHeading, rawText } from './html-query.js'
import type { HtmlElement, HtmlNode } from './html-tree.js'
import { codeLanguage } from './code-language.js'
import { renderInline } from './render-inline.js'
import { renderTable } from './render-table.js'
import { renderTerm } from './render-term.js'

/** How nodes become blocks. */
export interface RenderOptions {
  /** Elements left out, with all they hold. */
  readonly skip?: ReadonlySet<HtmlElement>
  /** Names that may stand at the beginning of a term, glued to a type: see renderTerm. */
  readonly knownNames?: readonly string[]
}

export type RenderNodes = (nodes: readonly HtmlNode[]) => Block[]

/** HTML as plain text in blocks, clean and ready to be set or cut. */
export function renderBlocks(nodes: readonly HtmlNode[], options: RenderOptions = {}): Block[] {
  return blocksOf(nodes, options)
    .map((block) => ({ ...block, text: cleanText(block.text) }))
    .filter((block) => block.text.trim() !== '')
}

function blocksOf(nodes: readonly HtmlNode[], options: RenderOptions): Block[] {
  const out: Block[] = []
  let run: HtmlNode[] = []
  const flush = () => {
    const text = run.length === 0 ? '' : renderInline(run, options)
    // A picture's description is often its caption too.
    if (text !== '' && text !== out.at(-1)?.text) out.push(textBlock(text))
    run = []
  }
  for (const node of dropContents(nodes)) {
    if (!isElement(node) || isInline(node)) {
      run.push(node)
      continue
    }
    flush()
    if (options.skip?.has(node) === true || ignoredInText(node)) continue
    out.push(...unrepeated(element(node, options), out.at(-1)))
  }
  flush()
  return out
}

function unrepeated(blocks: Block[], before: Block | undefined): Block[] {
  return blocks[0]?.kind === 'text' && blocks[0].text === before?.text ? blocks.slice(1) : blocks
}

function isInline(element: HtmlElement): boolean {
  return !element.holdsBlock && renderers[element.name] === undefined
}

type Renderer = (element: HtmlElement, options: RenderOptions) => Block[]

const heading: Renderer = (element, options) => {
  const text = renderInline(element.children, { ...options, plain: true })
  return text === '' ? [] : [headBlock(text)]
}

const list: Renderer = (element, options) => {
  const out: Block[] = []
  let number = Number.parseInt(element.attribs['start'] ?? '1', 10) || 1
  for (const item of element.children) {
    if (!isElement(item)) continue
    const mark = element.name === 'ol' ? `${String(number++)}. ` : '- '
    out.push(...listItem(blocksOf([...itemNodes(item)], options), mark, out.length > 0))
  }
  return out
}

function itemNodes(item: HtmlElement): readonly HtmlNode[] {
  return item.name === 'li' ? item.children : [item]
}

function listItem(blocks: readonly Block[], mark: string, tight: boolean): Block[] {
  return blocks.map((block, at) => {
    const inner = indent(block, ' '.repeat(mark.length))
    if (at > 0) return { ...inner, tight: true }
    return { ...inner, kind: itemKind(block), text: mark + inner.text.trimStart(), tight }
  })
}

function itemKind(block: Block): Block['kind'] {
  return block.kind === 'code' ? 'text' : block.kind
}

const definitions: Renderer = (element, options) => {
  const out: Block[] = []
  const isFields = hasClass(element, 'field-list')
  for (const child of element.children) {
    if (!isElement(child) || options.skip?.has(child) === true) continue
    if (child.name === 'dt') {
      const text = isFields ? fieldName(child) : renderTerm(child, options)
      if (text !== '') out.push(headBlock(text, out.length > 0 && !isFields))
    } else {
      const inner = blocksOf(child.name === 'dd' ? child.children : [child], options)
      out.push(...inner.map((b) => ({ ...indent(b, isFields ? '' : '    '), tight: true })))
    }
  }
  return out
}

function fieldName(dt: HtmlElement): string {
  return renderInline(dt.children, { plain: true }).replace(/\s*:$/, '')
}

const code: Renderer = (element) => {
  const text = rawText(element.children).replace(/^(?:[ \t]*\n)+|\s+$/g, '')
  return text === '' ? [] : [codeBlock(text, codeLanguage(element))]
}

const container: Renderer = (element, options) => {
  if (hasClass(element, 'math')) return formula(element, options)
  const blocks = blocksOf(element.children, options)
  if (hasClass(element, 'line')) return blocks.map((b) => ({ ...b, tight: true }))
  return blocks
}

const formula: Renderer = (element, options) => {
  const text = renderInline(element.children, options)
  return [textBlock(/^\\\[([^]*)\\\]$/.exec(text)?.[1]?.trim() ?? text)]
}

const paragraph: Renderer = (element, options) =>
  ['rubric', 'admonition-title', 'topic-title'].some((name) => hasClass(element, name))
    ? heading(element, options)
    : container(element, options)

const renderers: Readonly<Record<string, Renderer | undefined>> = {
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, heading])),
  caption: heading,
  summary: heading,
  ul: list,
  ol: list,
  dl: definitions,
  pre: code,
  hr: () => [],
  table: (table, options) => renderTable(table, (nodes) => blocksOf(nodes, options)),
  p: paragraph,
  ...Object.fromEntries(
    ['div', 'section', 'article', 'blockquote', 'li', 'dd', 'dt', 'figure', 'main', 'center'].map(
      (name) => [name, container]
    )
  )
}

function element(node: HtmlElement, options: RenderOptions): Block[] {
  return (renderers[node.name] ?? container)(node, options)
}

/** Leaves out a page's own table of contents: a title of that name and the list after it. */
function dropContents(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const title = nodes.findIndex((node) => isElement(node) && isContentsTitle(node))
  if (title === -1) return nodes
  const list = nodes.findIndex((node, at) => at > title && isElement(node))
  const next = nodes[list]
  const dropped = isElement(next) && next.name === 'ul' ? [title, list] : [title]
  return nodes.filter((_, at) => !dropped.includes(at))
}

function isContentsTitle(node: HtmlElement): boolean {
  if (node.name !== 'p' && !isHeading(node)) return false
  if (!hasClass(node, 'topic-title')) return false
  return /^(?:table of )?contents$/i.test(renderInline(node.children, { plain: true }))
}
