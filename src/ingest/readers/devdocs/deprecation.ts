import { descendants, hasClass, isElement, lineText } from '../../text/html-query.js'
import type { HtmlElement, HtmlNode } from '../../text/html-tree.js'
import { codeNames } from '../../text/html-names.js'
import { joinBlocks } from '../../text/blocks.js'
import { renderBlocks } from '../../text/render-blocks.js'

export interface Deprecation {
  /** As it stands in the section's text. */
  readonly text: string
  readonly replacedBy: readonly string[]
}

const none = { deprecated: null, replacedBy: [] as readonly string[] }

/** The deprecation notice of a description itself; notices on single parameters are not the object's. */
export function sphinxDeprecation(body: readonly HtmlNode[], qualifiedName: string) {
  const notice = findNotice(body)
  return notice === undefined ? none : readNotice(notice, qualifiedName)
}

function findNotice(nodes: readonly HtmlNode[]): HtmlElement | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue
    if (hasClass(node, 'deprecated') || hasClass(node, 'deprecated-removed')) return node
    if (node.name === 'dd') {
      const found = findNotice(node.children)
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** What a notice says, and the APIs it says to use instead: only such as it links or sets as code. */
export function readNotice(notice: HtmlElement, qualifiedName: string) {
  const deprecated = joinBlocks(renderBlocks([notice]))
  if (deprecated === '') return none
  return { deprecated, replacedBy: replacements(notice, qualifiedName) }
}

const instead =
  /\b(?:use|using|replaced by|replaced with|renamed(?: to)?|moved to|in favou?r of|prefer|see)\b|\binstead\b/i

function replacements(notice: HtmlElement, qualifiedName: string): string[] {
  const found = new Set<string>()
  for (const element of descendants(
    notice.children,
    (e) => e.name !== 'a' && !codeNames.has(e.name)
  )) {
    const isLink = element.name === 'a'
    if (!isLink && !codeNames.has(element.name) && element.name !== 'cite') continue
    if (!instead.test(sentenceAround(notice, element))) continue
    const name = isLink
      ? linkedName(element, qualifiedName)
      : namedApi(lineText([element]), qualifiedName)
    if (name !== undefined && name !== qualifiedName) found.add(name)
  }
  return [...found]
}

function sentenceAround(notice: HtmlElement, element: HtmlElement): string {
  const name = lineText([element])
  const sentences = lineText([notice]).split(/(?<=[.!?:;])\s+/)
  return sentences.filter((s) => s.includes(name) || name === '').join(' ')
}

function linkedName(link: HtmlElement, qualifiedName: string): string | undefined {
  const anchor = /#([A-Za-z_][\w.]*)$/.exec(link.attribs['href'] ?? '')?.[1]
  if (anchor?.includes('.') === true) return anchor
  return namedApi(lineText([link]), qualifiedName)
}

/** A name as code writes it, qualified by the surroundings of the API that names it. */
export function namedApi(code: string, qualifiedName: string): string | undefined {
  const name = /^~?([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(?:\(.*\))?$/.exec(code)?.[1]
  if (name === undefined || /^(?:None|True|False|self|\d.*)$/.test(name)) return undefined
  const own = qualifiedName.split('.')
  const [first = ''] = name.split('.')
  if (own[0] === first) return name
  const at = own.indexOf(first)
  if (name.includes('.')) return at > 0 ? [...own.slice(0, at), name].join('.') : name
  return code.endsWith(')') ? [...own.slice(0, -1), name].join('.') : undefined
}
