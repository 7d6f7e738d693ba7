/** What became of one trace. An accepted one is durable: its transaction has ended. */
export interface TraceReceipt {
  readonly status: 'accepted' | 'known' | 'rejected'
  /** Id of the trace; null where it was rejected. */
  readonly trace: string | null
  /** Id of the problem that it attempted; null where it was rejected. */
  readonly problem: string | null
  /** Where the fault is: `steps[3].action.kind`; null unless rejected. */
  readonly path: string | null
  readonly reason: string | null
  readonly expected: string | null
}

export function receiptOf(
  status: 'accepted' | 'known',
  at: { readonly id: string; readonly problem: string }
): TraceReceipt {
  return {
    status,
    trace: at.id,
    problem: at.problem,
    path: null,
    reason: null,
    expected: null
  }
}

/** Of a trace that was not taken in: where the fault is and what was expected. */
export function rejection<T>(fault: T) {
  return { status: 'rejected', trace: null, problem: null, ...fault } as const
}

/** Of a trace whose id somebody else gave to another one: theirs stays as it is. */
export function notTheirs({ id }: { readonly id: string }): TraceReceipt {
  return rejection({
    path: 'id',
    reason: `'${id.slice(0, 200)}' is the id of a trace that somebody else recorded.`,
    expected: 'an id of your own, or none: a trace without one is named by its content'
  })
}
