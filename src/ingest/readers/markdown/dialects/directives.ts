import { admonition } from './admonitions.js'
import type { Piece } from './pieces.js'
import { escapeHtml } from './pieces.js'

function names(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

const admonitions = names(
  'note tip info warning danger caution important attention error hint seealso todo admonition success question ' +
    'failure bug example quote abstract summary tldr deprecated versionadded versionchanged versionremoved check ' +
    'secondary details dropdown warn definition theorem lemma proof exercise solution'
)
/** What shows code, whatever its name. */
const codes = names(
  'code code-block code-cell sourcecode parsed-literal prompt doctest testcode ipython jupyter-execute command-output'
)
/** What is made up when the page is built, or is for its looks: nothing of it stands in the text. */
const silent = names(
  'toctree contents index bibliography tableofcontents sectnum meta raw only highlight currentmodule py:currentmodule module py:module ' +
    'toc nav printindex rubric-none footbibliography testsetup testcleanup testoutput card-carousel tags'
)
const maths = names('math amsmath')
const drawings = names('mermaid graphviz plantuml vega blockdiag uml dot')

export function isAdmonition(name: string): boolean {
  return admonitions.has(name.toLowerCase())
}

/** A directive of MyST or a container of another dialect, as it stands in its page. */
export interface Directive {
  readonly name: string
  /** What stands after the name. */
  readonly argument: string
  readonly body: string
}

/** What a directive says. One that is not known says its argument and its body. */
export function directivePieces(directive: Directive): Piece[] {
  const name = directive.name.toLowerCase()
  const { options, text } = readOptions(directive.body)
  const argument = directive.argument.trim()
  if (silent.has(name)) return []
  if (codes.has(name)) return codePieces(argument, options, text)
  if (drawings.has(name)) return [{ kind: 'code', text, info: name }]
  if (maths.has(name)) return [math([argument, text].filter((part) => part !== '').join('\n'))]
  const special = specials[name]
  if (special !== undefined) return special(argument, options, text)
  if (
    /^(?:auto|py:|c:|cpp:|js:|rst:)\w+$/.test(name) ||
    /^(?:function|method|class|attribute|data|exception|option|envvar|confval)$/.test(name)
  )
    return described(argument, text)
  return titled(name, argument, text)
}

/** A directive with an argument that says less than the kind is a note under that title. */
function titled(name: string, argument: string, text: string): Piece[] {
  const isVersion = /^(?:version(?:added|changed|removed)|deprecated)$/.test(name)
  if (isVersion) {
    const what = { versionadded: 'New in version', versionchanged: 'Changed in version' }[name]
    const said = argument.replace(/^(\S+)\s+/, '$1: ')
    return [{ kind: 'markdown', text: `${what ?? 'Deprecated since version'} ${said}\n\n${text}` }]
  }
  if (name === 'admonition' || !isAdmonition(name)) return admonition(name, argument, text)
  if (argument === '') return admonition(name, name === 'details' ? 'Details' : null, text)
  // Sphinx's admonitions have no titles of their own: there the text begins on the first line.
  return admonition(name, argument, text)
}

type Options = ReadonlyMap<string, string>
type Special = (argument: string, options: Options, text: string) => Piece[]

const figure: Special = (_, options, text) => [
  { kind: 'markdown', text: [options.get('alt') ?? '', text].filter((s) => s !== '').join('\n\n') }
]

const pointer: Special = (argument) => [{ kind: 'markdown', text: codeSpan(argument) }]

const specials: Readonly<Record<string, Special | undefined>> = {
  image: figure,
  figure,
  include: () => [],
  literalinclude: () => [],
  'eval-rst': (_, __, text) => [{ kind: 'code', text, info: 'rst' }],
  'csv-table': (argument, _, text) => [
    { kind: 'title', text: argument },
    { kind: 'markdown', text: csvRows(text) }
  ],
  'list-table': (argument, _, text) => admonition('table', argument, text),
  table: (argument, _, text) => admonition('table', argument, text),
  glossary: (_, __, text) => glossary(text),
  video: pointer,
  youtube: pointer
}

function codePieces(argument: string, options: Options, text: string): Piece[] {
  const caption = options.get('caption') ?? ''
  const language = argument.split(/\s/)[0] ?? ''
  return [
    ...(caption === '' ? [] : [{ kind: 'title', text: caption } as const]),
    { kind: 'code', text, info: language }
  ]
}

/** An object that is described: its signatures, and what is said of it below. */
function described(argument: string, text: string): Piece[] {
  const terms = argument.split('\n').map((one) => codeSpan(one.trim()))
  return [
    { kind: 'html', text: '<dl>' },
    { kind: 'terms', terms, text },
    { kind: 'html', text: '</dl>' }
  ]
}

function glossary(text: string): Piece[] {
  if (/^ {0,3}:[ \t]/m.test(text))
    return [{ kind: 'markdown', text: text.replace(/\n(?=[^\s:][^\n]*\n:[ \t])/g, '\n\n') }]
  const pieces: Piece[] = [{ kind: 'html', text: '<dl>' }]
  for (const [, terms = '', body = ''] of text.matchAll(
    /((?:^\S.*\n)+)((?:(?:[ \t]+.*)?(?:\n|$))*)/gm
  )) {
    const definition = body.replace(/^[ \t]+/gm, '').replace(/^: ?/, '')
    pieces.push({ kind: 'terms', terms: terms.trim().split('\n'), text: definition })
  }
  return [...pieces, { kind: 'html', text: '</dl>' }]
}

function csvRows(text: string): string {
  const rows = text.split('\n').filter((row) => row.trim() !== '')
  return rows.map((row) => `- ${row.replace(/^"|"$/g, '').replace(/",\s*"/g, ' | ')}`).join('\n')
}

function codeSpan(text: string): string {
  return text === '' ? '' : `\`\`${text.includes('`') ? ` ${text} ` : text}\`\``
}

/** A formula as it is written, without what marks it as one. */
export function math(tex: string): Piece {
  return { kind: 'html', text: `<div class="math">${escapeHtml(tex.trim())}</div>\n` }
}

/** The options above a body: `:name: value` lines, or YAML between dashes. */
function readOptions(body: string): { options: Options; text: string } {
  const lines = body
    .replace(/^(?:[ \t]*\n)+/, '')
    .replace(/\s+$/, '')
    .split('\n')
  const options = new Map<string, string>()
  let at = 0
  const isYaml = lines[0]?.trim() === '---'
  const end = isYaml ? lines.findIndex((line, n) => n > 0 && line.trim() === '---') : -1
  if (isYaml && end > 0) {
    for (const line of lines.slice(1, end))
      setOption(options, /^\s*([\w-]+)\s*:\s*(.*)$/.exec(line))
    at = end + 1
  } else {
    for (; at < lines.length; at++) {
      const option = /^\s*:([\w-]+):(?:\s+(.*))?$/.exec(lines[at] ?? '')
      if (option === null) break
      setOption(options, option)
    }
  }
  return {
    options,
    text: lines
      .slice(at)
      .join('\n')
      .replace(/^(?:[ \t]*\n)+/, '')
  }
}

function setOption(options: Map<string, string>, match: RegExpExecArray | null): void {
  if (match !== null) options.set(match[1] ?? '', (match[2] ?? '').trim())
}
