import type { ExampleRecord, ParameterRecord } from '../../domain/documentation.js'
import type { Terminal } from '../terminal.js'
import { printable, wrap } from './wrap.js'

type Properties = Readonly<Record<string, unknown>>

/** An API as documentation prints it: its signature once, what it does, its parameters, examples, what it is called else. */
export function apiLines(properties: Properties, { color, width }: Terminal): string[] {
  const text = (key: string) => textOf(properties[key])
  const signature = text('signature')
  const paragraph = (words: string) =>
    words === '' ? [] : ['', wrap(words, { width, indent: '  ' })]
  return [
    ...(signature === '' ? [] : ['', ...indented(signature, '  ')]),
    ...paragraph(text('summary')),
    ...paragraph(deprecationOf(properties)),
    ...under(
      color.bold('Parameters'),
      parametersOf(properties).flatMap((one) => parameterLines(one, width))
    ),
    ...under(color.bold('Examples'), examplesOf(properties).flatMap(exampleLines).slice(1)),
    ...names('Also called', namesIn(properties, 'aliasOf'), width),
    ...where(properties, { color, width })
  ]
}

/** What is said of its deprecation, once, and what stands in for it. */
function deprecationOf(properties: Properties): string {
  const said = textOf(properties['deprecated'])
  const instead = namesIn(properties, 'replacedBy').filter((name) => !said.includes(name))
  if (said === '') return instead.length === 0 ? '' : `Instead: ${instead.join(', ')}`
  const notice = /^deprecated\b/i.test(said) ? said : `Deprecated: ${said}`
  return instead.length === 0 ? notice : `${notice} Instead: ${instead.join(', ')}`
}

/** Parameters that say more than the signature does. */
function parametersOf(properties: Properties): readonly ParameterRecord[] {
  const all = parsed(properties['parameters']) as ParameterRecord[]
  const isTold = textOf(properties['signature']) !== ''
  return all.filter(({ description, name }) => name !== '' && (description || !isTold))
}

function parameterLines(
  { name, type, default: value, description }: ParameterRecord,
  width: number
): string[] {
  const typed = type === null || type === '' ? name : `${name}: ${type}`
  const line = value === null || value === '' ? typed : `${typed} = ${value}`
  return [
    wrap(line, { width, indent: '    ' }),
    ...(description ? [wrap(description, { width, indent: '      ' })] : [])
  ]
}

function exampleLines({ title, code }: ExampleRecord): string[] {
  const said = title === null || title === '' ? [] : [`    ${printable(title)}`]
  return ['', ...said, ...indented(code.trimEnd(), '    ')]
}

function under(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `  ${title}`, ...lines]
}

function names(title: string, all: readonly string[], width: number): string[] {
  return all.length === 0 ? [] : ['', wrap(`${title} ${all.join(', ')}`, { width, indent: '  ' })]
}

/** Where it is told of, and how much the documentation uses it. */
function where(
  properties: Properties,
  { color, width }: Pick<Terminal, 'color' | 'width'>
): string[] {
  const doc = textOf(properties['doc'])
  const usage = Number(properties['usage'] ?? 0)
  const lines = [
    ...(usage > 0
      ? [`Used in ${usage} ${usage === 1 ? 'example' : 'examples'} of the documentation`]
      : []),
    ...(doc === '' ? [] : [`All that is said of it: cairn show '${doc}'`])
  ]
  if (lines.length === 0) return []
  return ['', ...lines.map((line) => color.dim(wrap(line, { width, indent: '  ' })))]
}

/** The names of APIs of the same library. */
function namesIn(properties: Properties, key: string): string[] {
  const ids = properties[key]
  const library = `api:${textOf(properties['library'])}/`
  const all = Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
  return all.map((id) => (id.startsWith(library) ? id.slice(library.length) : id))
}

function examplesOf(properties: Properties): readonly ExampleRecord[] {
  return parsed(properties['examples']) as ExampleRecord[]
}

function parsed(json: unknown): unknown {
  return typeof json !== 'string' || json === '' ? [] : JSON.parse(json)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function indented(text: string, indent: string): string[] {
  return printable(text)
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
}
