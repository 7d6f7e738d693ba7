import { basename, dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { AutoModel, AutoTokenizer, env, type Tensor } from '@huggingface/transformers'
import type { EncoderReply, EncoderSettings, EncoderWorkerData } from './encoder-thread.js'
import { enterNative, leaveNative } from './native-gate.js'
import { readableText } from './readable-text.js'
import { unitVector } from './unit-vector.js'

/** Tokens the model reads of a text. */
const maxTokens = 256

/** Characters that are looked at: more than the tokens can come from, little enough to split fast. */
const maxLength = 16_384

type Encode = (text: string) => Promise<Float32Array>

async function loadEncoder({ folder, dtype, threads }: EncoderSettings): Promise<Encode> {
  env.allowRemoteModels = false
  env.useFSCache = false
  env.localModelPath = dirname(folder)
  const name = basename(folder)
  const tokenizer = await AutoTokenizer.from_pretrained(name)
  const model = await AutoModel.from_pretrained(name, {
    dtype,
    session_options: {
      intraOpNumThreads: threads,
      extra: {
        // ORT's fused kernel is several times slower than the nodes that it replaces: 1.3 times per text.
        optimization: { disable_specified_optimizers: 'SkipLayerNormFusion' },
        // Threads that spin while they wait take the cores from Neo4j and from each other.
        session: { intra_op: { allow_spinning: '0' } }
      }
    }
  })
  return async (text) => {
    const inputs: unknown = tokenizer(readableText(text, maxLength), {
      truncation: true,
      max_length: maxTokens
    })
    const { attention_mask: mask } = inputs as { attention_mask: Tensor }
    const { last_hidden_state: states } = (await model(inputs)) as { last_hidden_state: Tensor }
    const vector = unitVector(meanOfTokens(states, mask))
    if (vector === null) throw new Error('The model gave numbers that are not finite')
    return vector
  }
}

function meanOfTokens(states: Tensor, mask: Tensor): Float64Array {
  const values = states.data as Float32Array
  const attended = mask.data as BigInt64Array
  const dimensions = states.dims.at(-1) ?? 0
  const sums = new Float64Array(dimensions)
  for (let token = 0; token < attended.length; token += 1) {
    if (attended[token] === 0n) continue
    const start = token * dimensions
    for (let i = 0; i < dimensions; i += 1) sums[i] = (sums[i] ?? 0) + (values[start + i] ?? 0)
  }
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
