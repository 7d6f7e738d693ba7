import type { Verdict } from '../domain/insight-decisions.js'
import { verdicts } from '../domain/insight-decisions.js'
import { badInput, CairnError } from '../errors.js'
import { approve } from './approve.js'
import { checkBy, checkReason, checkSeen, move, type DecisionInput } from './check-decision.js'
import type { Held, Snapshot } from './standing.js'
import { inTurn, type Decided, type Deciding, type Turn, type TurnDeps } from './turn.js'
import { undo } from './undo.js'

export interface VerdictInput extends DecisionInput {
  readonly verdict: Verdict
  /** For an approval: what the curator has seen of the flags and failed gates. */
  readonly acknowledge?: readonly string[]
}

/** Decisions that nobody takes without saying why. */
const needReason: ReadonlySet<Verdict> = new Set(['reject', 'needs-work', 'retire'])

/**
 * Decides on one insight, in one transaction with what follows from it.
 * @throws CairnError NOT_FOUND, CONFLICT (somebody else decided meanwhile, or holds it), BAD_INPUT
 * (the decision cannot be taken from where it stands, a reason is missing, flags were not seen)
 */
export async function decide(deps: TurnDeps, input: VerdictInput, space: string): Promise<Decided> {
  const verdict = verdicts.find((one) => one === input.verdict)
  if (verdict === undefined) throw badInput('verdict', input.verdict, verdicts.join(', '))
  const by = checkBy(input.by)
  const reason = checkReason(input.reason, needReason.has(verdict))
  return inTurn(deps, space, async (turn) => {
    const [held] = await turn.hold([input.insight])
    if (held === undefined) throw new CairnError('BUG', 'an insight was held and is not there')
    await checkSeen(turn, held, { ...input, by })
    const changes = await changesBy(verdict, { turn, held, by, input })
    return only(await turn.write([{ kind: verdict, by, reason, changes }]))
  })
}

interface Case {
  readonly turn: Turn
  readonly held: Held
  readonly by: string
  readonly input: VerdictInput
}

async function changesBy(verdict: Verdict, at: Case): Promise<Deciding['changes']> {
  const { turn, held } = at
  switch (verdict) {
    case 'approve':
      return approve(turn, held, at.input.acknowledge ?? [])
    case 'undo':
      return undo(turn, held)
    case 'claim': {
      const claimed = { claimedBy: at.by, claimedAt: turn.now.toISOString() }
      return one(held, { ...move(held, 'claim'), ...claimed })
    }
    case 'release':
    case 'reject':
    case 'needs-work':
    case 'retire':
      return one(held, move(held, verdict))
  }
}

function one(held: Held, after: Snapshot): Deciding['changes'] {
  return [{ insight: held.id, before: held, after }]
}

/** The one decision that was written. */
export function only(decided: readonly Decided[]): Decided {
  const [first] = decided
  if (first === undefined) throw new CairnError('BUG', 'a decision was not recorded')
  return first
}
