import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Candidate, CandidateResult } from '../execute/candidate-result.js'
import { createExecutor, type ExecutionEnvironment } from '../execute/executor.js'
import { pinnedPython } from '../execute/pinned-python.js'
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
 * @throws CairnError NOT_CONFIGURED where there is no such environment, or it does not start
 */
export async function openExecution(flags: Pick<RunFlags, 'python' | 'out'>): Promise<Execution> {
  const pinned = flags.python === undefined
  const python = flags.python ?? pinnedPython()
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
