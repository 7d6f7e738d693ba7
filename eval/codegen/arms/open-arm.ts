import { planWith } from '../generate/plan.js'
import type { RunFlags } from '../generate/run-flags.js'
import type { CodeProblem } from '../problems.js'
import type { ArmName } from './arms.js'
import { makeContext } from './contexts.js'
import { dealt } from './hold-out.js'
import {
  contextSource,
  openMemoryGraph,
  prepareMemory,
  type MemoryReport
} from './prepare-contexts.js'

/** An arm with a memory that stands open. */
export interface OpenedArm {
  /** What the arm gives a model beside the problem; '' for nothing. */
  readonly context: (problem: CodeProblem) => Promise<string>
  readonly memory: MemoryReport
  close(): Promise<void>
}

/**
 * Opens an arm for prompts that somebody else answers. The memory is built and checked as for `run`: it holds no family
 * of `tested`, with folds none of the fold that a problem is in.
 * @param problems all problems of the benchmark, which attempts name
 * @throws CairnError CONFLICT where the memory holds what is under test
 */
export async function openArm(
  arm: Exclude<ArmName, 'none'>,
  flags: RunFlags,
  { problems, tested }: Readonly<Record<'problems' | 'tested', readonly CodeProblem[]>>
): Promise<OpenedArm> {
  const plan = planWith({ ...flags, arms: [arm] }, problems, dealt(tested, flags))
  const { cairn } = await openMemoryGraph(plan)
  try {
    const memory = await prepareMemory(cairn, plan)
    const source = contextSource(cairn, plan)
    return {
      context: async (problem) => (await makeContext(cairn, { problem, arm }, source)).text,
      memory,
      close: () => cairn.close()
    }
  } catch (error) {
    await cairn.close()
    throw error
  }
}
