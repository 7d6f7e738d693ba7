/** A tag of HTML or JSX as it stands in a text. */
export interface Tag {
  readonly end: number
  /** '' for a fragment. */
  readonly name: string
  readonly isClosing: boolean
  readonly isEmpty: boolean
  /** Attributes with a plain text as value. */
  readonly attribs: ReadonlyMap<string, string>
}

const longest = 8_000
const opening = /<(\/?)(?:([A-Za-z][\w.:-]*)(?=[\s/>])|(?=>))/y
const attribute = /\s*([@:#\w$][\w.:@$-]*)/y
const quoted = /\s*=\s*(?:"([^"]*)"|'([^']*)'|(?=\{)|([^\s"'{}<>`]+))/y
const ending = /\s*(\/?)>/y

/** The tag that begins at a `<`, which may go over several lines; undefined where there is none. */
export function readTag(text: string, at: number): Tag | undefined {
  const begin = stick(opening, text, at)
  if (begin === null) return undefined
  const attribs = new Map<string, string>()
  let end = at + begin[0].length
  while (end - at < longest) {
    const last = stick(ending, text, end)
    if (last !== null) {
      return {
        end: end + last[0].length,
        name: begin[2] ?? '',
        isClosing: begin[1] === '/',
        isEmpty: last[1] === '/',
        attribs
      }
    }
    const next = readAttribute(text, end, attribs)
    if (next === undefined) return undefined
    end = next
  }
  return undefined
}

// oxlint-disable-next-line complexity -- One case for each way in which it is written.
function readAttribute(text: string, at: number, attribs: Map<string, string>): number | undefined {
  const spread = stick(/\s*(?=\{)/y, text, at)
  if (spread !== null) return endOfBraces(text, at + spread[0].length)
  const name = stick(attribute, text, at)
  if (name === null || /\n\s*\n/.test(name[0])) return undefined
  const after = at + name[0].length
  const value = stick(quoted, text, after)
  if (value === null) {
    attribs.set(name[1] ?? '', '')
    return after
  }
  const end = after + value[0].length
  if (
    text[end] === '{' &&
    value[1] === undefined &&
    value[2] === undefined &&
    value[3] === undefined
  )
    return bracedValue(text, end, (said) => attribs.set(name[1] ?? '', said))
  attribs.set(name[1] ?? '', value[1] ?? value[2] ?? value[3] ?? '')
  return end
}

function bracedValue(text: string, at: number, set: (said: string) => void): number | undefined {
  const end = endOfBraces(text, at)
  const said = end === undefined ? null : stringLiteral(text.slice(at + 1, end - 1))
  if (said !== null) set(said)
  return end
}

/** What a JavaScript string says; null for any other expression. */
export function stringLiteral(expression: string): string | null {
  const match = /^\s*(?:"([^"\\]*)"|'([^'\\]*)'|`([^`\\$]*)`)\s*$/.exec(expression)
  return match === null ? null : (match[1] ?? match[2] ?? match[3] ?? '')
}

/** The place after the brace that closes the one at `at`; undefined where none does. */
export function endOfBraces(text: string, at: number): number | undefined {
  const token = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|[{}]/g
  token.lastIndex = at
  let depth = 0
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match.index - at > longest) return undefined
    if (match[0] === '{') depth++
    if (match[0] === '}' && --depth === 0) return token.lastIndex
  }
  return undefined
}

function stick(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
