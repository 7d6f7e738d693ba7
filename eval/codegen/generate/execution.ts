import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../../../src/config.js'
import type { Candidate, CandidateResult } from '../execute/candidate-result.js'
import { createExecutor, type ExecutionEnvironment } from '../execute/executor.js'
import {
  environmentFolder,
  interpreterOf,
  requirementsWith
} from '../execute/python-environment.js'
import { openResults } from '../execute/result-store.js'
import { runCandidates } from '../execute/run-candidates.js'
import type { Execute } from './answers.js'
import { createProgress } from './progress.js'
import type { RunFlags } from './run-flags.js'

export interface Execution {
  readonly environment: ExecutionEnvironment
  /** Each once: what ran before is looked up. */
  readonly execute: Execute
  /** Anew every time, for what is timed. */
  readonly runOne: (candidate: Candidate) => Promise<CandidateResult>
  close(): Promise<void>
}

/**
 * Starts what runs candidates: --python, else the environment with the pinned libraries. Verdicts stand in the folder
 * of the run; nothing is run twice.
 * @throws Error where there is no such environment; CairnError NOT_CONFIGURED where it does not start
 */
export async function openExecution(flags: Pick<RunFlags, 'python' | 'out'>): Promise<Execution> {
  const pinned = flags.python === undefined
  const folder = environmentFolder(readConfig().cache, requirementsWith([]))
  const python = flags.python ?? interpreterOf(folder)
  if (python === null)
    throw new Error(
      'There is no Python with the pinned libraries; make one with `npm run eval:python`, name another with --python, or leave execution out with --no-execute'
    )
  mkdirSync(flags.out, { recursive: true })
  const executor = await createExecutor({ python, ...(pinned ? {} : { preload: [] }) })
  const store = openResults(join(flags.out, 'verdicts.jsonl'))
  return {
    environment: executor.environment,
    execute: async (candidates) => {
      const missing = candidates.filter((one) => !store.known.has(executor.keyOf(one))).length
      const bar = createProgress('candidates run', missing)
      const results = await runCandidates(candidates, { executor, store, onProgress: bar.tick })
      bar.stop()
      return results
    },
    runOne: (candidate) => executor.run(candidate),
    close: () => executor.close()
  }
}
