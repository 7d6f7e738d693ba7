import { noteLimits } from '../domain/field-note.js'
import { traceLimits, type CanonicalTrace, type TraceStep } from './canonical-trace.js'
import { cleanTraceText } from './clean-trace-text.js'
import { cutText } from './cut-text.js'
import { createStepCollector } from './step-collector.js'

const limits: Readonly<Record<string, number>> = traceLimits.texts

/**
 * A copy of a trace that fits the schema: texts cleaned and cut to their limits, steps in the
 * middle left out where all together are too long, and `cut` telling so. `stepsCut` were left out before.
 */
export function fitTrace(trace: CanonicalTrace, stepsCut: number): CanonicalTrace {
  const count = { texts: 0, cleaned: 0 }
  const { cut: before, steps: given, ...rest } = trace
  const collector = createStepCollector<TraceStep>()
  for (const step of given) {
    const fitted = fit(step, 'steps[]', count) as TraceStep
    collector.add(fitted, stepSize(fitted))
  }
  const { steps, cut: dropped } = collector.finish()
  const fitted = fit(rest, '', count) as Omit<CanonicalTrace, 'steps' | 'cut'>
  const cut = {
    steps: (before?.steps ?? 0) + stepsCut + dropped,
    texts: (before?.texts ?? 0) + count.texts,
    cleaned: (before?.cleaned ?? 0) + count.cleaned
  }
  const told = Object.fromEntries(Object.entries(cut).filter(([, n]) => n > 0))
  return { ...fitted, steps, ...(Object.keys(told).length === 0 ? {} : { cut: told }) }
}

/** Of a note's snippet the first lines; the last says that there were more. */
const snippetPath = 'learned[].shownBy'

function firstLines(text: string): string {
  const lines = text.split('\n')
  const most = noteLimits.shownByLines
  return lines.length <= most ? text : [...lines.slice(0, most - 1), '…'].join('\n')
}

function stepSize(step: TraceStep): number {
  const texts = [
    step.instruction,
    step.action?.input,
    step.observation,
    step.state?.text,
    step.error
  ]
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0)
}

function fit(value: unknown, path: string, count: { texts: number; cleaned: number }): unknown {
  if (typeof value === 'string') {
    const { text, cleaned } = cleanTraceText(value)
    const short = path === snippetPath ? firstLines(text) : cutText(text, limits[path] ?? Infinity)
    count.cleaned += cleaned
    if (short !== text) count.texts += 1
    return short
  }
  if (Array.isArray(value)) return value.map((item) => fit(item, `${path}[]`, count))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => [name, fit(field, path === '' ? name : `${path}.${name}`, count)])
  return Object.fromEntries(fields) as unknown
}
