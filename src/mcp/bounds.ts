/** Characters that make a token, roughly, in English and code. */
export const charactersPerToken = 4

/** Characters of an answer at most, all in: 2,000 tokens. */
export const longestAnswer = 2_000 * charactersPerToken

/** Room for what stands around the material of an answer: marks, labels, what was left out. */
const aroundIt = 1_200

/** Characters that the material itself may take. */
export const longestMaterial = longestAnswer - aroundIt

/** A text cut after at most so many characters, at the end of a line where one is near, and said so. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const head = text.slice(0, most).toWellFormed()
  const line = head.lastIndexOf('\n')
  return `${line > most / 2 ? head.slice(0, line) : head} […]`
}

/** A text on one line, cut: for titles and other words that must not begin a line of their own. */
export function oneLine(text: string, most: number): string {
  return cut(text.replace(/\s+/g, ' ').trim(), most)
}

export interface Kept {
  readonly text: string
  /** How many blocks were left out. */
  readonly left: number
}

/** As many blocks from the front as fit; the first is cut where it alone is too long. */
export function keepWhole(blocks: readonly string[], most: number): Kept {
  const kept: string[] = []
  let room = most
  for (const block of blocks) {
    if (kept.length > 0 && block.length + 2 > room) break
    const whole = kept.length === 0 ? closed(cut(block, most)) : block
    kept.push(whole)
    room -= whole.length + 2
  }
  return { text: kept.join('\n\n'), left: blocks.length - kept.length }
}

/** Code in a fence longer than any in it, so that the code cannot end it. */
export function fenced(code: string): string {
  const longest = Math.max(2, ...(code.match(/`{3,}/g) ?? []).map((run) => run.length))
  const marks = '`'.repeat(longest + 1)
  return `${marks}\n${code}\n${marks}`
}

/** A text whose last fence was cut off, with an end for it. */
function closed(text: string): string {
  let open: string | undefined
  for (const [, marks = ''] of text.matchAll(/^(`{3,})[ \t]*$/gm)) {
    if (open === undefined) open = marks
    else if (marks.length >= open.length) open = undefined
  }
  return open === undefined ? text : `${text}\n${open}`
}

/** `1 attempt`, `2 attempts`. */
export function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}
