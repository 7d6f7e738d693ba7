import type { CallLine, Purpose } from './calls.js'
import { faultKinds, type FaultKind } from './faults.js'
import type { Price, Prices } from './prices.js'

/** What the calls of one model for one purpose took. */
export interface Usage {
  readonly model: string
  readonly purpose: Purpose
  readonly calls: number
  readonly givenUp: number
  readonly inputTokens: number
  readonly outputTokens: number
  /** Replies that came without a count of tokens. */
  readonly uncounted: number
  /** Dollars; null where the model has no price. */
  readonly cost: number | null
  /** Tries without a reply that the endpoint may have answered, and charged for: too late, or not whole, or of no use. */
  readonly lost: number
  /** Dollars that those cost if each costs what the reply to the same call did; null where the model has no price. */
  readonly lostCost: number | null
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>
  /** Milliseconds of the tries that succeeded, ascending. */
  readonly latencies: readonly number[]
}

/** Sums the log by model and purpose, in alphabetic order, so that the order of calls changes nothing. */
export function usageOf(lines: readonly CallLine[], prices: Prices): Usage[] {
  const groups = new Map<string, CallLine[]>()
  for (const line of lines) {
    const key = `${line.model}\n${line.purpose}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [line])
    else group.push(line)
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => usage(group, prices))
}

function usage(lines: readonly CallLine[], prices: Prices): Usage {
  const replies = lines.flatMap((line) => (line.kind === 'reply' ? [line] : []))
  const total = (key: 'inputTokens' | 'outputTokens') =>
    replies.reduce((sum, reply) => sum + (reply[key] ?? 0), 0)
  const { model = '', purpose = 'code' } = lines[0] ?? {}
  const price = prices.get(model) ?? null
  const lost = lines.filter((line) => line.kind === 'fault' && !uncharged.has(line.fault))
  const inputTokens = total('inputTokens')
  const outputTokens = total('outputTokens')
  return {
    model,
    purpose,
    calls: replies.length,
    givenUp: lines.filter(({ kind }) => kind === 'gave-up').length,
    inputTokens,
    outputTokens,
    uncounted: replies.filter((one) => one.inputTokens === null || one.outputTokens === null)
      .length,
    cost: costOf(price, { inputTokens, outputTokens }),
    lost: lost.length,
    lostCost: costOf(price, tokensOfLost(lost, replies)),
    faults: countFaults(lines),
    latencies: replies.map(({ ms }) => ms).sort((a, b) => a - b)
  }
}

/** What an endpoint does not charge for: it said so at once. */
const uncharged: ReadonlySet<FaultKind> = new Set(['rate-limit', 'server-error', 'refused-request'])

interface Tokens {
  readonly inputTokens: number
  readonly outputTokens: number
}

function costOf(price: Price | null, { inputTokens, outputTokens }: Tokens): number | null {
  if (price === null) return null
  return (inputTokens * price.input + outputTokens * price.output) / 1_000_000
}

/** Of each the tokens of the reply to the same call; of a call that was given up, those of the mean reply. */
function tokensOfLost(
  lost: readonly CallLine[],
  replies: readonly (CallLine & { kind: 'reply' })[]
): Tokens {
  const byKey = new Map(replies.map((reply) => [reply.key, reply]))
  const sum = (key: keyof Tokens) => {
    const mean = replies.reduce((all, reply) => all + (reply[key] ?? 0), 0) / replies.length
    const each = lost.map((line) => byKey.get(line.key)?.[key] ?? (replies.length > 0 ? mean : 0))
    return each.reduce((all, tokens) => all + tokens, 0)
  }
  return { inputTokens: sum('inputTokens'), outputTokens: sum('outputTokens') }
}

function countFaults(lines: readonly CallLine[]): Partial<Record<FaultKind, number>> {
  const count = (kind: FaultKind) =>
    lines.filter((line) => line.kind === 'fault' && line.fault === kind).length
  return Object.fromEntries(
    faultKinds.map((kind) => [kind, count(kind)] as const).filter(([, times]) => times > 0)
  )
}
