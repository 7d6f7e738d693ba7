import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { holdOut, type HoldOut } from '../arms/hold-out.js'
import { readCodeProblems, type CodeProblem } from '../problems.js'
import type { RunFlags } from './run-flags.js'

/** What is to be measured, settled before anything is asked. */
export interface Plan {
  readonly flags: RunFlags
  readonly problems: readonly CodeProblem[]
  readonly held: HoldOut
  /** All that could change a figure, as it is written into the folder of the run. */
  readonly settings: Readonly<Record<string, unknown>>
}

/** Reads the problems and chooses those under test. */
export function makePlan(flags: RunFlags): Plan {
  const problems = readCodeProblems(flags.problems)
  const bare = problems.find(({ reference }) => reference === '')
  if (bare !== undefined)
    throw new Error(`${flags.problems}: ${bare.id} has no reference_code, which leaks are found by`)
  const { limit, folds, seed } = flags
  const held = holdOut(problems, { limit, folds, seed })
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

/**
 * Writes the settings into the folder of the run, or checks that the run that stands there is the same.
 * @throws Error naming the first setting that differs
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
    throw new Error(
      `--out ${flags.out} holds a run with other ${key}: ${was.slice(0, 100)} there, ${is.slice(0, 100)} here; name another folder`
    )
  }
}
