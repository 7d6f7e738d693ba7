import { cleanText } from '../../text/clean-text.js'
import { lineText } from '../../text/html-query.js'
import type { HtmlElement } from '../../text/html-tree.js'

/** The words of a heading, without its permalink. */
export function titleOf(heading: HtmlElement): string {
  return cleanText(lineText(heading.children)).replace(/\s*¶$/, '')
}
