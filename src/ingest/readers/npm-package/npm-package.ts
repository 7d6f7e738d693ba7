import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { PageRecord } from '../../../domain/documentation.js'
import type { OpenSource, RawPage, Reader, ReaderOptions } from '../../reader.js'
import { badSource } from '../bad-source.js'
import { pageHash } from '../page-hash.js'
import { parseMarkdown } from '../markdown/parse-markdown.js'
import { readTextFile } from '../read-text-file.js'
import type { PackageFacts, TypesEntry } from './package-facts.js'
import { readPackage, readTypesPackage } from './package-facts.js'
import type { PackageFiles } from './package-files.js'
import { createPackageFiles } from './package-files.js'
import type { DeclarationsContext, NamedDeclaration } from './parse-declarations.js'
import { parseDeclarationsPage } from './parse-declarations.js'
import { publicExports } from './public-exports.js'

const parserVersion = 'npm-package-1'

/** An installed npm package: its README, and its public API as its type declarations tell it. */
export const npmPackage: Reader = {
  kind: 'npm-package',
  open: openPackage,
  parse: parsePackagePage
}

function parsePackagePage(page: RawPage): PageRecord {
  if (page.context !== null) return parseDeclarationsPage(page)
  const sections = parseMarkdown(page.body, page.path)
  // The README is the only page of its kind: links to other files of the repository lead nowhere.
  const isOwn = (link: string) => link.startsWith(`${page.path}#`)
  return {
    path: page.path,
    url: null,
    sections: sections.map((one) => ({ ...one, links: one.links.filter(isOwn) }))
  }
}

async function openPackage(source: string, options: ReaderOptions): Promise<OpenSource> {
  const facts = await readPackage(source)
  const remarks: string[] = []
  const typed = await typedPackage(facts, remarks)
  const limits = { maxPageBytes: options.maxPageBytes, signal: options.signal }
  const files = createPackageFiles(typed?.root ?? facts.root, limits)
  const pages = new Map<string, RawPage>()
  const readme = await readReadme(facts, options)
  if (readme !== undefined) pages.set(readme.path, readme)
  for (const page of await apiPages(files, { name: facts.name, entries: typed?.entries ?? [] })) {
    pages.set(page.path, page)
  }
  if (pages.size === 0) {
    throw badSource(
      facts.root,
      'has neither a README.md nor type declarations',
      'Nothing can be learned from it'
    )
  }
  if (files.outside.size > 0) remarks.push(passedOn(facts.name, files.outside))
  return {
    library: {
      ecosystem: 'npm',
      name: facts.name,
      version: facts.version,
      title: facts.name,
      importNames: [importNameOf(facts.name)],
      homepage: facts.homepage,
      ...options.library
    },
    manifest: new Map([...pages].map(([path, page]) => [path, pageHash(page, parserVersion)])),
    remarks,
    pages: (wanted) => wantedPages(pages, wanted)
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- The contract is a stream; a package is small enough to hold.
async function* wantedPages(
  pages: ReadonlyMap<string, RawPage>,
  wanted: ReadonlySet<string>
): AsyncGenerator<RawPage> {
  for (const [path, page] of pages) if (wanted.has(path)) yield page
}

async function typedPackage(
  facts: PackageFacts,
  remarks: string[]
): Promise<PackageFacts | undefined> {
  if (facts.entries.length > 0) return facts
  const types = await readTypesPackage(facts)
  if (types !== undefined && types.entries.length > 0) {
    remarks.push(
      `${facts.name} has no type declarations; its API is read from ${types.name}@${types.version}.`
    )
    return types
  }
  remarks.push(
    `${facts.name} has no type declarations, and no @types package is installed beside it: its API is left out.`
  )
  return undefined
}

function passedOn(name: string, outside: ReadonlySet<string>): string {
  const all = [...outside].sort()
  const more = all.length > 8 ? ` and ${String(all.length - 8)} more` : ''
  return `${name} uses declarations of other packages, which are not followed: ${all.slice(0, 8).join(', ')}${more}.`
}

async function readReadme(
  facts: PackageFacts,
  options: ReaderOptions
): Promise<RawPage | undefined> {
  const name = (await readdir(facts.root)).find((file) => /^readme\.(?:md|markdown)$/i.test(file))
  if (name === undefined) return undefined
  const body = await readTextFile(join(facts.root, name), options.maxPageBytes)
  return { reader: 'npm-package', path: 'README', body, context: null }
}

/** One page for each file that declares something public. */
async function apiPages(
  files: PackageFiles,
  { name, entries }: { name: string; entries: readonly TypesEntry[] }
): Promise<RawPage[]> {
  const byFile = new Map<string, Map<string, NamedDeclaration>>()
  for (const entry of entries) {
    const importName = importNameOf(name)
    const prefix = entry.subpath === '' ? importName : `${importName}/${entry.subpath}`
    for (const one of await publicExports(files, entry.file)) {
      const known = byFile.get(one.file) ?? new Map<string, NamedDeclaration>()
      byFile.set(one.file, known)
      const key = one.local.join('.')
      if (known.has(key)) continue
      known.set(key, { prefix, name: one.name, local: one.local, aliases: one.aliases })
    }
  }
  const pages: RawPage[] = []
  for (const [file, declarations] of byFile) {
    const context: DeclarationsContext = {
      library: name,
      file: basename(file),
      declarations: [...declarations.values()]
    }
    pages.push({
      reader: 'npm-package',
      path: `api/${files.pathOf(file)}`,
      body: await files.text(file),
      context
    })
  }
  return pages.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** `@types/express` declares what is imported as `express`. */
function importNameOf(name: string): string {
  return name.replace(/^@types\/(?:(.+)__)?/, (_, scope?: string) =>
    scope === undefined ? '' : `@${scope}/`
  )
}
