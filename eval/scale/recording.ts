import { percentile } from '../support/statistics.js'
import { ask } from '../backup/writers.js'
import { asRunning, type Served } from './doors.js'
import type { WhatToAsk } from './what-to-ask.js'

export interface RecordingFigures {
  readonly agents: number
  readonly seconds: number
  readonly acknowledged: number
  readonly errors: number
  readonly error: string | null
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
}

/** An attempt as an agent records it: three steps, and a note now and then; each number is another. */
export function attemptToRecord(what: WhatToAsk, name: string, i: number) {
  const { text, call } = what.task(i)
  const steps = Array.from({ length: 3 }, (_, n) => ({
    role: 'agent',
    instruction: `Step ${n} of ${name}.`,
    action: { kind: 'code', input: `edit ${n} of ${name}` },
    state: { text: `value = ${call}(case)\nstage = ${n}\nname = '${name}'\n`, language: 'python' }
  }))
  const learned = [{ about: [call], happens: `keeps the order of what ${name} gave it` }]
  const outcome =
    i % 3 === 0
      ? { status: 'failed', judgedBy: 'tests', error: what.errorText(i) }
      : { status: 'passed', judgedBy: 'tests' }
  return {
    schema: 'cairn.trace/2',
    id: name,
    task: { text: `${text}, for ${name}.` },
    agent: { name: `agent-${i % 100}` },
    steps,
    outcome,
    ...(i % 5 === 0 ? { learned } : {})
  }
}

/** Records one attempt. @returns its id @throws Error where it was not accepted */
export async function recordAttempt(
  served: Served,
  trace: ReturnType<typeof attemptToRecord>
): Promise<string> {
  const { recordTrace } = await ask<{
    recordTrace: { status: string; trace: string | null; reason: string | null }
  }>(
    asRunning(served),
    'mutation ($trace: JSON!) { recordTrace(trace: $trace) { status trace reason } }',
    { trace }
  )
  if (recordTrace.status !== 'accepted' || recordTrace.trace === null)
    throw new Error(`${trace.id} was ${recordTrace.status}: ${recordTrace.reason ?? ''}`)
  return recordTrace.trace
}

/** So many agents record for so many seconds, each the next attempt once the last was acknowledged. */
export async function measureRecording(
  served: Served,
  what: WhatToAsk,
  { agents, seconds, run }: { agents: number; seconds: number; run: string }
): Promise<RecordingFigures> {
  const ms: number[] = []
  const errors: string[] = []
  const until = performance.now() + seconds * 1_000
  const agent = async (n: number) => {
    for (let i = 0; performance.now() < until; i += 1) {
      const started = performance.now()
      const trace = attemptToRecord(what, `${run}-${agents}-${n}-${i}`, n * 1_009 + i)
      await recordAttempt(served, trace).then(
        () => ms.push(performance.now() - started),
        (error: unknown) => errors.push(String(error))
      )
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: agents }, (_, n) => agent(n)))
  const took = (performance.now() - started) / 1_000
  return {
    agents,
    seconds: took,
    acknowledged: ms.length,
    errors: errors.length,
    error: errors[0] ?? null,
    perSecond: ms.length / took,
    p50: percentile(ms, 0.5),
    p95: percentile(ms, 0.95)
  }
}
