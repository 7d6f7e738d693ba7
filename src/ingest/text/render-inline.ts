import { codeNames } from './html-names.js'
import { ignoredInText } from './html-noise.js'
import { hasClass, isElement, lineText } from './html-query.js'
import type { HtmlElement, HtmlNode } from './html-tree.js'

export interface InlineOptions {
  /** Leave out the backticks around code: for titles and terms. */
  readonly plain?: boolean
  readonly skip?: ReadonlySet<HtmlElement>
}

// Stands for <br> until white space is folded; cannot come from a page, where it would be a control character.
const lineBreak = '\u0001'

/** Running text: white space folded, `<br>` as a line break, code in backticks. */
export function renderInline(nodes: readonly HtmlNode[], options: InlineOptions = {}): string {
  return inline(nodes, options)
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replaceAll(/ ?\u0001[ \u0001]*/g, '\n') // oxlint-disable-line no-control-regex
    .trim()
}

function inline(nodes: readonly HtmlNode[], options: InlineOptions): string {
  let text = ''
  for (const node of nodes) {
    text += isElement(node) ? inlineElement(node, options) : node
  }
  return text
}

function inlineElement(element: HtmlElement, options: InlineOptions): string {
  if (ignoredInText(element) || options.skip?.has(element) === true) return ''
  if (codeNames.has(element.name)) return codeText(element, options)
  switch (element.name) {
    case 'br':
      return lineBreak
    case 'img':
      return imageText(element)
    case 'math':
      return mathText(element)
    case 'sup':
    case 'sub':
      return raisedText(element, options)
    default:
      return spanText(element, options)
  }
}

function codeText(element: HtmlElement, options: InlineOptions): string {
  const code = lineText(element.children)
  if (code === '' || options.plain === true) return code
  const fence = code.includes('`') ? '``' : '`'
  return `${fence}${code}${fence}`
}

/** Pictures of a build's state say nothing of the subject. */
const badge = /badge|shields\.io|travis-ci|codecov|coveralls|appveyor/i

function imageText(element: HtmlElement): string {
  const alt = (element.attribs['alt'] ?? '').trim()
  if (badge.test(element.attribs['src'] ?? '')) return ''
  return /[/\\]|\.(?:png|svg|jpe?g|gif|webp)$/i.test(alt) ? '' : ` ${alt} `
}

function mathText(element: HtmlElement): string {
  const annotation = findAnnotation(element)
  return lineText((annotation ?? element).children)
}

function findAnnotation(element: HtmlElement): HtmlElement | undefined {
  for (const child of element.children) {
    if (!isElement(child)) continue
    const found = child.name === 'annotation' ? child : findAnnotation(child)
    if (found !== undefined) return found
  }
  return undefined
}

function raisedText(element: HtmlElement, options: InlineOptions): string {
  const text = inline(element.children, options)
  if (text.trim() === '' || text.startsWith('[')) return text
  return `${element.name === 'sup' ? '^' : '_'}${text}`
}

function spanText(element: HtmlElement, options: InlineOptions): string {
  if (hasClass(element, 'footnote-reference') || hasClass(element, 'fn-backref')) {
    return `[${lineText(element.children).replace(/^\[|\]$/g, '')}]`
  }
  if (hasClass(element, 'math')) return formulaText(element, options)
  const text = inline(element.children, options)
  return text.trim() === '[source]' ? '' : text
}

/** MathJax sources stand in the page between \( and \) or \[ and \]. */
function formulaText(element: HtmlElement, options: InlineOptions): string {
  const text = inline(element.children, options)
  const source = /^\s*\\[([]([\s\S]*)\\[)\]]\s*$/.exec(text)
  return source?.[1] ?? text
}
