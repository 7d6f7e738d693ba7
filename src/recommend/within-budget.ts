import type { Draft } from './compose.js'

/** Characters that make a token, roughly, in English and code. */
const charactersPerToken = 4

/** Keeps the items that fit, in order of worth, at least one; says what was left out. */
export function withinBudget(
  drafts: readonly Draft[],
  tokens: number
): { kept: Draft[]; remarks: string[] } {
  let room = tokens * charactersPerToken
  const chosen = new Set<Draft>()
  for (const draft of [...drafts].sort((a, b) => b.lead.score - a.lead.score)) {
    const size = sizeOf(draft)
    if (chosen.size > 0 && size > room) continue
    chosen.add(draft)
    room -= size
  }
  const kept = drafts.filter((draft) => chosen.has(draft))
  const left = drafts.length - kept.length
  const remarks =
    left === 0
      ? []
      : [`${left} more item${left === 1 ? '' : 's'} did not fit into ${tokens} tokens.`]
  return { kept, remarks }
}

function sizeOf(draft: Draft): number {
  const quotes = draft.rests.reduce(
    (sum, rest) => sum + rest.quote.length + rest.memory.id.length,
    0
  )
  return (
    draft.title.length +
    draft.body.length +
    (draft.code?.length ?? 0) +
    draft.reason.length +
    quotes
  )
}
