import { open, readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { CairnError } from '../../../errors.js'
import { badSource } from '../bad-source.js'
import { looksLikeOpenApi } from './openapi.js'

export interface FoundFile {
  /** Relative to the folder, with slashes. */
  readonly path: string
  readonly file: string
}

const mostFiles = 100_000
const deepest = 64
export type Format = 'markdown' | 'models' | 'notebook' | 'asciidoc' | 'restructured' | 'openapi'

export interface FoundDocument extends FoundFile {
  readonly format: Format
}

/** What a source holds: documents that are read, and those that are not, by path. */
export interface FoundDocuments {
  readonly root: string
  readonly documents: readonly FoundDocument[]
  readonly unread: readonly string[]
}

/** Documentation in formats that are not read; what else lies in a folder is passed over without a word. */
const unreadable =
  /\.(?:rest|txt|org|textile|wiki|mediawiki|pod|rdoc|tex|texi(?:nfo)?|typ|html?|xhtml|mhtml?|pdf|docx?|docm|odt|odp|pptx?|rtf|pages|epub|mobi|chm|djvu|dita|docbook|dbk)$/i
const noDocument =
  /^(?:requirements.*|constraints.*|robots|humans|ads|cmakelists|license.*|licence.*|copying.*|notice.*|authors.*|version|manifest|cname|package-list|spelling.*|wordlist.*|404|objects|.*-words)\.(?:txt|html?)$/i

const formats: readonly (readonly [RegExp, Format])[] = [
  [/\.(?:md|mdx|markdown|mdown|mkd|mdc)$/i, 'markdown'],
  [/^llms(?:-full|-small|-medium|-ctx|-ctx-full)?\.txt$/i, 'models'],
  [/\.ipynb$/i, 'notebook'],
  [/\.(?:adoc|asciidoc|asc)$/i, 'asciidoc'],
  [/\.rst$/i, 'restructured'],
  [/\.(?:json|ya?ml)$/i, 'openapi']
]

function formatOf(name: string): Format | undefined {
  return formats.find(([pattern]) => pattern.test(name))?.[1]
}

/**
 * The Markdown files of a folder, sorted by path, or the one file itself. Hidden folders and
 * node_modules are passed over, and links that lead out of the folder.
 * @throws CairnError BAD_SOURCE, TOO_LARGE
 */
export async function findFiles(source: string): Promise<FoundFile[]> {
  const { documents } = await findDocuments(source)
  const pages = documents.filter(({ format }) => format === 'markdown')
  if (pages.length === 0) throw nothingIn(source, [])
  return pages.map(({ path, file }) => ({ path, file }))
}

/**
 * The documents of a folder, sorted by path, or the one file itself: Markdown, llms.txt, notebooks,
 * AsciiDoc, reStructuredText and OpenAPI. @throws CairnError BAD_SOURCE naming what was found instead, TOO_LARGE
 */
export async function findDocuments(source: string): Promise<FoundDocuments> {
  const kind = await stat(source).catch(() => undefined)
  if (kind?.isFile() === true) return oneDocument(source)
  if (kind?.isDirectory() !== true) {
    throw badSource(
      source,
      'is neither a folder nor a file',
      'Give a folder of .md or .mdx files, or one such file'
    )
  }
  const root = await realpath(source)
  const found: FoundFile[] = []
  await walk(root, { root, found, depth: 0 })
  found.sort((a, b) => (a.path < b.path ? -1 : 1))
  const documents: FoundDocument[] = []
  const unread: string[] = []
  for (const one of found) {
    const format = await formatOfFile(one)
    if (format !== undefined) documents.push({ ...one, format })
    else if (unreadable.test(one.path)) unread.push(one.path)
  }
  if (documents.length === 0) throw nothingIn(source, unread)
  return { root, documents, unread }
}

async function oneDocument(source: string): Promise<FoundDocuments> {
  const file = { path: basename(source), file: source }
  const format =
    (await formatOfFile(file)) ?? (/\.txt$|^[^.]+$/i.test(file.path) ? 'markdown' : undefined)
  if (format === undefined) throw nothingIn(source, [file.path])
  return { root: dirname(source), documents: [{ ...file, format }], unread: [] }
}

async function formatOfFile({ path, file }: FoundFile): Promise<Format | undefined> {
  const format = formatOf(basename(path))
  if (format !== 'openapi') return format
  return looksLikeOpenApi(await beginningOf(file)) ? format : undefined
}

async function beginningOf(file: string): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4_096), 0, 4_096, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

function nothingIn(source: string, unread: readonly string[]): CairnError {
  const formatsRead =
    'Markdown (.md, .mdx), reStructuredText (.rst), notebooks, AsciiDoc, OpenAPI and llms.txt are read'
  if (unread.length === 0)
    return badSource(
      source,
      'holds no .md or .mdx file',
      `Give the folder that holds the documentation; ${formatsRead}`
    )
  return badSource(
    source,
    `holds no documentation that is read, but ${byFormat(unread)}`,
    `${formatsRead}; convert the others first`
  )
}

/** Files that are left out in a sentence: how many of each format, and which. */
export function byFormat(paths: readonly string[]): string {
  const formats = new Map<string, string[]>()
  for (const path of paths) {
    const format = /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? path
    formats.set(format, [...(formats.get(format) ?? []), path])
  }
  return [...formats]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([format, names]) => `${String(names.length)} ${format} (${namesOf(names)})`)
    .join('; ')
}

/** Names of files in a sentence; beyond fifty, how many more there are. */
export function namesOf(paths: readonly string[]): string {
  const more = paths.length - 50
  return paths.slice(0, 50).join(', ') + (more > 0 ? ` and ${String(more)} more` : '')
}

interface Walk {
  readonly root: string
  readonly found: FoundFile[]
  readonly depth: number
}

async function walk(folder: string, state: Walk): Promise<void> {
  if (state.depth > deepest) return
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const file = join(folder, entry.name)
    if (entry.isDirectory()) await walk(file, { ...state, depth: state.depth + 1 })
    else if (isDocument(entry.name) && (await isInside(file, state.root))) {
      state.found.push({ path: relative(state.root, file).split(sep).join('/'), file })
      if (state.found.length > mostFiles) throw tooMany(state.root)
    }
  }
}

function isDocument(name: string): boolean {
  return formatOf(name) !== undefined || (unreadable.test(name) && !noDocument.test(name))
}

/** Whether a file, links followed, is a regular file within the folder. */
async function isInside(file: string, root: string): Promise<boolean> {
  try {
    const real = await realpath(file)
    return real.startsWith(root.endsWith(sep) ? root : root + sep) && (await stat(real)).isFile()
  } catch {
    return false
  }
}

function tooMany(root: string): CairnError {
  return new CairnError(
    'TOO_LARGE',
    `${root} holds more than ${String(mostFiles)} Markdown files, the most that are read of one source; give a folder below it.`,
    { details: { file: root, limit: mostFiles } }
  )
}
