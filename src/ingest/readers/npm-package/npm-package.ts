import type { PageRecord } from '../../../domain/documentation.js'
import type { OpenSource, RawPage, Reader, ReaderOptions, SourceName } from '../../reader.js'
import { badSource } from '../bad-source.js'
import { parseMarkdown } from '../markdown/parse-markdown.js'
import { pageHash } from '../page-hash.js'
import type { PackageFacts } from './package-facts.js'
import { importNameOf, readPackage, readSisters, readTypesPackage } from './package-facts.js'
import type { DeclarationPage, PackageRoot } from './package-model.js'
import { isChangelog, readPackagePages } from './package-pages.js'
import { parseDeclarationsPage } from './parse-declarations.js'
import { runCompiler } from './run-compiler.js'
import { toldOptions } from './told-options.js'

const parserVersion = 'npm-package-3'

/** An installed npm package: its public API as the compiler sees it, and the documentation that it brings. */
export const npmPackage: Reader = {
  kind: 'npm-package',
  open: openPackage,
  parse: parsePackagePage
}

function parsePackagePage(page: RawPage): PageRecord {
  if (page.context !== null) return parseDeclarationsPage(page)
  const sections = parseMarkdown(page.body, page.path)
  // Of the repository's files only Markdown comes with the package.
  const isOwn = (link: string) =>
    link.startsWith(`${page.path}#`) || /\.(?:md|mdx|markdown)(?:#|$)/i.test(link)
  return {
    path: page.path,
    url: null,
    sections: sections.map((one) => ({ ...one, links: one.links.filter(isOwn) }))
  }
}

async function openPackage(source: string, options: ReaderOptions): Promise<OpenSource> {
  const facts = await readPackage(source)
  const remarks: string[] = []
  const sisters: PackageFacts[] = []
  for (const pattern of options.with ?? []) sisters.push(...(await readSisters(facts, pattern)))
  const docs = options.only === 'api' ? [] : await readPackagePages(facts.root, options, remarks)
  const apis =
    options.only === 'docs' ? [] : await apiPages(facts, { sisters, options, remarks, docs })
  const pages = new Map([...docs, ...apis].map((page) => [page.path, page]))
  if (pages.size === 0) throw nothingIn(facts, options)
  const library = {
    ecosystem: 'npm',
    name: facts.name,
    version: facts.version,
    title: facts.name,
    importNames: [importNameOf(facts.name)],
    homepage: facts.homepage,
    ...options.library
  }
  return {
    library,
    source: sourceOf(facts, library.name, options),
    manifest: new Map([...pages].map(([path, page]) => [path, pageHash(page, parserVersion)])),
    remarks,
    pages: (wanted) => wantedPages(pages, wanted)
  }
}

/** A package in the library of another stands below its own name there. */
function sourceOf({ name }: PackageFacts, library: string, { only }: ReaderOptions): SourceName {
  const below = name === library ? '' : name
  if (only === undefined) return { name, below }
  return { name, below, covers: (path) => path.startsWith('api/') === (only === 'api') }
}

function nothingIn(facts: PackageFacts, { only }: ReaderOptions): Error {
  const missing = {
    api: 'has no type declarations',
    docs: 'has no README.md and no folder of documentation'
  }
  return badSource(
    facts.root,
    only === undefined
      ? 'has neither a README.md nor type declarations, and no @types package is installed beside it'
      : missing[only],
    only === undefined ? 'Nothing can be learned from it' : 'Leave out --only'
  )
}

// oxlint-disable-next-line typescript/require-await -- The contract is a stream; a package is small enough to hold.
async function* wantedPages(
  pages: ReadonlyMap<string, RawPage>,
  wanted: ReadonlySet<string>
): AsyncGenerator<RawPage> {
  for (const [path, page] of pages) if (wanted.has(path)) yield page
}

async function apiPages(
  facts: PackageFacts,
  what: {
    readonly sisters: readonly PackageFacts[]
    readonly options: ReaderOptions
    readonly remarks: string[]
    readonly docs: readonly RawPage[]
  }
): Promise<RawPage[]> {
  const { sisters, options, remarks, docs } = what
  const types = await readTypesPackage(facts)
  const request = {
    library: facts.name,
    roots: [facts, ...(types === undefined ? [] : [types])].map(rootOf),
    sisters: sisters.map(rootOf),
    told: toldOptions(docs.filter(({ path }) => !isChangelog(path)).map(({ body }) => body))
  }
  const reply = await runCompiler(request, { signal: options.signal })
  if (reply.read === null) {
    remarks.push(
      `${facts.name} has no type declarations, and no @types package is installed beside it: its API is left out.`
    )
  } else if (types !== undefined && reply.read === types.name) {
    remarks.push(
      `${facts.name} has no type declarations; its API is read from ${types.name}@${types.version}.`
    )
  }
  remarks.push(...reply.remarks)
  return reply.pages.map((page) => apiPage(page, facts, options))
}

function rootOf({ root, name }: PackageFacts): PackageRoot {
  return { root, name, importName: importNameOf(name) }
}

function apiPage(page: DeclarationPage, facts: PackageFacts, options: ReaderOptions): RawPage {
  const body = JSON.stringify(page)
  if (body.length > options.maxPageBytes) {
    throw badSource(
      `${facts.root}: ${page.file}`,
      `says more than ${String(options.maxPageBytes)} bytes, the most that is read of one page`,
      "Take in its documentation alone with '--only docs'"
    )
  }
  return { reader: 'npm-package', path: page.path, body, context: 'declarations' }
}
