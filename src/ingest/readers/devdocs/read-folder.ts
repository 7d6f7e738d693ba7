import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { CairnError } from '../../../errors.js'
import { badSource } from '../bad-source.js'
import type { IndexEntry } from './context.js'
import type { DumpMeta } from './library-of-dump.js'

export interface DumpFolder {
  readonly db: string
  readonly meta: DumpMeta
  /** The entries of every page that the index names, in index order. */
  readonly entries: ReadonlyMap<string, readonly IndexEntry[]>
}

const largestIndex = 128 * 1024 * 1024
const layout = 'a DevDocs dump is a folder with meta.json, index.json and db.json or db.json.gz'

/** Reads what stands beside the pages. @throws CairnError BAD_SOURCE, TOO_LARGE */
export async function readFolder(folder: string): Promise<DumpFolder> {
  if (!(await isKind(folder, 'folder'))) {
    throw badSource(folder, `is not a folder; ${layout}`, 'Give the path of such a folder')
  }
  const db = await findDb(folder)
  const meta = readMeta(await readJson(folder, 'meta.json'), folder)
  const entries = readEntries(await readJson(folder, 'index.json'), join(folder, 'index.json'))
  return { db, meta, entries }
}

async function findDb(folder: string): Promise<string> {
  for (const name of ['db.json', 'db.json.gz']) {
    if (await isKind(join(folder, name), 'file')) return join(folder, name)
  }
  throw badSource(
    folder,
    `has no db.json or db.json.gz; ${layout}`,
    'Give the path of such a folder'
  )
}

async function isKind(path: string, kind: 'file' | 'folder'): Promise<boolean> {
  try {
    const found = await stat(path)
    return kind === 'file' ? found.isFile() : found.isDirectory()
  } catch {
    return false
  }
}

async function readJson(folder: string, name: string): Promise<unknown> {
  const file = join(folder, name)
  if (!(await isKind(file, 'file'))) {
    throw badSource(folder, `has no ${name}; ${layout}`, 'Give the path of such a folder')
  }
  if ((await stat(file)).size > largestIndex) {
    throw new CairnError(
      'TOO_LARGE',
      `${file} is larger than 128 MiB, the most that is read of an index; check that it is the index of a dump.`,
      { details: { file } }
    )
  }
  try {
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\ufeff/, ''))
  } catch {
    throw badSource(file, 'is not valid JSON', 'Fetch it again')
  }
}

function readMeta(json: unknown, folder: string): DumpMeta {
  if (!isRecord(json))
    throw badSource(join(folder, 'meta.json'), 'is not a JSON object', 'Fetch it again')
  const slug = text(json['slug']) ?? basename(folder)
  const links = isRecord(json['links']) ? json['links'] : {}
  const home = text(links['home'])
  return {
    slug,
    name: text(json['name']) ?? slug,
    type: text(json['type']) ?? '',
    release: text(json['release']),
    version: text(json['version']),
    home: home !== null && /^https?:\/\//i.test(home) ? home : null
  }
}

function readEntries(json: unknown, file: string): Map<string, IndexEntry[]> {
  const list = isRecord(json) ? json['entries'] : undefined
  if (!Array.isArray(list)) throw badSource(file, "has no list 'entries'", 'Fetch it again')
  const pages = new Map<string, IndexEntry[]>()
  list.forEach((item: unknown, at) => {
    const [name, path] = isRecord(item) ? [item['name'], item['path']] : []
    if (!isRecord(item) || typeof name !== 'string' || typeof path !== 'string' || path === '') {
      throw badSource(
        file,
        `has an entry (number ${String(at + 1)}) without a name and path of text`,
        'Fetch it again'
      )
    }
    const [page, anchor] = splitPath(path)
    const entry = { name: name.replace(/\s+/g, ' ').trim(), anchor, type: text(item['type']) ?? '' }
    const known = pages.get(page)
    if (known === undefined) pages.set(page, [entry])
    else known.push(entry)
  })
  return pages
}

function splitPath(path: string): [string, string] {
  const at = path.indexOf('#')
  return at === -1 ? [path, ''] : [path.slice(0, at), path.slice(at + 1)]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
