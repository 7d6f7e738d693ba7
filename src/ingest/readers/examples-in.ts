import type { ExampleRecord } from '../../domain/documentation.js'
import type { Block } from '../text/blocks.js'
import { shorten } from '../text/first-sentence.js'

const mostExamples = 10
const longestExample = 4_000
/** Fences of what is no code of the library: a shell, a drawing, a log. */
const noExample = /^(?:text|txt|plain|sh|bash|zsh|shell|console|mermaid|diff|output|none)$/i

/**
 * The code among the blocks of a text, and in each example that was marked as one, whatever its
 * language: verbatim, each with the line above it as title, without repeats.
 */
export function examplesIn(
  text: readonly Block[],
  marked: readonly (readonly Block[])[] = []
): ExampleRecord[] {
  const ofText = codeOf(text)
    .filter((one) => !noExample.test(one.language))
    .map((one) => (one.title?.endsWith(':') === true ? one : { ...one, title: null }))
  const found = new Map<string, ExampleRecord>()
  for (const one of [...marked.flatMap(codeOf), ...ofText])
    if (!found.has(one.code) && found.size < mostExamples) found.set(one.code, one)
  return [...found.values()]
}

function codeOf(blocks: readonly Block[]): ExampleRecord[] {
  return blocks.flatMap((block, at): ExampleRecord[] => {
    const fence =
      block.kind === 'code' ? /^\s*(`{3,})(\S*)[^\n]*\n([\s\S]*?)\n\s*\1$/.exec(block.text) : null
    const [, , language = '', code = ''] = fence ?? []
    if (code.trim() === '' || code.length > longestExample) return []
    return [{ title: titleAbove(blocks[at - 1]), language, code }]
  })
}

function titleAbove(block: Block | undefined): string | null {
  if (block === undefined || block.kind === 'code' || block.kind === 'row') return null
  const text = block.text.trim()
  return text === '' || text === 'Example' || text.includes('\n') ? null : shorten(text, 160)
}
