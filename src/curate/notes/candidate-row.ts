import { compoundParts, nameForms } from '../../domain/code-terms.js'
import { insightText, selfJudgedFlag, type GateResult } from '../../domain/insight.js'
import type { GraphMap } from '../../graph/query.js'
import { libraryRange } from '../library-range.js'
import type { NoteAtHand } from './decide-note.js'
import { candidateWords, gapOfNote } from './note-candidate.js'
import { isQueued, type Around } from './note-gates.js'

/** Said of what a single session saw, so that a person looks at it before approving. */
const singleWitnessFlag = 'single-witness'

/** Said of what somebody reported to be wrong or out of date. */
const reportedFlag = 'reported'

interface Made {
  readonly id: string
  readonly gates: readonly GateResult[]
  readonly around: Around
  /** Ids of the insights in force that say the opposite. */
  readonly contradicts: readonly string[]
  readonly run: number
  readonly space: string
}

/** A candidate as the statement writes it. */
export function candidateRow(note: NoteAtHand, made: Made): GraphMap {
  const { stand, doc, quote } = made.around.said
  return {
    id: made.id,
    traces: [...made.around.weighed.traces],
    lessons: [...note.members],
    about: note.apis.map(({ id }) => id),
    backedBy: stand === 'agrees' && doc !== null && quote !== null ? [{ doc, quote }] : [],
    contradicts: [...made.contradicts],
    properties: { ...wordsOf(note), ...standingOf(note, made) }
  }
}

function wordsOf({ behaviour, apis, embedding }: NoteAtHand): GraphMap {
  const words = candidateWords(behaviour)
  const text = insightText(words)
  const names = [...behaviour.about, ...apis.map(({ name }) => name)]
  return {
    ...words,
    code: behaviour.shownBy,
    text,
    names: [...new Set(names.flatMap(nameForms))].join(' '),
    terms: compoundParts(text, 200).join(' '),
    embedding: embedding === null ? null : Array.from(embedding),
    ...libraryRange(apis.flatMap(({ library }) => (library === null ? [] : [library]))),
    gap: gapOfNote(behaviour.noteKind),
    writer: 'agents'
  }
}

function standingOf({ behaviour }: NoteAtHand, made: Made): GraphMap {
  const { id, gates, around, run, space } = made
  const { weighed } = around
  return {
    kind: 'candidate',
    state: 'candidate',
    note: true,
    space,
    gates: JSON.stringify(gates),
    support: weighed.sessions,
    agents: weighed.principals,
    problems: weighed.problems,
    tainted: false,
    flags: flagsOf(behaviour, made),
    setAside: [...weighed.setAside],
    lineage: id,
    revision: 1,
    refines: null,
    recommends: [],
    avoids: [],
    proposedIn: run,
    // What somebody reported is looked at however few saw it.
    ready: isQueued(gates) || behaviour.disputes > 0 ? true : null
  }
}

function flagsOf({ disputes }: NoteAtHand['behaviour'], { gates, around }: Made): string[] {
  const { sessions, principals, claims } = around.weighed
  const isDisputed = gates.some(({ gate, passed }) => gate === 'not-contradiction' && !passed)
  return [
    ...(isDisputed ? ['contradiction'] : []),
    ...(disputes > 0 ? [reportedFlag] : []),
    ...(claims > 0 ? [selfJudgedFlag] : []),
    ...(sessions < 2 || principals < 2 ? [singleWitnessFlag] : [])
  ]
}
