import { basename, dirname, resolve } from 'node:path'
import { CairnError } from '../errors.js'
import type { Reranker } from './reranker.js'

/** Tokens of question and text together that are read. */
const maxTokens = 512
const batch = 8

/** A cross-encoder in this process, from a folder with config.json, tokenizer.json and onnx/. @throws CairnError NOT_CONFIGURED */
export async function localReranker(folder: string): Promise<Reranker> {
  const path = resolve(folder)
  const { AutoModelForSequenceClassification, AutoTokenizer, env } =
    await import('@huggingface/transformers')
  env.allowRemoteModels = false
  env.localModelPath = dirname(path)
  const name = basename(path)
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(name)
    const model = await AutoModelForSequenceClassification.from_pretrained(name, { dtype: 'q8' })
    const scoreBatch = async (question: string, texts: readonly string[]): Promise<number[]> => {
      const pairs = {
        text_pair: [...texts],
        padding: true,
        truncation: true,
        max_length: maxTokens
      }
      const inputs: unknown = tokenizer(
        texts.map(() => question),
        pairs
      )
      const { logits } = (await model(inputs)) as { logits: { tolist(): number[][] } }
      // One logit: relevance. Two: not relevant, relevant.
      return logits.tolist().map((row) => row.at(-1) ?? 0)
    }
    return {
      id: `local:${name}`,
      score: async (question, texts) => {
        const scores: number[] = []
        for (let i = 0; i < texts.length; i += batch)
          scores.push(...(await scoreBatch(question, texts.slice(i, i + batch))))
        return scores
      },
      close: async () => {
        await model.dispose()
      }
    }
  } catch (error) {
    const expected = 'a folder with config.json, tokenizer.json and onnx/model_quantized.onnx'
    throw new CairnError(
      'NOT_CONFIGURED',
      `CAIRN_RERANKER names the folder '${folder}', which holds no cross-encoder; expected ${expected}.`,
      { cause: error, details: { field: 'CAIRN_RERANKER', value: `local:${folder}`, expected } }
    )
  }
}
