import { bestPassage } from '../domain/best-passage.js'
import type { Memory, Retrieved } from '../retrieve/memory.js'
import type { Assessed } from '../retrieve/relevance/assess.js'
import { callForm } from './call-form.js'
import type { Draft } from './draft.js'
import { codeBlocks, isDeclaration, shownCode } from './shown-code.js'
import { reasonOf } from './reason.js'

/** A file's list of what it exports holds every word and tells nothing. */
const contents = /^What \S+ exports of /

/** Characters of what is said about an item. */
const longestBody = 220

/** The item of an entry of documentation; null where it would be a title and nothing else. Pure. */
export function documentationItem(entry: Assessed, retrieved: Retrieved): Draft | null {
  const { memory, api } = entry
  const words = retrieved.terms.map(({ word }) => word)
  const weights = retrieved.terms.map(({ rarity }) => rarity)
  const quote = bestPassage(bodyOf(memory), words, weights)
  const code = codeOf(entry, retrieved)
  const common = {
    reason: reasonOf(entry),
    path: entry.path,
    probability: entry.probability,
    node: memory,
    evidence: null,
    selfReported: false,
    by: null,
    rests: [{ node: memory, quote: quote === '' ? memory.title : quote }]
  }
  if (api?.deprecated != null && api.deprecated !== '')
    return { ...common, ...deprecated(api, memory), kind: 'deprecated', code: null }
  if (api !== null) {
    const told = apiItem(entry, { quote, code, terms: retrieved.terms })
    return told === null ? null : { ...common, ...told, code }
  }
  const body = cut(quote)
  if ((body === '' && code === null) || contents.test(bodyOf(memory))) return null
  return { ...common, kind: 'section', title: sectionTitle(memory), body, code }
}

/** What is told of an API; null for a field that nobody described, found by what the page of its type says of its neighbours. */
function apiItem(
  entry: Assessed,
  at: { readonly quote: string; readonly code: string | null; readonly terms: Retrieved['terms'] }
): Pick<Draft, 'kind' | 'title' | 'body'> | null {
  const { api } = entry
  if (api === null) return null
  const isOfAnother = tellsOfAnother(entry, at.quote)
  if (isOfAnother && isOption(api) && at.code === null) return null
  return {
    kind: isOption(api) ? 'option' : 'api',
    title: callForm({ ...api, qualifiedName: nameOf(entry) }, at.terms),
    body: isOfAnother ? '' : saidOf(api, at.quote)
  }
}

/** A field that types hand on is named as where it is declared, if that is no longer: `got.Options.retry`. */
function nameOf({ memory, api }: Assessed): string | null {
  const name = api?.qualifiedName ?? null
  if (api === null || name === null || !isOption(api)) return name
  const isSame = memory.title.split('.').at(-1) === name.split('.').at(-1)
  return isSame && memory.title.includes('.') && memory.title.length <= name.length
    ? memory.title
    : name
}

/** Whether a passage of the page that an API without words of its own stands on is about something else there. */
function tellsOfAnother({ memory, api }: Assessed, quote: string): boolean {
  if (api === null || (api.summary !== null && api.summary !== '')) return false
  const lastOf = (name: string) => /[\w$]+(?=\W*$)/.exec(name)?.[0] ?? name
  const own = lastOf(api.qualifiedName ?? api.title)
  if (lastOf(memory.title) === own || memory.title.includes(own)) return false
  return !quote.split(/[^\w$]+/).includes(own)
}

function isOption({ kind }: Memory): boolean {
  return kind === 'option' || kind === 'property' || kind === 'attribute' || kind === 'constant'
}

/** A line of the overview of a type, `cwd? : string`: mostly of another field than the one that is told of. */
const fieldLine = /^[\w$]+\?? : \S/

/** Its summary; else the sentence that answers best, unless that only says the name or the signature again. */
function saidOf(api: Memory, quote: string): string {
  if (api.summary !== null && api.summary !== '') return cut(api.summary)
  const bare = (text: string) => text.replace(/[\s`;]+/g, '')
  const isSignature =
    [api.signature ?? '', api.qualifiedName ?? ''].some((own) => bare(own).includes(bare(quote))) ||
    /^(?:class|interface|type|function|const|enum|def)\b/.test(quote) ||
    fieldLine.test(quote)
  return isSignature ? '' : cut(quote)
}

function deprecated(api: Memory, memory: Memory): Pick<Draft, 'title' | 'body' | 'rests'> {
  const notice = bestPassage(api.deprecated ?? '', [])
  const quote = memory.text.includes(notice) ? notice : memory.title
  return {
    title: `${api.qualifiedName ?? api.title} is deprecated`,
    body: cut(notice),
    rests: [{ node: memory, quote }]
  }
}

/** The shortest example of its own documentation that shows it; of a section the block that holds the question's words. */
function codeOf({ memory, api }: Assessed, { terms }: Retrieved): string | null {
  const blocks = codeBlocks(memory.text)
  if (api === null) return shownCode(blocks, terms)
  const name = api.qualifiedName ?? api.title
  const last = name.split(/[./]/).at(-1) ?? name
  const showing = [...api.examples, ...blocks].filter(
    (block) => block.includes(last) && !isDeclaration(block, api.signature)
  )
  return shownCode(showing, terms, { name })
}

/** Text without its title line, so that a quotation says more than the heading. */
function bodyOf(memory: Memory): string {
  return memory.text.startsWith(memory.title)
    ? memory.text.slice(memory.title.length).trimStart() || memory.text
    : memory.text
}

function sectionTitle(memory: Memory): string {
  const page = memory.breadcrumb.at(-1)
  return page === undefined || page === memory.title ? memory.title : `${page}: ${memory.title}`
}

/** At a word's end, marked. */
export function cut(text: string, most = longestBody): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const head = line.slice(0, most - 1).toWellFormed()
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), most / 2))}…`
}
