import { tokenCount } from '../domain/token-count.js'
import type { Draft } from './draft.js'

/** What stands around the items: the headline, and the line that says what this is. */
const around = 40

/** Keeps the items that fit, in their order, at least one, without its code where even that is too long; says what was left out. */
export function withinBudget(
  drafts: readonly Draft[],
  tokens: number
): { kept: Draft[]; remarks: string[] } {
  let room = tokens - around
  const kept: Draft[] = []
  const cited = new Set<string>()
  for (const draft of drafts) {
    const taken = fitting(draft, room, cited) ?? (kept.length === 0 ? leanOf(draft) : null)
    if (taken === null) continue
    room -= sizeOf(taken, cited)
    kept.push(taken)
    for (const { node } of taken.rests) cited.add(node.id)
  }
  const left = drafts.length - kept.length
  const remarks =
    left === 0
      ? []
      : [`${left} more item${left === 1 ? '' : 's'} did not fit into ${tokens} tokens.`]
  return { kept, remarks }
}

/** The draft as it fits: whole, else without its code where it says something without; null where neither fits. */
function fitting(draft: Draft, room: number, cited: ReadonlySet<string>): Draft | null {
  if (sizeOf(draft, cited) <= room) return draft
  const lean = leanOf(draft)
  const saysSomething = draft.body !== '' || draft.kind === 'note'
  return saysSomething && sizeOf(lean, cited) <= room ? lean : null
}

function leanOf(draft: Draft): Draft {
  return { ...draft, code: null }
}

/** Marks and numbers of an item in Markdown. */
const frame = 8

/** Tokens of an item with the sources that nothing before it named. */
function sizeOf(draft: Draft, cited: ReadonlySet<string>): number {
  const { title, body, code, evidence, rests } = draft
  const said = [title, body, evidence ?? '', code ?? ''].join('\n')
  const sources = rests
    .filter(({ node }) => !cited.has(node.id))
    .map(({ node }) => `[1] ${node.id}`)
  return tokenCount(said) + tokenCount(sources.join('\n')) + frame
}
