import { CairnError } from '../../errors.js'
import { badSource } from '../readers/bad-source.js'
import { isPackageName, type PackageAddress } from './address.js'
import { fetchBounded } from './fetch-bounded.js'

/** Where the registries answer. */
export interface Registries {
  readonly npm: string
  readonly pypi: string
}

/** A package as its registry offers it. */
export interface PackageOffer {
  readonly ecosystem: PackageAddress['ecosystem']
  readonly name: string
  readonly version: string
  readonly description: string
  readonly archive: {
    readonly url: string
    /** Bytes to fetch, or once unpacked where the registry says only that; null where it says neither. */
    readonly bytes: number | null
    readonly algorithm: 'sha256' | 'sha512'
    /** In base64. */
    readonly digest: string
  }
  /** Whether it brings type declarations of its own; always for pypi. */
  readonly typed: boolean
  /** Of an npm package, what it depends on, by name. */
  readonly dependencies: Readonly<Record<string, string>>
}

/** A registry's word on one package; that of the largest has some megabytes. */
const mostReplyBytes = 32 * 1024 * 1024

/**
 * What a registry says of a package; nothing of it is fetched yet.
 * @throws CairnError NOT_FOUND, BAD_SOURCE where the registry does not answer, CANCELLED
 */
export async function lookUp(
  address: PackageAddress,
  registries: Registries,
  signal?: AbortSignal
): Promise<PackageOffer> {
  const { ecosystem, name, version } = address
  const registry = registries[ecosystem].replace(/\/$/, '')
  const path =
    ecosystem === 'npm'
      ? `${name.replace('/', '%2f')}/${version ?? 'latest'}`
      : `pypi/${name}/${version === null ? '' : `${version}/`}json`
  const asked = `${registry}/${path}`
  const reply = await fetchBounded(asked, {
    most: mostReplyBytes,
    what: `The registry of ${ecosystem} (${registry})`,
    signal
  })
  if (reply === null) throw unknownPackage(address)
  const json = objectOf(reply, registry)
  const offer = ecosystem === 'npm' ? npmOffer(json, address) : pypiOffer(json, address)
  const { archive } = offer
  return { ...offer, archive: { ...archive, url: absolute(archive.url, asked) } }
}

/** Mirrors name their files relative to the reply; what is no address in the web is refused where it is fetched. */
function absolute(url: string, repliedAt: string): string {
  return URL.canParse(url, repliedAt) ? new URL(url, repliedAt).href : url
}

type Json = Readonly<Record<string, unknown>>

function objectOf(bytes: Buffer, registry: string): Json {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    if (isObject(value)) return value
  } catch {
    // Said below, as for JSON that is no object.
  }
  throw badSource(registry, 'answers with something that is no JSON object', 'Is it a registry?')
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const objectIn = (value: unknown): Json => (isObject(value) ? value : {})

function npmOffer(json: Json, address: PackageAddress): PackageOffer {
  const dist = objectIn(json['dist'])
  const [, digest] = /sha512-([A-Za-z0-9+/=]+)/.exec(textOf(dist['integrity'])) ?? []
  const url = textOf(dist['tarball'])
  if (digest === undefined || url === '') throw noArchive(address, 'a tarball with its SHA-512')
  return {
    ecosystem: 'npm',
    name: address.name,
    version: textOf(json['version']),
    description: textOf(json['description']),
    archive: { url, bytes: numberOf(dist['unpackedSize']), algorithm: 'sha512', digest },
    typed: ['types', 'typings'].some((field) => json[field] !== undefined),
    dependencies: Object.fromEntries(
      Object.entries(objectIn(json['dependencies']))
        // Whoever publishes a package writes these: they become addresses and folders.
        .filter(([name]) => isPackageName('npm', name))
        .map(([name, range]) => [name, textOf(range)])
    )
  }
}

function pypiOffer(json: Json, address: PackageAddress): PackageOffer {
  const info = objectIn(json['info'])
  const files = Array.isArray(json['urls']) ? json['urls'].filter(isObject) : []
  const best = files
    .filter((file) => /\.(?:whl|tar\.gz|zip)$/.test(textOf(file['filename'])))
    .sort(
      (a, b) => rankOf(a) - rankOf(b) || (numberOf(a['size']) ?? 0) - (numberOf(b['size']) ?? 0)
    )
    .at(0)
  const sha256 = textOf(objectIn(best?.['digests'])['sha256'])
  const url = textOf(best?.['url'])
  if (best === undefined || sha256 === '' || url === '')
    throw noArchive(address, 'a wheel or a source archive')
  return {
    ecosystem: 'pypi',
    name: textOf(info['name']) || address.name,
    version: textOf(info['version']),
    description: textOf(info['summary']),
    archive: {
      url,
      bytes: numberOf(best['size']),
      algorithm: 'sha256',
      digest: Buffer.from(sha256, 'hex').toString('base64')
    },
    typed: true,
    dependencies: {}
  }
}

/** A wheel without compiled parts says all that is read; one with them lacks nothing that we could read either. */
function rankOf(file: Json): number {
  const name = textOf(file['filename'])
  if (name.endsWith('-none-any.whl')) return 0
  return name.endsWith('.whl') ? 1 : 2
}

function unknownPackage({ ecosystem, name, version }: PackageAddress): CairnError {
  const wanted = version === null ? name : `${name}@${version}`
  return new CairnError('NOT_FOUND', `The registry of ${ecosystem} has no package '${wanted}'.`, {
    details: { field: 'source', value: wanted, expected: 'a package, and a version that it has' }
  })
}

function noArchive({ ecosystem, name }: PackageAddress, what: string): CairnError {
  return badSource(`${ecosystem}:${name}`, `is offered without ${what}`, 'Name another version')
}
