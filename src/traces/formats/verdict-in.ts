import type { TraceOutcome } from '../canonical-trace.js'
import { isRecord, numbersOf, recordAt, textAt, type JsonRecord } from './json-record.js'

/** A benchmark's own word on an attempt: `resolved`, `target`, a reward, a report. undefined where it says nothing. */
export function verdictIn(record: JsonRecord): TraceOutcome | undefined {
  for (const [name, value] of verdicts(record)) {
    const said = asVerdict(value)
    if (said === undefined) continue
    const evidence = `${name}: ${String(value)}`
    if (said === 'partly')
      return { status: 'unknown', evidence, measurements: { [name]: Number(value) } }
    return { status: said ? 'passed' : 'failed', judgedBy: 'benchmark', evidence }
  }
  return undefined
}

function verdicts(record: JsonRecord): [string, unknown][] {
  const reports = [
    record,
    recordAt(record, 'report'),
    recordAt(recordAt(record, 'test_result'), 'report'),
    recordAt(record, 'eval_result'),
    recordAt(record, 'evaluation'),
    recordAt(record, 'metrics'),
    recordAt(record, 'info'),
    recordAt(record, 'verifier_result'),
    recordAt(recordAt(record, 'verifier_result'), 'rewards'),
    recordAt(record, 'extra_info'),
    recordAt(record, 'metadata'),
    recordAt(record, 'rewards')
  ]
  const names = ['resolved', 'is_resolved', 'target', 'reward', 'success', 'passed', 'score']
  return reports.flatMap((report, i) =>
    names
      // `success` and `score` say something of the attempt only within a report.
      .filter((name) => i > 0 || !['success', 'score'].includes(name))
      .map((name): [string, unknown] => [name, report[name]])
  )
}

function asVerdict(value: unknown): boolean | 'partly' | undefined {
  if (typeof value === 'boolean') return value
  const number = figureOf(value)
  if (Number.isFinite(number)) return number >= 1 || (number <= 0 ? false : 'partly')
  if (typeof value !== 'string') return undefined
  if (/^(?:true|yes|resolved|passed|success)$/i.test(value)) return true
  return /^(?:false|no|unresolved|failed|failure)$/i.test(value) ? false : undefined
}

/** The number that a value is or spells, else NaN. */
function figureOf(value: unknown): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN
}

/** The final patch of an attempt under the names that benchmarks give it. */
export function solutionIn(record: JsonRecord): string | undefined {
  const places = [
    record,
    recordAt(record, 'test_result'),
    recordAt(record, 'info'),
    recordAt(record, 'output')
  ]
  for (const place of places) {
    const patch = textAt(
      place,
      'model_patch',
      'generated_patch',
      'git_patch',
      'submission',
      'patch',
      'output_patch',
      'final_patch'
    )
    if (patch !== undefined) return patch
  }
  return undefined
}

/** An outcome of a row: its verdict, else unknown with the figures that it holds. */
export function rowOutcome(record: JsonRecord): TraceOutcome {
  const verdict = verdictIn(record)
  const metrics = record['metrics']
  const numbers = isRecord(metrics) ? numbersOf(metrics) : {}
  const measurements = { ...numbers, ...verdict?.measurements }
  return {
    ...(verdict ?? { status: 'unknown' }),
    ...(Object.keys(measurements).length === 0 ? {} : { measurements })
  }
}
