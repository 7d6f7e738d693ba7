import { contentHash } from '../../domain/content-hash.js'
import { compareClaims, readClaim } from '../../domain/claims/compare-claims.js'
import { selfJudgedFlag, type GateResult } from '../../domain/insight.js'
import type { GraphMap } from '../../graph/query.js'
import type { ApiDocs } from '../gates/advised-against.js'
import { isInForce, type KnownInsight, type KnownInsights } from '../known-insights.js'
import type { BehaviourOutcome } from '../outcome.js'
import { candidateRow } from './candidate-row.js'
import { documentationOf, type Behaviour } from './note-candidate.js'
import { noteGates, observed, type Around } from './note-gates.js'
import { restingOn, weighClaims, type Seen, type Weighed } from './weigh-claims.js'

/** From here on two insights say the same; repeats of one lie above 0.93, others about the same thing below 0.85. */
const sameCosine = 0.92

/** A behaviour with what the graph knows around it. */
export interface NoteAtHand {
  readonly id: string
  readonly behaviour: Behaviour
  /** Behaviours that say the opposite, with the insight in force that one of them is. */
  readonly opposed: readonly {
    readonly id: string
    readonly witnesses: number
    readonly insight: string | null
  }[]
  /** Notes that say the same. */
  readonly members: readonly string[]
  readonly seen: readonly Seen[]
  readonly apis: readonly {
    readonly id: string
    readonly name: string
    readonly library: string | null
  }[]
  readonly embedding: Float32Array | null
  /** The insight that it became before. */
  readonly insight: string | null
  readonly state: string | null
  readonly flags: readonly string[]
  readonly acknowledged: readonly string[]
  readonly gates: readonly GateResult[]
  /** Traces that it rests on already. */
  readonly beneath: readonly string[]
}

export interface Deciding {
  readonly known: KnownInsights
  /** Principals that the space knows. */
  readonly principals: number
  readonly space: string
  readonly run: number
  /** Documentation of what it is about. */
  readonly docs: readonly ApiDocs[]
}

export interface Decided {
  readonly outcome: BehaviourOutcome | null
  readonly candidate: GraphMap | null
  readonly evidence: GraphMap | null
}

const nothing: Decided = { outcome: null, candidate: null, evidence: null }

/** What becomes of a behaviour: nothing, a candidate with its gates, or evidence for what it became before. Pure. */
export function decideNote(note: NoteAtHand, deciding: Deciding): Decided {
  if (note.state === 'rejected' || note.state === 'retired')
    return ignored(`says what was ${note.state} before`)
  const around = aroundOf(note, deciding)
  if (note.insight !== null && note.state !== 'candidate')
    return evidenceFor(note, note.insight, around)
  if (isOutweighed(note)) return nothing
  const gates = noteGates(note.behaviour, around)
  const failed = gates.filter(({ passed }) => !passed).map(({ gate }) => gate)
  // Names and changes of code alone are evidence of nothing that could be said in a sentence.
  if (failed.includes('clear') || failed.includes('clean')) return nothing
  const id = note.insight ?? `insight:${contentHash(deciding.space, 'note', note.id)}`
  const { space, run } = deciding
  const made = { id, gates, around, space, run, contradicts: contradicted(note, deciding) }
  const kind = note.state === null ? 'add' : 'merge'
  return {
    outcome: { kind, insight: id, reason: null, failed },
    candidate: candidateRow(note, made),
    evidence: null
  }
}

function ignored(reason: string): Decided {
  return { ...nothing, outcome: { kind: 'ignore', insight: null, reason, failed: [] } }
}

function aroundOf(note: NoteAtHand, deciding: Deciding): Around {
  const { known, principals, docs } = deciding
  const sections = docs.flatMap((api) => api.docs)
  const against = contradicted(note, deciding).map((id) => known.get(id)?.title ?? id)
  return {
    said: documentationOf(note.behaviour, sections),
    known: principals,
    weighed: weighClaims(note.seen, principals),
    docs,
    duplicate: duplicateOf(note, deciding),
    against
  }
}

/**
 * Of opposite claims the better seen one is proposed, of equal ones that of the smaller id: one contradiction is one
 * candidate. What contradicts an insight in force is one of its own.
 */
function isOutweighed({ id, behaviour: { witnesses }, opposed }: NoteAtHand): boolean {
  if (opposed.some(({ insight }) => insight !== null)) return false
  return opposed.some(
    (other) => other.witnesses > witnesses || (other.witnesses === witnesses && other.id < id)
  )
}

/** Ids of the insights in force that say the opposite. */
function contradicted(note: NoteAtHand, { known }: Deciding): string[] {
  const notes = note.opposed.flatMap(({ insight }) => (insight === null ? [] : [insight]))
  const others = inForceAbout(note, known)
    .filter((insight) => relationTo(note, insight) === 'opposite')
    .map(({ id }) => id)
  return [...new Set([...notes, ...others])].sort()
}

/** An encoder sees neither negation nor opposites, so what is near by meaning must not say the opposite. */
function duplicateOf(note: NoteAtHand, { known }: Deciding): string | null {
  const { embedding, insight } = note
  if (embedding === null) return null
  const near = known.nearest(
    embedding,
    (one) => isInForce(one) && one.id !== insight && relationTo(note, one) !== 'opposite'
  )
  return near !== undefined && near.cosine >= sameCosine ? near.insight.title : null
}

function inForceAbout({ apis, insight }: NoteAtHand, known: KnownInsights): KnownInsight[] {
  const names = new Set(apis.map(({ name }) => name))
  return [...known.all()].filter(
    (one) => isInForce(one) && one.id !== insight && one.about.some((name) => names.has(name))
  )
}

function relationTo({ behaviour, apis }: NoteAtHand, insight: KnownInsight): string {
  const about = [...behaviour.about, ...apis.map(({ name }) => name), ...insight.about]
  const mine = readClaim({ happens: behaviour.happens, when: behaviour.when, about })
  const relations = [insight.title, insight.advice].map((happens) =>
    compareClaims(readClaim({ happens, about }), mine, 0)
  )
  return relations.find((one) => one === 'opposite') ?? relations[0] ?? 'unrelated'
}

/**
 * What people have in hand or approved keeps its words. A claim comes beneath it only where it is marked as resting
 * on claims already: a person has seen that, or has to before approving it. Where it waits with the flag and judged
 * attempts are enough by now, the claims go and the flag with them.
 */
function evidenceFor(note: NoteAtHand, id: string, around: Around): Decided {
  const { weighed } = around
  const isFlagged = note.flags.includes(selfJudgedFlag)
  const isCleared = isFlagged && weighed.claims === 0
  const rests = isCleared ? weighed : restsWith(note)
  const isNews = rests.traces.some((trace) => !note.beneath.includes(trace))
  if (!isNews && !isCleared) return ignored('adds nothing to what it became before')
  const told = observed(note.behaviour, { ...around, weighed: rests })
  return {
    outcome: { kind: 'merge', insight: id, reason: null, failed: [] },
    candidate: null,
    evidence: {
      id,
      traces: [...rests.traces],
      lessons: [...note.members],
      support: rests.sessions,
      agents: rests.principals,
      problems: rests.problems,
      clears: isCleared,
      setAside: isCleared ? [...rests.setAside] : null,
      gates: isCleared
        ? JSON.stringify(note.gates.map((one) => (one.gate === told.gate ? told : one)))
        : null
    }
  }
}

function restsWith({ seen, flags, acknowledged, beneath }: NoteAtHand): Weighed {
  const isMarked = flags.includes(selfJudgedFlag) || acknowledged.includes(selfJudgedFlag)
  const may = seen.filter(({ id, claimed }) => !claimed || isMarked || beneath.includes(id))
  return restingOn(may, [])
}
