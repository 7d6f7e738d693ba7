import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CairnError } from '../errors.js'
import { cacheFailure } from './cache-failure.js'
import { describingFiles, isDirectory, requiredFiles, weightFiles } from './model-folder.js'

/** How long the hub may take to begin its first answer; a missing network must not hold up a start. */
const answerMs = 3000

/** How long a download may stand still. */
const stallMs = 30_000

const maxFileBytes = 2_000_000_000

export interface Hub {
  readonly url: string
  /** Folder below which models are kept as `<owner>/<name>`. */
  readonly models: string
}

/** Where a hub's model is, or will be once it was downloaded. */
export function modelFolderIn(hub: Hub, id: string): string {
  return join(hub.models, ...id.split('/'))
}

/**
 * Fetches a model into the cache; one that was interrupted leaves nothing that looks whole.
 * @throws CairnError MODEL_UNAVAILABLE (hub not reached), NOT_CONFIGURED (no such model), DISK_FULL
 */
export async function downloadModel(hub: Hub, id: string, signal?: AbortSignal): Promise<string> {
  const folder = modelFolderIn(hub, id)
  const partial = `${folder}.partial-${process.pid}`
  const fetchInto = async (file: string): Promise<boolean> => {
    const url = new URL(`${id}/resolve/main/${file}`, `${hub.url}/`)
    const path = join(partial, file)
    try {
      const bytes = await download(url, signal)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, bytes)
      return true
    } catch (error) {
      if (error instanceof MissingFile) return false
      throw error
    }
  }
  try {
    for (const file of requiredFiles) {
      if (!(await fetchInto(file))) throw noSuchModel(hub, id, file)
    }
    for (const file of describingFiles) await fetchInto(file)
    if (!(await fetchFirst(fetchInto))) throw noSuchModel(hub, id, weightFiles[0])
    // Another process may have been faster; its download is as good.
    if (!(await isDirectory(folder))) await rename(partial, folder)
    return folder
  } catch (error) {
    throw downloadFailed(hub, id, error)
  } finally {
    // What cannot be tidied must not hide why.
    await rm(partial, { recursive: true, force: true }).catch(() => undefined)
  }
}

async function fetchFirst(fetchInto: (file: string) => Promise<boolean>): Promise<boolean> {
  for (const file of weightFiles) if (await fetchInto(file)) return true
  return false
}

/** There is a server, and it has no such file. */
class MissingFile extends Error {}

/**
 * A file over HTTP. @throws MissingFile where the server has none, Error where nobody answers within three seconds, the
 * download stands still, or the file is too large
 */
export async function download(url: URL, signal?: AbortSignal): Promise<Uint8Array> {
  const stalled = new AbortController()
  const timer = setTimeout(() => {
    stalled.abort(new Error('no answer in time'))
  }, answerMs)
  const signals = [stalled.signal, ...(signal === undefined ? [] : [signal])]
  try {
    const response = await fetch(url, { signal: AbortSignal.any(signals) })
    // The hub answers 401 for repositories that it does not have.
    if ([401, 403, 404].includes(response.status)) {
      await response.body?.cancel()
      throw new MissingFile(`${url.host} has no ${url.pathname}`)
    }
    if (!response.ok || response.body === null) throw new Error(`status ${response.status}`)
    clearTimeout(timer)
    return await bytesOf(response.body, stalled)
  } finally {
    clearTimeout(timer)
  }
}

/** All bytes of a body; stops a download that stands still or is too large. */
async function bytesOf(
  body: ReadableStream<Uint8Array>,
  stalled: AbortController
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  const timer = setTimeout(() => {
    stalled.abort(new Error('the download stands still'))
  }, stallMs)
  try {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      timer.refresh()
      bytes += chunk.length
      if (bytes > maxFileBytes) throw new Error(`more than ${maxFileBytes} bytes`)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } finally {
    clearTimeout(timer)
  }
}

function noSuchModel(hub: Hub, id: string, file: string): CairnError {
  return new CairnError(
    'NOT_CONFIGURED',
    `${new URL(hub.url).host} has no ${file} for the model '${id}'; expected a public model with ONNX weights, or a folder. Set CAIRN_EMBEDDER to local:<such a model or folder>.`,
    { details: { field: 'CAIRN_EMBEDDER', value: `local:${id}`, file } }
  )
}

/** Why a model did not come, as the person who starts Cairn has to hear it. */
export function downloadFailed(hub: Hub, id: string, cause: unknown): CairnError {
  if (cause instanceof CairnError) return cause
  const ofDisk = cacheFailure(
    { what: `the model '${id}'`, folder: hub.models, megabytes: 100 },
    cause
  )
  if (ofDisk !== undefined) return ofDisk
  return new CairnError(
    'MODEL_UNAVAILABLE',
    `The model '${id}' is not in '${hub.models}' (nor a folder here), and ${new URL(hub.url).host} cannot be reached to download it. Start again with a network, set CAIRN_EMBEDDER to local:<folder with the model>, or to lexical, which needs none.`,
    { cause, details: { field: 'CAIRN_EMBEDDER', value: `local:${id}` } }
  )
}
