import type { Retrieved } from '../retrieve/memory.js'
import type { Assessed, Assessment } from '../retrieve/relevance/assess.js'
import type { Draft } from './draft.js'
import { isFirm, noteItem, type ShownNote } from './experience-items.js'
import { noteProbability, type Needed } from './needed.js'
import { withinShare } from './within-share.js'

/** One to three items are the rule for an answer, six the most. */
export const mostItems = 6
const mostNotes = 5
const mostNotesEach = 3

export interface NotesFound {
  readonly retrieved: Retrieved
  readonly assessment: Assessment
  readonly notes: readonly ShownNote[]
  readonly needed: Needed
}

/** A note, the documentation of what it is about where that was found, and how likely it is of use. */
interface JudgedNote {
  readonly note: ShownNote
  readonly about: Assessed | undefined
  readonly probability: number
}

export function judgedNotes({ notes, assessment, retrieved, needed }: NotesFound): JudgedNote[] {
  const byApi = new Map(
    assessment.items.flatMap((entry) =>
      entry.api === null ? [] : [[entry.api.id, entry] as const]
    )
  )
  const least = assessment.thresholds.answer
  return notes.map((note) => {
    const about = note.apis.map((id) => byApi.get(id)).find((entry) => entry !== undefined)
    return { note, about, probability: noteProbability(note, about, { needed, retrieved, least }) }
  })
}

/** What is said of the APIs that a task needs: the likeliest first, few about one thing, and nobody says it all. Pure. */
export function noteItems({ notes, assessment, retrieved, needed }: NotesFound): Draft[] {
  const each = new Map<string, number>()
  const fitting = judgedNotes({ notes, assessment, retrieved, needed })
    .filter(({ note, probability }) => probability >= leastOf(note))
    .sort((a, b) => b.probability - a.probability)
    .filter(({ note }) => {
      const key = note.subjects[0] ?? ''
      const count = (each.get(key) ?? 0) + 1
      each.set(key, count)
      return count <= mostNotesEach
    })
  return withinShare(fitting, ({ note }) => (isFirm(note) ? null : note.by), mostOfOne)
    .slice(0, mostNotes)
    .map(({ note, about, probability }) => {
      const subject = note.subjects[0]?.replace(/^\w+:/, '')
      return noteItem(note, probability, about?.api?.qualifiedName ?? subject ?? 'what this needs')
    })
}

/** What one principal alone says makes half of an answer at most, where others have something to say. */
export const mostOfOne = mostItems / 2

/** A note on what a task only may need. */
export const leastNote = 0.25

/** What changed between two attempts at another task says little, but of what the question's own code calls. */
const leastDifference = 0.7

function leastOf({ source }: ShownNote): number {
  return source === 'difference' ? leastDifference : leastNote
}
