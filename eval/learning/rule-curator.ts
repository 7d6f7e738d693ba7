import type { Cairn } from '../../src/cairn.js'
import { CairnError } from '../../src/errors.js'

/** The queue's own brief of an insight. */
export type Waiting = Awaited<ReturnType<Cairn['reviewQueue']>>['insights'][number]

export type Choice =
  | { readonly verdict: 'approve' | 'reject'; readonly reason: string }
  | { readonly verdict: 'leave' }

export interface Curated {
  readonly approved: readonly string[]
  readonly rejected: readonly string[]
  /** What waits for a person: a flag to acknowledge, a gate that does not hold, a decision that was refused. */
  readonly left: readonly string[]
}

export const curatorName = 'rule-curator'

/**
 * A curator that judges nothing by itself and never acknowledges a flag: it rejects what is tainted or not clean,
 * approves what passed every gate and asks for no acknowledgement, and leaves the rest to a person.
 */
export function choose(
  insight: Pick<Waiting, 'tainted' | 'flags' | 'gates' | 'toAcknowledge' | 'state'>
): Choice {
  const unclean = insight.gates.some(({ gate, passed }) => gate === 'clean' && !passed)
  if (insight.tainted || unclean)
    return { verdict: 'reject', reason: 'It rests on something that instructs its reader.' }
  const passesAll = insight.gates.length > 0 && insight.gates.every(({ passed }) => passed)
  const asksNothing = insight.toAcknowledge.length === 0 && insight.flags.length === 0
  return insight.state === 'in-review' && passesAll && asksNothing
    ? { verdict: 'approve', reason: 'It passed every gate and carries no flag.' }
    : { verdict: 'leave' }
}

/** Goes once through all that waits, by the verbs that people use. */
export async function curateByRule(cairn: Cairn): Promise<Curated> {
  const curated = { approved: [] as string[], rejected: [] as string[], left: [] as string[] }
  for (const insight of await allWaiting(cairn)) {
    const choice = choose(insight)
    if (choice.verdict === 'leave' || !(await decided(cairn, insight, choice))) {
      curated.left.push(insight.id)
      continue
    }
    curated[choice.verdict === 'approve' ? 'approved' : 'rejected'].push(insight.id)
  }
  return curated
}

async function allWaiting(cairn: Cairn): Promise<Waiting[]> {
  const waiting: Waiting[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<Cairn['reviewQueue']>> = await cairn.reviewQueue({
      first: 200,
      ...(after === null ? {} : { after })
    })
    waiting.push(...page.insights)
    after = page.next
  } while (after !== null)
  return waiting
}

/** False where the decision was refused: no quotation holds any more, or what was seen has changed since. */
async function decided(
  cairn: Cairn,
  { id, version }: Waiting,
  { verdict, reason }: Exclude<Choice, { verdict: 'leave' }>
): Promise<boolean> {
  try {
    await cairn.decide({ insight: id, version, by: curatorName, verdict, reason })
    return true
  } catch (error) {
    if (error instanceof CairnError && ['BAD_INPUT', 'CONFLICT'].includes(error.code)) return false
    throw error
  }
}
