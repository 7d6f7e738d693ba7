import { decay } from './credit.js'

/** What one sender brought to a node's evidence. */
export interface EvidencePart {
  readonly of: string
  readonly passed: number
  readonly failed: number
}

/** Evidence as a node keeps it: sums as of its latest moment, and who brought how much of them. */
export interface KeptEvidence {
  readonly passed: number
  readonly failed: number
  /** Feedbacks that named the node as used. */
  readonly uses: number
  /** Milliseconds since 1970; null where nothing is known yet. */
  readonly at: number | null
  /** Heaviest first. What came before parts were kept, and what fell off the end, is in the sums alone. */
  readonly parts: readonly EvidencePart[]
}

/** What a sender says of a node at a moment; less than nothing takes back. */
export interface EvidenceChange extends EvidencePart {
  readonly uses: number
  readonly at: number
}

/**
 * Outcomes that one sender brings to a node at most: with four the expected success of what always worked is 0.83, so that a memory
 * of one person still learns, and who repeats itself moves nothing further. Beyond, the older ones fade as new ones come.
 */
export const mostOfOne = 4

/** Senders whose parts a node keeps apart. */
const mostParts = 200

/** Evidence with what one sender says, bounded for each sender. Below the bound the order in which changes come does not matter. */
export function withEvidence(kept: KeptEvidence, change: EvidenceChange): KeptEvidence {
  const at = Math.max(kept.at ?? change.at, change.at)
  const before = decay(at - (kept.at ?? at))
  const fresh = decay(at - change.at)
  const parts = kept.parts.map((part) => scaled(part, before))
  const own = parts.find(({ of }) => of === change.of) ?? { of: change.of, passed: 0, failed: 0 }
  const grown = bounded({
    of: change.of,
    passed: Math.max(0, own.passed + change.passed * fresh),
    failed: Math.max(0, own.failed + change.failed * fresh)
  })
  return {
    at,
    passed: Math.max(0, kept.passed * before + grown.passed - own.passed),
    failed: Math.max(0, kept.failed * before + grown.failed - own.failed),
    uses: Math.max(0, kept.uses + change.uses),
    parts: [grown, ...parts.filter(({ of }) => of !== change.of)]
      .filter(({ passed, failed }) => passed + failed > 0)
      .sort((a, b) => b.passed + b.failed - a.passed - a.failed || (a.of < b.of ? -1 : 1))
      .slice(0, mostParts)
  }
}

function scaled({ of, passed, failed }: EvidencePart, by: number): EvidencePart {
  return { of, passed: passed * by, failed: failed * by }
}

/** Both kinds of outcome lose alike: their ratio is what is known. */
function bounded(part: EvidencePart): EvidencePart {
  const all = part.passed + part.failed
  return all <= mostOfOne ? part : scaled(part, mostOfOne / all)
}
