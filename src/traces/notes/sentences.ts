/** A piece of a text with its place in it. */
export interface Sentence {
  readonly text: string
  readonly start: number
  readonly end: number
}

const longestText = 50_000
const longestSentence = 400

/**
 * The sentences of prose, Markdown lists and headings told apart, code fences left out. A dot inside a
 * name or a number ends nothing; a sentence that is longer than any that says one thing is left out.
 */
export function sentencesOf(text: string): Sentence[] {
  const read = text.slice(0, longestText)
  const fences = [...read.matchAll(/```[^]*?(?:```|$)/g)].map(({ 0: all, index }) => ({
    start: index,
    end: index + all.length
  }))
  const found: Sentence[] = []
  for (const { 0: line, index } of read.matchAll(
    /[^\n]+(?:\n(?![ \t]*(?:\n|[-*+#>|]|\d+[.)]\s|```))[^\n]+)*/g
  )) {
    if (fences.some(({ start, end }) => index >= start && index < end)) continue
    found.push(...piecesOf(line, index))
  }
  return found.filter((one) => one.text.length >= 12 && one.text.length <= longestSentence)
}

/** Not within backticks, nor after what shortens a word. */
const ending =
  /(?<!\b(?:e\.g|i\.e|etc|vs|cf|approx|no))[.!?](?=["')\]]*(?:\s+(?=[\p{Lu}`"'(\d_]|[a-z_]+\w*\()|$))|[.!?]?\s*$/gu

function piecesOf(block: string, offset: number): Sentence[] {
  const pieces: Sentence[] = []
  let from = 0
  for (const match of block.matchAll(ending)) {
    const to = match.index + match[0].length
    if (to <= from || isInCode(block.slice(from, match.index))) continue
    const raw = block.slice(from, to)
    const lead = /^[\s\-*+#>|]*(?:\d+[.)]\s+)?/.exec(raw)?.[0].length ?? 0
    const text = raw.slice(lead).replace(/\s+/g, ' ').trim()
    if (text !== '') pieces.push({ text, start: offset + from + lead, end: offset + to })
    from = to
  }
  return pieces
}

function isInCode(text: string): boolean {
  return (text.match(/`/g) ?? []).length % 2 === 1
}
