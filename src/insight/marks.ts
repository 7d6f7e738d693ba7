import { selfJudgedFlag } from '../domain/insight.js'
import { measuredHarmFlag } from './suspend.js'
import type { Held } from './standing.js'

/** Something that a person has to have seen before an insight may be approved. */
export interface Mark {
  /** What is acknowledged: a flag, or a gate that was failed. */
  readonly name: string
  /** One sentence for the curator. */
  readonly says: string
}

const flagSays: Readonly<Record<string, string>> = {
  tainted: 'Something that it was drawn from may hold instructions.',
  contradiction: 'Another insight says the reverse.',
  'sources-deleted': 'Some of what it was drawn from was deleted.',
  'api-changed': 'An API that it rests on changed or went.',
  'single-witness': 'Only one agent, or a single task, has shown it.',
  reported: 'Somebody reported that it is wrong or out of date.',
  [measuredHarmFlag]:
    'Answers that showed it ended worse than answers that went without it; its history has the figures.',
  [selfJudgedFlag]: 'Attempts that it rests on were judged only by the agents that made them.'
}

/** The flags of an insight, its taint, and the gates that it failed, each with what it says. */
export function marksOf({
  flags,
  tainted,
  gates
}: Pick<Held, 'flags' | 'tainted' | 'gates'>): Mark[] {
  const flagged = new Set([...flags, ...(tainted ? ['tainted'] : [])])
  const said: Readonly<Record<string, string>> = { clean: 'tainted' }
  const failed = gates
    .filter(({ gate, passed }) => !passed && gate !== 'backed')
    // A flag says it already: `contradiction` for not-contradiction.
    .filter(({ gate }) => !flagged.has(gate.replace(/^not-/, '')) && !flagged.has(said[gate] ?? ''))
  const reasons = new Map(failed.map(({ gate, reason }) => [gate as string, reason]))
  return [...new Set([...flagged, ...reasons.keys()])]
    .sort()
    .map((name) => ({ name, says: reasons.get(name) ?? flagSays[name] ?? 'It carries this flag.' }))
}

const isWaiting: ReadonlySet<string> = new Set(['candidate', 'in-review', 'needs-work'])

/**
 * Why an insight that waits cannot be approved as it stands, in the words of whoever has to bring what is missing: the
 * statement of the queue tells the two apart in the same way. That something contradicts it is for a person to weigh.
 */
export function blockedBy(state: string, gates: Held['gates']): string | null {
  if (!isWaiting.has(state)) return null
  if (state === 'needs-work') return 'It was sent back: edit it first.'
  const failed = gates.filter(({ gate, passed }) => !passed && gate !== 'not-contradiction')
  if (failed.length === 0) return null
  return failed.map(({ gate, reason }) => `${missing[gate] ?? ''} ${reason}`.trim()).join(' ')
}

/** What is missing where a gate fails. */
const missing: Readonly<Record<string, string>> = {
  observed: 'Somebody else has to see it too.',
  supported: 'More attempts have to show it.',
  backed: 'Nothing in the documentation here says so.',
  effective: 'It did not help those who were shown it.',
  generalises: 'It was seen at too few problems.',
  'not-anti-pattern': 'Documentation advises against it.',
  'not-duplicate': 'It is in force already.'
}
