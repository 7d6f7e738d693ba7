import type { Config } from '../config.js'
import { CairnError } from '../errors.js'

/** Reads a question and a text together, and says how well the text answers: slower and finer than vectors. */
export interface Reranker {
  readonly id: string
  /** One score a text, larger is better, comparable within one call. @throws CairnError MODEL_UNAVAILABLE */
  score(question: string, texts: readonly string[]): Promise<number[]>
  close(): Promise<void>
}

const longestQuestion = 4_000
const longestText = 4_000
const timeoutMs = 10_000

/**
 * The reranker of the settings, null where none is set: `local:<folder>` for an ONNX cross-encoder,
 * `endpoint:<model>` for a server that answers `POST …/rerank` with `results: [{index, relevance_score}]`.
 * @throws CairnError NOT_CONFIGURED
 */
export async function createReranker(
  config: Pick<Config, 'reranker' | 'rerankerUrl' | 'openaiKey' | 'cache' | 'npmRegistry'>
): Promise<Reranker | null> {
  const { reranker } = config
  if (reranker === null) return null
  const [kind, name] = [reranker.split(':')[0], reranker.slice(reranker.indexOf(':') + 1)]
  if (kind === 'endpoint' && name !== '' && config.rerankerUrl !== null)
    return endpointReranker({ url: config.rerankerUrl, model: name, key: config.openaiKey })
  if (kind === 'local' && name !== '') {
    const { localReranker } = await import('./local-reranker.js')
    return localReranker(name, { cache: config.cache, registry: config.npmRegistry })
  }
  const expected = 'local:<folder of a cross-encoder>, or endpoint:<model> with CAIRN_RERANKER_URL'
  throw new CairnError('NOT_CONFIGURED', `CAIRN_RERANKER is '${reranker}'; expected ${expected}.`, {
    details: { field: 'CAIRN_RERANKER', value: reranker, expected }
  })
}

function endpointReranker(at: { url: string; model: string; key: string | null }): Reranker {
  const id = `endpoint:${at.model}`
  return {
    id,
    score: async (question, texts) => {
      const body = JSON.stringify({
        model: at.model,
        query: question.slice(0, longestQuestion),
        documents: texts.map((text) => text.slice(0, longestText))
      })
      const authorization = at.key === null ? {} : { authorization: `Bearer ${at.key}` }
      const reply = await fetch(`${at.url.replace(/\/$/, '')}/rerank`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization },
        body,
        signal: AbortSignal.timeout(timeoutMs)
      })
        .then(async (response) => {
          if (!response.ok) throw new Error(`status ${response.status}`)
          return response.json()
        })
        .catch((error: unknown) => {
          throw unavailable(id, error instanceof Error ? error.message : String(error))
        })
      return scoresIn(reply, texts.length, id)
    },
    close: () => Promise.resolve()
  }
}

function scoresIn(reply: unknown, count: number, id: string): number[] {
  const { results } = (reply ?? {}) as { results?: unknown }
  const scores = new Array<number>(count).fill(NaN)
  for (const result of Array.isArray(results) ? (results as unknown[]) : []) {
    const { index, relevance_score: score } = (result ?? {}) as Record<string, unknown>
    if (typeof index === 'number' && typeof score === 'number' && index in scores)
      scores[index] = score
  }
  if (scores.every(Number.isFinite)) return scores
  throw unavailable(id, 'its reply has no score for some of the texts')
}

function unavailable(id: string, reason: string): CairnError {
  return new CairnError(
    'MODEL_UNAVAILABLE',
    `The reranker ${id} did not answer: ${reason}. Answers go without it; check CAIRN_RERANKER_URL, or unset CAIRN_RERANKER.`,
    { details: { field: 'CAIRN_RERANKER', value: id } }
  )
}
