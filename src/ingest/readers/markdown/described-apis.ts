import type { ApiRecord, ExampleRecord } from '../../../domain/documentation.js'
import type { Block } from '../../text/blocks.js'
import { firstSentence } from '../../text/first-sentence.js'
import { descendants, isHeading, lineText } from '../../text/html-query.js'
import type { HtmlElement } from '../../text/html-tree.js'
import { renderBlocks } from '../../text/render-blocks.js'
import type { Draft } from '../devdocs/draft.js'
import { examplesIn } from '../examples-in.js'
import type { ApiName } from './api-name.js'
import { readApiName } from './api-name.js'
import { readParameters } from './described-parameters.js'

/** What a described API is made of: its heading, and all that stands below until the next API. */
interface Entry extends ApiName {
  readonly draft: Draft
}

/** The APIs that headings and terms of a page describe, by the section they stand in. */
export function describedApis(
  drafts: readonly Draft[],
  skip: ReadonlySet<HtmlElement>
): Map<Draft, ApiRecord[]> {
  const entries = new Map<Draft, Entry>()
  for (const draft of drafts) {
    const within = enclosing(draft, entries)
    const name = draft.parent === null ? undefined : readApiName(draft.title, isCode(draft))
    if (name !== undefined) entries.set(draft, { ...inScope(name, within), draft })
  }
  const found = new Map<Draft, ApiRecord[]>()
  for (const entry of entries.values())
    found.set(entry.draft, [fromEntry(entry, { drafts, entries, skip })])
  for (const draft of drafts) {
    const terms = apisOfTerms(draft, entries.get(draft))
    if (terms.length > 0) found.set(draft, unrepeated([...(found.get(draft) ?? []), ...terms]))
  }
  return found
}

function unrepeated(apis: readonly ApiRecord[]): ApiRecord[] {
  const byName = new Map<string, ApiRecord>()
  for (const api of apis) if (!byName.has(api.qualifiedName)) byName.set(api.qualifiedName, api)
  return [...byName.values()]
}

function isCode({ heading }: Draft): boolean {
  if (heading === null) return false
  const code = [...descendants(heading.children)].filter(({ name }) => name === 'code')
  const words = code.map((one) => lineText(one.children)).join('')
  return words !== '' && words.length >= lineText(heading.children).length - 1
}

function enclosing(draft: Draft, entries: ReadonlyMap<Draft, Entry>): Entry | undefined {
  for (let at = draft.parent; at !== null; at = at.parent) {
    const entry = entries.get(at)
    if (entry !== undefined) return entry
  }
  return undefined
}

/** A method under the heading of its class is known by both names. */
function inScope(name: ApiName, within: ApiName | undefined): ApiName {
  if (within?.kind !== 'class' || /[.:/ ]|^-/.test(name.qualifiedName)) return name
  const kind = name.kind === 'function' ? 'method' : name.kind
  return { ...name, kind, qualifiedName: `${within.qualifiedName}.${name.qualifiedName}` }
}

interface PageOfEntries {
  readonly drafts: readonly Draft[]
  readonly entries: ReadonlyMap<Draft, Entry>
  readonly skip: ReadonlySet<HtmlElement>
}

function fromEntry(entry: Entry, page: PageOfEntries): ApiRecord {
  const { drafts, entries, skip } = page
  const own = renderBlocks(entry.draft.nodes, { skip })
  const below = drafts.filter(
    (draft) => draft !== entry.draft && enclosing(draft, entries) === entry && !entries.has(draft)
  )
  const all = [own, ...below.map((draft) => renderBlocks(draft.nodes, { skip }))]
  const examples: ExampleRecord[] = examplesIn(all.flat())
  const signature = entry.signature ?? signatureBelow(own, entry)
  return {
    qualifiedName: entry.qualifiedName,
    kind: entry.kind,
    signature,
    summary: summaryOf(own),
    parameters: readParameters(
      own,
      below.map((draft, at) => ({ title: draft.title, blocks: all[at + 1] ?? [] })),
      signature
    ),
    deprecated: deprecationOf(own),
    aliasOf: [],
    replacedBy: [],
    ...(examples.length === 0 ? {} : { examples })
  }
}

/** TypeDoc and others put the signature in a quotation or in code right below the heading. */
// oxlint-disable-next-line complexity -- One case for each way in which it is written.
function signatureBelow(blocks: readonly Block[], { qualifiedName }: ApiName): string | null {
  const name = qualifiedName.split('.').at(-1) ?? qualifiedName
  const text = blocks[0]?.text ?? ''
  const line = /^```\w*\n([^\n]+)\n```$/.exec(text)?.[1] ?? (text.includes('\n') ? '' : text)
  const bare = line.replaceAll('`', '').trim()
  const begins =
    bare.startsWith(`${name}(`) || bare.startsWith(`${name}<`) || bare.startsWith(`${name}:`)
  return begins && bare.length <= 500 ? bare : null
}

/** The first sentence of running text; none rather than one that begins a list or a field. */
function summaryOf(blocks: readonly Block[]): string {
  const text = blocks.find(
    ({ kind, text: said }) =>
      kind === 'text' &&
      /\s\S+\s|[.!]$/.test(said) &&
      !/^\s*(?:[-|>]|\d+\.)|^[\w `*]{1,30}:\s|^\S+\(/.test(said)
  )
  const sentence = firstSentence(text?.text ?? '')
  return sentence.length <= 400 ? sentence : ''
}

function deprecationOf(blocks: readonly Block[]): string | null {
  const said = blocks
    .slice(0, 4)
    .map(({ text }) => text.replace(/[*_]/g, ''))
    .find((text) =>
      /^(?:⚠️?\s*)?(?:Deprecated\b|This (?:\w+ )?(?:is|has been) deprecated\b)/.test(text)
    )
  return said === undefined ? null : firstSentence(said)
}

/** Terms of definition lists that are names of code, each with what is said of it. */
function apisOfTerms(draft: Draft, within: ApiName | undefined): ApiRecord[] {
  const found: ApiRecord[] = []
  for (const element of descendants(draft.nodes, (one) => !isHeading(one))) {
    if (element.name !== 'dt') continue
    const words = lineText(element.children)
    const isAllCode = element.children.some(
      (c) => typeof c === 'object' && c.name === 'code' && lineText(c.children) === words
    )
    const name = readApiName(words, isAllCode)
    if (name === undefined || (within !== undefined && name.signature === null)) continue
    const blocks = renderBlocks(definitionOf(element))
    const { qualifiedName, kind } = inScope(name, within)
    const examples = examplesIn(blocks)
    found.push({
      qualifiedName,
      kind,
      signature: name.signature,
      summary: summaryOf(blocks),
      parameters: readParameters(blocks, [], name.signature),
      deprecated: deprecationOf(blocks),
      aliasOf: [],
      replacedBy: [],
      ...(examples.length === 0 ? {} : { examples })
    })
  }
  return found
}

function definitionOf(term: HtmlElement): HtmlElement['children'] {
  const list = (term.parent?.children ?? []).filter((node) => typeof node === 'object')
  const next = list.slice(list.indexOf(term) + 1).find(({ name }) => name === 'dd')
  return next?.children ?? []
}
