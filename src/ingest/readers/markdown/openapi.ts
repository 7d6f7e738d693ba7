import { parse } from 'yaml'
import type { ApiRecord, ParameterRecord, SectionRecord } from '../../../domain/documentation.js'
import type { Block } from '../../text/blocks.js'
import { codeBlock, headBlock, textBlock } from '../../text/blocks.js'
import { cleanText } from '../../text/clean-text.js'
import { firstSentence } from '../../text/first-sentence.js'
import type { SectionDraft } from '../section-records.js'
import { sectionRecords } from '../section-records.js'
import { markdownBlocks } from './parse-markdown.js'

type Node = Readonly<Record<string, unknown>>

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']
const deepest = 8

/** Whether the beginning of a file is that of an OpenAPI (or Swagger) document. */
export function looksLikeOpenApi(beginning: string): boolean {
  return /^\s*(?:\{\s*)?["']?(?:openapi|swagger)["']?\s*:\s*["']?\d/m.test(beginning)
}

/** An OpenAPI document as data. @returns undefined where it is none, or is broken */
export function readOpenApi(text: string): Node | undefined {
  try {
    const document = nodeOf(
      text.trimStart().startsWith('{')
        ? JSON.parse(text)
        : parse(text, { logLevel: 'silent', maxAliasCount: 100 })
    )
    if (document?.['openapi'] === undefined && document?.['swagger'] === undefined) return undefined
    return document
  } catch {
    return undefined
  }
}

/** One section and one API for each operation and each schema of an OpenAPI document. */
export function openApiSections(document: Node): SectionRecord[] {
  const info = nodeOf(document['info'])
  const title = textOf(info?.['title']) || 'API'
  const page: SectionDraft = {
    anchor: '',
    title,
    parent: null,
    blocks: markdownBlocks(textOf(info?.['description']) || title),
    links: [],
    apis: []
  }
  const used = new Set<string>([''])
  const place = { document, page, used }
  return sectionRecords([page, ...operations(place), ...schemas(place)])
}

interface Place {
  readonly document: Node
  readonly page: SectionDraft
  readonly used: Set<string>
}

function operations(place: Place): SectionDraft[] {
  return entriesOf(place.document['paths']).flatMap(([path, item]) => {
    const node = resolve(place.document, item)
    return methods.flatMap((method) => {
      const operation = nodeOf(node?.[method])
      if (operation === undefined) return []
      return [
        operationDraft({ path, method, operation, shared: listOf(node?.['parameters']) }, place)
      ]
    })
  })
}

interface Operation {
  readonly path: string
  readonly method: string
  readonly operation: Node
  readonly shared: readonly unknown[]
}

function operationDraft(
  { path, method, operation, shared }: Operation,
  place: Place
): SectionDraft {
  const { document } = place
  const signature = `${method.toUpperCase()} ${path}`
  const id = textOf(operation['operationId'])
  const all = [...shared, ...listOf(operation['parameters'])].flatMap((one): Node[] => {
    const node = resolve(document, one)
    return node === undefined ? [] : [node]
  })
  const body = bodyOf(operation, document)
  const parameters = [...all.map((one: Node) => parameterOf(one, document)), ...body.parameters]
  const description = [textOf(operation['summary']), textOf(operation['description'])]
    .filter((s) => s !== '')
    .join('\n\n')
  const blocks: Block[] = [
    codeBlock(signature, 'http'),
    ...markdownBlocks(description),
    ...fieldBlocks('Parameters', parameters),
    ...responseBlocks(operation, document),
    ...body.examples.map((example) => codeBlock(example, 'json'))
  ]
  const api: ApiRecord = {
    qualifiedName: id === '' ? signature : id,
    kind: 'function',
    signature,
    summary: summaryIn(blocks),
    parameters,
    deprecated: operation['deprecated'] === true ? `${signature} is deprecated.` : null,
    aliasOf: [],
    replacedBy: [],
    ...(body.examples.length === 0
      ? {}
      : { examples: body.examples.map((code) => ({ title: 'Request', language: 'json', code })) })
  }
  const title = textOf(operation['summary']) || signature
  if (api.deprecated !== null) blocks.splice(1, 0, textBlock(api.deprecated))
  return draft(place, { name: id || `${method}-${path}`, title, blocks, api })
}

function schemas(place: Place): SectionDraft[] {
  const { document } = place
  const found = nodeOf(document['components'])?.['schemas'] ?? document['definitions']
  return entriesOf(found).flatMap(([name, value]) => {
    const schema = nodeOf(value)
    if (schema === undefined) return []
    const parameters = fieldsOf(schema, document, 0)
    const values = listOf(schema['enum'])
      .filter((one) => typeof one !== 'object')
      .map(String)
    const blocks = [
      ...markdownBlocks(textOf(schema['description'])),
      ...(values.length === 0 ? [] : [textBlock(`One of ${values.slice(0, 100).join(', ')}.`)]),
      ...fieldBlocks('Properties', parameters)
    ]
    const api: ApiRecord = {
      qualifiedName: name,
      kind: 'type',
      signature: null,
      summary: summaryIn(blocks),
      parameters,
      deprecated: schema['deprecated'] === true ? `${name} is deprecated.` : null,
      aliasOf: [],
      replacedBy: []
    }
    return [draft(place, { name, title: name, blocks, api })]
  })
}

function draft(
  { page, used }: Place,
  {
    name,
    title,
    blocks,
    api
  }: { name: string; title: string; blocks: readonly Block[]; api: ApiRecord }
): SectionDraft {
  const base = name.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-|-$/g, '') || 'entry'
  let anchor = base
  for (let n = 1; used.has(anchor); n++) anchor = `${base}-${String(n)}`
  used.add(anchor)
  return { anchor, title: cleanText(title), parent: page, blocks, links: [], apis: [api] }
}

function summaryIn(blocks: readonly Block[]): string {
  const text = blocks.find(({ kind }) => kind === 'text')?.text ?? ''
  return firstSentence(text)
}

function fieldBlocks(title: string, fields: readonly ParameterRecord[]): Block[] {
  if (fields.length === 0) return []
  const lines = fields.map(({ name, type, description }) => {
    const head = type === null ? name : `${name} : ${type}`
    return description === null ? head : `${head}\n    ${description.replace(/\s+/g, ' ')}`
  })
  return [headBlock(title), ...lines.map((line, at) => textBlock(cleanText(line), at > 0))]
}

function responseBlocks(operation: Node, document: Node): Block[] {
  const lines = entriesOf(operation['responses']).map(([status, value]) => {
    const response = resolve(document, value)
    const type = typeOf(contentSchema(response) ?? response?.['schema'])
    return `${status}${type === 'any' ? '' : ` : ${type}`}\n    ${textOf(response?.['description']).replace(/\s+/g, ' ')}`.trimEnd()
  })
  return lines.length === 0
    ? []
    : [headBlock('Responses'), ...lines.map((line, at) => textBlock(cleanText(line), at > 0))]
}

// oxlint-disable-next-line complexity -- One case for each way in which it is written.
function bodyOf(
  operation: Node,
  document: Node
): { parameters: ParameterRecord[]; examples: string[] } {
  const body = resolve(document, operation['requestBody'])
  const content = nodeOf(entriesOf(body?.['content'])[0]?.[1])
  const schema = content?.['schema']
  const example =
    content?.['example'] ?? nodeOf(entriesOf(content?.['examples'])[0]?.[1])?.['value']
  const text =
    example === undefined
      ? ''
      : typeof example === 'string'
        ? example
        : JSON.stringify(example, null, 2)
  return {
    parameters: schema === undefined ? [] : fieldsOf(resolve(document, schema) ?? {}, document, 0),
    examples: text !== '' && text.length <= 4_000 ? [text] : []
  }
}

function contentSchema(node: Node | undefined): unknown {
  return nodeOf(entriesOf(node?.['content'])[0]?.[1])?.['schema']
}

function parameterOf(node: Node, document: Node): ParameterRecord {
  const schema = resolve(document, node['schema']) ?? node
  const required = node['required'] === true ? 'required ' : ''
  return {
    name: textOf(node['name']) || 'body',
    type: `${typeOf(node['schema'] ?? node)} (${required}in ${textOf(node['in']) || 'body'})`,
    default: schema['default'] === undefined ? null : JSON.stringify(schema['default']),
    description: textOf(node['description']) || null
  }
}

/** The properties of a schema, those of its parts among them. */
function fieldsOf(schema: Node, document: Node, depth: number): ParameterRecord[] {
  if (depth > deepest) return []
  const required = new Set(listOf(schema['required']))
  const own = entriesOf(schema['properties']).map(([name, value]): ParameterRecord => {
    const node = nodeOf(value) ?? {}
    return {
      name,
      type: typeOf(node) + (required.has(name) ? ' (required)' : ''),
      default: node['default'] === undefined ? null : JSON.stringify(node['default']),
      description: textOf(node['description']) || null
    }
  })
  const parts = listOf(schema['allOf']).flatMap((part) =>
    fieldsOf(resolve(document, part) ?? {}, document, depth + 1)
  )
  return [...own, ...parts].slice(0, 200)
}

// oxlint-disable-next-line complexity -- One case for each way in which it is written.
function typeOf(value: unknown, depth = 0): string {
  const node = nodeOf(value)
  if (node === undefined || depth > deepest) return 'any'
  const reference = textOf(node['$ref'])
  if (reference !== '') return reference.split('/').at(-1) ?? 'any'
  if (node['items'] !== undefined) return `${typeOf(node['items'], depth + 1)}[]`
  const some = listOf(node['oneOf'] ?? node['anyOf'] ?? node['allOf'])
  if (some.length > 0)
    return some
      .slice(0, 20)
      .map((one) => typeOf(one, depth + 1))
      .join(' | ')
  const type = node['type']
  return Array.isArray(type) ? type.map(String).join(' | ') : textOf(type) || 'any'
}

/** A node, or what its reference within the document leads to. */
function resolve(document: Node, value: unknown): Node | undefined {
  let node = nodeOf(value)
  for (let n = 0; n < deepest; n++) {
    const reference = textOf(node?.['$ref'])
    if (reference === '') return node
    if (!reference.startsWith('#/')) return undefined
    let at: unknown = document
    for (const step of reference.slice(2).split('/'))
      at = nodeOf(at)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')]
    node = nodeOf(at)
  }
  return undefined
}

function nodeOf(value: unknown): Node | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Node)
    : undefined
}

function entriesOf(value: unknown): [string, unknown][] {
  return Object.entries(nodeOf(value) ?? {}).slice(0, 20_000)
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
