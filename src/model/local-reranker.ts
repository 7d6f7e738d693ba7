import { resolve, basename } from 'node:path'
import { CairnError } from '../errors.js'
import { openModelFolder } from './model-folder.js'
import { openRuntime, type RuntimeSources } from './onnx-runtime.js'
import type { Reranker } from './reranker.js'

/** Tokens of question and text together that are read. */
const maxTokens = 512

/** A cross-encoder in this process, from a folder with config.json, tokenizer.json and onnx/. @throws CairnError NOT_CONFIGURED */
export async function localReranker(
  folder: string,
  from: Pick<RuntimeSources, 'cache' | 'registry'>
): Promise<Reranker> {
  const path = resolve(folder)
  try {
    const { weights } = await openModelFolder(path)
    // Who has set none does not wait for the runtime at every start.
    const { loadOnnxModel } = await import('./onnx-model.js')
    const runtime = await openRuntime(from)
    const model = await loadOnnxModel({ runtime, folder: path, weights, maxTokens })
    return {
      id: `local:${basename(path)}`,
      score: async (question, texts) => {
        const scores: number[] = []
        for (const text of texts) {
          const { values } = await model.run(question, text)
          // One logit: relevance. Two: not relevant, relevant.
          scores.push(values.at(-1) ?? 0)
        }
        return scores
      },
      close: () => model.release()
    }
  } catch (error) {
    if (error instanceof CairnError) throw error
    const expected = 'a folder with config.json, tokenizer.json and onnx/model_quantized.onnx'
    throw new CairnError(
      'NOT_CONFIGURED',
      `CAIRN_RERANKER names the folder '${folder}', which holds no cross-encoder; expected ${expected}.`,
      { cause: error, details: { field: 'CAIRN_RERANKER', value: `local:${folder}`, expected } }
    )
  }
}
