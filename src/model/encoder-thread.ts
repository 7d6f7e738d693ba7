import { Worker } from 'node:worker_threads'
import { compiledFile } from '../package-root.js'
import { CairnError } from '../errors.js'
import { createNativeGate, leaveNative, shutAndWait, type NativeGate } from './native-gate.js'

export interface EncoderSettings {
  /** Folder of onnxruntime-node. */
  readonly runtime: string
  readonly folder: string
  /** The graph's file in the folder. */
  readonly weights: string
  /** How the states of the tokens become one vector: their mean, or that of the first token (CLS). */
  readonly pooling: 'mean' | 'first'
  /** Threads within one text. */
  readonly threads: number
}

export interface EncoderWorkerData {
  readonly settings: EncoderSettings
  readonly gate: NativeGate
}

export type EncoderReply = { readonly vector: Float32Array } | { readonly failure: string }

/** One thread with the model in it; takes one text at a time. */
export interface EncoderThread {
  readonly busy: boolean
  /** False once it died; it takes no more texts then. */
  readonly alive: boolean
  /** @throws CairnError NOT_CONFIGURED (the model does not load), MODEL_UNAVAILABLE */
  encode(text: string): Promise<Float32Array>
  /** Ends it once it is done with its text. */
  close(): Promise<void>
}

/** Little of the model is on the JavaScript heap; what may pile up there between collections is capped. */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 }

interface Waiting {
  readonly resolve: (vector: Float32Array) => void
  readonly reject: (error: CairnError) => void
}

/** Starts at once; the model loads meanwhile. An idle thread does not keep the process alive. */
export function startEncoderThread(settings: EncoderSettings): EncoderThread {
  const { folder } = settings
  const gate = createNativeGate()
  const workerData: EncoderWorkerData = { settings, gate }
  const worker = new Worker(encoderWorker(), { workerData, resourceLimits, execArgv: [] })
  const exited = new Promise((resolve) => worker.once('exit', resolve))
  const atProcessEnd = () => {
    shutAndWait(gate)
  }
  process.on('exit', atProcessEnd)
  let waiting: Waiting | null = null
  let ready = false
  let alive = true
  const release = () => {
    const released = waiting
    waiting = null
    // An idle thread keeps nothing waiting; one that is being closed is waited for.
    if (alive) worker.unref()
    return released
  }
  const lost = (cause: unknown) => {
    alive = false
    leaveNative(gate)
    release()?.reject(ready ? stopped(folder, cause) : doesNotLoad(folder, cause))
  }
  worker.unref()
  worker.on('error', lost)
  worker.on('exit', (code) => {
    process.off('exit', atProcessEnd)
    lost(new Error(`The thread ended with code ${code}`))
  })
  worker.on('message', (reply: EncoderReply) => {
    ready = true
    const caller = release()
    if ('vector' in reply) caller?.resolve(reply.vector)
    else caller?.reject(failedOnText(folder, reply.failure))
  })
  return {
    get busy() {
      return waiting !== null
    },
    get alive() {
      return alive
    },
    encode: (text) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        worker.ref()
        worker.postMessage(text)
      }),
    close: async () => {
      alive = false
      worker.ref()
      // Not terminate(): see NativeGate.
      worker.postMessage(null)
      await exited
    }
  }
}

function stopped(folder: string, cause: unknown): CairnError {
  return new CairnError(
    'MODEL_UNAVAILABLE',
    `The model in '${folder}' stopped in the middle of a text; try again, it starts anew.`,
    { cause, details: { folder } }
  )
}

function doesNotLoad(folder: string, cause: unknown): CairnError {
  return new CairnError(
    'NOT_CONFIGURED',
    `The model in '${folder}' does not load; expected the ONNX graph and tokenizer of a sentence encoder, whole. Fetch it again, or set CAIRN_EMBEDDER to another.`,
    { cause, details: { field: 'CAIRN_EMBEDDER', folder } }
  )
}

function failedOnText(folder: string, reason: string): CairnError {
  return new CairnError(
    'MODEL_UNAVAILABLE',
    `The model in '${folder}' failed on a text; expected a sentence encoder that gives last_hidden_state.`,
    { cause: new Error(reason), details: { folder } }
  )
}

function encoderWorker(): URL {
  return compiledFile('model/encoder-worker.js')
}
