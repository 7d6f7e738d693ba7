import { CairnError } from '../../../errors.js'
import type { OpenSource, RawPage, Reader, ReaderOptions } from '../../reader.js'
import { badSource } from '../bad-source.js'
import { isBinary } from '../is-binary.js'
import { pageHash } from '../page-hash.js'
import type { DevdocsContext } from './context.js'
import { libraryOfDump } from './library-of-dump.js'
import { parseDevdocsPage } from './parse-page.js'
import type { DumpFolder } from './read-folder.js'
import { readFolder } from './read-folder.js'
import type { JsonPage } from './read-json-pages.js'
import { readJsonPages } from './read-json-pages.js'

/** Raised when pages are to be parsed anew because what `parse` makes of them changed. */
const parserVersion = 'devdocs-1'
const mostPages = 1_000_000

/** Documentation as DevDocs packs it: a folder with meta.json, index.json and db.json or db.json.gz. */
export const devdocs: Reader = {
  kind: 'devdocs',
  open: openDump,
  parse: parseDevdocsPage
}

async function openDump(source: string, options: ReaderOptions): Promise<OpenSource> {
  const folder = await readFolder(source)
  const limits = { maxPageBytes: options.maxPageBytes, signal: options.signal }
  const manifest = new Map<string, string>()
  const remarks: string[] = []
  for await (const page of readJsonPages(folder.db, limits)) {
    if (manifest.has(page.path))
      remarks.push(`${folder.db} has the page '${page.path}' more than once; the first is taken.`)
    else manifest.set(page.path, checkedHash(rawPage(page, folder), folder.db))
    if (manifest.size > mostPages) throw tooMany(folder.db)
  }
  if (manifest.size === 0) throw badSource(folder.db, 'holds no pages', 'Fetch it again')
  return {
    library: libraryOfDump(folder.meta, options.library),
    source: { name: folder.meta.slug, below: '' },
    manifest,
    remarks: [...remarks, ...absentPages(folder, manifest)],
    pages: (wanted) => wantedPages(folder, wanted, limits)
  }
}

async function* wantedPages(
  folder: DumpFolder,
  wanted: ReadonlySet<string>,
  limits: { maxPageBytes: number; signal: AbortSignal | undefined }
): AsyncGenerator<RawPage> {
  const left = new Set(wanted)
  if (left.size === 0) return
  for await (const page of readJsonPages(folder.db, limits)) {
    if (!left.delete(page.path)) continue
    yield rawPage(page, folder)
    if (left.size === 0) return
  }
}

function rawPage({ path, body }: JsonPage, folder: DumpFolder): RawPage {
  const context: DevdocsContext = { entries: folder.entries.get(path) ?? [] }
  return { reader: 'devdocs', path, body, context }
}

function checkedHash(page: RawPage, db: string): string {
  if (page.path === '' || page.path.length > 1024) {
    throw badSource(
      db,
      'has a page without a path, or with one longer than 1024 characters',
      'Fetch it again'
    )
  }
  if (isBinary(page.body)) {
    throw badSource(
      db,
      `holds binary data instead of HTML at page '${page.path}'`,
      'Fetch it again'
    )
  }
  return pageHash(page, parserVersion)
}

function absentPages(folder: DumpFolder, manifest: ReadonlyMap<string, string>): string[] {
  return [...folder.entries]
    .filter(([path]) => !manifest.has(path))
    .map(([path, entries]) => {
      const names = entries.slice(0, 3).map((entry) => `'${entry.name}'`)
      const more = entries.length > 3 ? ` and ${String(entries.length - 3)} more` : ''
      return `The index names the page '${path}' (${names.join(', ')}${more}), which the dump does not hold; it is passed over.`
    })
}

function tooMany(db: string): CairnError {
  return new CairnError(
    'TOO_LARGE',
    `${db} holds more than ${String(mostPages)} pages, the most that are read of one source; split it.`,
    { details: { file: db, limit: mostPages } }
  )
}
