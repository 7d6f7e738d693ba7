/** Characters of a quotation: long enough to say something, short enough to read. */
const maxQuote = 280
const minQuote = 16

/**
 * The passage of a text that answers a question best: the sentence or line that shares most of the
 * question's words, each by its weight, the earlier one where two are about equal. It stands verbatim in the text.
 * '' only where the text has no passage at all.
 */
export function bestPassage(
  text: string,
  words: readonly string[],
  weights: readonly number[] = []
): string {
  const stems = words.map(stem)
  let best = { quote: '', score: -1 }
  passages(text).forEach((quote, position) => {
    const tokens = new Set((quote.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []).map(stem))
    const shared = stems.reduce(
      (sum, word, i) => sum + (tokens.has(word) ? (weights[i] ?? 1) : 0),
      0
    )
    const score = shared - position / 200
    if (score > best.score || best.quote === '') best = { quote, score }
  })
  return best.quote
}

function stem(word: string): string {
  return word.toLowerCase().replace(/(?:ing|es|s|ed)$/, '')
}

/** Sentences and lines outside code fences, then, where there are none, any line. */
function passages(text: string): string[] {
  const outside = text.replace(/```[\s\S]*?(?:```|$)/g, (code) =>
    '\n'.repeat(code.split('\n').length)
  )
  const found = cut(outside).filter(
    (passage) => passage.length >= minQuote && /\p{L}{3}/u.test(passage)
  )
  return found.length > 0 ? found : cut(text.replace(/^```.*$/gm, ''))
}

function cut(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => line.split(/(?<=[.!?])\s+(?=[\p{Lu}`"'(])/u))
    .map((passage) => passage.trim())
    .filter((passage) => passage !== '')
    .map((passage) => clip(passage))
}

/** Cut at a word's end, so that what remains still stands in the text. */
function clip(passage: string): string {
  if (passage.length <= maxQuote) return passage
  const head = passage.slice(0, maxQuote).toWellFormed()
  const space = head.lastIndexOf(' ')
  return (space > minQuote ? head.slice(0, space) : head.replace(/\ufffd$/, '')).trimEnd()
}
