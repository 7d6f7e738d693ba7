import type { Construct, Piece } from './pieces.js'
import { blockExtension, firstLines, indented } from './pieces.js'

/** Lines that place something or name it, and say nothing themselves. */
const silent = [
  // Contents, snippets of files, attributes of the block above, targets, comments, breaks.
  /^\[(?:TOC|\[_?TOC_?\])\][ \t]*$/i,
  /^-+8<-+(?:[ \t].*)?$/,
  /^<<<[ \t]*\S.*$/,
  /^\{:?[ \t]*[.#\w][^{}]*\}[ \t]*$/,
  /^\([\w:. /-]+\)=[ \t]*$/,
  /^%[ \t].*$/,
  /^\+\+\+(?:[ \t].*)?$/,
  /^@(?:include|import)[ \t]*\(.*\)[ \t]*$/
]

/** Lines that are for the builder of the pages, left out of their text. */
export const silentLines = blockExtension(
  'silentLine',
  / {0,3}(?:\[(?:TOC|\[)|-+8<-|<<<|\{:?[ \t]*[.#\w]|\([\w:. /-]+\)=|%[ \t]|\+\+\+|@(?:include|import))/i,
  (text): Construct | undefined => {
    const line = /^ {0,3}([^\n]*)(?:\n|$)/.exec(text)
    const said = line?.[1] ?? ''
    if (line === null || !silent.some((pattern) => pattern.test(said))) return undefined
    if (/^-+8<-+[ \t]*$/.test(said)) return snippetBlock(text, said.trim())
    return { raw: line[0], pieces: [] }
  }
)

/** `--8<--` alone, and the files that it names until the next such line. */
function snippetBlock(text: string, mark: string): Construct {
  const all = text.split('\n', 100)
  const end = all.findIndex((line, at) => at > 0 && line.trim() === mark)
  return { raw: firstLines(text, end === -1 ? 1 : end + 1), pieces: [] }
}

/** `[^1]: text` with what is indented below, and `*[HTML]: Hyper Text` as a term that is explained. */
export const notes = blockExtension(
  'note',
  / {0,3}(?:\[\^[^\]\n]+\]|\*\[[^\]\n]+\]):/,
  (text): Construct | undefined => {
    const all = text.split('\n', 1_000)
    const head = /^ {0,3}(\[\^|\*\[)([^\]\n]+)\]:[ \t]*(.*)$/.exec(all[0] ?? '')
    if (head === null) return undefined
    const [, mark, name = '', said = ''] = head
    if (mark === '*[')
      return { raw: firstLines(text, 1), pieces: [{ kind: 'markdown', text: `${name}: ${said}` }] }
    const lazy = all
      .slice(1)
      .findIndex((line) => /^\s*$|^ {0,3}(?:\[\^|#|```|[-*+] )/.test(line) || /^ {4}/.test(line))
    const running = lazy === -1 ? all.slice(1) : all.slice(1, 1 + lazy)
    const below = indented(all.slice(1 + running.length), 4)
    const body = [[said, ...running].join('\n'), below.text].join('\n')
    return {
      raw: firstLines(text, 1 + running.length + below.count),
      pieces: [{ kind: 'markdown', text: `\\[${name}\\] ${body.trim()}` }]
    }
  }
)

const otherBlock =
  /^ {0,3}(?:#{1,6}\s|>|```|~~~|[-*+][ \t]|\d+[.)][ \t]|\||:|<|!!!|\?\?\?|===|\[\^)/

/** Terms, each on a line, with `: definition` below. */
export const definitions = blockExtension(
  'definitions',
  /[^\s:|#>\-*+<`~=!][^\n]*\n(?:[^\s:][^\n]*\n){0,8}?[ \t]*\n? {0,3}:[ \t]+\S|`[^\n]*\n(?:[^\s:][^\n]*\n){0,8}?[ \t]*\n? {0,3}:[ \t]+\S|:[ \t]{1,3}\S/,
  (text): Construct | undefined => {
    const all = text.split('\n', 2_000)
    const pieces: Piece[] = []
    let at = 0
    for (;;) {
      const entry = readEntry(all, at)
      if (entry === undefined) break
      pieces.push({ kind: 'terms', terms: entry.terms, text: entry.text })
      at = entry.end
    }
    if (pieces.length === 0) return undefined
    return {
      raw: firstLines(text, at),
      pieces: [{ kind: 'html', text: '<dl>' }, ...pieces, { kind: 'html', text: '</dl>' }]
    }
  }
)

/** The terms and definitions that begin at a line. */
// oxlint-disable-next-line complexity -- One case for each way in which it is written.
function readEntry(
  all: readonly string[],
  from: number
): { terms: string[]; text: string; end: number } | undefined {
  let at = from
  while (at > 0 && at < all.length && (all[at] ?? '').trim() === '') at++
  const terms: string[] = []
  for (; at < all.length && terms.length < 9; at++) {
    const line = all[at] ?? ''
    if (line.trim() === '' || /^ {0,3}:[ \t]/.test(line)) break
    if (otherBlock.test(line) && !line.startsWith('`')) return undefined
    terms.push(line.trim())
  }
  // The term may have been a comment.
  if (terms.length === 0 && from > 0) return undefined
  if ((all[at] ?? '').trim() === '' && /^ {0,3}:[ \t]/.test(all[at + 1] ?? '')) at++
  const definitions: string[] = []
  while (at < all.length) {
    const head = /^( {0,3}:[ \t]+)(.*)$/.exec(all[at] ?? '')
    if (head === null) break
    const body = readDefinition(all.slice(at + 1), Math.min(4, (head[1] ?? '').length))
    definitions.push([head[2] ?? '', body.text].join('\n'))
    at += 1 + body.count
    if ((all[at] ?? '').trim() === '' && /^ {0,3}:[ \t]/.test(all[at + 1] ?? '')) at++
  }
  if (definitions.length === 0) return undefined
  return { terms, text: definitions.join('\n\n'), end: at }
}

/** Lines of a definition: those that go on without an indent, then those that are indented. */
function readDefinition(rest: readonly string[], width: number): { count: number; text: string } {
  let lazy = 0
  while (lazy < rest.length && isLazy(rest, lazy)) lazy++
  const below = indented(rest.slice(lazy), width)
  const running = rest.slice(0, lazy).map((line) => line.trim())
  return { count: lazy + below.count, text: [...running, below.text].join('\n') }
}

function isLazy(rest: readonly string[], at: number): boolean {
  const line = rest[at] ?? ''
  return /^\S/.test(line) && !otherBlock.test(line) && !/^ {0,3}:[ \t]/.test(rest[at + 1] ?? '')
}
