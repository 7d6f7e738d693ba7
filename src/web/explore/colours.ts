import type { Effect } from '../parts/effect.js'
import { verdictOf, type MeasuredVerdict } from '../insights/verdict.js'
import type { NodeBrief } from './explore-documents.js'

/** What the colour of a node tells. */
export const colourings = ['kind', 'outcome', 'age', 'effect'] as const
export type Colouring = (typeof colourings)[number]

/** What the choice is called. */
export const colouringNames: Readonly<Record<Colouring, string>> = {
  kind: 'Kind',
  outcome: 'Outcome',
  age: 'Age',
  effect: 'Effect'
}

/** A colour with what it means. */
export interface Shade {
  readonly name: string
  readonly colour: string
  /** Of the glyph upon it. */
  readonly ink: string
}

const black = '#000000'
const white = '#FFFFFF'
const unknown = { name: 'Not known', colour: '#8A8F98', ink: black } as const

const outcomes = {
  passed: { name: 'Mostly passed', colour: '#009E73', ink: black },
  mixed: { name: 'Passed and failed', colour: '#E69F00', ink: black },
  failed: { name: 'Mostly failed', colour: '#D55E00', ink: black }
} as const

const day = 86_400_000
const ages = [
  { name: 'Within a day', colour: '#1F6FD0', ink: white, days: 1 },
  { name: 'Within a week', colour: '#2F94C4', ink: black, days: 7 },
  { name: 'Within a month', colour: '#45B5A8', ink: black, days: 31 },
  { name: 'Within a quarter', colour: '#9CCB86', ink: black, days: 92 },
  { name: 'Older', colour: '#D9BF77', ink: black, days: Infinity }
] as const

const effects: Readonly<Record<MeasuredVerdict, Shade>> = {
  helps: { name: 'Helps', colour: '#009E73', ink: black },
  hurts: { name: 'Hurts', colour: '#D55E00', ink: black },
  unclear: { name: 'Unclear', colour: '#E69F00', ink: black },
  'too few': { name: 'Too few outcomes', colour: '#56B4E9', ink: black }
}

/** The colours that a choice draws with, in their order; none where the kind tells. */
export function shadesOf(by: Colouring): readonly Shade[] {
  if (by === 'kind') return []
  if (by === 'outcome') return [...Object.values(outcomes), unknown]
  if (by === 'age') return [...ages, unknown]
  return [
    effects.helps,
    effects.unclear,
    effects.hurts,
    effects['too few'],
    { ...unknown, name: 'No insight' }
  ]
}

/** The colour of a node by what was chosen; null where its kind tells it. */
export function shadeOf(
  node: NodeBrief,
  by: Colouring,
  at: { readonly effects: ReadonlyMap<string, Effect>; readonly now: number }
): Shade | null {
  if (by === 'kind') return null
  if (by === 'outcome') return byOutcome(node)
  if (by === 'age') return byAge(node, at.now)
  return node.label === 'Insight' ? effects[verdictOf(at.effects.get(node.id) ?? null)] : unknown
}

function byOutcome({ outcome, passed, failed }: NodeBrief): Shade {
  if (outcome === 'passed' || outcome === 'failed') return outcomes[outcome]
  const told = passed + failed
  if (told <= 0) return unknown
  const share = passed / told
  if (share >= 2 / 3) return outcomes.passed
  return share <= 1 / 3 ? outcomes.failed : outcomes.mixed
}

function byAge({ createdAt }: NodeBrief, now: number): Shade {
  const at = createdAt === null ? NaN : Date.parse(createdAt)
  if (Number.isNaN(at)) return unknown
  return ages.find(({ days }) => now - at <= days * day) ?? unknown
}
