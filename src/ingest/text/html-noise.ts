import type { HtmlElement } from './html-tree.js'

const noisyClasses = new Set([
  '_attribution',
  'headerlink',
  'viewcode-link',
  'viewcode-back',
  'tfo-notebook-buttons',
  'linenos',
  'copybtn',
  'anchor-link',
  'sphx-glr-download-link-note'
])

const noisyNames = new Set(['devsite-page-rating', 'devsite-bookmark', 'devsite-feedback'])

/** Permalinks, links to source code, attribution and rating widgets: there for a browser, no part of the text. */
export function ignoredInText(element: HtmlElement): boolean {
  if (noisyNames.has(element.name)) return true
  const classes = element.attribs['class']
  return classes !== undefined && classes.split(/\s+/).some((name) => noisyClasses.has(name))
}
