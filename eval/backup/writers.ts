import type { RunningCairn } from './two-cairns.js'

/** A write that was sent, and when it was acknowledged, on the clock of this process in milliseconds. */
export interface Told {
  /** Id of the node that it made. */
  readonly id: string
  readonly sentAt: number
  readonly ackedAt: number
}

export interface Writers {
  /** In the order of their acknowledgements. */
  readonly told: readonly Told[]
  /** Waits for so many more. @throws what a writer met */
  more(count: number): Promise<void>
  /** @throws what a writer met */
  stop(): Promise<void>
}

/** Steps of a trace. */
const stepsOfTrace = 4

/**
 * Lets `each` workers hand work in through every Cairn, each the next once the last was acknowledged: a trace with
 * steps, then a question whose answer they report on.
 */
export function startWriters(
  cairns: readonly RunningCairn[],
  each: number,
  questionOf: (i: number) => string
): Writers {
  const told: Told[] = []
  const state = { over: false }
  const over = () => state.over
  const worker = async (cairn: RunningCairn, name: string) => {
    const note = async (write: () => Promise<string | null>) => {
      const sentAt = performance.now()
      const id = await write()
      if (id !== null) told.push({ id, sentAt, ackedAt: performance.now() })
    }
    for (let i = 0; !over(); i += 1) {
      await note(() => recordTrace(cairn, `${name}-${i}`))
      await report(cairn, questionOf(i), note)
    }
  }
  const all = Promise.all(
    cairns.flatMap((cairn, c) => Array.from({ length: each }, (_, w) => worker(cairn, `${c}-${w}`)))
  )
  all.catch(() => undefined)
  const more = async (count: number) => {
    for (const enough = told.length + count; told.length < enough;)
      await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    told,
    more: (count) => Promise.race([more(count), all.then(() => undefined)]),
    stop: async () => {
      state.over = true
      await all
    }
  }
}

type Note = (write: () => Promise<string | null>) => Promise<void>

async function recordTrace(cairn: RunningCairn, name: string): Promise<string> {
  const steps = Array.from({ length: stepsOfTrace }, (_, i) => ({
    role: 'agent',
    instruction: `Step ${i} of ${name}.`,
    action: { kind: 'code', input: `edit ${i}` },
    state: { text: `case = '${name}'\nvalue = ${i}\n`, language: 'python' }
  }))
  const trace = {
    schema: 'cairn.trace/1',
    id: name,
    task: { text: `Keep the ledger of case ${name} in order.` },
    agent: { name: `agent-${name.split('-').slice(0, 2).join('-')}` },
    steps,
    outcome: { status: 'passed', judgedBy: 'tests' }
  }
  const { recordTrace: receipt } = await ask<{ recordTrace: { status: string; trace: string } }>(
    cairn,
    'mutation ($trace: JSON!) { recordTrace(trace: $trace) { status trace } }',
    { trace }
  )
  if (receipt.status !== 'accepted') throw new Error(`the trace ${name} was ${receipt.status}`)
  return receipt.trace
}

/** An answer is a write, and so is what came of it. */
async function report(cairn: RunningCairn, question: string, note: Note): Promise<void> {
  let cited: readonly { number: number }[] = []
  let recommendation = ''
  await note(async () => {
    const { recommend } = await ask<{
      recommend: { id: string; citations: readonly { number: number }[] }
    }>(cairn, 'mutation ($q: String!) { recommend(question: $q) { id citations { number } } }', {
      q: question
    })
    cited = recommend.citations
    recommendation = recommend.id
    return recommend.id
  })
  const used = cited.slice(0, 2).map(({ number }) => String(number))
  if (used.length === 0) return
  await note(async () => {
    const { sendFeedback } = await ask<{ sendFeedback: { feedback: string } }>(
      cairn,
      'mutation ($input: FeedbackInput!) { sendFeedback(input: $input) { feedback } }',
      { input: { recommendation, from: 'agent', outcome: 'passed', used } }
    )
    return sendFeedback.feedback
  })
}

/** @throws Error with the first refusal */
export async function ask<T>(
  { url, key }: RunningCairn,
  query: string,
  variables: Readonly<Record<string, unknown>>
): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables })
  })
  const { data, errors } = (await response.json()) as {
    data?: T
    errors?: readonly { message: string }[]
  }
  if (data === undefined || errors !== undefined)
    throw new Error(errors?.[0]?.message ?? `Cairn answered with ${response.status}`)
  return data
}
