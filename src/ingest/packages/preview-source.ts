import { readFile, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { libraryKey } from '../../domain/documentation.js'
import { badInput } from '../../errors.js'
import { maxPageBytes } from '../ingest-sources.js'
import { readerKinds, type ReaderKind, type ReaderOptions } from '../reader.js'
import { badSource } from '../readers/bad-source.js'
import { readers } from '../readers/readers.js'
import { packageAddress, readerOf } from './address.js'
import { isFolder, readerOfFolder } from './allowed-folders.js'
import { bringSource, type Bringing } from './bring-source.js'
import { lookUp } from './registry.js'

export interface PreviewQuestion {
  readonly source: string
  /** Which reader; the one that fits where it is left out. */
  readonly reader?: string | null
  readonly name?: string | null
  readonly version?: string | null
}

/** What would come in of a source. */
export interface SourcePreview {
  readonly source: string
  readonly reader: ReaderKind
  readonly ecosystem: string
  readonly name: string
  readonly version: string
  /** Ecosystem, name and version: the key that it would have in the public space. */
  readonly key: string
  readonly description: string
  /** Pages that would come in; null where nothing was fetched yet. */
  readonly pages: number | null
  /** Bytes of it; null where nobody says. */
  readonly bytes: number | null
  /** What is left out and why, a sentence each. */
  readonly remarks: readonly string[]
}

/**
 * What would come in, before anything does. Of a package of a registry it is what the registry says; an upload or a folder
 * is looked through as when it is taken in, and nothing is written.
 * @throws CairnError as bringSource and the readers do
 */
export async function previewSource(
  question: PreviewQuestion,
  at: Bringing,
  signal?: AbortSignal
): Promise<SourcePreview> {
  const address = packageAddress(question.source)
  if (address !== null) {
    const { archive, ...offer } = await lookUp(address, at.registries, signal)
    const { ecosystem, name, version, description } = offer
    const key = libraryKey({ ecosystem, name, version })
    const reader = readerOf[ecosystem]
    const source = `${ecosystem}:${name}@${version}`
    const told = { name, version, description, bytes: archive.bytes }
    return { source, reader, ecosystem, key, ...told, pages: null, remarks: [] }
  }
  const brought = await bringSource(question.source, at, signal)
  try {
    return await lookThrough(question, brought, signal)
  } finally {
    await brought.release()
  }
}

async function lookThrough(
  question: PreviewQuestion,
  brought: {
    readonly source: string
    readonly bytes: number | null
    readonly remarks: readonly string[]
  },
  signal: AbortSignal | undefined
): Promise<SourcePreview> {
  const { source, bytes } = brought
  const reader = await readerFor(question, source)
  const library = given(question)
  const options: ReaderOptions = {
    maxPageBytes,
    ...(library === undefined ? {} : { library }),
    ...(signal === undefined ? {} : { signal })
  }
  const opened = await readers[reader].open(source, options)
  const { ecosystem, name, version } = opened.library
  return {
    source: question.source,
    reader,
    ecosystem,
    name,
    version,
    key: libraryKey(opened.library),
    description: await descriptionIn(source),
    pages: opened.manifest.size,
    bytes,
    remarks: [...brought.remarks, ...opened.remarks]
  }
}

function given({ name, version }: PreviewQuestion): ReaderOptions['library'] {
  const library = Object.fromEntries(
    Object.entries({ name, version }).filter(([, value]) => value != null && value !== '')
  )
  return Object.keys(library).length === 0 ? undefined : library
}

/** @throws CairnError BAD_INPUT, BAD_SOURCE where none fits */
async function readerFor({ reader }: PreviewQuestion, source: string): Promise<ReaderKind> {
  if (reader != null && reader !== '') {
    const known = readerKinds.find((kind) => kind === reader)
    if (known === undefined) throw badInput('reader', reader, `one of ${readerKinds.join(', ')}`)
    return known
  }
  if (!(await isFolder(source))) {
    if (/\.(?:mdx?|markdown|rst|adoc|ipynb|txt|json|ya?ml)$/i.test(source)) return 'markdown'
    return 'python-package'
  }
  const fits = await readerOfFolder(source)
  if (fits !== null) return fits
  // A package, or documentation, lies one below.
  const below = await readdir(source, { withFileTypes: true })
  for (const one of below.filter((entry) => entry.isDirectory())) {
    const found = await readerOfFolder(join(source, one.name))
    if (found !== null) return found
  }
  throw badSource(
    basename(source),
    'holds neither a package nor documentation that is read',
    'Expected package.json, an __init__.py, a DevDocs dump or Markdown'
  )
}

/** What a package says of itself in a line; '' where it does not. */
async function descriptionIn(folder: string): Promise<string> {
  const [json, names] = await Promise.all([
    readFile(join(folder, 'package.json'), 'utf8').catch(() => ''),
    readdir(folder).catch((): string[] => [])
  ])
  const info = names.find((name) => name.endsWith('.dist-info'))
  const metadata = await readFile(
    info === undefined ? join(folder, 'PKG-INFO') : join(folder, info, 'METADATA'),
    'utf8'
  ).catch(() => '')
  const [, said] =
    /^Summary: (.*)$/m.exec(metadata) ?? /"description"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(json) ?? []
  return (said ?? '').slice(0, 300)
}
