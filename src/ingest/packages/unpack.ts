import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { unzipSync } from 'fflate'
import { CairnError } from '../../errors.js'
import { badSource } from '../readers/bad-source.js'
import { tarFiles, type ArchiveFile } from './tar-entries.js'

/** What came out of an archive. */
export interface Unpacked {
  /** Where its files lie: the one folder in it, where it has one alone. */
  readonly root: string
  readonly files: number
  readonly bytes: number
}

/** Bytes of an archive above which it is refused: the largest wheels that are read have a third of it. */
export const mostArchiveBytes = 100 * 1024 * 1024
/** Bytes of what comes out of it: text that shrinks tenfold is what a bomb shrinks a thousandfold. */
const mostUnpackedBytes = 400 * 1024 * 1024
const mostFiles = 50_000
/** A longer path is refused by some file systems. */
const mostPathLength = 240

/** What a reader may look at; the rest of an archive (binaries, images, tests' data) is never written. */
const worthReading =
  /(?:^|\/)(?:METADATA|PKG-INFO|RECORD|top_level\.txt|README|LICENSE|package\.json|index\.json|db\.json|meta\.json)$|\.(?:pyi?|md|mdx|markdown|rst|txt|adoc|asciidoc|html?|json|ya?ml|toml|cfg|ipynb|[cm]?[jt]sx?)$/i

/**
 * Writes the files of a .zip, .whl, .tgz or .tar into a folder. Nothing of it is run, and no link, no path that leads out,
 * no binary is written. @throws CairnError BAD_SOURCE, TOO_LARGE
 */
export async function unpackArchive(
  archive: Buffer,
  name: string,
  into: string
): Promise<Unpacked> {
  const made = new Set<string>()
  let files = 0
  let bytes = 0
  const tops = new Set<string>()
  for (const file of await filesOf(archive, name)) {
    if (!worthReading.test(file.path)) continue
    const path = safePath(file.path, name)
    files += 1
    bytes += file.bytes.length
    if (files > mostFiles || bytes > mostUnpackedBytes) throw tooLarge(name)
    tops.add(topOf(path))
    const to = join(into, path)
    if (!made.has(dirname(to))) await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    made.add(dirname(to))
    await writeFile(to, file.bytes, { mode: 0o600 })
  }
  if (files === 0)
    throw badSource(name, 'holds no file that is read', 'Expected a package or documentation')
  const [top = ''] = tops
  return { root: tops.size === 1 ? join(into, top) : into, files, bytes }
}

/** The folder at the top that a path leads into; empty for a file that lies there. */
function topOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : ''
}

async function filesOf(archive: Buffer, name: string): Promise<Iterable<ArchiveFile>> {
  if (archive[0] === 0x1f && archive[1] === 0x8b)
    return tarFiles(await inflated(archive, name), name)
  if (archive.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return zipFiles(archive, name)
  if (archive.subarray(257, 262).toString() === 'ustar') return tarFiles(archive, name)
  throw badSource(
    name,
    'is no archive that is read',
    'Expected a .zip, .whl, .tar.gz, .tgz or .tar'
  )
}

async function inflated(archive: Buffer, name: string): Promise<Buffer> {
  // Twice what may come out, for what is not written.
  const maxOutputLength = 2 * mostUnpackedBytes
  try {
    return await promisify(gunzip)(archive, { maxOutputLength })
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(name)
    throw badSource(name, 'is not a whole gzip archive', 'Make or fetch it again')
  }
}

function zipFiles(archive: Buffer, name: string): ArchiveFile[] {
  let bytes = 0
  let files = 0
  const filter = (file: { readonly name: string; readonly originalSize: number }) => {
    if (!worthReading.test(file.name)) return false
    files += 1
    bytes += file.originalSize
    if (files > mostFiles || bytes > mostUnpackedBytes) throw tooLarge(name)
    return true
  }
  try {
    return Object.entries(unzipSync(archive, { filter })).map(([path, content]) => ({
      path,
      bytes: content
    }))
  } catch (error) {
    if (error instanceof CairnError) throw error
    throw badSource(name, 'is not a whole zip archive', 'Make or fetch it again')
  }
}

/** @throws CairnError BAD_SOURCE for a path that leads out of the archive */
function safePath(said: string, name: string): string {
  const parts = said
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
  const isSafe = !/^(?:\/|[A-Za-z]:)|\0/.test(said) && !parts.includes('..') && parts.length > 0
  if (isSafe && said.length <= mostPathLength) return parts.join('/')
  throw badSource(
    name,
    `holds the path '${said.slice(0, 80)}', which leads out of it or is too long`,
    'It is not unpacked'
  )
}

function tooLarge(name: string): CairnError {
  return new CairnError(
    'TOO_LARGE',
    `${name} unpacks to more than ${String(mostUnpackedBytes)} bytes or ${String(mostFiles)} files, the most that is taken of one archive; name its folder instead.`,
    { details: { limit: mostUnpackedBytes } }
  )
}
