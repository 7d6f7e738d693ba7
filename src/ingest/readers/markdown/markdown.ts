import { realpath } from 'node:fs/promises'
import type { LibraryRecord, PageRecord } from '../../../domain/documentation.js'
import { CairnError } from '../../../errors.js'
import type { OpenSource, RawPage, Reader, ReaderOptions } from '../../reader.js'
import { badSource } from '../bad-source.js'
import { pageHash } from '../page-hash.js'
import { readTextFile } from '../read-text-file.js'
import { asciidocTree } from './asciidoc.js'
import type { Format, FoundDocument, FoundDocuments } from './find-files.js'
import { byFormat, findDocuments, namesOf } from './find-files.js'
import type { IncludeRoot } from './includes.js'
import { withIncludes } from './includes.js'
import type { DocsFacts } from './name-of-docs.js'
import { cleanName, factsOfDocs } from './name-of-docs.js'
import { notebookAsMarkdown } from './notebook.js'
import { parseRestructured } from './restructured.js'
import { openApiSections, readOpenApi } from './openapi.js'
import { parseMarkdown, sectionsOf } from './parse-markdown.js'
import { sourceOfDocs } from './source-of-docs.js'
import type { AnchorStyle } from './slug-headings.js'
import { splitForModels } from './split-for-models.js'

const parserVersion = 'markdown-2'

/** What is known of a page besides its text. */
interface Context {
  readonly format: Format
  readonly anchors: AnchorStyle
  readonly title: string | null
  readonly url: string | null
}

/** Documentation as people keep it: a folder of Markdown, reStructuredText, notebooks, AsciiDoc and OpenAPI documents, one such file, or an llms.txt. */
export const markdown: Reader = {
  kind: 'markdown',
  open: openMarkdown,
  parse: parsePage
}

function parsePage({ path, body, context }: RawPage): PageRecord {
  const { format, anchors, title, url } = context as Context
  if (format === 'asciidoc')
    return { path, url, sections: sectionsOf(asciidocTree(body), path, {}) }
  if (format === 'restructured') return { path, url, sections: parseRestructured(body, path) }
  const document = format === 'openapi' ? readOpenApi(body) : undefined
  if (document !== undefined) return { path, url, sections: openApiSections(document) }
  const text = format === 'notebook' ? (notebookAsMarkdown(body) ?? '') : body
  return { path, url, sections: parseMarkdown(text, path, { anchors, title }) }
}

async function openMarkdown(source: string, options: ReaderOptions): Promise<OpenSource> {
  const facts = await factsOfDocs(source)
  const library = libraryOf(source, facts, options)
  const found = await findDocuments(source)
  const includes = { root: await realpath(found.root), missing: new Set<string>() }
  const reading = { found, includes, anchors: facts.anchors, options }
  const manifest = new Map<string, string>()
  const broken: string[] = []
  for await (const page of readPages(reading, broken))
    manifest.set(page.path, pageHash(page, parserVersion))
  if (manifest.size === 0) throw unread(source, broken)
  return {
    library,
    source: await sourceOfDocs(source, library.name),
    manifest,
    remarks: remarks(found, broken, includes),
    pages: (wanted) => wantedPages(readPages(reading, []), wanted)
  }
}

function unread(source: string, broken: readonly string[]): CairnError {
  return badSource(
    source,
    `holds no documentation that can be read, but ${namesOf(broken)}`,
    'Mend it, or take it out'
  )
}

function remarks(
  found: FoundDocuments,
  broken: readonly string[],
  { missing }: IncludeRoot
): string[] {
  return [
    ...(found.unread.length === 0
      ? []
      : [
          `Left out, because these formats are not read: ${byFormat(found.unread)}. Convert them to Markdown to take them in.`
        ]),
    ...(broken.length === 0 ? [] : [`Left out, because they are broken: ${byFormat(broken)}.`]),
    ...(missing.size === 0
      ? []
      : [
          `Files that pages take in and that are not in the folder are left out: ${namesOf([...missing].sort())}.`
        ])
  ]
}

interface Reading {
  readonly found: FoundDocuments
  readonly includes: IncludeRoot
  readonly anchors: AnchorStyle
  readonly options: ReaderOptions
}

async function* wantedPages(
  pages: AsyncIterable<RawPage>,
  wanted: ReadonlySet<string>
): AsyncGenerator<RawPage> {
  for await (const page of pages) if (wanted.has(page.path)) yield page
}

async function* readPages(reading: Reading, broken: string[]): AsyncGenerator<RawPage> {
  const used = new Set<string>()
  for (const document of reading.found.documents) {
    for (const page of await readDocument(document, reading, broken)) {
      if (used.has(page.path)) continue
      used.add(page.path)
      yield page
    }
  }
}

async function readDocument(
  { file, path, format }: FoundDocument,
  { includes, anchors, options }: Reading,
  broken: string[]
): Promise<RawPage[]> {
  if (options.signal?.aborted === true)
    throw new CairnError('CANCELLED', `Reading ${file} was cancelled.`)
  const text = await readTextFile(file, options.maxPageBytes)
  const page = (body: string, more: Partial<Context> & { path?: string } = {}): RawPage => ({
    reader: 'markdown',
    path: more.path ?? path,
    body,
    context: { format, anchors, title: more.title ?? null, url: more.url ?? null }
  })
  if (format === 'models') return pagesForModels(text, path, page)
  const isBroken =
    (format === 'notebook' && notebookAsMarkdown(text) === undefined) ||
    (format === 'openapi' && readOpenApi(text) === undefined)
  if (isBroken) {
    broken.push(path)
    return []
  }
  return [page(format === 'markdown' ? await withIncludes(text, file, includes) : text)]
}

type MakePage = (body: string, more?: Partial<Context> & { path?: string }) => RawPage

/** llms.txt is one page; llms-full.txt is as many as it holds, each below the file's name. */
function pagesForModels(text: string, path: string, page: MakePage): RawPage[] {
  if (/llms\.txt$/i.test(path)) return [page(text)]
  return splitForModels(text).map((one) =>
    page(one.body, { path: `${path}/${one.path}`, title: one.title, url: one.url })
  )
}

function libraryOf(
  source: string,
  facts: DocsFacts,
  { library = {} }: ReaderOptions
): LibraryRecord {
  const name = library.name ?? cleanName(facts.name)
  if (name === '') {
    throw badSource(
      source,
      'has no name that could be the name of a library',
      'Give the library a name'
    )
  }
  return {
    ecosystem: library.ecosystem ?? 'docs',
    name,
    version: library.version ?? facts.version ?? 'unversioned',
    title: name,
    importNames: [],
    homepage: null
  }
}
