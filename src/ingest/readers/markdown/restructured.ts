import type { SectionRecord, ApiRecord } from '../../../domain/documentation.js'
import { textBlock } from '../../text/blocks.js'
import { firstSentence } from '../../text/first-sentence.js'
import { descendants, hasClass, idOf, isElement, isHeading } from '../../text/html-query.js'
import type { HtmlElement, HtmlNode } from '../../text/html-tree.js'
import { parseHtml } from '../../text/html-tree.js'
import { renderBlocks } from '../../text/render-blocks.js'
import type { Draft } from '../devdocs/draft.js'
import { readSphinxEntry, sphinxApi } from '../devdocs/sphinx-api.js'
import { splitPage } from '../devdocs/split-page.js'
import { summaryOf } from '../devdocs/summary.js'
import { examplesIn } from '../examples-in.js'
import type { SectionDraft } from '../section-records.js'
import { sectionRecords } from '../section-records.js'
import { describedApis } from './described-apis.js'
import { linksOf } from './links.js'
import { marksOf } from './marks-of.js'
import { restructuredHtml } from './restructured/blocks.js'
import { slugHeadings } from './slug-headings.js'

/**
 * reStructuredText as the sections that its titles make, and one for each object that it describes, as Sphinx has them.
 * Never throws for what the text holds.
 */
export function parseRestructured(text: string, path: string): SectionRecord[] {
  const root = parseHtml(restructuredHtml(text))
  slugHeadings(root)
  resolveObjects(root)
  const { drafts, skip } = splitPage(root, anchorsOf(root))
  detach(skip)
  const [page] = drafts
  if (page?.title === '') page.title = nameOf(path)
  const around: Around = {
    path,
    told: describedApis(drafts, skip),
    marks: marksIn(drafts),
    built: new Map()
  }
  for (const draft of drafts) around.built.set(draft, sectionOf(draft, around))
  return sectionRecords([...around.built.values()])
}

interface Around {
  readonly path: string
  /** The APIs that titles and terms name. */
  readonly told: ReadonlyMap<Draft, readonly ApiRecord[]>
  readonly marks: ReadonlyMap<Draft, readonly string[]>
  readonly built: Map<Draft, SectionDraft>
}

function sectionOf(draft: Draft, around: Around): SectionDraft {
  const { path, told, marks, built } = around
  const api = apiOf(draft)
  const parent = draft.parent === null ? null : (built.get(draft.parent) ?? null)
  const { anchor, title, seeAlso } = draft
  if (seeAlso !== null) return pointerTo(seeAlso, { draft, api, around })
  const body = renderBlocks(draft.nodes)
  const examples = examplesIn(body)
  const own = api && {
    ...api,
    summary: summaryOf(renderBlocks(draft.nodes.filter((node) => !isFieldList(node)))),
    ...(examples.length === 0 ? {} : { examples })
  }
  return {
    anchor,
    title,
    parent,
    blocks: [...draft.lead, ...body],
    links: linksOf(draft.nodes, path, marks).filter((link) => link !== `${path}#${anchor}`),
    marks: (marks.get(draft) ?? []).filter((mark) => mark !== anchor),
    apis: own === undefined ? (told.get(draft) ?? []) : [own]
  }
}

/** A place that stands alone before a title is the title's, and not that of an object described before it. */
function marksIn(drafts: readonly Draft[]): ReadonlyMap<Draft, readonly string[]> {
  const flow = drafts.filter(({ group }) => group === null)
  const objects = drafts.filter(({ group }) => group !== null)
  return new Map([...marksOf(flow), ...marksOf(objects)])
}

function isFieldList(node: HtmlNode): boolean {
  return isElement(node) && hasClass(node, 'field-list')
}

/** The object that a section describes; its signatures are set above the text, its name as the title. */
function apiOf(draft: Draft): ApiRecord | undefined {
  if (draft.group === null) return undefined
  const entry = readSphinxEntry(draft.group, draft.terms)
  draft.lead.push(...entry.lines.map((line, at) => textBlock(line, at > 0)))
  if (draft.title === '') draft.title = entry.qualifiedName
  return sphinxApi(entry, draft.group, draft.seeAlso?.nodes ?? draft.nodes)
}

interface Pointer {
  readonly draft: Draft
  readonly api: ApiRecord | undefined
  readonly around: Around
}

/** One of several objects that are described together: how the description begins, and where it stands. */
function pointerTo(main: Draft, { draft, api, around }: Pointer): SectionDraft {
  const { path, built } = around
  const described = built.get(main)
  const first = described?.blocks.slice(main.lead.length).find((block) => block.kind === 'text')
  const summary = first === undefined ? '' : firstSentence(first.text)
  return {
    anchor: draft.anchor,
    title: draft.title,
    parent: draft.parent === null ? null : (built.get(draft.parent) ?? null),
    blocks: [
      ...draft.lead,
      ...(first === undefined ? [] : [first]),
      textBlock(`Described together with ${main.title}.`)
    ],
    links: [`${path}#${main.anchor}`],
    apis: api === undefined ? [] : [{ ...api, summary }]
  }
}

/** Titles of all levels make sections, and so does each object. */
function anchorsOf(root: HtmlElement): Set<string> {
  const all = [...descendants(root.children)]
  return new Set(
    all
      .filter((one) => isHeading(one) || one.name === 'dt')
      .map(idOf)
      .filter((id) => id !== '')
  )
}

/** Roles name objects by the end of their names: where the page describes such a one, they lead to it. */
function resolveObjects(root: HtmlElement): void {
  const all = [...descendants(root.children)]
  const known = new Map<string, string>()
  for (const id of all.filter(({ name }) => name === 'dt').map(idOf)) {
    const steps = id.split('.')
    for (const name of [id, steps.slice(-2).join('.'), steps.at(-1) ?? ''])
      if (!known.has(name)) known.set(name, id)
  }
  for (const { attribs } of all) {
    if (attribs['class'] !== 'object') continue
    const id = known.get((attribs['href'] ?? '').slice(1))
    if (id === undefined) delete attribs['href']
    else attribs['href'] = `#${id}`
  }
}

/** What became sections of their own is no longer part of what it stood in. */
function detach(skip: ReadonlySet<HtmlElement>): void {
  const parents = new Set([...skip].flatMap(({ parent }) => (parent === null ? [] : [parent])))
  for (const { children } of parents) {
    const kept = children.filter((node) => !isElement(node) || !skip.has(node))
    children.length = 0
    for (const node of kept) children.push(node)
  }
}

function nameOf(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.\w+$/, '')
}
