import type { Block } from '../../text/blocks.js'
import { codeBlock, headBlock, textBlock } from '../../text/blocks.js'
import { cleanText } from '../../text/clean-text.js'
import { firstSentence } from '../../text/first-sentence.js'
import {
  isParameters,
  readDefinitions,
  readFields,
  readParameters,
  type ToldParameter
} from './docstring-parameters.js'

export interface Docstring {
  readonly blocks: readonly Block[]
  /** Its first sentence; '' where it begins with something else, such as an admonition. */
  readonly summary: string
  readonly parameters: readonly ToldParameter[]
  /** Names that it defines in a list: those in the signature are parameters too. */
  readonly definitions: readonly ToldParameter[]
  readonly deprecated: string | null
  /** What is between the parentheses of the call that it begins with, and these, where it does: C code has no other signature. */
  readonly call: string | null
}

interface Part {
  readonly title: string
  readonly lines: string[]
  /** Whether it is over where its indentation is, as in Google's style. */
  readonly isIndented: boolean
}

const googleTitle =
  /^(Args|Arguments|Parameters|Keyword Args|Keyword Arguments|Other Parameters|Returns?|Yields?|Raises|Examples?|Notes?|Attributes|References|See Also|Warns|Warnings?):\s*$/

/** A docstring in NumPy's, Google's or Sphinx' style, or plain, as text and as what it says of the parameters. */
export function readDocstring(doc: string): Docstring {
  const { call, text } = withoutCalls(doc)
  const parts = splitParts(tidyMarkup(text).split('\n'))
  const blocks = parts.flatMap((part) => [
    ...(part.title === '' ? [] : [headBlock(part.title)]),
    ...lineBlocks(part.lines)
  ])
  const described = parts
    .filter((p) => isParameters(p.title))
    .flatMap((p) => readParameters(p.lines))
  const fields = readFields(parts[0]?.lines ?? [])
  const own = parts.filter((p) => p.title === '' || /^deprecat/i.test(p.title))
  return {
    blocks,
    summary: summaryOf(text),
    parameters: [...described, ...fields],
    definitions: parts.flatMap((part) => readDefinitions(part.lines)),
    deprecated: deprecation(own.flatMap((part) => lineBlocks(part.lines))),
    call
  }
}

const calls = /^(?:[\w.]+\([^()]*(?:\([^()]*\)[^()]*)*\)(?:\s*->\s*[\w.]+(?:\[[^\]\n]*\])?)?\s*)+$/
const longestCall = 2_000

/** A docstring without the calls that stand above its text, as in NumPy's C code: `where(condition, [x, y], /)`. */
function withoutCalls(doc: string): { call: string | null; text: string } {
  const match = /^\s*([^]*?)\n[ \t]*\n([^]*\S[^]*)$/.exec(doc)
  const first = match?.[1] ?? ''
  if (first.length > longestCall || !calls.test(first)) return { call: null, text: doc }
  const call = /^[\w.]+(\([^()]*(?:\([^()]*\)[^()]*)*\))/.exec(first)?.[1] ?? '()'
  return { call: tidyCall(call), text: match?.[2] ?? '' }
}

/** On one line, without the object that a method is called on. */
function tidyCall(call: string): string {
  return call.replace(/\s+/g, ' ').replace(/^\(self\b[^,)]*(?:, )?/, '(')
}

/** The first sentence of the running text: fields, admonitions and notices are none. */
function summaryOf(doc: string): string {
  const text = tidyMarkup(doc.replace(admonition, ''))
  const [first] = lineBlocks(splitParts(text.split('\n'))[0]?.lines ?? []).filter(
    (block) => !/^Deprecated/.test(block.text)
  )
  return first === undefined || first.kind !== 'text' || /^(?::\w|[|+*-] )/.test(first.text)
    ? ''
    : firstSentence(first.text)
}

/** `!!! note "Title"`, or `.. note::`, with the text that is indented below. */
const admonition =
  /^([ \t]*)(?:[!?]{3}\+? *[\w-]+[^\n]*|\.\. [\w-]+::[^\n]*)\n(?:(?:\1[ \t]+[^\n]*|[ \t]*)(?:\n|$))*/gm

/** Roles and literals of reStructuredText as code in backticks, names that it replaces as they stand. */
function tidyMarkup(doc: string): string {
  return cleanText(doc)
    .replace(/:[\w:]+:`~?([^`<]+?)(?:\s*<[^`>]*>)?`/g, '`$1`')
    .replace(/(?<!`)``(?!`)([^`]+)``(?!`)/g, '`$1`')
    .replace(/(?<![\w|`])\|([\w.]+(?: [\w.]+){0,3})\|_{0,2}(?![\w|`])/g, '$1')
    .replace(
      /^([ \t]*)[!?]{3}\+? *([\w-]+)(?: +"([^"\n]*)")?[ \t]*$/gm,
      (_, space: string, ...[kind = '', title]: (string | undefined)[]) =>
        `${space}${title ?? capital(kind)}:`
    )
    .replace(/^([ \t]*)\.\. (?:code-block|code|sourcecode|doctest)::.*$/gm, '$1::')
    .replace(
      /^([ \t]*)\.\. (note|warning|tip|hint|important|caution|danger|attention|seealso|admonition):: *(.*)$/gm,
      (_, space: string, ...said: string[]) => space + directiveText(said)
    )
    .replace(/^(\s*)\.\. deprecated:: *(.*)$/gm, '$1Deprecated since version $2:')
    .replace(/^(\s*)\.\. versionadded:: *(.*)$/gm, '$1New in version $2.')
    .replace(/^(\s*)\.\. versionchanged:: *(.*)$/gm, '$1Changed in version $2.')
}

function directiveText([kind = '', title = '']: readonly string[]): string {
  return `${kind === 'seealso' ? 'See also' : capital(kind)}: ${title}`.trimEnd()
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Cuts at underlined titles (NumPy), at titles with a colon above indented text (Google), and at those of Markdown. */
function splitParts(lines: readonly string[]): Part[] {
  const parts = [plainPart()]
  const fences = fencesIn(lines)
  for (let at = 0; at < lines.length; at++) {
    const end = fences.get(at)
    const title = end === undefined ? titleAt(lines, at) : null
    if (title !== null) {
      parts.push({ title: title.text, lines: [], isIndented: title.isIndented })
      at += title.lines - 1
    } else {
      partFor(lines[at] ?? '', parts).lines.push(...lines.slice(at, (end ?? at) + 1))
      at = end ?? at
    }
  }
  return parts.map((part) => ({ ...part, lines: dedent(part.lines) }))
}

function plainPart(): Part {
  return { title: '', lines: [], isIndented: false }
}

/** The part that a line belongs to: a new one where that before it is over. */
function partFor(line: string, parts: Part[]): Part {
  const last = parts.at(-1)
  if (last !== undefined && !(last.isIndented && /^\S/.test(line))) return last
  const next = plainPart()
  parts.push(next)
  return next
}

interface Title {
  readonly text: string
  /** How many lines it takes. */
  readonly lines: number
  readonly isIndented: boolean
}

function titleAt(lines: readonly string[], at: number): Title | null {
  const line = lines[at] ?? ''
  const next = lines[at + 1] ?? ''
  if (/^\S/.test(line) && /^(?:-{3,}|={3,}|~{3,})\s*$/.test(next))
    return { text: line.trim(), lines: 2, isIndented: false }
  const google = googleTitle.exec(line)?.[1]
  if (google !== undefined && /^\s+\S/.test(next))
    return { text: google, lines: 1, isIndented: true }
  const text = markedTitle(line)
  return text === undefined ? null : { text, lines: 1, isIndented: false }
}

/** A heading of Markdown, or `**Parameters:**` alone on its line. */
function markedTitle(line: string): string | undefined {
  return (/^#{1,6} +(\S.*)$/.exec(line) ?? boldTitle.exec(line))?.[1]
}

const boldTitle = /^\*\*([A-Z][A-Za-z ]{2,40}?):?\*\*:?\s*$/

const fence = /^\s*(`{3,}|~{3,})\s*([\w+-]*)/

/** Where fenced code begins and ends, by the numbers of their lines. */
function fencesIn(lines: readonly string[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (let at = 0; at < lines.length; at++) {
    const mark = fence.exec(lines[at] ?? '')?.[1]
    if (mark === undefined) continue
    const closing = lines.findIndex((line, i) => i > at && line.trim().startsWith(mark))
    const end = closing < 0 ? lines.length - 1 : closing
    found.set(at, end)
    at = end
  }
  return found
}

function dedent(lines: readonly string[]): string[] {
  const depths = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const depth = depths.length === 0 ? 0 : Math.min(...depths)
  return lines.map((line) => line.slice(depth).trimEnd())
}

/** Paragraphs; sessions (`>>>`) and literal blocks (after `::`) as code. */
function lineBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let isLiteral = false
  for (const paragraph of paragraphs(lines)) {
    const text = paragraph.join('\n')
    const fenced = fence.exec(paragraph[0] ?? '')
    if (fenced !== null) {
      blocks.push(codeBlock(fencedCode(paragraph), fenced[2] ?? ''))
      isLiteral = false
      continue
    }
    if (text.trim() === '::') {
      isLiteral = true
      continue
    }
    const isIndented = paragraph.every((line) => line.startsWith(' '))
    if (paragraph[0]?.trimStart().startsWith('>>>') === true)
      blocks.push(codeBlock(dedent(paragraph).join('\n'), 'python'))
    else if (isLiteral && isIndented) {
      blocks.push(codeBlock(dedent(paragraph).join('\n'), ''))
      continue
    } else blocks.push(textBlock(unwrap(paragraph).replace(/::$/, ':')))
    isLiteral = text.endsWith('::')
  }
  return blocks
}

/** Running text was wrapped for an editor; lists, tables and indented text were not. */
function unwrap(paragraph: readonly string[]): string {
  const isRunning = paragraph.every(
    (line) => /^[^\s|+=*-]/.test(line) && !/^(?:\d+[.)]|:\w)/.test(line)
  )
  return paragraph.join(isRunning ? ' ' : '\n')
}

/** The lines between two fences. */
function fencedCode(paragraph: readonly string[]): string {
  const isClosed = paragraph.length > 1 && fence.test(paragraph.at(-1) ?? '')
  return dedent(paragraph.slice(1, isClosed ? -1 : undefined)).join('\n')
}

function paragraphs(lines: readonly string[]): string[][] {
  const all: string[][] = [[]]
  const fences = fencesIn(lines)
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const end = fences.get(at)
    if (end !== undefined) {
      all.push(lines.slice(at, end + 1), [])
      at = end
    } else if (line.trim() === '') all.push([])
    else if (line.trimStart().startsWith('>>>') && !startsSession(all.at(-1))) all.push([line])
    else all.at(-1)?.push(line)
  }
  return all.filter((paragraph) => paragraph.length > 0)
}

function startsSession(paragraph: readonly string[] | undefined): boolean {
  return paragraph?.[0]?.trimStart().startsWith('>>>') === true
}

function deprecation(blocks: readonly Block[]): string | null {
  return (
    blocks.find((block) =>
      /^(?:Deprecated since version|DEPRECATED\b|Deprecated[.:])/.test(block.text)
    )?.text ?? null
  )
}
