import { contentHash } from './content-hash.js'
import { taskEmbedText } from './embed-text.js'
import { instructsReader } from './instructing.js'
import { safeWords } from './safe-words.js'

/** Something that the memory lacks, before the graph has seen whether it was asked for already. */
export interface KnowledgeNeed {
  readonly id: string
  readonly text: string
  /** Its words alone: two needs with the same words are one. */
  readonly normal: string
  /** Whether it tries to instruct its reader. */
  readonly tainted: boolean
  /** What its vector is made from. */
  readonly embedText: string
}

export const gapStates = ['open', 'answered', 'dismissed'] as const
export type GapState = (typeof gapStates)[number]

/** Cosine from which two needs mean the same, and among how many open ones that is looked for, the latest first. */
export const sameNeedCosine = 0.9
export const mostNeedsCompared = 2_000

/** Characters that are kept of a need. */
const maxNeed = 2_000

/** A need as it is stored; null for a text without words. Secrets are taken out first. */
export function knowledgeNeed(text: string, space: string): KnowledgeNeed | null {
  const clean = safeWords(text)
  const normal = normalForm(clean)
  if (normal === '') return null
  return {
    id: `knowledge-request:${contentHash(space, normal)}`,
    text: clean.slice(0, maxNeed).toWellFormed(),
    normal: normal.slice(0, maxNeed).toWellFormed(),
    tainted: instructsReader(clean).found,
    embedText: taskEmbedText(clean)
  }
}

/** Lower case, words and numbers only, one space between: how a thing is written does not make it another. */
function normalForm(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu) ?? []
  ).join(' ')
}

/** What `ask-for.cypher` takes beside who asks. */
export function needRow(
  need: KnowledgeNeed,
  vector: { readonly of: Float32Array | undefined; readonly by: string }
) {
  const { id, text, normal, tainted } = need
  const embedding = vector.of === undefined ? null : Array.from(vector.of)
  return {
    need: { id, text, normal, tainted, embedding, embeddedBy: vector.by },
    // Neo4j's similarity of a cosine is (1 + cosine) / 2.
    nearest: (1 + sameNeedCosine) / 2,
    most: mostNeedsCompared
  }
}
