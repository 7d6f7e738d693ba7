import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { badInput, CairnError } from '../../../src/errors.js'
import type { ArmName } from '../arms/arms.js'
import { holdOut, type HoldOut } from '../arms/hold-out.js'
import { needed } from '../flags.js'
import { refuseOwnFamily } from '../judges/model-family.js'
import { readCodeProblems, type CodeProblem } from '../problems.js'
import { readPrices } from './prices.js'
import type { RunFlags } from './run-flags.js'

/** What is to be measured, settled before anything is asked. */
export interface Plan {
  readonly flags: RunFlags
  readonly problems: readonly CodeProblem[]
  readonly held: HoldOut
  /** All that could change a figure, as it is written into the folder of the run. */
  readonly settings: Readonly<Record<string, unknown>>
}

/** Reads the problems and chooses those under test; what would be refused later is refused here. @throws CairnError BAD_INPUT */
export function makePlan(flags: RunFlags): Plan {
  refuseOwnFamily(flags.judges, flags.models, flags.force)
  if (flags.agent !== undefined) refuseOtherArms(flags.arms)
  readPrices(flags.prices)
  const problems = readCodeProblems(flags.problems)
  return planWith(flags, problems, holdOut(problems, flags))
}

/** The same for problems that were chosen otherwise. @throws CairnError BAD_INPUT for one without a reference */
export function planWith(flags: RunFlags, problems: readonly CodeProblem[], held: HoldOut): Plan {
  if (flags.arms.some((arm) => arm !== 'none'))
    needed('--docs', flags.docs[0], 'a folder of documentation, for every arm but none')
  const bare = problems.find(({ reference }) => reference === '')
  if (bare !== undefined)
    throw badInput(
      '--problems',
      flags.problems,
      `a reference_code with every problem, by which leaks are found (${bare.id} has none)`
    )
  return { flags, problems, held, settings: settingsOf(flags, held) }
}

function settingsOf(flags: RunFlags, { tested }: HoldOut): Readonly<Record<string, unknown>> {
  const { models, arms, seed, folds, samples, temperature, maxTokens, tokens, embedder } = flags
  return {
    problems: tested.map(({ id }) => id),
    content: createHash('sha256').update(JSON.stringify(tested)).digest('hex').slice(0, 16),
    models,
    arms,
    seed,
    folds,
    samples,
    temperature,
    maxTokens: maxTokens ?? null,
    tokens,
    embedder,
    docs: flags.docs.map((dir) => resolve(dir)),
    irrelevant: flags.irrelevant.map((dir) => resolve(dir)),
    traces: flags.traces === undefined ? null : resolve(flags.traces),
    experienceSpaces: flags.experienceSpaces,
    agent: flags.agent ?? null
  }
}

function refuseOtherArms(arms: readonly ArmName[]): void {
  const odd = arms.find((arm) => arm !== 'none' && arm !== 'insights')
  const expected = 'none (no Cairn) and insights (Cairn with all it knows), for --agent'
  if (odd !== undefined) throw badInput('--arms', odd, expected)
}

/**
 * Writes the settings into the folder of the run, or checks that the run that stands there is the same.
 * @throws CairnError CONFLICT naming the first setting that differs
 */
export function settleIn({ flags, settings }: Plan): void {
  mkdirSync(flags.out, { recursive: true })
  const file = join(flags.out, 'plan.json')
  if (!existsSync(file)) {
    writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`)
    return
  }
  const before = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  for (const [key, value] of Object.entries(settings)) {
    const [was, is] = [JSON.stringify(before[key] ?? null), JSON.stringify(value)]
    if (was === is) continue
    throw new CairnError(
      'CONFLICT',
      `--out is '${flags.out}', which holds a run with other ${key}: ${was.slice(0, 100)} there, ${is.slice(0, 100)} here; name another folder.`,
      {
        details: { field: '--out', value: flags.out, expected: 'a folder of the same run, or none' }
      }
    )
  }
}
