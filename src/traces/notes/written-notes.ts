import type { CanonicalTrace } from '../canonical-trace.js'
import { sentencesOf, type Sentence } from './sentences.js'
import { behaviourIn } from './states-behaviour.js'

/** A sentence of a trace that states a behaviour, with where it stands. */
export interface WrittenNote {
  readonly happens: string
  /** Names of code in it or on the line that it comments, the first one first. */
  readonly names: readonly string[]
  /** `notes:120-240`, `code:5`. */
  readonly span: string
  /** The line that a comment explains. */
  readonly shownBy: string | null
}

/** Of one trace. */
const mostNotes = 12

/**
 * Sentences and code comments of a trace that state how something behaves: its notes, the last thing that its agent
 * said, and the comments of its code where it passed. Of the same sentence the first; the surest first.
 * @param used last names that the trace's code uses
 */
export function writtenNotes(trace: CanonicalTrace, used: ReadonlySet<string>): WrittenNote[] {
  const own = definedIn(codeOf(trace))
  const known: Known = { used, own }
  const found = [
    ...notesIn(trace.notes ?? '', 'notes', known),
    ...notesIn(lastWords(trace), 'message', known),
    ...(trace.outcome.status === 'passed' ? commentsIn(codeOf(trace), known) : [])
  ]
  const distinct = new Map<string, Scored>()
  for (const one of found) {
    const key = one.happens
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    if (!distinct.has(key)) distinct.set(key, one)
  }
  return [...distinct.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, mostNotes)
    .map(({ happens, names, span, shownBy }) => ({ happens, names, span, shownBy }))
}

/** Last names that the code uses, and those that it defines itself: what is said of those is of the work. */
interface Known {
  readonly used: ReadonlySet<string>
  readonly own: ReadonlySet<string>
}

function definedIn(code: string): ReadonlySet<string> {
  const defined = code.matchAll(
    /\b(?:def|class|function)\s+([A-Za-z_$][\w$]*)|\bconst\s+([A-Za-z_$][\w$]*)\s*=\s*(?:async\s*)?\(/g
  )
  const assigned = [...code.matchAll(/^[ \t]*([A-Za-z_$][\w$]*)[ \t]*=(?!=)/gm)]
    .map(([, name = '']) => name)
    .filter((name) => !isNamedElsewhere(code, name))
  return new Set([...[...defined].map(([, name, arrow]) => name ?? arrow ?? ''), ...assigned])
}

/** Whether a variable's name is a member, a keyword of a call or a key too: then what is said of it may be of that. */
function isNamedElsewhere(code: string, name: string): boolean {
  const text = name.replace(/\$/g, '\\$')
  return new RegExp(`\\.${text}\\b|[(,]\\s*${text}=|\\b${text}['"]?\\s*:|\\{\\s*${text}\\b`).test(
    code
  )
}

interface Scored extends WrittenNote {
  readonly score: number
}

function notesIn(text: string, field: string, known: Known): Scored[] {
  let before: readonly string[] = []
  return sentencesOf(text).flatMap((sentence) => {
    const names = namesIn(sentence.text, known)
    const carried = names.length > 0 ? names : pointsBack(sentence.text) ? before : []
    if (names.length > 0) before = names
    return scored(sentence, {
      names: carried,
      span: `${field}:${String(sentence.start)}-${String(sentence.end)}`
    })
  })
}

function scored(
  { text }: Pick<Sentence, 'text'>,
  at: { readonly names: readonly string[]; readonly span: string; readonly shownBy?: string }
): Scored[] {
  if (at.names.length === 0) return []
  const behaviour = behaviourIn(text)
  if (behaviour === undefined) return []
  const [name = ''] = at.names
  const happens = behaviour.clause.replace(/^(?:it|this|that)\b(?! (?:way|means))/i, `\`${name}\``)
  return [
    { happens, names: at.names, span: at.span, shownBy: at.shownBy ?? null, score: behaviour.score }
  ]
}

function pointsBack(text: string): boolean {
  return /^(?:it|this|that|they|the (?:method|function|call|result|return value|argument|parameter|column|window|default))\b/i.test(
    text
  )
}

/** In backticks, called, dotted, or with an underscore; plain words only where the code uses such a name. */
const codeLike =
  /`([^`\n]{2,80})`|(?<![\w.])([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+)(?:\(|\b)|(?<![\w.])([A-Za-z_]\w*)\(|\b([a-z]\w*_\w+)\b|\b([A-Z][a-z]+[A-Z]\w+)\b/g

function namesIn(text: string, known: Known): string[] {
  const likely = [...text.matchAll(codeLike)].flatMap((match) => {
    const [quoted, ...others] = match.slice(1) as (string | undefined)[]
    const name =
      quoted === undefined ? others.find((one) => one !== undefined) : nameInQuotes(quoted)
    return name === undefined || notNames.test(name) ? [] : [name]
  })
  const plain = [...text.matchAll(/(?<![\w.`])[A-Za-z]\w{3,}(?![\w`])/g)]
    .map(([word]) => word)
    .filter((word) => known.used.has(word) && !everyday.has(word.toLowerCase()))
  const last = (name: string) => name.slice(name.lastIndexOf('.') + 1)
  const foreign = [...likely, ...plain].filter((name) => !known.own.has(last(name)))
  // What the code uses says more than what only looks like a name.
  const used = foreign.filter((name) => known.used.has(last(name)))
  return [...new Set(used.length > 0 ? used : foreign)].slice(0, 2)
}

const notNames =
  /^(?:none|null|true|false|undefined|nan|e\.g|i\.e|etc|int|str|float|bool|list|dict|tuple|set|object|string|number|boolean|\w+\.(?:py|js|ts|md|json|txt|csv|toml|yaml|yml|html|com|org)|self|cls)$/i

/** Names of functions that are words of every text. */
const everyday: ReadonlySet<string> = new Set(
  'return print list dict range open read write test tests call code text value values name type line lines file files time data from with this that each only both when then than once last first next index format string number object table column columns result results input output start count size length error sum order sort join add set get key keys item items copy'.split(
    ' '
  )
)

/** `Table.order("time")` is about Table.order; what is no name or call is about nothing. */
function nameInQuotes(quoted: string): string | undefined {
  const [, name] =
    /^(?:[A-Za-z_]\w*\s*=\s*)?((?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*)\s*(?:\(.*|=.*)?$/s.exec(
      quoted.trim()
    ) ?? []
  return name
}

/** The last thing that the agent said, unless it is code. */
function lastWords({ steps }: CanonicalTrace): string {
  const last = steps.findLast((step) => step.role === 'agent' && step.action?.kind === 'message')
  return last?.action?.input ?? ''
}

function codeOf({ solution, steps }: CanonicalTrace): string {
  return solution ?? steps.findLast((step) => step.state !== undefined)?.state?.text ?? ''
}

const comment = /^(\s*)(.*?)(?:^|\s)(?:#|\/\/)\s?(.*)$/
const mostLines = 4_000

/** Comments of code, those over several lines as one, with the line that they explain. */
function commentsIn(code: string, known: Known): Scored[] {
  return commentsOf(code.split('\n', mostLines)).flatMap(({ said, explained, shown, line }) =>
    sentencesOf(said).flatMap((sentence) => {
      const own = namesIn(sentence.text, known)
      const names = own.length > 0 ? own : calledIn(explained, known)
      return scored(sentence, { names, span: `code:${String(line)}`, shownBy: shown })
    })
  )
}

interface Comment {
  readonly said: string
  /** The line of code that it stands on, or the next one. */
  readonly explained: string
  readonly shown: string
  readonly line: number
}

function commentsOf(lines: readonly string[]): Comment[] {
  const found: Comment[] = []
  for (let i = 0; i < lines.length; i += 1) {
    const one = commentAt(lines, i)
    if (one === undefined) continue
    found.push(one.comment)
    i = one.last
  }
  return found
}

/** The comment that begins on a line, with the number of its last line; none where what looks like one is text. */
function commentAt(
  lines: readonly string[],
  from: number
): { readonly comment: Comment; readonly last: number } | undefined {
  const begun = begunAt(lines[from] ?? '')
  if (begun === undefined) return undefined
  const { before, said } = begun
  const isAlone = before.trim() === ''
  let last = from
  while (isAlone && isBareComment(lines[last + 1])) last += 1
  const more = lines.slice(from + 1, last + 1).map((line) => line.replace(/^\s*(?:#|\/\/)\s?/, ''))
  const prose = [said, ...more].map((line) => (isNoProse(line) ? '\n\n' : line))
  const after = lines.slice(last + 1, last + 4).find((line) => line.trim() !== '') ?? ''
  const shown = [...lines.slice(from, last + 1), ...(isAlone ? [after] : [])].join('\n').trim()
  return {
    comment: {
      said: prose.join(' '),
      explained: isAlone ? after : before,
      shown: shown.slice(0, 600),
      line: from + 1
    },
    last
  }
}

/** Code that was commented out, a marker («### END SOLUTION»), a rule of dashes. */
function isNoProse(line: string): boolean {
  const text = line.replace(/^[#/\s]+/, '').trim()
  if (/^[^a-z]*$/.test(text)) return true
  const isSpoken =
    /(?:^|\s)(?!return|await|yield|not|and|or|in|is|if|else|for|new|from|import|lambda)[a-z]{2,} (?!not|and|or|in|is|if|else|for)[a-z]{2,}(?:$|[\s,.;:])/
  if (isSpoken.test(text.replace(/(["'`]).*?\1/g, '""'))) return false
  return (
    /^[\w.[\]'", ]+?\s*[-+*/]?=\s*\S/.test(text) ||
    /^[\w.]+\(.*\)\s*[;:,]?$/.test(text) ||
    /^(?:return|import|from|raise|throw|await|yield|del|assert|const|let|var|def|class|if|for|while|else|try|except|with)\b/.test(
      text
    )
  )
}

/** What stands before and in the comment of a line; none where what looks like one is text. */
function begunAt(line: string): { readonly before: string; readonly said: string } | undefined {
  const [, , before = '', said = ''] = comment.exec(line) ?? []
  return said.trim() === '' || isOpen(before) ? undefined : { before, said }
}

function isBareComment(line: string | undefined): boolean {
  return /^\s*(?:#|\/\/)/.test(line ?? '')
}

/** Whether a quote is left open, so that what looks like a comment is text. */
function isOpen(text: string): boolean {
  return ['"', "'", '`'].some((quote) => (text.split(quote).length - 1) % 2 === 1)
}

function calledIn(line: string, known: Known): string[] {
  const called = [...line.matchAll(/([A-Za-z_]\w*)\s*\(/g)].map(([, name = '']) => name)
  return called.filter((name) => known.used.has(name) && !known.own.has(name)).slice(0, 1)
}
