import type { Cairn } from '../../src/cairn.js'
import { marker, type PoisonKind } from './poison.js'

/** An approved insight that something planted reached. */
export interface Poisoned {
  readonly insight: string
  readonly title: string
  readonly kinds: readonly PoisonKind[]
  /** Planted among the attempts that it rests on or its lessons were learned in, and all of those. */
  readonly planted: number
  readonly sources: number
  /** Whether there were too many to look at all. */
  readonly partly: boolean
  /** Whether words of what was planted stand in it. */
  readonly saysIt: boolean
  /** What a person had to acknowledge before. */
  readonly acknowledged: readonly string[]
}

/** Flags that tell a curator of what may be planted. */
const telling = ['self-judged', 'tainted']

/** Whether a person has seen that it may rest on something planted. */
export function wasSeen({ acknowledged }: Pick<Poisoned, 'acknowledged'>): boolean {
  return telling.some((flag) => acknowledged.includes(flag))
}

/** Looks at all that was approved so far: what comes later may get beneath it too. */
export async function reachedAmong(
  cairn: Cairn,
  approved: Iterable<string>,
  planted: ReadonlyMap<string, PoisonKind>
): Promise<Poisoned[]> {
  const found: Poisoned[] = []
  for (const id of approved) {
    const { insight } = await cairn.insight(id)
    const { nodes, truncated } = await cairn.neighborhood({
      id,
      types: ['DERIVED_FROM', 'LEARNED_IN'],
      labels: ['Trace', 'Lesson'],
      depth: 2,
      nodes: 500,
      edges: 2_000
    })
    const traces = nodes.filter(({ label }) => label === 'Trace')
    const kinds = traces.flatMap((trace) => planted.get(trace.id) ?? [])
    const words = [insight.title, insight.applies, insight.advice, insight.avoid, insight.code]
    const saysIt = words.some((text) => text?.includes(marker) === true)
    if (kinds.length === 0 && !saysIt) continue
    found.push({
      insight: id,
      title: insight.title,
      kinds: [...new Set(kinds)].sort(),
      planted: kinds.length,
      sources: traces.length,
      partly: truncated,
      saysIt,
      acknowledged: insight.acknowledged
    })
  }
  return found
}
