/**
 * A piece of text that can be set, and cut, between line breaks. A `head` (heading, term, name of a
 * list) belongs to what follows it. `tight` follows its predecessor without an empty line.
 */
export interface Block {
  readonly kind: 'text' | 'head' | 'code' | 'row'
  readonly text: string
  readonly tight: boolean
}

export function textBlock(text: string, tight = false): Block {
  return { kind: 'text', text, tight }
}

export function headBlock(text: string, tight = false): Block {
  return { kind: 'head', text, tight }
}

/** A fenced block of code. */
export function codeBlock(code: string, language: string): Block {
  let longest = 2
  for (const [, ticks = ''] of code.matchAll(/^\s*(`{3,})/gm))
    longest = Math.max(longest, ticks.length)
  const fence = '`'.repeat(longest + 1)
  return { kind: 'code', text: `${fence}${language}\n${code}\n${fence}`, tight: false }
}

export function indent(block: Block, by: string): Block {
  return { ...block, text: by + block.text.replace(/\n(?!\n|$)/g, `\n${by}`) }
}

export function joinBlocks(blocks: readonly Block[]): string {
  let text = ''
  let previous: Block | undefined
  for (const block of blocks) {
    text += gap(previous, block) + block.text
    previous = block
  }
  return text
}

/** What stands between two blocks. */
export function gap(previous: Block | undefined, block: Block): string {
  if (previous === undefined) return ''
  return block.tight || previous.kind === 'head' ? '\n' : '\n\n'
}
