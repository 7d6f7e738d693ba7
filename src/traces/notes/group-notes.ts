import {
  compareClaims,
  readClaim,
  type ClaimRelation,
  type ReadClaim
} from '../../domain/claims/compare-claims.js'
import { noteWeight, type NoteSource, type Trust } from '../../domain/field-note.js'
import { cosine } from '../text-vectors.js'

/** A note as it is put beside others about things of the same last name. */
export interface GroupedNote {
  readonly id: string
  readonly text: string
  readonly happens: string
  readonly when: string | null
  readonly instead: string | null
  readonly subject: string
  readonly project: string | null
  readonly source: NoteSource
  readonly tainted: boolean
  readonly disputes: number
  readonly embedding: Float32Array | null
  /** Whose sessions saw it: a session is a principal's work at a problem. */
  readonly seen: readonly {
    readonly principal: string | null
    readonly problem: string
    readonly trust: Trust
  }[]
}

/** What follows for a note from all notes beside it. */
export interface NoteStanding {
  readonly id: string
  /** The note that speaks for all that say the same. */
  readonly behaviour: string
  readonly witnesses: number
  readonly principals: number
  /** The one who saw it, where Cairn knows it and no other did. */
  readonly by: string | null
  readonly trust: Trust
  readonly weight: number
  /** Notes that speak for the opposite. */
  readonly opposes: readonly string[]
}

/**
 * Puts notes together that say the same about the same thing, and tells which say the opposite. It follows from the
 * set alone. Tainted notes stand for themselves: what orders its reader lends its weight to nothing.
 */
export function groupNotes(notes: readonly GroupedNote[]): NoteStanding[] {
  const sorted = notes.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const read = sorted.map((note) => ({
    note,
    claim: readClaim({ ...note, about: [note.subject] })
  }))
  const parent = sorted.map((_, i) => i)
  const opposed: [number, number][] = []
  forEachPair(sorted, (i, j) => {
    const relation = relationOf(read[i], read[j])
    if (relation === 'same') join(parent, i, j)
    if (relation === 'opposite') opposed.push([i, j])
  })
  const groups = new Map<number, number[]>()
  for (const i of sorted.keys()) {
    const root = rootOf(parent, i)
    groups.set(root, [...(groups.get(root) ?? []), i])
  }
  const leads = new Map(
    [...groups].map(([root, members]) => [
      root,
      leadOf(members.map((i) => sorted[i]).filter((one) => one !== undefined))
    ])
  )
  const against = new Map<number, Set<string>>()
  for (const [i, j] of opposed) {
    const [a, b] = [rootOf(parent, i), rootOf(parent, j)]
    if (a === b) continue
    against.set(a, (against.get(a) ?? new Set()).add(leads.get(b) ?? ''))
    against.set(b, (against.get(b) ?? new Set()).add(leads.get(a) ?? ''))
  }
  return [...groups].flatMap(([root, members]) => {
    const all = members.flatMap((i) => sorted[i] ?? [])
    return standings(all, {
      lead: leads.get(root) ?? '',
      opposes: [...(against.get(root) ?? [])].sort()
    })
  })
}

function forEachPair(notes: readonly GroupedNote[], visit: (i: number, j: number) => void): void {
  notes.forEach((a, i) => {
    if (a.tainted) return
    for (let j = i + 1; j < notes.length; j += 1) {
      const b = notes[j]
      if (
        b !== undefined &&
        !b.tainted &&
        a.project === b.project &&
        isSameSubject(a.subject, b.subject)
      )
        visit(i, j)
    }
  })
}

/** `api:order` may be `api:tessel.Table.order`; of two full names only equal ones are the same. */
export function isSameSubject(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (!short.startsWith('api:') || !long.startsWith('api:')) return false
  return isEndOf(short.slice(4), long.slice(4))
}

/** `herd.shear` is what is known of `herd.Flock.shear` where nothing tells the class. */
function isEndOf(short: string, long: string): boolean {
  if (long.endsWith(`.${short}`)) return true
  const pieces = short.split('.')
  const [root, last] = pieces
  return pieces.length === 2 && long.startsWith(`${root ?? ''}.`) && long.endsWith(`.${last ?? ''}`)
}

interface Compared {
  readonly note: GroupedNote
  readonly claim: ReadClaim
}

function relationOf(a: Compared | undefined, b: Compared | undefined): ClaimRelation {
  if (a === undefined || b === undefined) return 'unrelated'
  const near = cosine(a.note.embedding ?? undefined, b.note.embedding ?? undefined)
  return compareClaims(a.claim, b.claim, near)
}

function rootOf(parent: number[], i: number): number {
  let at = i
  while (parent[at] !== at) at = parent[at] ?? at
  parent[i] = at
  return at
}

function join(parent: number[], i: number, j: number): void {
  const [a, b] = [rootOf(parent, i), rootOf(parent, j)]
  if (a !== b) parent[Math.max(a, b)] = Math.min(a, b)
}

const sourceRank: Readonly<Record<NoteSource, number>> = {
  said: 0,
  written: 1,
  model: 2,
  difference: 3
}

/** A length at which a sentence says what it has to and no more. */
const clearLength = 110

/** The clearest: said rather than read out of text, near to the length of one plain sentence. */
function leadOf(notes: readonly GroupedNote[]): string {
  const [best] = notes.toSorted(
    (a, b) =>
      sourceRank[a.source] - sourceRank[b.source] ||
      Number(b.instead !== null) - Number(a.instead !== null) ||
      Math.abs(a.text.length - clearLength) - Math.abs(b.text.length - clearLength) ||
      (a.id < b.id ? -1 : 1)
  )
  return best?.id ?? ''
}

function standings(
  notes: readonly GroupedNote[],
  { lead, opposes }: { readonly lead: string; readonly opposes: readonly string[] }
): NoteStanding[] {
  const seen = notes.flatMap((note) => note.seen)
  const witnesses = new Set(seen.map(({ principal, problem }) => `${principal ?? ''}\n${problem}`))
    .size
  const known = new Set(seen.flatMap(({ principal }) => (principal === null ? [] : [principal])))
  const principals = known.size + (seen.some(({ principal }) => principal === null) ? 1 : 0)
  const trust = trustOf(
    seen.map((one) => one.trust),
    known.size
  )
  const disputes = notes.reduce((sum, note) => sum + note.disputes, 0)
  const best = notes.find(({ id }) => id === lead)
  const source = best?.source ?? 'written'
  const weight = noteWeight({ source, trust, witnesses, principals, disputes })
  return notes.map(({ id }) => ({
    id,
    behaviour: lead,
    witnesses,
    principals,
    by: principals === 1 ? ([...known][0] ?? null) : null,
    trust,
    weight,
    opposes
  }))
}

/** Two principals that Cairn knows confirm one another; else the best of what was seen. */
function trustOf(levels: readonly Trust[], principals: number): Trust {
  if (principals >= 2) return 'confirmed'
  if (levels.includes('confirmed')) return 'confirmed'
  if (levels.includes('observed')) return 'observed'
  return levels.includes('imported') ? 'imported' : 'self-reported'
}
