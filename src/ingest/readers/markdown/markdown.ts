import { basename, dirname, resolve } from 'node:path'
import type { LibraryRecord, PageRecord } from '../../../domain/documentation.js'
import { CairnError } from '../../../errors.js'
import type { OpenSource, RawPage, Reader, ReaderOptions } from '../../reader.js'
import { badSource } from '../bad-source.js'
import { pageHash } from '../page-hash.js'
import { readTextFile } from '../read-text-file.js'
import type { FoundFile } from './find-files.js'
import { findFiles } from './find-files.js'
import { parseMarkdown } from './parse-markdown.js'

const parserVersion = 'markdown-1'

/** Documentation as Markdown: a folder of .md and .mdx files, one such file, or an llms.txt. */
export const markdown: Reader = {
  kind: 'markdown',
  open: openMarkdown,
  parse: (page): PageRecord => ({
    path: page.path,
    url: null,
    sections: parseMarkdown(page.body, page.path)
  })
}

async function openMarkdown(source: string, options: ReaderOptions): Promise<OpenSource> {
  const library = libraryOf(source, options)
  const files = await findFiles(source)
  const manifest = new Map<string, string>()
  for (const file of files) {
    manifest.set(file.path, pageHash(await readPage(file, options), parserVersion))
  }
  return { library, manifest, remarks: [], pages: (wanted) => readPages(files, wanted, options) }
}

async function* readPages(
  files: readonly FoundFile[],
  wanted: ReadonlySet<string>,
  options: ReaderOptions
): AsyncGenerator<RawPage> {
  for (const file of files) if (wanted.has(file.path)) yield await readPage(file, options)
}

async function readPage({ file, path }: FoundFile, options: ReaderOptions): Promise<RawPage> {
  if (options.signal?.aborted === true)
    throw new CairnError('CANCELLED', `Reading ${file} was cancelled.`)
  const body = await readTextFile(file, options.maxPageBytes)
  return { reader: 'markdown', path, body, context: null }
}

function libraryOf(source: string, { library = {} }: ReaderOptions): LibraryRecord {
  const name = library.name ?? nameOf(source)
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
    version: library.version ?? '0',
    title: name,
    importNames: [],
    homepage: null
  }
}

/** The folder's name; a file's without its ending, and that of its folder where the file is called as all are. */
function nameOf(source: string): string {
  const path = resolve(source)
  const file = basename(path).replace(/\.(?:md|mdx|markdown|txt)$/i, '')
  const name = /^(?:llms(?:-full)?|readme|index)$/i.test(file) ? basename(dirname(path)) : file
  return name
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[^\w.@+-]/g, '')
}
