import type { CallLine, Purpose } from './calls.js'
import { faultKinds, type FaultKind } from './faults.js'
import type { Prices } from './prices.js'

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
  const price = prices.get(model)
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
    cost:
      price === undefined
        ? null
        : (inputTokens * price.input + outputTokens * price.output) / 1_000_000,
    faults: countFaults(lines),
    latencies: replies.map(({ ms }) => ms).sort((a, b) => a - b)
  }
}

function countFaults(lines: readonly CallLine[]): Partial<Record<FaultKind, number>> {
  const count = (kind: FaultKind) =>
    lines.filter((line) => line.kind === 'fault' && line.fault === kind).length
  return Object.fromEntries(
    faultKinds.map((kind) => [kind, count(kind)] as const).filter(([, times]) => times > 0)
  )
}
