import { Marked } from 'marked'
import { beginsWithTag } from '../html-tags.js'
import { alerts, pythonBlocks, slashBlocks } from './admonitions.js'
import { containers } from './containers.js'
import { codeHtml, fencedDirectives, formulas } from './fences.js'
import { inlineDialects } from './inline.js'
import { definitions, notes, silentLines } from './lines.js'
import { lines } from './pieces.js'

/**
 * Markdown as it is written for GitHub, Material for MkDocs, VitePress, Docusaurus and MyST, all at
 * once: what a page is written for does not stand in it, and their constructs do not get into each
 * other's way.
 */
export const dialects = new Marked(
  { gfm: true, async: false },
  lines,
  definitions,
  silentLines,
  notes,
  formulas,
  slashBlocks,
  alerts,
  pythonBlocks,
  containers,
  fencedDirectives,
  inlineDialects,
  {
    renderer: { code: (token) => codeHtml(token) },
    tokenizer: {
      html: (text) => (beginsWithTag(text.trimStart()) ? false : undefined)
    }
  }
)
