import { CairnError } from '../errors.js'
import { replacedBy } from '../graph/queries.js'
import { move } from './check-decision.js'
import { isObserved } from './insight-text.js'
import { marksOf } from './marks.js'
import type { Held } from './standing.js'
import type { Deciding, Turn } from './turn.js'

/**
 * Puts an insight in force in the open epoch; what it supersedes or refines leaves it.
 * @throws CairnError BAD_INPUT where no quotation holds, or where something was not seen that has to be
 */
export async function approve(
  turn: Turn,
  held: Held,
  acknowledge: readonly string[]
): Promise<Deciding['changes']> {
  const moved = move(held, 'approve')
  checkBacked(held)
  const seen = checkAcknowledged(held, acknowledge)
  const rows = await turn.tx.run(replacedBy, { id: held.id })
  const replaced = await turn.hold(rows.map((row) => row.id))
  const approved = {
    ...moved,
    flags: [],
    acknowledged: [...new Set([...held.acknowledged, ...seen])].sort(),
    // Recall passes over what is tainted: from here on a person answers for it.
    tainted: false,
    supersedes: [...new Set([...held.supersedes, ...replaced.map((old) => old.id)])].sort()
  }
  return [
    { insight: held.id, before: held, after: approved },
    ...replaced.map((old) => ({ insight: old.id, before: old, after: move(old, 'replace') }))
  ]
}

/**
 * Nobody may approve what neither documentation says nor anybody observed: by the gates, and by the quotations as
 * they stand today. What was observed, documentation need not say.
 */
function checkBacked(held: Held): void {
  if (isObserved(held)) return
  const gate = held.gates.find((one) => one.gate === 'backed')
  const holding = held.quotes.filter((quote) => quote.holds).length
  if (gate?.passed !== false && holding > 0) return
  const why =
    gate?.passed === false
      ? gate.reason
      : `None of its ${held.quotes.length} quotations stands in documentation that is here.`
  throw new CairnError(
    'BAD_INPUT',
    `Insight '${held.title}' is not backed by documentation and cannot be approved: ${why} Edit it with a quotation that holds, or reject it.`,
    { details: { field: 'insight', value: held.id, gate: 'backed', quotations: holding } }
  )
}

function checkAcknowledged(held: Held, acknowledge: readonly string[]): string[] {
  const marks = marksOf(held)
  const needed = marks.map(({ name }) => name)
  const unseen = marks.filter(({ name }) => !acknowledge.includes(name))
  if (unseen.length === 0) return needed
  const told = unseen.map(({ name, says }) => `'${name}' (${says})`).join(', ')
  throw new CairnError(
    'BAD_INPUT',
    `Insight '${held.title}' is marked ${told}. Look at that, and approve it with acknowledge: [${needed.map((flag) => `"${flag}"`).join(', ')}].`,
    {
      details: { field: 'acknowledge', value: acknowledge.join(', '), expected: needed.join(', ') }
    }
  )
}
