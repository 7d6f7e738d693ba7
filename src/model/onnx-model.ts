import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Tokenizer } from '@huggingface/tokenizers'
import type * as Ort from 'onnxruntime-common'

/** What is used of the tokenizer: its own types do not resolve under node16. */
interface TextTokenizer {
  encode(
    text: string,
    options: { readonly return_token_type_ids: true; readonly text_pair?: string }
  ): { readonly ids: readonly number[]; readonly token_type_ids: readonly number[] }
}

const TokenizerOf = Tokenizer as unknown as new (tokenizer: object, config: object) => TextTokenizer

export interface OnnxModelOptions {
  /** Folder of onnxruntime-node. */
  readonly runtime: string
  readonly folder: string
  /** The graph's file in the folder. */
  readonly weights: string
  /** Tokens that are read; of what is longer the start, and the closing token. */
  readonly maxTokens: number
  /** Threads within one text; onnxruntime's own choice unless told. */
  readonly threads?: number
}

/** What a model gives for one text: the numbers of its first output, and how wide a token's state is. */
export interface ModelOutput {
  readonly values: Float32Array
  readonly dims: readonly number[]
}

/** A transformer with its tokenizer, one text (or pair of texts) at a time. */
export interface OnnxModel {
  run(text: string, pair?: string): Promise<ModelOutput>
  release(): Promise<void>
}

/** Loads the tokenizer and the graph of a model folder. @throws what the files make onnxruntime or the tokenizer throw */
export async function loadOnnxModel(options: OnnxModelOptions): Promise<OnnxModel> {
  const { folder, weights, maxTokens, threads } = options
  const runtime = createRequire(import.meta.url)(options.runtime) as typeof Ort
  const tokenizer = new TokenizerOf(
    // We cut and never pad: one text at a time needs no padding, and files pad to lengths of their makers' liking.
    { ...(await readJson(folder, 'tokenizer.json')), truncation: null, padding: null },
    await readJson(folder, 'tokenizer_config.json')
  )
  const session = await runtime.InferenceSession.create(join(folder, weights), {
    ...(threads === undefined ? {} : { intraOpNumThreads: threads }),
    extra: {
      // ORT's fused kernel is several times slower than the nodes that it replaces: 1.3 times per text.
      optimization: { disable_specified_optimizers: 'SkipLayerNormFusion' },
      // Threads that spin while they wait take the cores from Neo4j and from each other.
      session: { intra_op: { allow_spinning: '0' } }
    }
  })
  const [output = ''] = session.outputNames
  return {
    run: async (text, pair) => {
      const inputs = inputsOf({ tokenizer, runtime }, { text, pair, maxTokens }, session.inputNames)
      const result = (await session.run(inputs))[output]
      if (result === undefined || !(result.data instanceof Float32Array))
        throw new Error(`The model's output '${output}' is not a tensor of 32-bit floats`)
      return { values: result.data, dims: result.dims }
    },
    release: () => session.release()
  }
}

async function readJson(folder: string, file: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(folder, file), 'utf8')) as Record<string, unknown>
}

function inputsOf(
  { tokenizer, runtime }: { tokenizer: TextTokenizer; runtime: typeof Ort },
  asked: { text: string; pair: string | undefined; maxTokens: number },
  names: readonly string[]
): Record<string, Ort.Tensor> {
  const { ids, token_type_ids: types } = tokenizer.encode(asked.text, {
    return_token_type_ids: true,
    ...(asked.pair === undefined ? {} : { text_pair: asked.pair })
  })
  const kept = cut(ids, asked.maxTokens)
  const values: Readonly<Record<string, readonly number[]>> = {
    input_ids: kept,
    attention_mask: kept.map(() => 1),
    token_type_ids: cut(types, asked.maxTokens)
  }
  return Object.fromEntries(
    names.flatMap((name): [string, Ort.Tensor][] => {
      const row = values[name]
      if (row === undefined) return []
      return [[name, new runtime.Tensor('int64', BigInt64Array.from(row, BigInt), [1, row.length])]]
    })
  )
}

function cut(row: readonly number[], most: number): readonly number[] {
  return row.length <= most ? row : [...row.slice(0, most - 1), row[row.length - 1] ?? 0]
}
