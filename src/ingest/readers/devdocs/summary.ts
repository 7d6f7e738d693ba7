import type { Block } from '../../text/blocks.js'
import { firstSentence } from '../../text/first-sentence.js'

const aside =
  /^(?:(?:New|Changed|Deprecated|Added|Removed) (?:in|since)|Source code:|Bases?: |Inherits From:|Aliases:|Warning: |Note: |See also)/

/** The first sentence that describes, past notes on versions and sources. */
export function summaryOf(blocks: readonly Block[]): string {
  const first = blocks.find((block, at) => isDescription(block, blocks[at - 1]))
  return first === undefined ? '' : firstSentence(first.text)
}

function isDescription(block: Block, before: Block | undefined): boolean {
  return block.kind === 'text' && before?.kind !== 'head' && !aside.test(block.text)
}
