import { basename, isAbsolute } from 'node:path'
import { CairnError } from '../../../errors.js'
import type { LibraryRecord, PageRecord } from '../../../domain/documentation.js'
import type { OpenSource, RawPage, Reader, ReaderOptions, SourceName } from '../../reader.js'
import { badSource } from '../bad-source.js'
import { parseMarkdown } from '../markdown/parse-markdown.js'
import { parseRestructured } from '../markdown/restructured.js'
import { pageHash } from '../page-hash.js'
import { parseModulePage } from './parse-module.js'
import { isInspection, readInspection, writeInspection } from './inspection.js'
import { parseScript } from './parse-script.js'
import { runPython } from './run-python.js'

const parserVersion = 'python-package-4'
const timeoutMs = 60_000
const maxBytes = 128 * 1024 * 1024

/**
 * The public API of an installed Python package, as python3 sees it: signatures and docstrings. Of a folder it is what its
 * sources say; they are not run.
 */
export const pythonPackage = createPythonPackage({ executable: 'python3', timeoutMs, maxBytes })

/** The reader for a given Python and given bounds. */
export function createPythonPackage(run: {
  executable: string
  timeoutMs: number
  maxBytes: number
}): Reader {
  return {
    kind: 'python-package',
    open: async (source, options) => {
      if (isInspection(source)) {
        const { name, lines } = await readInspection(source, run.maxBytes)
        return readLines(lines, name, options)
      }
      if (isAbsolute(source)) {
        const lines = await runPython(source, {
          ...run,
          script: parseScript,
          signal: options.signal
        })
        return readLines(lines, basename(source), options)
      }
      requirePackageName(source)
      return readLines(await runPython(source, { ...run, signal: options.signal }), source, options)
    },
    parse: (page) => (isReadme(page) ? readmePage(page) : parseModulePage(page))
  }
}

/**
 * What a Python of the caller's says of a package, kept in a file that is a source like the package's name.
 * @returns the file @throws CairnError BAD_SOURCE with the path of that Python, TOO_LARGE, NOT_CONFIGURED, CANCELLED
 */
export async function inspectPackage(
  name: string,
  how: { executable: string; folder: string; signal?: AbortSignal }
): Promise<string> {
  requirePackageName(name)
  const { executable, folder, signal } = how
  const run = { executable, timeoutMs, maxBytes, ofShell: true, signal }
  const lines = await runPython(name, run)
  // Refused here, where the person is, what cannot be imported.
  readLines(lines, name, { maxPageBytes: maxBytes })
  return writeInspection(folder, name, lines)
}

function isReadme({ context }: RawPage): boolean {
  return context === 'readme' || context === 'readme-restructured'
}

/** The description with which the package was published. */
function readmePage({ path, body, context }: RawPage): PageRecord {
  const sections = context === 'readme' ? parseMarkdown(body, path) : parseRestructured(body, path)
  const isOwn = (link: string) => link.startsWith(`${path}#`)
  return {
    path,
    url: null,
    sections: sections.map((one) => ({ ...one, links: one.links.filter(isOwn) }))
  }
}

interface Line {
  readonly kind: 'package' | 'module' | 'readme' | 'remark' | 'error' | 'end'
  readonly name?: string
  readonly importName?: string
  readonly version?: string
  readonly homepage?: string | null
  readonly standard?: boolean
  readonly text?: string
  /** In which a description is written. */
  readonly format?: 'markdown' | 'restructured' | 'unsaid'
  readonly reason?: string
  readonly python?: string
  readonly executable?: string
}

function readLines(texts: readonly string[], source: string, options: ReaderOptions): OpenSource {
  const lines = texts.map((text) => JSON.parse(text) as Line)
  const error = lines.find((line) => line.kind === 'error')
  if (error !== undefined) throw refused(source, error)
  const facts = lines.find((line) => line.kind === 'package')
  if (facts === undefined || lines.at(-1)?.kind !== 'end') throw incomplete(source)
  const library = libraryOf(facts, source, options)
  const pages = new Map<string, RawPage>()
  lines.forEach((line, at) => {
    const page = pageOf(line, texts[at] ?? '', options)
    if (page !== undefined) pages.set(page.path, page)
  })
  return {
    library,
    source: sourceOf(facts, library.name, options),
    manifest: new Map([...pages].map(([path, page]) => [path, pageHash(page, parserVersion)])),
    remarks: lines.flatMap((line) => (line.kind === 'remark' ? [line.text ?? ''] : [])),
    pages: (wanted) => wantedPages(pages, wanted)
  }
}

/**
 * A package is one source, whichever of its names it was asked for by; one of its subpackages says nothing of the
 * others, nor one half of the other. In the library of another it stands below its own name.
 */
function sourceOf(
  { name = '', importName = '' }: Line,
  library: string,
  { only }: ReaderOptions
): SourceName {
  const covers = (path: string) => {
    if (path === 'README') return only !== 'api'
    if (only === 'docs') return false
    return !importName.includes('.') || path === importName || path.startsWith(`${importName}.`)
  }
  return { name, below: name === library ? '' : name, covers }
}

function pageOf(line: Line, text: string, options: ReaderOptions): RawPage | undefined {
  if (line.kind === 'module' && options.only !== 'docs')
    return modulePage(line.name ?? '', text, options.maxPageBytes)
  if (line.kind !== 'readme' || options.only === 'api') return undefined
  const { text: body = '', format } = line
  const isRestructured =
    format === 'restructured' || (format === 'unsaid' && !looksLikeMarkdown(body))
  const context = isRestructured ? 'readme-restructured' : 'readme'
  return { reader: 'python-package', path: 'README', body, context }
}

/** Old packages do not say that theirs is Markdown: its headings and fences mean nothing in reStructuredText. */
function looksLikeMarkdown(text: string): boolean {
  const marks = text.match(/^(?:#{1,6} \S|```)/gm)?.length ?? 0
  return marks >= 2 && !/^\.\. [\w-]+::/m.test(text)
}

function modulePage(path: string, body: string, maxPageBytes: number): RawPage {
  if (Buffer.byteLength(body) > maxPageBytes) throw tooLarge(path, maxPageBytes)
  return { reader: 'python-package', path, body, context: null }
}

// oxlint-disable-next-line typescript/require-await -- The contract is a stream; what a process said is held already.
async function* wantedPages(
  pages: ReadonlyMap<string, RawPage>,
  wanted: ReadonlySet<string>
): AsyncGenerator<RawPage> {
  for (const [path, page] of pages) if (wanted.has(path)) yield page
}

function libraryOf(line: Line, source: string, options: ReaderOptions): LibraryRecord {
  const name = line.name ?? source
  const homepage = line.homepage ?? ''
  return {
    ecosystem: line.standard === true ? 'generic' : 'pypi',
    name,
    version: line.version ?? '0',
    title: name,
    importNames: [line.importName ?? source],
    homepage: /^https?:\/\//.test(homepage) ? homepage : null,
    ...options.library
  }
}

/** @throws CairnError BAD_SOURCE */
function requirePackageName(source: string): void {
  if (/^[A-Za-z_][\w.-]{0,199}$/.test(source)) return
  throw new CairnError(
    'BAD_SOURCE',
    `'${source.slice(0, 80)}' is not the name of a Python package; give the name under which it is imported or installed.`
  )
}

function refused(
  source: string,
  { reason = '', python = '', executable = 'python3' }: Line
): CairnError {
  if (reason === 'empty')
    return badSource(
      source,
      'holds no Python package: no folder with an __init__.py, and no module',
      'Give the folder of a package, or one that holds it'
    )
  const where = `Python ${python} (${executable})`
  const message =
    reason === 'unknown'
      ? `No package named '${source}' is installed for ${where}; install it there, or name the Python that has it with --python.`
      : `The package '${source}' cannot be imported by ${where}: ${reason.replace(/^import /, '')}. Make its import work there.`
  return new CairnError('BAD_SOURCE', message, { details: { package: source } })
}

function incomplete(source: string): CairnError {
  return new CairnError(
    'BAD_SOURCE',
    `Python ended while the package '${source}' was imported, before it was read; check that it can be imported without side effects.`,
    { details: { package: source } }
  )
}

function tooLarge(path: string, limit: number): CairnError {
  return new CairnError(
    'TOO_LARGE',
    `The module ${path} has more than ${String(limit)} bytes of documentation, the most that is read of one page; raise the limit.`,
    { details: { page: path, limit } }
  )
}
