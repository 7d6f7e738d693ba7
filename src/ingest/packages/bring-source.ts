import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { badInput, CairnError } from '../../errors.js'
import type { ReaderKind } from '../reader.js'
import { badSource } from '../readers/bad-source.js'
import { packageAddress, readerOf, uploadedFile } from './address.js'
import { fetchBounded } from './fetch-bounded.js'
import { lookUp, type PackageOffer, type Registries } from './registry.js'
import { mostArchiveBytes, unpackArchive } from './unpack.js'

export interface Bringing {
  /** Cairn's own folder: uploads are kept there, and archives unpacked. */
  readonly home: string
  readonly registries: Registries
}

/** A source that lies in a folder now. */
export interface BroughtSource {
  /** What a reader takes. */
  readonly source: string
  readonly bytes: number | null
  readonly remarks: readonly string[]
  /** Removes what was unpacked. */
  release(): Promise<void>
}

/** Packages that are fetched beside an npm package, so that its declarations are understood. */
const mostBeside = 40

/** Whether a source must be fetched or unpacked before a reader takes it. @throws CairnError BAD_INPUT */
export function isBrought(source: string): boolean {
  return packageAddress(source) !== null || source.trim().startsWith('upload:')
}

/** What fits a source of this form, for what is asked for without having looked. @throws CairnError BAD_INPUT */
export function requireReaderFor(source: string, reader: ReaderKind): void {
  const address = packageAddress(source)
  if (address !== null && readerOf[address.ecosystem] !== reader)
    throw badInput('reader', reader, `${readerOf[address.ecosystem]}, for ${source}`)
}

/**
 * Brings a source into a folder: a package of a registry is fetched, checked by its hash and unpacked, an upload is
 * unpacked, everything else lies somewhere already. Nothing is installed or run.
 * @throws CairnError NOT_FOUND, BAD_SOURCE, TOO_LARGE, CANCELLED
 */
export async function bringSource(
  source: string,
  at: Bringing,
  signal?: AbortSignal
): Promise<BroughtSource> {
  if (!isBrought(source))
    return { source, bytes: null, remarks: [], release: () => Promise.resolve() }
  const folder = join(at.home, 'unpacked', randomBytes(8).toString('hex'))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const release = () => rm(folder, { recursive: true, force: true })
  try {
    const address = packageAddress(source)
    if (address === null) return { ...(await unpackUpload(source, at, folder)), release }
    const offer = await lookUp(address, at.registries, signal)
    const into = offer.ecosystem === 'npm' ? join(folder, 'node_modules', offer.name) : folder
    const brought = await fetchInto(offer, into, signal)
    const remarks =
      offer.ecosystem === 'npm' ? await bringBeside(offer, { at, folder, signal }) : []
    return { ...brought, remarks, release }
  } catch (error) {
    await release()
    throw error
  }
}

async function fetchInto(offer: PackageOffer, into: string, signal?: AbortSignal) {
  const { url, algorithm, digest } = offer.archive
  const name = `${offer.name}@${offer.version}`
  const archive = await fetchBounded(url, { most: mostArchiveBytes, what: url, signal })
  if (archive === null) throw badSource(url, 'is not there', 'Name another version')
  if (createHash(algorithm).update(archive).digest('base64') !== digest)
    throw badSource(
      url,
      'is not what the registry says it is (its hash differs)',
      'Try again later'
    )
  const { root, bytes } = await unpackArchive(archive, name, into)
  return { source: root, bytes }
}

/** Declarations that are kept apart, and what declarations speak of; where one is missing the reader says what it lacks. */
async function bringBeside(
  offer: PackageOffer,
  { at, folder, signal }: { at: Bringing; folder: string; signal: AbortSignal | undefined }
): Promise<string[]> {
  const wanted = new Map([...Object.entries(offer.dependencies), ...typesApart(offer)])
  const done = new Set([offer.name])
  const missing: string[] = []
  for (const [name, range] of wanted) {
    if (done.has(name) || done.size > mostBeside) continue
    done.add(name)
    const more = await bringOne(name, range, { at, folder, signal }).catch(unlessCancelled)
    if (more === null) missing.push(name)
    // Packages of declarations are made of others; what is wanted already is done or comes.
    const made = name.startsWith('@types/') ? Object.entries(more ?? {}) : []
    for (const [one, of] of made) wanted.set(one, wanted.get(one) ?? of)
  }
  const told = missing.filter((name) => !name.startsWith('@types/'))
  return told.length === 0 ? [] : [`Not fetched: ${told.join(', ')}; types of theirs are not told.`]
}

/** The package that holds the declarations of one that brings none. */
function typesApart({ name, typed }: PackageOffer): [name: string, range: string][] {
  if (typed || name.startsWith('@types/')) return []
  return [[`@types/${name.replace(/^@/, '').replace('/', '__')}`, 'latest']]
}

function unlessCancelled(error: unknown): null {
  if (error instanceof CairnError && error.code === 'CANCELLED') throw error
  return null
}

async function bringOne(
  name: string,
  range: string,
  { at, folder, signal }: { at: Bringing; folder: string; signal: AbortSignal | undefined }
): Promise<Readonly<Record<string, string>>> {
  // The least version that a range allows was published.
  const [version = null] = /\d+\.\d+\.\d+[\w.+-]*/.exec(range) ?? []
  const address = { ecosystem: 'npm', name, version } as const
  const offer = await lookUp(address, at.registries, signal)
  if (!offer.typed && !name.startsWith('@types/')) return {}
  // Where npm puts it, so that the compiler finds it.
  await fetchInto(offer, join(folder, 'node_modules', name), signal)
  return offer.dependencies
}

async function unpackUpload(source: string, { home }: Bringing, folder: string) {
  const upload = uploadedFile(source)
  const archive =
    upload === null ? null : await readFile(join(home, 'uploads', upload.id)).catch(() => null)
  if (upload === null || archive === null)
    throw new CairnError('NOT_FOUND', 'The upload is not here any more; upload it again.', {
      details: {
        field: 'source',
        value: source.slice(0, 100),
        expected: 'an upload of the last week'
      }
    })
  const { root, bytes } = await unpackArchive(archive, upload.name, folder)
  return { source: root, bytes, remarks: [] }
}
