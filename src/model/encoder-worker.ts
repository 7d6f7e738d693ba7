import { parentPort, workerData } from 'node:worker_threads'
import type { EncoderReply, EncoderSettings, EncoderWorkerData } from './encoder-thread.js'
import { enterNative, leaveNative } from './native-gate.js'
import { loadOnnxModel, type ModelOutput } from './onnx-model.js'
import { readableText } from './readable-text.js'
import { unitVector } from './unit-vector.js'

/** Tokens the model reads of a text. */
const maxTokens = 256

/** Characters that are looked at: more than the tokens can come from, little enough to split fast. */
const maxLength = 16_384

type Encode = (text: string) => Promise<Float32Array>

async function loadEncoder(settings: EncoderSettings): Promise<Encode> {
  const { runtime, folder, weights, threads, pooling } = settings
  const model = await loadOnnxModel({ runtime, folder, weights, maxTokens, threads })
  const pool = pooling === 'first' ? firstToken : meanOfTokens
  return async (text) => {
    const states = await model.run(readableText(text, maxLength))
    if (states.dims.length !== 3) throw new Error('The model gives no state for each token')
    const vector = unitVector(pool(states))
    if (vector === null) throw new Error('The model gave numbers that are not finite')
    return vector
  }
}

function firstToken({ values, dims }: ModelOutput): Float64Array {
  return Float64Array.from(values.subarray(0, dims.at(-1) ?? 0))
}

function meanOfTokens({ values, dims }: ModelOutput): Float64Array {
  const width = dims.at(-1) ?? 0
  const sums = new Float64Array(width)
  for (let start = 0; start < values.length; start += width)
    for (let i = 0; i < width; i += 1) sums[i] = (sums[i] ?? 0) + (values[start + i] ?? 0)
  return sums
}

async function answer(encode: Encode, text: string): Promise<EncoderReply> {
  try {
    return { vector: await encode(text) }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}

const port = parentPort
if (port !== null) {
  const { settings, gate } = workerData as EncoderWorkerData
  const encode = await loadEncoder(settings).finally(() => {
    leaveNative(gate)
  })
  port.on('message', (text: string | null) => {
    if (text === null) port.close()
    else if (enterNative(gate)) {
      void answer(encode, text).then((reply) => {
        leaveNative(gate)
        port.postMessage(reply)
      })
    }
  })
}
