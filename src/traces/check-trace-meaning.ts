import type { CanonicalTrace } from './canonical-trace.js'
import { shown, type TraceRefusal } from './explain-schema-error.js'

type Check = (trace: CanonicalTrace, spaces: readonly string[]) => TraceRefusal | undefined

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/

/** What a schema cannot say: evidence, the order of times, the space, texts that are blank. The first fault found, or none. */
export function checkTraceMeaning(
  trace: CanonicalTrace,
  spaces: readonly string[]
): TraceRefusal | undefined {
  for (const check of [space, blanks, outcome, times]) {
    const refusal = check(trace, spaces)
    if (refusal) return refusal
  }
  return undefined
}

const space: Check = (trace, spaces) => {
  if (trace.space === undefined || spaces.includes(trace.space)) return undefined
  const expected = `the space that is imported into (${spaces.join(', ')}), or no space named`
  return refuse(
    'space',
    `it is ${shown(trace.space)}, which this import may not write to`,
    expected
  )
}

const blanks: Check = (trace) => {
  const learned = (trace.learned ?? []).flatMap(({ about, happens }, i) => [
    [`learned[${String(i)}].happens`, happens],
    ...[about].flat().map((one) => [`learned[${String(i)}].about`, one])
  ])
  const named: Record<string, string | undefined> = {
    'task.text': trace.task.text,
    'agent.name': trace.agent.name,
    id: trace.id,
    ...(Object.fromEntries(learned) as Record<string, string>)
  }
  for (const [path, text] of Object.entries(named)) {
    if (text?.trim() === '') return refuse(path, 'it is blank', 'text that says something')
  }
  return undefined
}

const outcome: Check = ({ outcome: { status, judgedBy } }) => {
  if (status === 'unknown' || judgedBy !== undefined) return undefined
  const expected = 'who or what judged (tests, user, agent …), or the status unknown'
  return refuse('outcome.judgedBy', `it is missing although the outcome is ${status}`, expected)
}

const times: Check = (trace) => {
  const inOrder: [string, string | undefined][] = [
    ['startedAt', trace.startedAt],
    ...trace.steps.map((step, i): [string, string | undefined] => [
      `steps[${String(i)}].at`,
      step.at
    ]),
    ['finishedAt', trace.finishedAt]
  ]
  let latest = { time: -Infinity, path: '', at: '' }
  for (const [path, at] of inOrder) {
    if (at === undefined) continue
    const time = isoTime.test(at) ? Date.parse(at) : NaN
    if (Number.isNaN(time)) {
      return refuse(path, `it is ${shown(at)}`, 'a time such as 2026-03-01T09:30:00Z')
    }
    if (time < latest.time) {
      return refuse(path, `${at} runs backwards`, `no time before ${latest.path} (${latest.at})`)
    }
    latest = { time, path, at }
  }
  return undefined
}

function refuse(path: string, reason: string, expected: string): TraceRefusal {
  return { ok: false, path, reason, expected }
}
