import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../../../src/config.js'
import { itself } from '../../../src/domain/caller.js'
import { table } from '../../support/table.js'
import { print } from '../../support/print.js'
import { evalConfig, openCairn } from '../../support/open-cairn.js'
import type { CandidateResult } from '../execute/candidate-result.js'
import { openAppendLog } from '../generate/append-log.js'
import { createAsker } from '../generate/asker.js'
import type { CallLine } from '../generate/calls.js'
import { openExecution } from '../generate/execution.js'
import { createProgress } from '../generate/progress.js'
import { readCodeProblems, type CodeProblem } from '../problems.js'
import { draftAndHint, type Hinted } from './draft-and-hint.js'
import { hintTrace } from './hint-trace.js'

/**
 * A synthetic developer's hints as traces: hints --problems FILE --models NAME --out DIR [--home DIR --space NAME]
 * [--limit N] [--no-execute] [--python PATH]. Traces are written to traces.jsonl and, with --home, recorded there in
 * that space by the door that everybody uses; `run --experience-space NAME --home DIR` then refuses any family under
 * test that is among them.
 */
export async function hints(args: readonly string[]): Promise<void> {
  const flags = readFlags(args)
  mkdirSync(flags.out, { recursive: true })
  const problems = readCodeProblems(flags.problems).slice(0, flags.limit)
  const log = openAppendLog<CallLine>(join(flags.out, 'calls.jsonl'))
  const config = readConfig()
  const ask = createAsker({ config, log, parallel: flags.parallel })
  const bar = createProgress('problems', problems.length)
  const hinted = await Promise.all(
    problems.map(async (problem) => {
      const one = await draftAndHint(ask, { problem, model: flags.model })
      bar.tick()
      return one
    })
  )
  bar.stop()
  log.close()
  const results = flags.execute ? await runDrafts(problems, hinted, flags) : []
  const traces = problems.flatMap((problem, at) => {
    const one = hinted[at]
    if (one === undefined || one.hints.length === 0) return []
    return [hintTrace(one, { problem, model: flags.model, result: results[at] ?? null })]
  })
  writeFileSync(
    join(flags.out, 'traces.jsonl'),
    traces.map((trace) => `${JSON.stringify(trace)}\n`).join('')
  )
  const recorded = flags.home === undefined ? null : await record(traces, flags)
  report(hinted, { traces: traces.length, recorded })
}

interface Flags {
  readonly problems: string
  readonly out: string
  readonly model: string
  readonly home: string | undefined
  readonly space: string
  readonly embedder: string
  readonly limit: number
  readonly parallel: number
  readonly python: string | undefined
  readonly execute: boolean
}

function readFlags(args: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      problems: { type: 'string' },
      out: { type: 'string' },
      models: { type: 'string' },
      home: { type: 'string' },
      space: { type: 'string', default: 'hints' },
      embedder: { type: 'string', default: 'lexical' },
      limit: { type: 'string', default: '1000000' },
      parallel: { type: 'string', default: '4' },
      python: { type: 'string' },
      'no-execute': { type: 'boolean', default: false }
    }
  })
  const { problems, out, models: model } = values
  if (problems === undefined || out === undefined || model === undefined || model.includes(','))
    throw new Error('--problems FILE, --models NAME (one) and --out DIR are needed')
  const [limit, parallel] = [Number(values.limit), Number(values.parallel)]
  const { home, space, embedder, python } = values
  const execute = !values['no-execute']
  return { problems, out, model, home, space, embedder, limit, parallel, python, execute }
}

async function runDrafts(
  problems: readonly CodeProblem[],
  hinted: readonly Hinted[],
  flags: Flags
): Promise<readonly CandidateResult[]> {
  const execution = await openExecution(flags)
  try {
    return await execution.execute(
      problems.map(({ id, test }, at) => ({ id, test, code: hinted[at]?.draft ?? '' }))
    )
  } finally {
    await execution.close()
  }
}

async function record(traces: readonly unknown[], { home = '', space, embedder }: Flags) {
  const cairn = await openCairn(evalConfig(home, embedder))
  try {
    const mine = cairn.as({ ...itself, space, spaces: [space, 'public'], writes: [space] })
    const receipts = await mine.recordTraces(traces)
    await mine.jobs.idle()
    return receipts.filter(({ status }) => status !== 'rejected').length
  } finally {
    await cairn.close()
  }
}

function report(
  hinted: readonly Hinted[],
  { traces, recorded }: { readonly traces: number; readonly recorded: number | null }
): void {
  const count = (of: (one: Hinted) => number) => hinted.reduce((sum, one) => sum + of(one), 0)
  const refusedBy = (by: string) =>
    count(({ refused }) => refused.filter(({ why }) => why?.by === by).length)
  print(
    table(
      ['', 'count'],
      [
        ['problems', hinted.length],
        ['without a draft or an answer', count(({ fault }) => (fault === null ? 0 : 1))],
        ['hints kept', count((one) => one.hints.length)],
        ['hints refused: a line of the solution', refusedBy('line')],
        ['hints refused: its code', refusedBy('code')],
        ['hints refused: its calls in order', refusedBy('calls')],
        ['traces written', traces],
        ['traces recorded', recorded ?? 'none asked for']
      ]
    )
  )
}
