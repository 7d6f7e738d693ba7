import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../../../src/config.js'
import { badInput } from '../../../src/errors.js'
import { table } from '../../support/table.js'
import { print } from '../../support/print.js'
import { holdOut } from '../arms/hold-out.js'
import type { CandidateResult } from '../execute/candidate-result.js'
import { fileAt, needed, readFlags, wholeNumber } from '../flags.js'
import { openAppendLog } from '../generate/append-log.js'
import { createAsker } from '../generate/asker.js'
import type { CallLine } from '../generate/calls.js'
import { openExecution } from '../generate/execution.js'
import { readPrices, type Prices } from '../generate/prices.js'
import { createProgress } from '../generate/progress.js'
import { usageOf } from '../generate/usage.js'
import { dollars, whole } from '../report/shown.js'
import { readCodeProblems, type CodeProblem } from '../problems.js'
import { draftAndHint, type Hinted } from './draft-and-hint.js'
import { hintTrace } from './hint-trace.js'
import { recordByDoor } from './public-door.js'

/**
 * A synthetic developer's hints as traces: hints --problems FILE --models NAME --out DIR [--home DIR --space NAME]
 * [--hold-out N --seed S] [--limit N] [--prices FILE] [--no-execute] [--python PATH]. What was said stands in hints.jsonl, traces in
 * traces.jsonl; with --home they are recorded there in that space by the door that everybody uses. `run --home DIR
 * --experience-space NAME` then finds them, and refuses any family under test that is among them: --hold-out leaves
 * out the families that `run --limit N --seed S` tests.
 * @throws CairnError BAD_INPUT
 */
export async function hints(args: readonly string[]): Promise<void> {
  const flags = readHintFlags(args)
  mkdirSync(flags.out, { recursive: true })
  const problems = problemsOf(flags)
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
  writeLines(join(flags.out, 'hints.jsonl'), hinted)
  const results = flags.execute ? await runDrafts(problems, hinted, flags) : []
  const traces = problems.flatMap((problem, at) => {
    const one = hinted[at]
    if (one === undefined || one.hints.length === 0) return []
    return [hintTrace(one, { problem, model: flags.model, result: results[at] ?? null })]
  })
  writeLines(join(flags.out, 'traces.jsonl'), traces)
  const recorded = flags.home === undefined ? null : await record(traces, flags)
  report(hinted, { traces: traces.length, recorded })
  const [usage] = usageOf(log.entries, flags.prices)
  if (usage === undefined) return
  const { calls, inputTokens, outputTokens, cost } = usage
  print(
    `${whole(calls)} replies, ${whole(inputTokens)} tokens in, ${whole(outputTokens)} out; cost: ${dollars(cost)}`
  )
}

function writeLines(file: string, lines: readonly unknown[]): void {
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}

interface Flags {
  readonly problems: string
  readonly out: string
  readonly model: string
  readonly home: string | undefined
  readonly space: string
  readonly embedder: string
  readonly limit: number
  /** How many problems another run will test, of whose families nothing is told; 0: none. */
  readonly holdOut: number
  readonly seed: number
  readonly parallel: number
  readonly prices: Prices
  readonly python: string | undefined
  readonly execute: boolean
}

function readHintFlags(args: readonly string[]): Flags {
  const values = readFlags(args, {
    problems: { type: 'string' },
    out: { type: 'string' },
    models: { type: 'string' },
    home: { type: 'string' },
    space: { type: 'string', default: 'hints' },
    embedder: { type: 'string', default: 'lexical' },
    limit: { type: 'string', default: '1000000' },
    'hold-out': { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    parallel: { type: 'string', default: '4' },
    prices: { type: 'string' },
    python: { type: 'string' },
    'no-execute': { type: 'boolean', default: false }
  })
  const { home, space, embedder, python } = values
  const model = needed('--models', values.models, 'the name of one model')
  if (model.includes(',')) throw badInput('--models', model, 'the name of one model')
  return {
    problems: fileAt('--problems', needed('--problems', values.problems, 'a file of problems')),
    out: needed('--out', values.out, 'a folder for what comes of it'),
    ...{ model, home, space, embedder, python },
    limit: wholeNumber('--limit', values.limit, 1),
    holdOut: wholeNumber('--hold-out', values['hold-out'], 0),
    seed: wholeNumber('--seed', values.seed, 0),
    parallel: wholeNumber('--parallel', values.parallel, 1),
    prices: readPrices(values.prices),
    execute: !values['no-execute']
  }
}

function problemsOf({ problems: file, limit, holdOut: tested, seed }: Flags): CodeProblem[] {
  const all = readCodeProblems(file)
  const { foldOf } = holdOut(all, { limit: tested, folds: 1, seed })
  const open = all.filter(({ family }) => !foldOf.has(family))
  if (open.length > 0) return open.slice(0, limit)
  throw badInput('--hold-out', String(tested), 'fewer than all problems')
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

/** Under which name a synthetic developer's traces stand. */
const developer = 'synthetic-developer'

async function record(traces: readonly unknown[], { home = '', space, embedder }: Flags) {
  const receipts = await recordByDoor({ home, embedder, space }, developer, traces)
  const refused = receipts.find(({ status }) => status === 'rejected')
  if (refused !== undefined) print(`  refused: ${refused.path ?? ''} ${refused.reason ?? ''}`)
  return receipts.filter(({ status }) => status !== 'rejected').length
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
