import { findFences } from './find-fences.js'
import { readsAsPython } from './reads-as-python.js'

/** Where the code of a reply was found. */
export type FoundIn = 'fence' | 'tag' | 'marker' | 'bare' | 'nowhere'

export interface Extraction {
  readonly code: string
  readonly foundIn: FoundIn
}

const pythonNames = new Set(['python', 'py', 'python3', 'py3', 'ipython', 'pycon', ''])

/**
 * Takes the code out of a model's reply. In this order, the first that is there:
 * 1. a fenced block: the first that is marked as Python, else the first without a language that reads as Python, else
 *    any other that does; a later block that holds all of it, as a final version does, takes its place;
 * 2. what stands between `<code>` and `</code>`; a reply may begin inside;
 * 3. what stands after BEGIN SOLUTION or SOLUTION START;
 * 4. the reply itself, or the part of it between its first and last line of code, when that reads as Python.
 * Nothing found is ''. What a model thought aloud is not looked at; prompts of an interactive session are taken off.
 */
export function extractCode(reply: string): Extraction {
  const text = withoutThought(reply.replaceAll('\r\n', '\n'))
  const fenced = chosenFence(text)
  if (fenced !== null) return { code: cleaned(fenced), foundIn: 'fence' }
  const tagged = insideTag(text)
  if (tagged !== null) return { code: withoutProse(cleaned(tagged)), foundIn: 'tag' }
  const marked = afterMarker(text)
  if (marked !== text && marked.trim() !== '')
    return { code: withoutProse(cleaned(marked)), foundIn: 'marker' }
  const bare = bareCode(text)
  return bare === '' ? { code: '', foundIn: 'nowhere' } : { code: bare, foundIn: 'bare' }
}

function withoutThought(text: string): string {
  const closed = text.replace(/<(think|thinking|reasoning)>[\s\S]*?<\/\1>/gi, '')
  return closed.replace(/^[\s\S]*<\/(?:think|thinking|reasoning)>/i, '')
}

function chosenFence(text: string): string | null {
  const blocks = findFences(text).filter(({ body }) => cleaned(body).trim() !== '')
  const python = blocks.filter(({ language }) => pythonNames.has(language))
  const first =
    python.find(({ language }) => language !== '') ??
    python.find(({ body }) => readsAsPython(cleaned(body))) ??
    blocks.find(({ body }) => readsAsPython(cleaned(body))) ??
    python[0]
  if (first === undefined) return null
  const core = cleaned(first.body).trim()
  const later = python.slice(python.indexOf(first) + 1)
  return (later.findLast(({ body }) => cleaned(body).includes(core)) ?? first).body
}

function insideTag(text: string): string | null {
  const open = /<code>/i.exec(text)
  const close = /<\/code>/i.exec(text)
  if (open === null && close === null) return null
  const from = open === null || (close !== null && close.index < open.index) ? 0 : open.index + 6
  const body = text.slice(from)
  const end = /<\/code>/i.exec(body)
  return end === null ? body : body.slice(0, end.index)
}

const beginning = /^[ \t#]*(?:BEGIN SOLUTION|SOLUTION START)[ \t]*$/gim
const ending = /^[ \t#]*(?:END SOLUTION|SOLUTION END)[ \t]*$/im

/** What stands after the last marker of a beginning; comments before it and a `return` after an end belong to the code. */
function afterMarker(text: string): string {
  const last = [...text.matchAll(beginning)].at(-1)
  const before = last === undefined ? '' : text.slice(0, last.index)
  const rest =
    last === undefined || /^(?:[ \t]*#.*\n|[ \t]*\n)+[ \t#]*$/.test(before)
      ? text
      : text.slice(last.index + last[0].length)
  const end = ending.exec(rest)
  if (end === null) return rest
  const tail = rest.slice(end.index + end[0].length)
  return /^(?:[ \t]*#.*\n|[ \t]*\n)*[ \t]+return\b/.test(tail) ? rest : rest.slice(0, end.index)
}

/** Without markers, tags on lines of their own, session prompts, and blank lines around. */
function cleaned(code: string): string {
  const lines = afterMarker(code)
    .split('\n')
    .filter((line) => !/^\s*<\/?code>\s*$/i.test(line))
  const session = lines.find((line) => line.trim() !== '')?.startsWith('>>> ')
  const kept = session
    ? lines.filter((line) => /^(?:>>>|\.\.\.)/.test(line)).map((line) => line.slice(4))
    : lines
  return kept
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
}

/** A reply that was cut, or forgot to close what it opened, may go on in prose. */
function withoutProse(code: string): string {
  const found = bareCode(code)
  return found === '' ? code : found
}

const codeLine =
  /^\s*(?:import\s+\w.*|from\s+[\w.]+\s+import\b.*|(?:def|class)\s+\w+.*:|(?:for|while|if|with|try|return|@\w).*|[\w.]+(?:\[.*\])?\s*(?:[-+*/|&]|\*\*|\/\/)?=[^=].*|[\w.]+\(.*|[([][\w\s,.*]+[)\]]\s*=[^=].*|\w+\s*,[\w\s,().*]+=[^=].*)$/

function bareCode(text: string): string {
  if (readsAsPython(text)) return text
  const lines = text.split('\n')
  let first = lines.findIndex((line) => codeLine.test(line))
  if (first < 0) return ''
  while (/^\s*#/.test(lines[first - 1] ?? '')) first -= 1
  const stop = Math.max(first + 1, lines.length - 60)
  for (let end = lines.length; end >= stop; end -= 1) {
    const part = lines.slice(first, end).join('\n')
    if (mayEnd(lines[end - 1] ?? '') && readsAsPython(part)) return part.trimEnd()
  }
  return ''
}

/** Cheaper than parsing: prose is told by its last line most of the time. */
function mayEnd(line: string): boolean {
  return codeLine.test(line) || /^(?:[ \t]+\S|[)\]}#'"])/.test(line)
}
