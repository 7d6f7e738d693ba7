import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'

/** What is in an archive: text by path; `link:` and where to makes a symbolic link. */
export type Files = Readonly<Record<string, string>>

/** A .tar.gz of these files, as tar writes one. */
export function tarball(files: Files): Buffer {
  const blocks = Object.entries(files).flatMap(([path, content]) => {
    const isLink = content.startsWith('link:')
    const body = Buffer.from(isLink ? '' : content)
    const header = Buffer.alloc(512)
    header.write(path.slice(0, 100), 0)
    header.write('0000644\0', 100)
    header.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124)
    header.write(isLink ? '2' : '0', 156)
    if (isLink) header.write(content.slice('link:'.length), 157)
    header.write('ustar\0', 257)
    const padding = Buffer.alloc((512 - (body.length % 512)) % 512)
    return [header, body, padding]
  })
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]))
}

/** A .zip, or a .whl, of these files. */
export function zip(files: Files): Buffer {
  const entries = Object.entries(files).map(([path, text]) => [path, Buffer.from(text)] as const)
  return Buffer.from(zipSync(Object.fromEntries(entries)))
}

/** A package that a registry offers. */
export interface Offered {
  readonly ecosystem: 'npm' | 'pypi'
  readonly name: string
  readonly version: string
  readonly description: string
  readonly archive: Buffer
  readonly dependencies?: Files
  /** What is handed out instead of the archive. */
  readonly forged?: Buffer
  /** The registry names the file relative to its reply, as mirrors do. */
  readonly relative?: true
}

export interface FakeRegistry {
  readonly url: string
  /** Paths that were asked for, in their order. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

/** Both registries at one address, in the form in which npm and PyPI answer. */
export async function openRegistry(offered: readonly Offered[]): Promise<FakeRegistry> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '')
    asked.push(path)
    const one = offered.find((offer) => pathsOf(offer).includes(path))
    const file = offered.find(({ name }) => path === `/files/${name}`)
    if (one !== undefined) response.end(JSON.stringify(saidOf(one, url)))
    else if (file !== undefined) response.end(file.forged ?? file.archive)
    else response.writeHead(404).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  return {
    url,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      })
  }
}

function pathsOf({ ecosystem, name, version }: Offered): string[] {
  return ecosystem === 'npm'
    ? [`/${name}/latest`, `/${name}/${version}`]
    : [`/pypi/${name}/json`, `/pypi/${name}/${version}/json`]
}

function saidOf(
  { ecosystem, name, version, description, archive, dependencies, relative }: Offered,
  at: string
) {
  const root = relative === true ? (ecosystem === 'npm' ? '..' : '../..') : at
  const url = `${root}/files/${name}`
  const hash = (algorithm: string) => createHash(algorithm).update(archive)
  if (ecosystem === 'npm') {
    const integrity = `sha512-${hash('sha512').digest('base64')}`
    const dist = { tarball: url, integrity, unpackedSize: archive.length }
    return { name, version, description, types: 'index.d.ts', dist, dependencies }
  }
  const filename = `${name}-${version}-py3-none-any.whl`
  const digests = { sha256: hash('sha256').digest('hex') }
  const info = { name, version, summary: description }
  return { info, urls: [{ filename, url, size: archive.length, digests }] }
}
