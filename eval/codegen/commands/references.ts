import { writeFileSync } from 'node:fs'
import { machine } from '../../support/machine.js'
import { print } from '../../support/print.js'
import { table } from '../../support/table.js'
import { gradeAnswers, type Graded } from '../grade/grade-answers.js'
import {
  excludedFile,
  missingPackage,
  readExcluded,
  type Excluded,
  type Slice
} from '../grade/slices.js'
import { readFlags } from '../flags.js'
import { grouped } from '../grouped.js'
import type { CodeProblem } from '../problems.js'
import { chosenProblems, openExecutor, runOptions, runWith } from './command-options.js'

/**
 * Runs the solution that each problem comes with and lists what does not pass, with the reason; with --write
 * that slice is kept beside the harness, as ids and reasons.
 */
export async function references(args: string[]): Promise<void> {
  const values = readFlags(args, { ...runOptions, write: { type: 'boolean' } })
  const all = chosenProblems(values)
  const executor = await openExecutor(values)
  const { packages } = executor.environment
  const problems = all.filter((problem) => missingPackage(problem, packages) === null)
  const started = performance.now()
  const graded = await gradeAnswers(
    problems,
    problems.map(referenceAnswer),
    runWith(executor, values)
  )
  const seconds = (performance.now() - started) / 1000
  const { environment } = executor
  await executor.close()
  const failing = graded.filter(({ verdict }) => verdict !== 'passed').map(excludedOf)
  print(table(['library', 'problems', 'pass'], libraryRows(graded)))
  for (const library of new Set(all.map((one) => one.library)))
    if (!problems.some((one) => one.library === library))
      print(`${library}: not run, its package is not installed (eval:python --with)`)
  print(
    `${graded.length - failing.length} of ${graded.length} references pass (${seconds.toFixed(1)} s)`
  )
  for (const { id, slice, reason } of failing) print(`  ${id}  ${slice}: ${reason}`)
  if (values.write === true) writeExcluded(failing, new Set(problems.map(({ id }) => id)))
  if (values.json !== undefined)
    writeFileSync(
      values.json,
      JSON.stringify({ manifest: { ...machine(), environment, seconds }, failing, graded }, null, 2)
    )
}

function referenceAnswer({ id, reference }: CodeProblem) {
  return { id, sample: 0, code: reference, foundIn: 'code' as const }
}

function libraryRows(graded: readonly Graded[]): (string | number)[][] {
  return [...grouped(graded, ({ library }) => library)].map(([library, rows]) => [
    library,
    rows.length,
    rows.filter(({ verdict }) => verdict === 'passed').length
  ])
}

/** Says of what does not pass which slice it belongs to. */
export function excludedOf({ id, verdict, type = '', line = '' }: Graded): Excluded {
  const slice: Slice = ['URLError', 'gaierror', 'ConnectionError'].includes(type)
    ? 'needs-network'
    : type === 'ModuleNotFoundError'
      ? 'needs-library'
      : 'reference-fails'
  const needs = /^ModuleNotFoundError: No module named '(\w+)/.exec(line)?.[1]
  return {
    id,
    slice,
    reason: slice === 'reference-fails' ? `${verdict}: ${line}` : line,
    ...(needs === undefined ? {} : { needs })
  }
}

/** What was run replaces what stood there of it; flagged tests and references stay. */
function writeExcluded(failing: readonly Excluded[], run: ReadonlySet<string>): void {
  const kept = readExcluded().filter(
    ({ id, slice }) => !run.has(id) || slice === 'ambiguous-test' || slice === 'weak-reference'
  )
  const rows = [...kept, ...failing].sort((a, b) =>
    a.id.localeCompare(b.id, 'en', { numeric: true })
  )
  writeFileSync(excludedFile(), `${JSON.stringify(rows, null, 2)}\n`)
}
