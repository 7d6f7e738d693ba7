const abbreviation =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|resp|approx|incl|no|fig|eq|al|ca|St|Dr|Mr|Ms)\.$/i
const longest = 400

/**
 * The first sentence of running text, verbatim; a sentence without end is cut after a word. A word alone («Optional.»)
 * goes with what follows it.
 */
export function firstSentence(text: string): string {
  const paragraph = (/^[\s\S]*?(?=\n\s*\n|$)/.exec(text.trim())?.[0] ?? '').trim()
  for (const end of paragraph.matchAll(/[.!?:]["'”’)\]`]*(?=\s|$)/g)) {
    const sentence = paragraph.slice(0, end.index + end[0].length)
    if (sentence.length > longest) break
    if (!goesOn(sentence, paragraph.slice(sentence.length))) return sentence
  }
  return paragraph.length <= longest ? paragraph : cutAtWord(paragraph)
}

/** Whether what looks like a sentence's end is none: a colon within a line, an abbreviation, a word alone. */
function goesOn(sentence: string, rest: string): boolean {
  if (sentence.endsWith(':') && rest !== '' && !rest.startsWith('\n')) return true
  return rest !== '' && (!/\s/.test(sentence) || abbreviation.test(sentence))
}

function cutAtWord(text: string): string {
  const space = text.lastIndexOf(' ', longest)
  return text.slice(0, space > longest / 2 ? space : longest).replace(/[\ud800-\udbff]$/, '')
}

/** The beginning of a description, on one line, ended by `…` where it was cut. */
export function shorten(text: string, length = 200): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const space = line.lastIndexOf(' ', length - 1)
  return `${line.slice(0, space > length / 2 ? space : length - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
