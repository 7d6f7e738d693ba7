import type { HeldTerm } from '../retrieve/memory.js'
import { stemsOf } from '../retrieve/relevance/question-terms.js'

/** Lines of code that an item shows. */
const mostLines = 5

/** Longer lines are data or minified. */
const longestLine = 160

/** The code blocks of a section's text, without their fences. */
export function codeBlocks(text: string): string[] {
  return [...text.matchAll(/^(`{3,})[^\n`]*\n([\s\S]*?)^\1\s*$/gm)].map((match) => match[2] ?? '')
}

/** Whether a block only says the signature again: in a fence too that is no example. Pure. */
export function isDeclaration(block: string, signature: string | null): boolean {
  const bare = (text: string) => text.replace(/[\s;]+/g, '')
  return signature !== null && bare(signature).startsWith(bare(block).slice(0, 200))
}

/**
 * Of these blocks the one that shows best what is asked: that holds most of the question's telling words and the API's
 * name, the shorter of two; cut to the lines around what it holds. Null where there is none. Pure.
 */
export function shownCode(
  blocks: readonly string[],
  terms: readonly HeldTerm[],
  { name = null, most = mostLines }: { readonly name?: string | null; readonly most?: number } = {}
): string | null {
  const last = name?.split(/[./]/).at(-1) ?? ''
  const worth = (text: string) => worthOf(text, terms, last)
  const scored = blocks
    .filter((block) => block.trim() !== '')
    .map((block) => ({ block, score: worth(block) }))
    .sort((a, b) => b.score - a.score || a.block.length - b.block.length)
  const [best] = scored
  return best === undefined ? null : windowOf(best.block, worth, most)
}

function worthOf(text: string, terms: readonly HeldTerm[], name: string): number {
  const stems = stemsOf(text)
  const held = terms.reduce((sum, { stem, rarity }) => sum + (stems.has(stem) ? rarity : 0), 0)
  return held + (name !== '' && hasName(text, name) ? 1.5 : 0)
}

function hasName(text: string, name: string): boolean {
  return text.split(/[^\p{L}\p{N}_$]+/u).includes(name)
}

/** The lines of a block that hold most, whole where they are few; what is left out is marked. */
function windowOf(
  block: string,
  worthOfLine: (line: string) => number,
  most: number
): string | null {
  const whole = dedented(block)
  if (whole.length === 0) return null
  if (whole.length <= most) return whole.map(clipped).join('\n')
  // Where there is no room for all, there is none for blank lines.
  const lines = whole.filter((line) => line.trim() !== '')
  if (lines.length <= most) return lines.map(clipped).join('\n')
  const worth = lines.map(worthOfLine)
  const starts = lines.slice(0, lines.length - most + 1).map((_, start) => ({
    start,
    // A block that begins at its margin reads better.
    worth:
      worth.slice(start, start + most).reduce((sum, value) => sum + value, 0) -
      (/^\s/.test(lines[start] ?? '') ? 0.3 : 0)
  }))
  const { start = 0 } = starts.sort((a, b) => b.worth - a.worth || a.start - b.start)[0] ?? {}
  const shown = dedented(lines.slice(start, start + most).join('\n')).map(clipped)
  return [
    ...(start > 0 ? ['…'] : []),
    ...shown,
    ...(start + most < lines.length ? ['…'] : [])
  ].join('\n')
}

/** Without the indentation that all lines share, and without blank lines at the ends and in a row. */
function dedented(text: string): string[] {
  const lines = text
    .replace(/\t/g, '  ')
    .split('\n')
    .map((line) => line.trimEnd())
  const filled = lines.filter((line) => line !== '')
  const margin = Math.min(...filled.map((line) => line.length - line.trimStart().length))
  return lines
    .filter((line, i) => line !== '' || (i > 0 && lines[i - 1] !== ''))
    .map((line) => line.slice(Number.isFinite(margin) ? margin : 0))
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
    .split('\n')
    .filter((line, _, all) => all.length > 1 || line !== '')
}

function clipped(line: string): string {
  return line.length <= longestLine ? line : `${line.slice(0, longestLine - 1).toWellFormed()}…`
}
