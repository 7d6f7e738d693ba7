import type { PathStep } from '../domain/recommendation.js'
import type { Candidate } from './candidate.js'
import type { Hit, Link } from './memory.js'

/** A node on a path. */
export interface Stop {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly found: readonly Hit[]
  readonly links: readonly Link[]
}

const sourceWords: Readonly<Record<string, string>> = {
  meaning: 'close in meaning',
  words: 'found by its words',
  names: 'found by name',
  popular: 'much used in examples',
  experience: 'a similar task',
  tasks: 'a task in similar words',
  errors: 'the same error'
}

const edgeWords: Readonly<Record<string, string>> = {
  USED_WITH: 'is used together with',
  ALIAS_OF: 'is another name of',
  REPLACED_BY: 'was replaced by',
  USES: 'used',
  'of USES': 'was used in',
  'of ATTEMPTS': 'was attempted in',
  'of ABOUT': 'is the subject of',
  'of BACKED_BY': 'backs'
}

/** A source that found something this far down says little beside an edge. */
const goodRank = 30

/** The steps from the question to a node: at most one edge, because recall follows one. */
export function pathOf(stop: Stop, stops: (id: string) => Stop | undefined): PathStep[] {
  const direct = stop.found.filter((hit) => hit.rank <= goodRank && hit.source !== 'popular')
  const via = stop.links
    .map((link) => ({ link, from: stops(link.from) }))
    .find(({ from }) => from !== undefined && from.found.length > 0)
  if (direct.length > 0 || via?.from === undefined) return [step(stop, bySource(stop.found))]
  return [
    step(via.from, bySource(via.from.found)),
    step(stop, edgeWords[via.link.type] ?? via.link.type)
  ]
}

function bySource(found: readonly Hit[]): string {
  return found
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, 2)
    .map((hit) => `${sourceWords[hit.source] ?? hit.source} (${ordinal(hit.rank)})`)
    .join(', ')
}

function ordinal(n: number): string {
  const suffix = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${suffix}`
}

function step(stop: Stop, by: string): PathStep {
  return { id: stop.id, label: stop.label, title: stop.title, by }
}

/** A section or API as it stands in a path. */
export function stopOf(candidate: Candidate): Stop {
  const { api, doc, name, found, links } = candidate
  return { id: api ?? doc, label: api === null ? 'Doc' : 'Api', title: name, found, links }
}
