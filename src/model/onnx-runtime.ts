import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { extract } from 'tar'
import { CairnError } from '../errors.js'
import { cacheFailure } from './cache-failure.js'
import { isDirectory } from './model-folder.js'

/** A release of onnxruntime-node as the registry serves it. */
export interface RuntimeRelease {
  readonly version: string
  /** Of its archive, as npm writes it: `sha512-…`. */
  readonly integrity: string
  readonly megabytes: number
}

/** The one that Cairn is tested with; a test compares it with the lock file. */
export const runtimeRelease: RuntimeRelease = {
  version: '1.30.0',
  integrity:
    'sha512-twhs1C2C/BFkz1yc5OY0KIU2GUq6DURO7hD4bx5Q2Qy3nAMJwRXW8xU3NVczE29VA9lolLOYepoD8fjTGOfIqw==',
  megabytes: 114
}

export interface RuntimeSources {
  /** Cairn's cache folder; the runtime is kept in its `runtimes`. */
  readonly cache: string
  /** Address of an npm registry. */
  readonly registry?: string | undefined
  readonly onProgress?: ((step: string) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** How long the registry may take to begin its answer, and the whole archive to come. */
const answerMs = 15_000
const wholeMs = 900_000

const usualRegistry = 'https://registry.npmjs.org'

/** Of one system's build. */
const unpackedMegabytes = 46

const require = createRequire(import.meta.url)

/**
 * The folder of onnxruntime-node: where it is installed beside Cairn, that one; else a release that is known by its hash, fetched
 * once from the npm registry without what is for other systems. It is no dependency, for its install script downloads
 * CUDA, which Cairn never uses, and fails where that cannot be reached; and it is 288 MB for all systems together.
 * @throws CairnError MODEL_UNAVAILABLE (not reached, or no build for this system), DISK_FULL, NOT_CONFIGURED (cache not writable)
 */
export async function openRuntime(
  sources: RuntimeSources,
  release: RuntimeRelease | null = null
): Promise<string> {
  const installed = release === null ? installedRuntime() : null
  if (installed !== null) return installed
  const wanted = release ?? runtimeRelease
  const folder = join(sources.cache, 'runtimes', `onnxruntime-node-${wanted.version}`)
  if (await isDirectory(folder)) return folder
  sources.onProgress?.(
    `Fetching the runtime of the sentence encoder (once, ${String(wanted.megabytes)} MB)`
  )
  try {
    await mkdir(dirname(folder), { recursive: true })
    const draft = await mkdtemp(`${folder}.partial-`)
    try {
      await unpackInto(draft, wanted, sources)
      // Another process may have been faster; what it fetched is the same.
      if (!(await isDirectory(folder))) await rename(draft, folder)
    } finally {
      await rm(draft, { recursive: true, force: true }).catch(() => undefined)
    }
    return folder
  } catch (error) {
    throw unavailable(wanted, sources, error)
  }
}

function installedRuntime(): string | null {
  try {
    return dirname(require.resolve('onnxruntime-node/package.json'))
  } catch {
    return null
  }
}

/** Of the archive the program and the build for this system. */
const needed = new RegExp(
  `^package/(?:package\\.json|LICENSE|README\\.md|dist/.+\\.js|bin/napi-v\\d+/${process.platform}/${process.arch}/[^/]+)$`
)

async function unpackInto(
  folder: string,
  { version, integrity }: RuntimeRelease,
  { registry = usualRegistry, signal }: RuntimeSources
): Promise<void> {
  const body = await answerOf(
    `${registry.replace(/\/$/, '')}/onnxruntime-node/-/onnxruntime-node-${version}.tgz`,
    signal
  )
  const hash = createHash('sha512')
  const hashing = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      done(null, chunk)
    }
  })
  let builds = 0
  const filter = (path: string) => {
    const isNeeded = needed.test(path)
    if (isNeeded && path.endsWith('.node')) builds += 1
    return isNeeded
  }
  await pipeline(body, hashing, extract({ cwd: folder, strip: 1, filter, strict: true }))
  const found = `sha512-${hash.digest('base64')}`
  if (found !== integrity) throw new Error(`the archive has the hash ${found}, not the known one`)
  if (builds === 0) throw new Error(`it has no build for ${process.platform} on ${process.arch}`)
  await cp(commonFolder(), join(folder, 'node_modules', 'onnxruntime-common'), { recursive: true })
}

/** The runtime imports it by its name; of what Cairn has installed its exports tell no more than a file in it. */
function commonFolder(): string {
  const name = 'onnxruntime-common'
  const entry = require.resolve(name)
  return entry.slice(0, entry.lastIndexOf(name) + name.length)
}

async function answerOf(url: string, signal: AbortSignal | undefined): Promise<Readable> {
  const silent = new AbortController()
  const timer = setTimeout(() => {
    silent.abort(new Error('no answer in time'))
  }, answerMs)
  const signals = [silent.signal, AbortSignal.timeout(wholeMs), ...(signal ? [signal] : [])]
  try {
    const response = await fetch(url, { signal: AbortSignal.any(signals) })
    if (!response.ok || response.body === null)
      throw new Error(`it answers with status ${String(response.status)}`)
    return Readable.fromWeb(response.body)
  } finally {
    clearTimeout(timer)
  }
}

function unavailable(
  { version, megabytes }: RuntimeRelease,
  sources: RuntimeSources,
  cause: unknown
): CairnError {
  const { registry = usualRegistry, cache } = sources
  const what = `the runtime of sentence encoders (onnxruntime-node ${version})`
  const ofDisk = cacheFailure({ what, folder: cache, megabytes: unpackedMegabytes }, cause)
  if (ofDisk !== undefined) return ofDisk
  const { message, cause: below } = cause as { message: string; cause?: { code?: string } }
  return new CairnError(
    'MODEL_UNAVAILABLE',
    `The runtime of sentence encoders, onnxruntime-node ${version} (${String(megabytes)} MB), could not be fetched from ${registry} (${below?.code ?? message}). Start again with a network, set CAIRN_NPM_REGISTRY to a mirror, or install it beside Cairn: ONNXRUNTIME_NODE_INSTALL=skip npm install onnxruntime-node@${version}.`,
    { cause, details: { field: 'CAIRN_NPM_REGISTRY', value: registry } }
  )
}
