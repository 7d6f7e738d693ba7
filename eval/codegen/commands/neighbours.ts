import { writeFileSync } from 'node:fs'
import type { Attempt } from '../../retrieval/attempts.js'
import { machine } from '../../support/machine.js'
import { print } from '../../support/print.js'
import { table } from '../../support/table.js'
import type { CandidateResult } from '../execute/candidate-result.js'
import { runCandidates } from '../execute/run-candidates.js'
import { linesOf, needed, readFlags } from '../flags.js'
import { grouped } from '../grouped.js'
import { chosenProblems, openExecutor, runOptions, runWith } from './command-options.js'

export interface Compared {
  readonly attempt: Attempt
  readonly result: CandidateResult
  readonly agrees: boolean
}

/** Runs attempts whose outcome is recorded and compares: does this executor come to the same verdicts? */
export async function neighbours(args: string[]): Promise<void> {
  const values = readFlags(args, { ...runOptions, attempts: { type: 'string' } })
  const file = needed('--attempts', values.attempts, 'a file of recorded attempts')
  const tests = new Map(chosenProblems(values).map(({ id, test }) => [id, test]))
  const attempts = linesOf<Attempt>('--attempts', file).filter(({ problem }) => tests.has(problem))
  const executor = await openExecutor(values)
  const started = performance.now()
  const results = await runCandidates(
    attempts.map(({ problem, code }) => ({ id: problem, code, test: tests.get(problem) ?? '' })),
    runWith(executor, values)
  )
  const seconds = (performance.now() - started) / 1000
  const { environment } = executor
  await executor.close()
  const compared = attempts.map((attempt, i) =>
    compare(attempt, results[i] ?? { verdict: 'no-code' })
  )
  const parts = grouped(
    compared,
    ({ attempt }) => `${attempt.kind}, ${attempt.passed ? 'passed' : 'failed'}`
  )
  print(
    table(
      ['recorded as', 'attempts', 'same verdict', 'share', 'same error too'],
      [...parts].map(([name, rows]) => {
        const same = rows.filter(({ agrees }) => agrees).length
        return [name, rows.length, same, same / rows.length, rows.filter(sameError).length]
      })
    )
  )
  const differing = compared.filter(({ agrees }) => !agrees)
  print(`${compared.length} attempts in ${seconds.toFixed(1)} s; ${differing.length} differ`)
  for (const { attempt, result } of differing) print(`  ${lineOf(attempt, result)}`)
  if (values.json !== undefined)
    writeFileSync(
      values.json,
      JSON.stringify(
        {
          manifest: { ...machine(), environment, seconds },
          differing: differing.map(({ attempt, result }) => lineOf(attempt, result)),
          otherErrors: compared
            .filter((one) => one.agrees && !sameError(one))
            .map(({ attempt, result }) => lineOf(attempt, result))
        },
        null,
        2
      )
    )
}

export function compare(attempt: Attempt, result: CandidateResult): Compared {
  return { attempt, result, agrees: attempt.passed === (result.verdict === 'passed') }
}

/** Whether it failed with an error of the same class too. */
function sameError({ attempt, result, agrees }: Compared): boolean {
  return agrees && (attempt.passed || attempt.error?.includes(result.type ?? '') === true)
}

function lineOf(attempt: Attempt, result: CandidateResult): string {
  const recorded = attempt.error?.trim().split('\n').at(-1)?.slice(-100) ?? 'passed'
  const now = result.verdict === 'passed' ? 'passed' : `${result.verdict}: ${result.line ?? ''}`
  return `${attempt.problem} with the solution of ${attempt.solution_of ?? '?'}: recorded ${recorded}; now ${now}`
}
