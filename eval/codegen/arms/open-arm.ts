import { familyFolds } from '../../retrieval/metrics.js'
import type { ArmOptions, OpenArm } from '../arm-context.js'
import type { Plan } from '../generate/plan.js'
import { readRunFlags } from '../generate/run-flags.js'
import type { CodeProblem } from '../problems.js'
import { usesExperience, type ArmName } from './arms.js'
import { contextSource, openMemoryGraph, prepareMemory } from './prepare-contexts.js'
import { makeContext } from './contexts.js'

/** What an arm of `export` is opened with; `all` is the whole benchmark, which attempts name problems of. */
export type MemoryArmOptions = ArmOptions & {
  readonly all?: readonly CodeProblem[]
  readonly irrelevant?: readonly string[]
}

/**
 * An arm with a memory, for prompts that somebody else answers. The memory is built and checked as for `run`.
 * @throws Error where the memory holds what is under test, or attempts are given without the problems they are at
 */
export function memoryArm(name: Exclude<ArmName, 'none'>): OpenArm {
  return async (options: MemoryArmOptions) => {
    const plan = planOf(name, options)
    const { cairn } = await openMemoryGraph(plan)
    try {
      const memory = await prepareMemory(cairn, plan)
      const source = contextSource(cairn, plan)
      return {
        context: async (problem) => (await makeContext(cairn, { problem, arm: name }, source)).text,
        manifest: { ...memory },
        close: () => cairn.close()
      }
    } catch (error) {
      await cairn.close()
      throw error
    }
  }
}

function planOf(name: ArmName, options: MemoryArmOptions): Plan {
  const { problems, docs, traces, home, embedder, seed, irrelevant = [] } = options
  if (usesExperience(name) && traces !== undefined && options.all === undefined)
    throw new Error(`the arm ${name} needs all problems that --traces has attempts at`)
  const flags = readRunFlags([
    ...['--problems', '-', '--out', '-', '--models', '-', '--arms', name, '--seed', String(seed)],
    ...docs.flatMap((dir) => ['--docs', dir]),
    ...irrelevant.flatMap((dir) => ['--irrelevant', dir]),
    ...(traces === undefined ? [] : ['--traces', traces]),
    ...(home === undefined ? [] : ['--home', home]),
    ...(embedder === undefined ? [] : ['--embedder', embedder])
  ])
  const foldOf = familyFolds(
    problems.map(({ family }) => family),
    1
  )
  return {
    flags,
    problems: options.all ?? problems,
    held: { tested: problems, folds: 1, foldOf },
    settings: { docs, irrelevant, traces, problems: problems.map(({ id }) => id), embedder, seed }
  }
}
