import { instructsReader } from '../domain/instructing.js'
import type { CanonicalTrace, TraceStep } from './canonical-trace.js'

/**
 * Which kinds of instruction to a reader a trace bears, sorted. What the system or the user told the agent is
 * an instruction by its nature; looked at is what the agent made and met, which is what others may be shown, and the
 * names that it goes by.
 */
export function taintOf(trace: CanonicalTrace): string[] {
  const { task, outcome } = trace
  const texts = [
    task.title,
    task.text,
    trace.solution,
    trace.notes,
    outcome.evidence,
    outcome.error,
    ...namesIn(trace),
    ...learnedIn(trace),
    ...trace.steps.flatMap(textsOfStep)
  ]
  const distinct = new Set(texts.filter((text) => text !== undefined && text.trim() !== ''))
  const kinds = [...distinct].flatMap((text) =>
    instructsReader(text ?? '').spans.map(({ kind }) => kind)
  )
  return [...new Set(kinds)].sort()
}

/** Names are shown on a line with Cairn's own words; together, so that no order is dealt out over them. */
function namesIn(trace: CanonicalTrace): (string | undefined)[] {
  const { agent, model, task, source, outcome } = trace
  return [
    [agent.name, agent.version, model?.name, model?.provider, task.family].join(' '),
    source?.ref,
    ...(trace.libraries ?? []),
    ...(trace.apis ?? []),
    ...(trace.context?.files ?? []),
    ...Object.keys(outcome.measurements ?? {})
  ]
}

function learnedIn({ learned = [] }: CanonicalTrace): (string | undefined)[] {
  return learned.flatMap(({ about, when, happens, instead, shownBy }) => [
    ...[about].flat(),
    when,
    happens,
    instead,
    shownBy
  ])
}

function textsOfStep(step: TraceStep): (string | undefined)[] {
  const told = step.role === 'system' || step.role === 'user'
  return [
    step.state?.text,
    step.state?.path,
    step.error,
    told ? undefined : step.instruction,
    step.action?.input,
    step.action?.name,
    step.observation
  ]
}
