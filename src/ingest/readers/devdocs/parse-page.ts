import type { ApiRecord, PageRecord } from '../../../domain/documentation.js'
import type { RawPage } from '../../reader.js'
import { textBlock } from '../../text/blocks.js'
import { firstSentence } from '../../text/first-sentence.js'
import { descendants, hasClass } from '../../text/html-query.js'
import type { HtmlElement } from '../../text/html-tree.js'
import { parseHtml } from '../../text/html-tree.js'
import { renderBlocks } from '../../text/render-blocks.js'
import type { SectionDraft } from '../section-records.js'
import { sectionRecords } from '../section-records.js'
import type { IndexEntry } from './context.js'
import { readContext } from './context.js'
import type { Draft, SplitPage } from './draft.js'
import { internalLinks } from './links.js'
import { addModules } from './module-apis.js'
import { rescueEntries } from './rescue-entries.js'
import { readSphinxEntry, sphinxApi } from './sphinx-api.js'
import { splitPage } from './split-page.js'
import { summaryOf } from './summary.js'
import { isTensorflowPage, splitTensorflowPage } from './tensorflow-page.js'

/** Parses one page of a dump to its sections. Never throws for what a page holds. */
export function parseDevdocsPage(page: RawPage): PageRecord {
  const { entries } = readContext(page.context)
  const root = parseHtml(page.body)
  const wanted = new Set(entries.map((entry) => entry.anchor).filter((anchor) => anchor !== ''))
  const isTensorflow = isTensorflowPage(root)
  const split = isTensorflow ? splitTensorflowPage(root) : splitPage(root, wanted)
  const given = isTensorflow ? splitTensorflowApis(split) : undefined
  rescueEntries(split, root, entries)
  namePage(split, page.path, entries)

  const built = new Map<Draft, SectionDraft>()
  for (const draft of split.drafts) {
    built.set(draft, buildSection(draft, { page, split, given: given?.get(draft), built }))
  }
  addModules(root, split, built)
  return {
    path: page.path,
    url: attributedUrl(root),
    sections: sectionRecords([...built.values()])
  }
}

function splitTensorflowApis(split: SplitPage): ReadonlyMap<Draft, ApiRecord> | undefined {
  return 'apis' in split ? (split.apis as ReadonlyMap<Draft, ApiRecord>) : undefined
}

function namePage(split: SplitPage, path: string, entries: readonly IndexEntry[]): void {
  const [page] = split.drafts
  if (page === undefined || page.title !== '') return
  const named = entries.find((entry) => entry.anchor === '')
  page.title = named?.name ?? path.split('/').at(-1) ?? path
}

interface Around {
  readonly page: RawPage
  readonly split: SplitPage
  readonly given: ApiRecord | undefined
  readonly built: ReadonlyMap<Draft, SectionDraft>
}

function buildSection(draft: Draft, around: Around): SectionDraft {
  const api = around.given ?? groupApi(draft)
  if (draft.seeAlso !== null) return buildPointer(draft, draft.seeAlso, { ...around, given: api })
  const knownNames = api?.parameters.map((p) => p.name.replace(/^\*+/, '')) ?? []
  const body = renderBlocks(draft.nodes, { skip: around.split.skip, knownNames })
  return {
    anchor: draft.anchor,
    title: draft.title,
    parent: parentSection(draft, around.built),
    blocks: [...draft.lead, ...body],
    links: internalLinks(draft.nodes, around.page.path, around.split.skip),
    apis: api === undefined ? [] : [{ ...api, summary: summaryOf(body) }]
  }
}

/** Sets the signatures, and the title where the page gave none. */
function groupApi(draft: Draft): ApiRecord | undefined {
  if (draft.group === null) return undefined
  const entry = readSphinxEntry(draft.group, draft.terms)
  draft.lead.push(...entry.lines.map((line, at) => textBlock(line, at > 0)))
  if (draft.title === '') draft.title = entry.qualifiedName
  const body = draft.seeAlso?.nodes ?? draft.nodes
  return sphinxApi(entry, draft.group, body)
}

/** One of several objects described together: its signature, how the description begins, and where it stands. */
function buildPointer(draft: Draft, main: Draft, { page, given, built }: Around): SectionDraft {
  const described = built.get(main)?.blocks.slice(main.lead.length) ?? []
  const first = described.filter((block) => block.kind === 'text').slice(0, 1)
  const summary = first.map((block) => firstSentence(block.text)).join('')
  const notice = [given?.deprecated ?? ''].filter((text) => text !== '' && text !== first[0]?.text)
  const blocks = [
    ...draft.lead,
    ...first,
    ...notice.map((text) => textBlock(text)),
    textBlock(`Described together with ${main.title}.`)
  ]
  return {
    anchor: draft.anchor,
    title: draft.title,
    parent: parentSection(draft, built),
    blocks,
    links: [main.anchor === '' ? page.path : `${page.path}#${main.anchor}`],
    apis: given === undefined ? [] : [{ ...given, summary }]
  }
}

function parentSection(draft: Draft, built: ReadonlyMap<Draft, SectionDraft>): SectionDraft | null {
  return draft.parent === null ? null : (built.get(draft.parent) ?? null)
}

function attributedUrl(root: HtmlElement): string | null {
  for (const element of descendants(root.children)) {
    if (element.name !== 'a' || !hasClass(element, '_attribution-link')) continue
    const href = element.attribs['href'] ?? ''
    if (/^https?:\/\//i.test(href)) return href
  }
  return null
}
