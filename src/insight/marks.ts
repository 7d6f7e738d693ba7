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
