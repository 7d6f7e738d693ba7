import { joinBlocks } from '../../text/blocks.js'
import { hasClass, isElement, lineText } from '../../text/html-query.js'
import type { HtmlElement, HtmlNode } from '../../text/html-tree.js'
import { renderBlocks } from '../../text/render-blocks.js'
import { replacements } from './replacements.js'

export interface Deprecation {
  /** As it stands in the section's text, null where the object is not deprecated. */
  readonly deprecated: string | null
  readonly replacedBy: readonly string[]
}

const none: Deprecation = { deprecated: null, replacedBy: [] }

/**
 * The deprecation notice of a description: Sphinx's own, or a warning that says so of the object.
 * Notices on single parameters and uses are not the object's.
 */
export function sphinxDeprecation(body: readonly HtmlNode[], qualifiedName: string): Deprecation {
  const notice = findNotice(body, qualifiedName) ?? openingNotice(body)
  return notice === undefined ? none : readNotice(notice, qualifiedName)
}

/** What a notice says, and the APIs it says to use instead. */
export function readNotice(notice: HtmlElement, qualifiedName: string): Deprecation {
  const content = notice.children.filter((n) => !isElement(n) || !hasClass(n, 'admonition-title'))
  const deprecated = joinBlocks(renderBlocks(content))
  if (deprecated === '') return none
  return { deprecated, replacedBy: replacements(notice, qualifiedName) }
}

function findNotice(nodes: readonly HtmlNode[], name: string): HtmlElement | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue
    if (isNotice(node, name)) return node
    const found = node.name === 'dd' ? findNotice(node.children, name) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/** A description that begins with the word: `DEPRECATED: use fit`, `[Deprecated] Return …`. */
function openingNotice(body: readonly HtmlNode[]): HtmlElement | undefined {
  const first = body.find((node) => isElement(node) && lineText([node]) !== '')
  if (!isElement(first) || first.name !== 'p') return undefined
  return /^(?:DEPRECATED\b|\[Deprecated\])/.test(lineText([first])) ? first : undefined
}

const partial =
  /^(?:the |use of the )?['"“‘\w, *]+\b(?:parameter|argument|keyword|mode|flag|support)s?\b|^(?:accepting|passing|calling|using|setting)\b/i

function isNotice(node: HtmlElement, name: string): boolean {
  if (hasClass(node, 'deprecated') || hasClass(node, 'deprecated-removed')) {
    return !partial.test(lineText([node]).replace(/^Deprecated since version[^:]*:\s*/, ''))
  }
  return hasClass(node, 'warning') && saysDeprecated(lineText([node]), name)
}

/** "This function is deprecated", "torch.qr() is deprecated". */
function saysDeprecated(text: string, name: string): boolean {
  const [, subject] =
    /^(?:Warning:? )?(\S+(?: \S+)?) (?:is|has been|was)(?: now)? deprecated\b/.exec(text) ?? []
  if (subject === undefined) return false
  if (/^This (?:function|class|method|API|module|attribute|property|decorator)$/i.test(subject))
    return true
  const called = subject.replace(/\(\)$/, '')
  return called === name || name.endsWith(`.${called}`)
}
