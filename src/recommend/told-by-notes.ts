import type { Draft } from './draft.js'
import { isFirm, toldByNote, type ShownNote } from './experience-items.js'
import { judgedNotes, type NotesFound } from './note-items.js'

/** An attempt that passed, and whether it was at the very task that is asked about. */
export interface Solution {
  readonly draft: Draft
  /** All of its code. */
  readonly code: string | null
  readonly sameTask: boolean
}

/**
 * Solutions of other tasks say what was learned in them, the likeliest note of each, and that note takes no place of its
 * own; nor does one that a solution says anyway. What somebody beside its agent saw stays a note: it comes first. Pure.
 * @returns the solutions, and the notes that none of them tells
 */
export function withNotes(
  solutions: readonly Solution[],
  found: NotesFound
): { readonly solved: readonly Draft[]; readonly untold: readonly ShownNote[] } {
  const claims = judgedNotes(found)
    .filter(({ note }) => !isFirm(note))
    .sort((a, b) => b.probability - a.probability)
    .map(({ note }) => note)
  const told = new Set<string>()
  const shown = new Set(solutions.map(({ draft }) => draft.node.id))
  const solved = solutions.map(({ draft, code, sameTask }) => {
    const isElsewhere = !sameTask && draft.kind === 'solved'
    const learned = claims.find(
      ({ id, learnedIn }) => isElsewhere && learnedIn.includes(draft.node.id) && !told.has(id)
    )
    const said = learned === undefined ? draft : toldByNote(draft, learned, code)
    for (const note of claims) if (note === learned || says(said, note)) told.add(note.id)
    return said
  })
  // What changed between two attempts is told by the one that passed.
  const isShown = ({ source, learnedIn }: ShownNote) =>
    source === 'difference' && learnedIn.some((id) => shown.has(id))
  return { solved, untold: found.notes.filter((note) => !told.has(note.id) && !isShown(note)) }
}

/** Whether an item holds the whole of a note, in its text or its code. */
function says({ body, code }: Draft, { text }: ShownNote): boolean {
  const claim = plain(text)
  return claim !== '' && plain(`${body}\n${code ?? ''}`).includes(claim)
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
