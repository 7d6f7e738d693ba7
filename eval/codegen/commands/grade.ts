import { existsSync, writeFileSync } from 'node:fs'
import { CairnError } from '../../../src/errors.js'
import { machine } from '../../support/machine.js'
import { print } from '../../support/print.js'
import { table } from '../../support/table.js'
import { readFlags } from '../flags.js'
import { readAnswers, readIndex } from '../grade/answers.js'
import { gradeAnswers } from '../grade/grade-answers.js'
import { missingPackage, slicesOf } from '../grade/slices.js'
import { summarise, type GradeRow } from '../grade/summarise.js'
import { chosenProblems, openExecutor, runOptions, runWith } from './command-options.js'

/** Takes answers back from whoever wrote them, runs them, and prints how many pass. */
export async function grade(args: string[]): Promise<void> {
  const values = readFlags(args, {
    ...runOptions,
    answers: { type: 'string' },
    index: { type: 'string' }
  })
  if (values.answers === undefined || !existsSync(values.answers))
    throw new CairnError(
      'BAD_INPUT',
      `--answers is '${values.answers ?? ''}'; expected a folder of answers or a file of JSON Lines.`
    )
  const asked = readIndex(values.index ?? values.answers)?.prompts.map(({ id }) => id)
  const all = chosenProblems(values).filter(({ id }) => asked?.includes(id) ?? true)
  const { answers, strangers } = readAnswers(values.answers, all)
  const executor = await openExecutor(values)
  const { environment } = executor
  const runnable = all.filter((one) => missingPackage(one, environment.packages) === null)
  const graded = await gradeAnswers(runnable, answers, runWith(executor, values))
  await executor.close()
  const rows = summarise(graded, slicesOf(runnable, environment.packages))
  print(gradeTable(rows))
  const missing = graded.filter(({ foundIn }) => foundIn === 'missing').length
  if (missing > 0) print(`${missing} problems have no answer; they count as not passed`)
  if (all.length > runnable.length)
    print(`${all.length - runnable.length} problems were not run: their library is not installed`)
  if (strangers.length > 0)
    print(`${strangers.length} answers belong to no problem: ${strangers.slice(0, 5).join(', ')}`)
  if (values.json !== undefined)
    writeFileSync(
      values.json,
      JSON.stringify(
        { manifest: { ...machine(), environment, missing, strangers }, rows, graded },
        null,
        2
      )
    )
}

/** pass@1 with its interval, and how the rest ended. */
export function gradeTable(rows: readonly GradeRow[]): string {
  const most = rows.reduce(
    (longest, { passAt }) => Math.max(longest, Object.keys(passAt).length),
    0
  )
  const more = Object.keys(
    rows.find(({ passAt }) => Object.keys(passAt).length === most)?.passAt ?? {}
  )
  const ks = more.map(Number).filter((k) => k > 1)
  return table(
    [
      '',
      'problems',
      'passed',
      'pass@1',
      '95 % over families',
      ...ks.map((k) => `pass@${k}`),
      'failed',
      'error',
      'limit',
      'no code'
    ],
    rows.map(({ name, problems, samples, passed, verdicts: v, passAt1, passAt }) => [
      name,
      problems,
      samples === problems ? passed : `${passed} of ${samples}`,
      passAt1.value.toFixed(3),
      `[${passAt1.low.toFixed(3)}, ${passAt1.high.toFixed(3)}]`,
      ...ks.map((k) => passAt[k]?.toFixed(3) ?? ''),
      v.failed,
      v.error,
      v.timeout + v.memory + v.output + v.killed,
      v['no-code']
    ])
  )
}
