import { exampleCalls } from '../domain/calls.js'
import { compoundParts, nameForms, namesIn } from '../domain/code-terms.js'
import { apiEmbedText, docEmbedText } from '../domain/embed-text.js'
import {
  apiId,
  docId,
  type ApiRecord,
  type PageRecord,
  type SectionRecord
} from '../domain/documentation.js'

/** Where the rows of a page belong. */
export interface RowContext {
  readonly library: string
  readonly space: string
  /** Hash of what the page was parsed from. */
  readonly hash: string
  /** The kind of source that the page is from: it alone takes the page away again. */
  readonly source: string
}

/** A node to write: its properties, and the text whose vector becomes its `embedding`. */
export interface NodeRow {
  readonly properties: Readonly<Record<string, unknown>> & { readonly id: string }
  readonly embedText: string
}

/** Everything one page puts into the graph. */
export interface PageRows {
  readonly page: string
  readonly docs: readonly NodeRow[]
  readonly apis: readonly NodeRow[]
  readonly sections: readonly { readonly id: string; readonly parent: string }[]
  readonly documents: readonly { readonly doc: string; readonly api: string }[]
}

const maxTerms = 200
const maxCalls = 80

/** Turns a parsed page into rows of the graph; pure. */
export function pageRows(page: PageRecord, context: RowContext): PageRows {
  const pageId = docId(context.library, { path: page.path, anchor: '', part: 1 })
  const parts = new Map<string, number>()
  const ids = page.sections.map((section) => {
    const part = (parts.get(section.anchor) ?? 0) + 1
    parts.set(section.anchor, part)
    return { id: docId(context.library, { path: page.path, anchor: section.anchor, part }), part }
  })
  const place = { page, pageId, context }
  return {
    page: pageId,
    docs: page.sections.map((section, ordinal) =>
      docRow(section, { ...place, ordinal, ...at(ids, ordinal) })
    ),
    apis: page.sections.flatMap((section, i) =>
      section.apis.map((api) => apiRow(api, section, { ...place, doc: at(ids, i).id }))
    ),
    sections: page.sections.flatMap((section, i) =>
      i === 0 ? [] : [{ id: at(ids, i).id, parent: at(ids, section.parent ?? 0).id }]
    ),
    documents: page.sections.flatMap((section, i) =>
      section.apis.map((api) => ({
        doc: at(ids, i).id,
        api: apiId(context.library, api.qualifiedName)
      }))
    )
  }
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError(`no section ${index} in a page of ${list.length}`)
  return item
}

interface DocPlace {
  readonly page: PageRecord
  readonly pageId: string
  readonly context: RowContext
  readonly ordinal: number
  readonly id: string
  readonly part: number
}

function docRow(section: SectionRecord, place: DocPlace): NodeRow {
  const { page, context } = place
  const named = section.apis.map((api) => api.qualifiedName)
  const names = [...named, ...namesIn(section.title)].flatMap(nameForms)
  return {
    properties: {
      id: place.id,
      library: context.library,
      space: context.space,
      kind: place.ordinal === 0 ? 'page' : 'section',
      page: place.pageId,
      path: page.path,
      anchor: section.anchor,
      part: place.part,
      ordinal: place.ordinal,
      title: section.title,
      breadcrumb: section.breadcrumb,
      text: section.text,
      url:
        page.url === null
          ? null
          : section.anchor === ''
            ? page.url
            : `${page.url}#${section.anchor}`,
      links: section.links.map((link) => `doc:${context.library}/${link}`),
      marks: marksOf(section, place),
      calls: exampleCalls(section.text, maxCalls),
      names: [...new Set(names)].join(' '),
      terms: compoundParts(`${section.title}\n${section.text}`, maxTerms).join(' '),
      hash: place.ordinal === 0 ? context.hash : null,
      source: place.ordinal === 0 ? context.source : null
    },
    embedText: docEmbedText(section)
  }
}

/** The ids under which links name places within a section; nothing where there are none. */
function marksOf({ marks = [] }: SectionRecord, { page, context }: DocPlace): string[] | null {
  if (marks.length === 0) return null
  return marks.map((anchor) => docId(context.library, { path: page.path, anchor, part: 1 }))
}

interface ApiPlace {
  readonly page: PageRecord
  readonly pageId: string
  readonly context: RowContext
  readonly doc: string
}

function apiRow(api: ApiRecord, section: SectionRecord, place: ApiPlace): NodeRow {
  const { context } = place
  const forms = [...new Set([api.qualifiedName, ...api.aliasOf].flatMap(nameForms))]
  const parameters = api.parameters.map((p) => p.name).join(', ')
  return {
    properties: {
      id: apiId(context.library, api.qualifiedName),
      library: context.library,
      space: context.space,
      kind: api.kind,
      page: place.pageId,
      doc: place.doc,
      claim: claim(section, place.doc),
      qualifiedName: api.qualifiedName,
      name: api.qualifiedName.split('.').at(-1) ?? api.qualifiedName,
      title: api.qualifiedName,
      signature: api.signature,
      summary: api.summary,
      text: [api.signature ?? api.qualifiedName, api.summary, parameters]
        .filter((t) => t !== '')
        .join('\n'),
      parameters: JSON.stringify(api.parameters),
      examples: examplesOf(api),
      deprecated: api.deprecated,
      aliasOf: api.aliasOf.map((name) => apiId(context.library, name)),
      replacedBy: api.replacedBy.map((name) => apiId(context.library, name)),
      names: forms.join(' '),
      terms: compoundParts(`${api.signature ?? ''} ${api.summary}`, maxTerms).join(' ')
    },
    embedText: apiEmbedText(api)
  }
}

/** As JSON, like the parameters; nothing where there are none. */
function examplesOf({ examples = [] }: ApiRecord): string | null {
  return examples.length === 0 ? null : JSON.stringify(examples)
}

/** Where several sections tell of one API, the smallest claim wins: the longest text, then the first path. */
function claim(section: SectionRecord, doc: string): string {
  return `${String(10_000_000 - section.text.length).padStart(8, '0')}|${doc}`
}
