import { createRequire } from 'node:module'
import { childElements, descendants, hasClass, lineText } from '../../text/html-query.js'
import type { HtmlElement } from '../../text/html-tree.js'
import { parseHtml } from '../../text/html-tree.js'

interface Processor {
  readonly NullLogger: { create(): unknown }
  readonly LoggerManager: { setLogger(logger: unknown): void }
  convert(text: string, options: object): unknown
}

/**
 * Asciidoctor is loaded when the first page needs it, which is in a parsing thread: Opal, on which it runs, adds to the prototype
 * of arrays in a way that makes `shift`, `unshift` and `splice` over a hundred times slower in all of the isolate (Node 20 to 24).
 */
let processor: Processor | undefined

/** AsciiDoc as a tree of HTML, read by Asciidoctor without access to other files. */
export function asciidocTree(text: string): HtmlElement {
  processor ??= quiet(loadAsciidoctor())
  const html = processor.convert(text, {
    safe: 'secure',
    standalone: false,
    attributes: { showtitle: true, icons: null, idprefix: '', idseparator: '-', 'data-uri': null }
  })
  const root = parseHtml(String(html))
  for (const element of descendants(root.children)) {
    if (element.attribs['id'] === 'toc') element.children.length = 0
    unwrap(element)
  }
  return root
}

function loadAsciidoctor(): Processor {
  const asciidoctor = createRequire(import.meta.url)('@asciidoctor/core') as () => Processor
  return asciidoctor()
}

/** Complaints about a page's markup are no news for the operator. */
function quiet(loud: Processor): Processor {
  loud.LoggerManager.setLogger(loud.NullLogger.create())
  return loud
}

/** An admonition is a table of a name and a text; titles of blocks are lines above them. */
function unwrap(element: HtmlElement): void {
  if (hasClass(element, 'title')) element.attribs['class'] = 'admonition-title'
  if (element.name === 'div' && hasClass(element, 'admonition-title'))
    (element as { name: string }).name = 'p'
  if (!hasClass(element, 'admonitionblock')) return
  const cells = [...descendants(element.children)].filter(({ name }) => name === 'td')
  const [icon, content] = cells
  if (icon === undefined || content === undefined || childElements(element).length !== 1) return
  const name = lineText(icon.children)
  element.children.splice(0, element.children.length, `${name}: `, ...content.children)
}
