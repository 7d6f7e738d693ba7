import { readdir, realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { CairnError } from '../../errors.js'
import type { ReaderKind } from '../reader.js'

/** A folder that may be picked. */
export interface PickedFolder {
  readonly path: string
  readonly name: string
  /** Which reader fits what lies in it; null where it holds nothing that is read. */
  readonly reader: ReaderKind | null
}

/** What is below a folder, or the roots themselves where none was named. */
export interface FolderListing {
  /** Null above the roots. */
  readonly path: string | null
  /** Where one goes back to; null for the roots. */
  readonly parent: string | null
  readonly folders: readonly PickedFolder[]
  /** How many more there are. */
  readonly more: number
}

/** So many folders are listed of one. */
const most = 200

/**
 * Folders below those that may be picked from. Hidden ones and links are left out.
 * @throws CairnError FORBIDDEN outside of the roots
 */
export async function listFolders(
  roots: readonly string[],
  path: string | null
): Promise<FolderListing> {
  const real = await existing(roots)
  if (path === null || path === '') {
    const folders = await Promise.all(real.map((root) => picked(root, root)))
    return { path: null, parent: null, folders, more: 0 }
  }
  const at = await realpath(resolve(path)).catch(() => null)
  const root = real.find((one) => at === one || at?.startsWith(one === sep ? one : `${one}${sep}`))
  if (at === null || root === undefined) throw outside(path, real)
  const inside = await readdir(at, { withFileTypes: true }).catch(() => [])
  const names = inside
    .filter((one) => one.isDirectory() && !one.name.startsWith('.') && one.name !== '__pycache__')
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b))
  const folders = await Promise.all(
    names.slice(0, most).map((name) => picked(join(at, name), name))
  )
  const parent = at === root ? null : dirname(at)
  return { path: at, parent, folders, more: Math.max(0, names.length - most) }
}

async function existing(roots: readonly string[]): Promise<string[]> {
  const found = await Promise.all(roots.map((root) => realpath(root).catch(() => null)))
  return [...new Set(found.filter((root) => root !== null))]
}

async function picked(path: string, name: string): Promise<PickedFolder> {
  return { path, name, reader: await readerOfFolder(path) }
}

/** Which reader fits a folder, by the files that lie in it; null where nothing in it is read. */
export async function readerOfFolder(folder: string): Promise<ReaderKind | null> {
  const names = new Set(await readdir(folder).catch(() => []))
  const has = (pattern: RegExp) => [...names].some((name) => pattern.test(name))
  if (names.has('index.json') && names.has('db.json')) return 'devdocs'
  if (names.has('package.json')) return 'npm-package'
  if (has(/^(?:PKG-INFO|pyproject\.toml|setup\.py|__init__\.pyi?)$|\.dist-info$/))
    return 'python-package'
  if (has(/\.(?:md|mdx|markdown|rst|adoc|ipynb)$/i) || names.has('docs')) return 'markdown'
  return null
}

/** Whether a folder is there; for what a person typed. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false
  )
}

function outside(path: string, roots: readonly string[]): CairnError {
  const expected =
    roots.length === 0 ? 'nothing: no folder may be picked' : `below ${roots.join(' or ')}`
  return new CairnError(
    'FORBIDDEN',
    `The folder '${path.slice(0, 200)}' may not be picked; expected ${expected}.`,
    {
      details: { field: 'path', value: path.slice(0, 200), expected }
    }
  )
}
