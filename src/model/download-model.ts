import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CairnError } from '../errors.js'
import { isDirectory, requiredFiles, weightFiles } from './model-folder.js'

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
export function cachedModelFolder(hub: Hub, id: string): string {
  return join(hub.models, ...id.split('/'))
}

/**
 * Fetches a model into the cache; one that was interrupted leaves nothing that looks whole.
 * @throws CairnError MODEL_UNAVAILABLE (hub not reached), NOT_CONFIGURED (no such model), DISK_FULL
 */
export async function downloadModel(hub: Hub, id: string, signal?: AbortSignal): Promise<string> {
  const folder = cachedModelFolder(hub, id)
  const partial = `${folder}.partial-${process.pid}`
  const fetchInto = (file: string) =>
    download(new URL(`${id}/resolve/main/${file}`, `${hub.url}/`), join(partial, file), signal)
  try {
    for (const file of requiredFiles) {
      if (!(await fetchInto(file))) throw noSuchModel(hub, id, file)
    }
    if (!(await fetchFirst(fetchInto))) throw noSuchModel(hub, id, weightFiles[0].file)
    // Another process may have been faster; its download is as good.
    if (!(await isDirectory(folder))) await rename(partial, folder)
    return folder
  } catch (error) {
    throw error instanceof CairnError ? error : downloadFailed(hub, id, error)
  } finally {
    // What cannot be tidied must not hide why.
    await rm(partial, { recursive: true, force: true }).catch(() => undefined)
  }
}

async function fetchFirst(fetchInto: (file: string) => Promise<boolean>): Promise<boolean> {
  for (const { file } of weightFiles) if (await fetchInto(file)) return true
  return false
}

/** False where the hub has no such file. */
async function download(url: URL, path: string, signal?: AbortSignal): Promise<boolean> {
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
      return false
    }
    if (!response.ok || response.body === null) throw new Error(`status ${response.status}`)
    await mkdir(dirname(path), { recursive: true })
    clearTimeout(timer)
    await pipeline(Readable.fromWeb(response.body), watched(stalled), createWriteStream(path))
    return true
  } finally {
    clearTimeout(timer)
  }
}

/** Passes bytes on; stops a download that stands still or is too large. */
function watched(stalled: AbortController) {
  return async function* (source: AsyncIterable<Uint8Array>) {
    let bytes = 0
    const timer = setTimeout(() => {
      stalled.abort(new Error('the download stands still'))
    }, stallMs)
    try {
      for await (const chunk of source) {
        timer.refresh()
        bytes += chunk.length
        if (bytes > maxFileBytes) throw new Error(`more than ${maxFileBytes} bytes`)
        yield chunk
      }
    } finally {
      clearTimeout(timer)
    }
  }
}

function noSuchModel(hub: Hub, id: string, file: string): CairnError {
  return new CairnError(
    'NOT_CONFIGURED',
    `${new URL(hub.url).host} has no ${file} for the model '${id}'; expected a public model with ONNX weights, or a folder. Set CAIRN_EMBEDDER to local:<such a model or folder>.`,
    { details: { field: 'CAIRN_EMBEDDER', value: `local:${id}`, file } }
  )
}

function downloadFailed(hub: Hub, id: string, cause: unknown): CairnError {
  const code = (cause as { code?: unknown }).code
  if (code === 'ENOSPC') {
    const sentence = `No room for the model '${id}' in '${hub.models}'; expected about 100 MB. Free some, or set CAIRN_CACHE to another folder.`
    return new CairnError('DISK_FULL', sentence, { cause, details: { folder: hub.models } })
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR') {
    const sentence = `The model '${id}' cannot be written to '${hub.models}'; expected a folder that may be written. Set CAIRN_CACHE to one.`
    return new CairnError('NOT_CONFIGURED', sentence, { cause, details: { field: 'CAIRN_CACHE' } })
  }
  return new CairnError(
    'MODEL_UNAVAILABLE',
    `The model '${id}' is not in '${hub.models}' (nor a folder here), and ${new URL(hub.url).host} cannot be reached to download it. Start again with a network, set CAIRN_EMBEDDER to local:<folder with the model>, or to lexical, which needs none.`,
    { cause, details: { field: 'CAIRN_EMBEDDER', value: `local:${id}` } }
  )
}
