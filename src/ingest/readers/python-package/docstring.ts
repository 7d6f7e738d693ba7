import type { ParameterRecord } from '../../../domain/documentation.js'
import type { Block } from '../../text/blocks.js'
import { codeBlock, headBlock, textBlock } from '../../text/blocks.js'
import { cleanText } from '../../text/clean-text.js'
import { firstSentence, shorten } from '../../text/first-sentence.js'
import { defaultIn, splitDefault } from '../devdocs/parameters.js'

export interface Docstring {
  readonly blocks: readonly Block[]
  /** Its first sentence; '' where it begins with something else, such as an admonition. */
  readonly summary: string
  readonly parameters: readonly ParameterRecord[]
  readonly deprecated: string | null
}

interface Part {
  readonly title: string
  readonly lines: string[]
}

const googleTitle =
  /^(Args|Arguments|Parameters|Keyword Args|Keyword Arguments|Other Parameters|Returns?|Yields?|Raises|Examples?|Notes?|Attributes|References|See Also|Warns|Warnings?):\s*$/
const isParameters = /^(?:args|arguments|(?:other )?parameters|keyword arg(?:ument)?s)$/i

/** A docstring in NumPy's, Google's or Sphinx' style, or plain, as text and as what it says of the parameters. */
export function readDocstring(doc: string): Docstring {
  const parts = splitParts(tidyMarkup(doc).split('\n'))
  const blocks = parts.flatMap((part) => [
    ...(part.title === '' ? [] : [headBlock(part.title)]),
    ...lineBlocks(part.lines)
  ])
  const described = parts
    .filter((p) => isParameters.test(p.title))
    .flatMap((p) => readParameters(p.lines))
  const fields = readFields(parts[0]?.lines ?? [])
  const own = parts.filter((p) => p.title === '' || /^deprecat/i.test(p.title))
  return {
    blocks,
    summary: summaryOf(doc),
    parameters: [...described, ...fields],
    deprecated: deprecation(own.flatMap((part) => lineBlocks(part.lines)))
  }
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

/** Roles and literals of reStructuredText as code in backticks. */
function tidyMarkup(doc: string): string {
  return cleanText(doc)
    .replace(/:[\w:]+:`~?([^`<]+?)(?:\s*<[^`>]*>)?`/g, '`$1`')
    .replace(/``([^`]+)``/g, '`$1`')
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

/** Cuts at underlined titles (NumPy) and at titles with a colon above indented text (Google). */
function splitParts(lines: readonly string[]): Part[] {
  const parts: Part[] = [{ title: '', lines: [] }]
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const next = lines[at + 1] ?? ''
    const google = googleTitle.exec(line)?.[1]
    if (/^\S/.test(line) && /^(?:-{3,}|={3,}|~{3,})\s*$/.test(next)) {
      parts.push({ title: line.trim(), lines: [] })
      at++
    } else if (google !== undefined && /^\s+\S/.test(next)) {
      parts.push({ title: google, lines: [] })
    } else parts.at(-1)?.lines.push(line)
  }
  return parts.map(({ title, lines: own }) => ({ title, lines: dedent(own) }))
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

function paragraphs(lines: readonly string[]): string[][] {
  const all: string[][] = [[]]
  for (const line of lines) {
    if (line.trim() === '') all.push([])
    else if (line.trimStart().startsWith('>>>') && !startsSession(all.at(-1))) all.push([line])
    else all.at(-1)?.push(line)
  }
  return all.filter((paragraph) => paragraph.length > 0)
}

function startsSession(paragraph: readonly string[] | undefined): boolean {
  return paragraph?.[0]?.trimStart().startsWith('>>>') === true
}

/** `name : type` or `name (type): text`, with indented text below. */
function readParameters(lines: readonly string[]): ParameterRecord[] {
  const found: { head: string; text: string[] }[] = []
  for (const line of lines) {
    if (/^\S/.test(line)) found.push({ head: line, text: [] })
    else if (line.trim() !== '') found.at(-1)?.text.push(line.trim())
  }
  return found.flatMap(({ head, text }) => {
    const google = /^(\*{0,2}\w+) *(?:\(([^)]*)\))?: (.+)$/.exec(head)
    const numpy = /^(\*{0,2}\w+(?:, \*{0,2}\w+)*)(?: *: *(.*))?$/.exec(head)
    const match = text.length > 0 || google === null ? (numpy ?? google) : google
    if (match === null) return []
    return [record(match[1] ?? '', match[2] ?? '', [match[3] ?? '', ...text].join(' '))]
  })
}

/** `:param type name: text`, with `:type name: type` beside it. */
function readFields(lines: readonly string[]): ParameterRecord[] {
  const text = lines.join('\n')
  const types = new Map(
    [...text.matchAll(/^:type (\*{0,2}\w+): *(.+)$/gm)].map((m) => [m[1], m[2] ?? ''])
  )
  return [...text.matchAll(/^:param (?:([^:\n]+) )?(\*{0,2}\w+): *((?:.|\n(?=[ \t]))*)/gm)].map(
    (m) => record(m[2] ?? '', m[1] ?? types.get(m[2]) ?? '', m[3] ?? '')
  )
}

function record(name: string, type: string, text: string): ParameterRecord {
  const bare = type.replace(/,? *\b(?:optional|default(?:s to|[ =:]).*)$/, '').trim()
  return {
    name,
    type: bare === '' ? null : bare,
    default: splitDefault({ name, type }).default ?? defaultIn(text),
    description: text.trim() === '' ? null : shorten(text)
  }
}

function deprecation(blocks: readonly Block[]): string | null {
  return (
    blocks.find((block) =>
      /^(?:Deprecated since version|DEPRECATED\b|Deprecated[.:])/.test(block.text)
    )?.text ?? null
  )
}
