import { join } from 'node:path'
import { CairnError } from '../../../src/errors.js'
import { print } from '../../support/print.js'
import { createExecutor, type Executor } from '../execute/executor.js'
import { pinnedPython } from '../execute/pinned-python.js'
import type { RunOptions } from '../execute/run-candidates.js'
import { openResults } from '../execute/result-store.js'
import { needed, wholeNumber } from '../flags.js'
import { readCodeProblems, type CodeProblem } from '../problems.js'

/** What every verb that runs candidates takes. */
export const runOptions = {
  problems: { type: 'string' },
  library: { type: 'string', multiple: true },
  limit: { type: 'string' },
  python: { type: 'string' },
  workers: { type: 'string' },
  seconds: { type: 'string' },
  'memory-mb': { type: 'string' },
  results: { type: 'string' },
  json: { type: 'string' }
} as const

export interface RunFlags {
  readonly problems?: string | undefined
  readonly library?: string[] | undefined
  readonly limit?: string | undefined
  readonly python?: string | undefined
  readonly workers?: string | undefined
  readonly seconds?: string | undefined
  readonly 'memory-mb'?: string | undefined
  readonly results?: string | undefined
}

/** The problems that the flags name. @throws CairnError BAD_INPUT when there are none */
export function chosenProblems(flags: RunFlags): CodeProblem[] {
  const file = needed('--problems', flags.problems, 'a file of problems')
  const wanted = flags.library?.map((name) => name.toLowerCase())
  const problems = readCodeProblems(file)
    .filter(({ library }) => wanted?.includes(library.toLowerCase()) ?? true)
    .slice(0, whole('--limit', flags.limit) ?? Infinity)
  if (problems.length > 0) return problems
  throw new CairnError(
    'BAD_INPUT',
    `--problems is '${file}'; expected some problem of those asked for in it.`
  )
}

/** Starts the executor that the flags ask for, and says what it keeps candidates from. */
export async function openExecutor(flags: RunFlags): Promise<Executor> {
  const limits = {
    ...given('seconds', whole('--seconds', flags.seconds)),
    ...given('cpuSeconds', whole('--seconds', flags.seconds)),
    ...given('memoryMb', whole('--memory-mb', flags['memory-mb']))
  }
  // A wrong flag is named before a Python is asked for.
  const workers = given('workers', whole('--workers', flags.workers))
  const executor = await createExecutor({
    python: flags.python ?? pinnedPython(),
    limits,
    ...workers
  })
  const { python, isolation } = executor.environment
  print(
    `Python ${python}, ${executor.workers} at once; files: ${isolation.files}, network: ${isolation.network}, processes: ${isolation.processes}`
  )
  if (isolation.files === 'open' || isolation.network === 'open')
    print(
      '  this system does not let candidates be shut off whole: run only code that you trust, or in a container'
    )
  return executor
}

/** Where results are kept between runs, and how progress is told. */
export function runWith(executor: Executor, flags: RunFlags): RunOptions {
  const file = flags.results ?? join(process.cwd(), '.cairn', 'eval', 'candidates.jsonl')
  let last = performance.now()
  return {
    executor,
    store: openResults(file),
    onProgress: (done, total) => {
      if (performance.now() - last < 10_000) return
      last = performance.now()
      process.stderr.write(`  ${done} of ${total}\n`)
    }
  }
}

function whole(flag: string, text: string | undefined): number | undefined {
  return text === undefined ? undefined : wholeNumber(flag, text, 1)
}

function given<K extends string>(key: K, value: number | undefined): Partial<Record<K, number>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, number>)
}
