import type { Standing } from '../domain/standing.js'
import { unpackStanding } from '../domain/standing.js'
import type { Hit, Link } from './memory.js'

/** One entry of documentation that may answer: a section, the API it tells of, and what brought it up. */
export interface Candidate {
  /** Id of the section's first part: what the parts of a section and its API have in common. */
  readonly entry: string
  /** The part of the section that fits best. */
  doc: string
  api: string | null
  /** Qualified name of the API, or the section's title. */
  name: string
  kind: string
  readonly library: string
  standing: Standing
  readonly found: Hit[]
  readonly links: Link[]
  /** Best raw score by source; comparable only within a source. */
  readonly scores: Map<string, number>
}

/** A row as every query of recall returns it. */
export interface CandidateRow {
  readonly id: string
  readonly label: string
  readonly entry: string
  readonly api: string | null
  readonly name: string
  readonly kind: string | null
  readonly library: string | null
  readonly standing: readonly number[]
  readonly score: number
}

/** The candidates of one question, by entry. */
export type Candidates = Map<string, Candidate>

/** Adds what a source found, best first; the first row of an entry gives its rank. */
export function addFound(
  candidates: Candidates,
  source: string,
  rows: readonly CandidateRow[]
): void {
  let rank = 0
  for (const row of rows) {
    const candidate = enter(candidates, row)
    if (candidate.scores.has(source)) continue
    // Where words were found says more of which part to show than where the meaning is near.
    if (source === 'words' && row.label === 'Doc') candidate.doc = row.id
    rank += 1
    candidate.found.push({ source, rank })
    candidate.scores.set(source, row.score)
  }
}

/** Shows a section by this part of it: the one that holds what was asked for. */
export function preferPart(candidates: Candidates, row: CandidateRow): void {
  const candidate = candidates.get(row.entry.replace(/~\d+$/, ''))
  if (candidate !== undefined && row.label === 'Doc') candidate.doc = row.id
}

/** Adds what hangs on a candidate by an edge. */
export function addLinked(candidates: Candidates, link: Link, row: CandidateRow): Candidate {
  const candidate = enter(candidates, row)
  candidate.links.push({ from: link.from, type: link.type })
  return candidate
}

/** Adds to what several things say of a candidate together. */
export function addScore({ scores }: Candidate, name: string, by: number): void {
  scores.set(name, (scores.get(name) ?? 0) + by)
}

function enter(candidates: Candidates, row: CandidateRow): Candidate {
  const entry = row.entry.replace(/~\d+$/, '')
  const known = candidates.get(entry)
  if (known !== undefined) {
    if (known.api === null && row.api !== null) Object.assign(known, named(row))
    return known
  }
  const fresh: Candidate = {
    entry,
    doc: row.entry,
    ...named(row),
    library: row.library ?? '',
    standing: unpackStanding(row.standing),
    found: [],
    links: [],
    scores: new Map()
  }
  candidates.set(entry, fresh)
  return fresh
}

function named(row: CandidateRow): Pick<Candidate, 'api' | 'name' | 'kind'> {
  return { api: row.api, name: row.name, kind: row.kind ?? '' }
}
