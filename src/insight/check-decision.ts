import { after, holderOf, possibleFrom, standingOf, stored } from '../domain/insight-decisions.js'
import type { Decision } from '../domain/insight-decisions.js'
import { redact } from '../domain/redact.js'
import { badInput, CairnError } from '../errors.js'
import { decisionsOn } from '../graph/queries.js'
import type { Held, Snapshot } from './standing.js'
import type { Turn } from './turn.js'

/** Who decides on what, having seen which version of it. */
export interface DecisionInput {
  readonly insight: string
  /** The version that was seen: a decision since then makes this one a conflict. */
  readonly version: number
  /** Who decides. */
  readonly by: string
  readonly reason?: string
}

const longestName = 200
const longestReason = 2_000

/** @throws CairnError BAD_INPUT where nobody says who it is */
export function checkBy(by: string): string {
  const name = by.trim()
  if (name !== '' && name.length <= longestName && !/\p{Cc}/u.test(name)) return name
  throw badInput('by', by.slice(0, 100), `the name of who decides, 1 to ${longestName} characters`)
}

/** A reason without its secrets. @throws CairnError BAD_INPUT where one is needed and missing, or too long */
export function checkReason(reason: string | undefined, needed = false): string {
  const said = (reason ?? '').toWellFormed().trim()
  const tooLong = said.length > longestReason
  if (tooLong || (needed && said === '')) {
    throw badInput(
      'reason',
      tooLong ? `${said.length} characters` : '',
      tooLong ? `at most ${longestReason} characters` : 'one sentence that says why'
    )
  }
  return redact(said).text
}

/**
 * Makes sure that a decision rests on the insight as it is and that nobody else holds it.
 * @throws CairnError CONFLICT that says who decided what meanwhile, or who holds it until when
 */
export async function checkSeen(turn: Turn, held: Held, input: DecisionInput): Promise<void> {
  if (held.version !== input.version) throw await stale(turn, held, input.version)
  const holder = holderOf(held, turn.now)
  if (holder === null || holder === input.by) return
  throw new CairnError(
    'CONFLICT',
    `Insight '${held.title}' is claimed by ${holder} since ${held.claimedAt ?? ''}; a claim lasts 30 minutes. Wait, or ask ${holder} to release it.`,
    { details: { field: 'insight', value: held.id, claimedBy: holder, claimedAt: held.claimedAt } }
  )
}

async function stale(turn: Turn, held: Held, version: number): Promise<CairnError> {
  const [last] = await turn.tx.run(decisionsOn, { id: held.id, limit: 1 })
  const meanwhile =
    last === undefined
      ? 'It was written anew meanwhile'
      : `Meanwhile ${last.by} decided '${last.kind}' at ${last.at}${last.reason === '' ? '' : ` (${last.reason})`}`
  return new CairnError(
    'CONFLICT',
    `Insight '${held.title}' is at version ${held.version}, not ${version}. ${meanwhile}. Look at it again and decide anew.`,
    {
      details: {
        field: 'version',
        value: version,
        currentVersion: held.version,
        state: held.state,
        decidedBy: last?.by ?? null,
        decision: last?.kind ?? null,
        decidedAt: last?.at ?? null
      }
    }
  )
}

/**
 * How an insight stands after a decision that the table allows; the claim on it ends.
 * @throws CairnError BAD_INPUT that says from where the decision can be taken
 */
export function move(held: Held, decision: Decision): Snapshot {
  const from = standingOf(held)
  const to = after(decision, from)
  if (to === null) {
    const expected = possibleFrom(decision).join(', ')
    throw new CairnError(
      'BAD_INPUT',
      `Insight '${held.title}' is ${from}; '${decision}' can be decided from: ${expected}.`,
      { details: { field: 'insight', value: from, expected, currentVersion: held.version } }
    )
  }
  return { ...held, ...stored(to), claimedBy: null, claimedAt: null }
}
