import type { ApiRecord, ParameterRecord } from '../../../domain/documentation.js'
import type { Block } from '../../text/blocks.js'
import { codeBlock, headBlock, indent, textBlock } from '../../text/blocks.js'
import { cleanText } from '../../text/clean-text.js'
import { firstSentence, shorten } from '../../text/first-sentence.js'
import { examplesIn } from '../examples-in.js'
import { firstByName } from '../first-by-name.js'
import { markdownBlocks } from '../markdown/parse-markdown.js'
import type { SectionDraft } from '../section-records.js'
import type {
  DeclaredApi,
  DeclaredForm,
  DocText,
  FieldText,
  ParameterText
} from './package-model.js'

const longestSignatures = 2_000
const mostFields = 150
const mostNotices = 12

/** The section of one API: its signatures, what its comment says, its parameters, properties and examples. */
export function renderApi(api: DeclaredApi, parent: SectionDraft): SectionDraft {
  const said = readForms(api.forms)
  const body = said.main === undefined ? [] : bodyBlocks(said.main.doc)
  const examples = said.docs.flatMap((doc) => doc.examples.map(exampleBlocks))
  const parameters = api.forms.flatMap((form) => form.parameters)
  const signature = signaturesOf(api.forms)
  const blocks: Block[] = [
    ...(signature === '' ? [] : [codeBlock(signature, 'ts')]),
    ...body,
    ...parameterBlocks(parameters),
    ...fieldBlocks(api.fields),
    ...said.docs.flatMap(afterBlocks),
    ...said.notices,
    ...examples.flatMap((one) => [headBlock('Example'), ...one])
  ]
  const record: ApiRecord = {
    qualifiedName: api.qualifiedName,
    kind: api.kind,
    signature: signature === '' ? null : signature,
    summary: said.main === undefined ? '' : summaryOf(said.main.doc),
    parameters: firstByName([...parameters, ...api.fields].map(parameterRecord), (p) =>
      p.name.replace(/^\.\.\.|\?$/g, '')
    ),
    deprecated: said.deprecated,
    aliasOf: api.aliases,
    replacedBy: [],
    examples: examplesIn(body, examples)
  }
  return {
    anchor: api.anchor,
    title: api.qualifiedName,
    parent,
    blocks,
    links: [],
    apis: [record, ...heirs(api, record), ...bare(api)]
  }
}

/** What inherits a member says the same under its own name. */
function heirs(api: DeclaredApi, record: ApiRecord): ApiRecord[] {
  return api.heirs.map((heir) => ({
    ...record,
    qualifiedName: heir.qualifiedName,
    kind: heir.kind,
    aliasOf: [api.qualifiedName]
  }))
}

function bare(api: DeclaredApi): ApiRecord[] {
  return api.bare.map(({ qualifiedName, kind, signature }) => ({
    qualifiedName,
    kind,
    signature: signature === null ? null : shorten(signature, longestSignatures),
    summary: '',
    parameters: [],
    deprecated: null,
    aliasOf: [],
    replacedBy: []
  }))
}

interface SaidForms {
  /** The form whose comment speaks for the API. */
  readonly main: DeclaredForm | undefined
  /** The comments whose returns, references and examples are told. */
  readonly docs: readonly DocText[]
  readonly deprecated: string | null
  readonly notices: readonly Block[]
}

/** An API is deprecated where all its forms are; else the notice belongs to the form that it stands on. */
function readForms(forms: readonly DeclaredForm[]): SaidForms {
  const live = forms.filter((form) => form.doc.deprecated === null)
  const spoken = live.length > 0 ? live : forms
  const main = spoken.find(
    (form) => speaks(form.doc) && (forms.length === 1 || !isOfForm(form.doc))
  )
  const gone = forms.filter((form) => form.doc.deprecated !== null)
  if (live.length === 0 && gone[0] !== undefined) {
    const notice = deprecationBlocks(gone[0].doc.deprecated ?? '')
    const [first] = notice
    return {
      main,
      docs: spoken.map((form) => form.doc),
      deprecated: first?.text ?? 'Deprecated.',
      notices: notice
    }
  }
  return {
    main,
    docs: spoken.map((form) => form.doc),
    deprecated: null,
    notices: [...others(spoken, main), ...gone.slice(0, mostNotices).flatMap(formNotice)]
  }
}

/** Whether a comment tells when its overload is chosen, rather than what the function does. */
function isOfForm({ summary, text }: DocText): boolean {
  const said = (summary === '' ? text : summary).slice(0, 200)
  return /\b(?:this|the) (?:overload|signature|variant)\b|^(?:overload|signature)\b|\byou(?:'ve| have) passed\b/i.test(
    said
  )
}

function speaks(doc: DocText): boolean {
  return doc.summary !== '' || doc.text !== '' || doc.remarks !== ''
}

/** What other overloads say of themselves, each under its signature. */
function others(forms: readonly DeclaredForm[], main: DeclaredForm | undefined): Block[] {
  const told = new Set(['', main?.doc.text ?? ''])
  return forms.slice(0, mostNotices).flatMap((form) => {
    if (told.has(form.doc.text)) return []
    told.add(form.doc.text)
    return [textBlock(`As \`${shorten(form.signature, 300)}\`:`), ...nested(form.doc.text)]
  })
}

function formNotice(form: DeclaredForm): Block[] {
  const signature = shorten(form.signature, 300)
  const notice = form.doc.deprecated ?? ''
  return [
    textBlock(`Only the form \`${signature}\` is deprecated${notice === '' ? '.' : ':'}`),
    ...nested(notice)
  ]
}

function deprecationBlocks(text: string): Block[] {
  return markdownBlocks(text === '' ? 'Deprecated.' : `Deprecated: ${text}`)
}

function bodyBlocks(doc: DocText): Block[] {
  const parts = [doc.summary, doc.text, doc.remarks].filter((part) => part !== '')
  return markdownBlocks(parts.join('\n\n'))
}

/** The first sentence of the comment's own text. */
function summaryOf(doc: DocText): string {
  const said = [doc.summary, doc.text, doc.remarks].find((part) => part !== '') ?? ''
  const first = markdownBlocks(said)[0]
  return first === undefined || first.kind !== 'text' ? '' : firstSentence(first.text)
}

function signaturesOf(forms: readonly DeclaredForm[]): string {
  const kept: string[] = []
  let size = 0
  for (const { signature } of forms) {
    const line = cleanText(signature)
    if (line === '' || kept.includes(line)) continue
    if (kept.length > 0 && size + line.length > longestSignatures) break
    kept.push(line)
    size += line.length + 1
  }
  return kept.join('\n')
}

function parameterRecord(one: ParameterText): ParameterRecord {
  return {
    name: cleanText(shorten(one.name)),
    type: one.type === null ? null : cleanText(shorten(one.type)),
    default: one.default === null ? null : cleanText(shorten(one.default)),
    description: one.text === '' ? null : cleanText(shorten(one.text))
  }
}

function parameterBlocks(all: readonly ParameterText[]): Block[] {
  const described = firstByName(all, (one) => one.name).filter((one) => one.text !== '')
  const blocks = described.flatMap((one, at) => [
    headBlock(one.name.replace(/^\.\.\.|\?$/g, ''), at > 0),
    ...nested(one.text)
  ])
  return blocks.length === 0 ? [] : [headBlock('Parameters'), ...blocks]
}

/** The overview of a type: each property with what it is and how its comment begins. */
function fieldBlocks(fields: readonly FieldText[]): Block[] {
  if (fields.length === 0) return []
  const blocks = fields.slice(0, mostFields).flatMap((field, at): Block[] => {
    const value = field.default === null ? '' : ` (default ${shorten(field.default, 80)})`
    const head = headBlock(cleanText(shorten(field.line, 300)) + cleanText(value), at > 0)
    const text = firstSentence(markdownBlocks(field.text)[0]?.text ?? '')
    return text === '' ? [head] : [head, { ...indent(textBlock(text), '    '), tight: true }]
  })
  const left = fields.length - mostFields
  const rest = left > 0 ? [textBlock(`… and ${String(left)} more`)] : []
  return [headBlock('Properties'), ...blocks, ...rest]
}

function afterBlocks(doc: DocText): Block[] {
  const blocks: Block[] = []
  if (doc.returns !== '') blocks.push(headBlock('Returns'), ...nested(doc.returns))
  for (const one of doc.throws.filter((text) => text !== ''))
    blocks.push(headBlock('Throws'), ...nested(one))
  if (doc.defaultValue !== null && doc.defaultValue !== '')
    blocks.push(...markdownBlocks(`Default: ${doc.defaultValue}`))
  for (const see of doc.see.filter((text) => text !== ''))
    blocks.push(textBlock(`See also: ${see}`))
  return blocks
}

function nested(text: string): Block[] {
  return markdownBlocks(text).map((block) => ({ ...indent(block, '    '), tight: true }))
}

/** Without a fence an example is code as it stands; a caption or a first line of prose above a fence is its title. */
function exampleBlocks(example: string): Block[] {
  if (/^\s*(?:<caption>|(?:`{3}|~{3}))/m.test(example))
    return markdownBlocks(example.replace(/<caption>([\s\S]*?)<\/caption>/g, '$1\n\n'))
  return example.trim() === '' ? [] : [codeBlock(cleanText(example), 'typescript')]
}
