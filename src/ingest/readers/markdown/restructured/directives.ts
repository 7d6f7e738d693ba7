import { isAdmonition } from '../dialects/directives.js'
import { escapeHtml } from '../dialects/pieces.js'
import { inlineHtml } from './inline.js'
import { glossaryHtml } from './lists.js'
import { isObject, objectHtml } from './objects.js'
import type { Lines, Page } from './page.js'
import { codeBlockHtml, ledBy, trimmed } from './page.js'
import { csvTableHtml, listTableHtml } from './tables.js'

/** `.. name:: argument` with the lines below it, moved to the margin. */
export interface Directive {
  readonly name: string
  readonly argument: string
  readonly below: Lines
}

/** A directive taken apart. */
export interface Parts {
  readonly name: string
  /** The lines of its argument. */
  readonly argument: Lines
  readonly options: ReadonlyMap<string, string>
  readonly body: Lines
}

type Make = (parts: Parts, page: Page) => string

function each(names: string, make: Make): Record<string, Make> {
  return Object.fromEntries(names.split(' ').map((name) => [name, make]))
}

const nothing: Make = () => ''

const body: Make = ({ body: lines }, page) => page.blocks(lines)

/** What only holds other blocks, under its title. */
const titled: Make = ({ argument, body: lines }, page) => {
  const title = argument.join(' ')
  const head = title === '' ? '' : `<p class="admonition-title">${inlineHtml(title, page)}</p>\n`
  return head + page.blocks(lines)
}

/** A title that is no heading, or a line in the middle; what stands below is text too. */
const rubric: Make = ({ argument, body: lines }, page) =>
  `<p class="rubric">${inlineHtml(argument.join(' '), page)}</p>\n${page.blocks(lines)}`

const code: Make = ({ argument, options, body: lines }, page) => {
  const language = (argument[0] ?? '').split(/\s/)[0] ?? ''
  const caption = options.get('caption') ?? ''
  const head =
    caption === '' ? '' : `<p class="admonition-title">${inlineHtml(caption, page)}</p>\n`
  return head + codeBlockHtml(lines, language === '' ? page.language : language)
}

const plainCode: Make = (parts, page) => code({ ...parts, argument: ['text'] }, page)
const pythonCode: Make = (parts, page) => code({ ...parts, argument: ['python'] }, page)

const picture: Make = ({ options, body: lines }, page) => {
  const said = options.get('alt') ?? ''
  const alt =
    /[/\\]|\.\w{2,5}$/.test(said) || said.length < 12 ? '' : `<p>${escapeHtml(said)}</p>\n`
  return lines.length === 0 ? '' : alt + page.blocks(lines)
}

const math: Make = ({ argument, body: lines }) =>
  `<div class="math">${escapeHtml([...argument, ...lines].join('\n').trim())}</div>\n`

const only: Make = ({ argument, body: lines }, page) =>
  /^(?:latex|man|epub|text|pdf)$/.test(argument.join(' ').trim()) ? '' : page.blocks(lines)

const language: Make = ({ argument }, page) => {
  page.language = (argument[0] ?? '').trim()
  return ''
}

/** What is described from here on belongs to that module. */
const module: Make = ({ argument, options, body: lines }, page) => {
  const name = (argument[0] ?? '').trim()
  page.module = name === 'None' ? '' : name.slice(0, 200)
  page.scope = ''
  const synopsis = options.get('synopsis') ?? ''
  const head = synopsis === '' ? '' : `<p>${inlineHtml(synopsis, page)}</p>\n`
  return head + page.blocks(lines)
}

const program: Make = ({ argument }, page) => {
  page.program = (argument[0] ?? '').slice(0, 100)
  return ''
}

/** `versionchanged:: 1.2 text` */
const version: Make = ({ name, argument, body: lines }, page) => {
  const [number = '', ...words] = argument.join(' ').split(' ')
  const what = { versionadded: 'New in version', versionchanged: 'Changed in version' }[name]
  const removed = name === 'versionremoved' ? 'Removed in version' : 'Deprecated since version'
  const said = words.join(' ') === '' && lines.length === 0 ? '' : ': '
  const head = `${what ?? removed} ${escapeHtml(number)}${said}${inlineHtml(words.join(' '), page)}`
  const html =
    words.length > 0 ? `<p>${head}</p>\n${page.blocks(lines)}` : ledBy(head, page.blocks(lines))
  return `<div class="${name}">${html}</div>\n`
}

const names: Make = ({ body: lines }) => {
  const items = trimmed(lines).map((line) => line.trim().replace(/^~/, ''))
  const all = items.filter((item) => item !== '' && item.length <= 200)
  return `<ul>\n${all.map((item) => `<li><code>${escapeHtml(item)}</code></li>\n`).join('')}</ul>\n`
}

const makers: Readonly<Record<string, Make | undefined>> = {
  __proto__: null as never,
  ...each(
    'toctree contents index meta raw include literalinclude default-role role rst-class cssclass sectnum section-numbering tabularcolumns ' +
      'target-notes image testsetup testcleanup testoutput header footer title bibliography footbibliography graphviz plantuml uml ' +
      'mermaid digraph inheritance-diagram plot changelog_imports restructuredtext-test-directive date sectionauthor codeauthor ' +
      'moduleauthor video youtube raw-html acks-none sphinx_gallery_thumbnail minigallery',
    nothing
  ),
  ...each(
    'code code-block sourcecode parsed-literal prompt doctest testcode ipython jupyter-execute code-cell literal productionlist ' +
      'terminal shell-session tab-code',
    code
  ),
  ...each('command-output program-output click:run', plainCode),
  ...each('click:example pyexec', pythonCode),
  ...each('topic sidebar tab tab-item group-tab card dropdown grid-item-card', titled),
  ...each(
    'container compound tabs tab-set grid grid-item epigraph highlights pull-quote hlist ifconfig acks centered-block',
    body
  ),
  ...each('rubric centered', rubric),
  ...each('versionadded versionchanged versionremoved deprecated', version),
  ...each('module py:module currentmodule py:currentmodule js:module', module),
  figure: picture,
  math,
  only,
  highlight: language,
  program,
  autosummary: names,
  glossary: ({ body: lines }, page) => glossaryHtml(lines, page),
  'list-table': ({ argument, options, body: lines }, page) =>
    listTableHtml({ title: argument.join(' '), head: options.get('header-rows'), lines }, page),
  'csv-table': ({ argument, options, body: lines }, page) =>
    csvTableHtml({ title: argument.join(' '), head: options.get('header'), lines }, page),
  class: classOrLook,
  table: titled
}

/** In Sphinx a class that is described; elsewhere how something looks. */
function classOrLook(parts: Parts, page: Page): string {
  const isLook = /^[a-z\d -]+$/.test(parts.argument.join(' ')) && parts.body.length === 0
  return isLook ? '' : objectHtml(parts, page)
}

/** What a directive says. One that is not known says its argument and what stands in it. */
export function directiveHtml(directive: Directive, page: Page): string {
  const { name } = directive
  const make = makers[name]
  if (make !== undefined) return make(partsOf(directive), page)
  if (isObject(name)) return objectHtml(partsOf(directive), page)
  if (isAdmonition(name)) return admonitionHtml(directive, page)
  const { argument, body: lines } = partsOf(directive)
  const said = argument.join('\n').trim()
  const head = said === '' ? '' : `<p>${inlineHtml(said, page)}</p>\n`
  return head + page.blocks(lines)
}

/** `Note: text`, with what stands on the first line; a title of its own stands above. */
function admonitionHtml(directive: Directive, page: Page): string {
  const { name, argument } = directive
  const parts = partsOf(directive)
  if (name === 'admonition') return `<div>${titled(parts, page)}</div>\n`
  const { body: lines } = name === 'seealso' || argument !== '' ? withoutArgument(directive) : parts
  const label = name === 'seealso' ? 'See also' : name.charAt(0).toUpperCase() + name.slice(1)
  const html = page.blocks(lines)
  return html === '' ? '' : `<div class="${name}">${ledBy(`${label}: `, html)}</div>\n`
}

/** All of a directive is its text, from the first line on. */
function withoutArgument({ argument, below }: Directive): { body: Lines } {
  const at = below.findIndex((line) => line === '')
  const first = at === -1 ? below : below.slice(0, at)
  const told = first.filter((line) => readOption(line) === undefined)
  return { body: [argument, ...told, ...(at === -1 ? [] : below.slice(at))] }
}

/** The argument ends at a blank line or at the first option. */
export function partsOf({ name, argument, below }: Directive): Parts {
  const takesArgument = argument !== '' || isObject(name)
  const end = takesArgument ? below.findIndex(endsArgument) : 0
  const at = end === -1 ? below.length : end
  const lines = [argument, ...below.slice(0, at)].map((line) => line.trim())
  const options = new Map<string, string>()
  const rest = below.slice(at)
  const first = rest.findIndex((line) => !isOfOptions(line, options))
  return {
    name,
    argument: lines.filter((line) => line !== ''),
    options,
    body: trimmed(first === -1 ? [] : rest.slice(first))
  }
}

function endsArgument(line: string): boolean {
  return line === '' || readOption(line) !== undefined
}

/** Takes in an option; what is indented below one belongs to it. */
function isOfOptions(line: string, options: Map<string, string>): boolean {
  const option = readOption(line)
  if (option === undefined) return options.size > 0 && /^ +\S/.test(line)
  options.set(...option)
  return true
}

function readOption(line: string): [string, string] | undefined {
  const match = /^:([\w-]{1,60}):(?: +(.*))?$/.exec(line)
  return match === null ? undefined : [match[1] ?? '', (match[2] ?? '').trim()]
}
