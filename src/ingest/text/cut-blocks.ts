import type { Block } from './blocks.js'
import { gap, joinBlocks } from './blocks.js'

/** Longest text of one section, in UTF-16 units: about what an embedder reads in one go. */
export const longestSection = 2400

/**
 * Sets blocks as texts of at most `limit` units, cut between blocks; a block that is too long by
 * itself is cut between lines, and a line without end hard. Gives at least one text.
 */
export function cutBlocks(blocks: readonly Block[], limit = longestSection): string[] {
  const parts: Block[][] = [[]]
  let size = 0
  for (const block of blocks.flatMap((b) => cutBlock(b, limit))) {
    const part = parts.at(-1) ?? []
    const more = gap(part.at(-1), block).length + block.text.length
    if (part.length > 0 && size + more > limit) {
      const next = startPart(part, block, limit)
      parts.push(next)
      size = joinBlocks(next).length
    } else {
      part.push(block)
      size += more
    }
  }
  return parts.map(joinBlocks).filter((text, at) => text !== '' || at === 0)
}

/** A heading, a list's name and a term may stand above one text; more is a list of headings. */
const mostHeads = 3

/** Moves the heads at a part's end to the next part, where what they announce stands. */
function startPart(part: Block[], block: Block, limit: number): Block[] {
  const next = [block]
  while (part.length > 1 && next.length <= mostHeads && part.at(-1)?.kind === 'head') {
    const head = part.at(-1)
    if (head === undefined || joinBlocks([head, ...next]).length > limit) break
    part.pop()
    next.unshift(head)
  }
  return next
}

function cutBlock(block: Block, limit: number): Block[] {
  if (block.text.length <= limit) return [block]
  if (block.kind === 'code') return cutCode(block, limit)
  return cutLines(block.text, limit).map((text, at) => ({
    ...block,
    text,
    tight: at > 0 || block.tight
  }))
}

/** Each piece of a code block is a code block again. */
function cutCode(block: Block, limit: number): Block[] {
  const lines = block.text.split('\n')
  const open = lines[0] ?? ''
  const close = lines.at(-1) ?? ''
  const room = limit - open.length - close.length - 2
  if (room < limit / 2) return cutBlock({ ...block, kind: 'text' }, limit)
  return cutLines(lines.slice(1, -1).join('\n'), room).map((text) => ({
    ...block,
    text: `${open}\n${text}\n${close}`
  }))
}

/** Cuts text into pieces of at most `limit` units, at line ends, then at spaces, then anywhere but inside a surrogate pair. */
function cutLines(text: string, limit: number): string[] {
  const pieces: string[] = []
  let from = 0
  while (text.length - from > limit) {
    const to = cutPoint(text, from, limit)
    pieces.push(text.slice(from, to))
    from = /[\n ]/.test(text.charAt(to)) ? to + 1 : to
  }
  if (from < text.length) pieces.push(text.slice(from))
  return pieces.filter((piece) => piece.trim() !== '')
}

function cutPoint(text: string, from: number, limit: number): number {
  const window = text.slice(from, from + limit + 1)
  const line = window.lastIndexOf('\n')
  if (line > 0) return from + line
  const space = window.lastIndexOf(' ')
  if (space > limit / 2) return from + space
  const splitsPair = /[\ud800-\udbff]/.test(text.charAt(from + limit - 1))
  return from + (splitsPair ? limit - 1 : limit)
}
