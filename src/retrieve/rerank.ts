import { CairnError } from '../errors.js'
import type { Ranked } from './memory.js'
import { fusionConstant } from './score-documents.js'

/** What reads a question and texts together; model/reranker.ts makes one. */
export interface Reads {
  score(question: string, texts: readonly string[]): Promise<number[]>
}

/** How many of the best are read again, and how much that counts beside the order that was learned. */
export const reranked = 30
const weight = 2

const longestText = 1_600

/** The same with what reads again, if anything; where it fails, the order stays and the answer says so. */
export async function readAgain(
  reader: Reads | null,
  question: string,
  ranked: readonly Ranked[]
): Promise<{ readonly ranked: readonly Ranked[]; readonly remarks: readonly string[] }> {
  if (reader === null) return { ranked, remarks: [] }
  try {
    return { ranked: await rerank(reader, question, ranked), remarks: [] }
  } catch (error) {
    if (!(error instanceof CairnError)) throw error
    return { ranked, remarks: [error.message] }
  }
}

/**
 * Reads the best documents again and fuses that order with the one they came in, by ranks: scores of
 * different models are never added. What a document is worth stays as spread as it was.
 */
export async function rerank(
  reader: Reads,
  question: string,
  ranked: readonly Ranked[]
): Promise<Ranked[]> {
  const top = ranked.slice(0, reranked)
  if (top.length < 2) return [...ranked]
  const scores = await reader.score(question, top.map(textOf))
  const order = top.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
  const place = new Map(order.map((index, rank) => [index, rank]))
  const fused = top
    .map((entry, i) => ({
      entry,
      by: 1 / (fusionConstant + i) + weight / (fusionConstant + (place.get(i) ?? top.length))
    }))
    .sort((a, b) => b.by - a.by)
  const worth = top.map(({ score }) => score)
  const inOrder = fused.map(({ entry }, i) => ({ ...entry, score: worth[i] ?? entry.score }))
  return [...inOrder, ...ranked.slice(reranked)]
}

function textOf({ memory, api }: Ranked): string {
  const named = [api?.qualifiedName, api?.signature, api?.summary].filter(Boolean).join('\n')
  return `${named}\n${memory.text}`.trim().slice(0, longestText)
}
