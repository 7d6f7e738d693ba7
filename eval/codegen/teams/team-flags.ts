import { badInput } from '../../../src/errors.js'
import { wholeNumber } from '../flags.js'
import { readRunFlags, type RunFlags } from '../generate/run-flags.js'

/** How a team works: LessonL's rounds to make code faster, its variant to write code, or Co-Learning's pair. */
export const teamKinds = ['optimising', 'writing', 'co-learning'] as const
export type TeamKind = (typeof teamKinds)[number]

export interface TeamFlags {
  readonly run: RunFlags
  readonly kind: TeamKind
  /** Rounds of a problem; round 0 counts. */
  readonly rounds: number
  /** Lessons that are shown at most. */
  readonly lessons: number
  /** Problems of other families that the team works on first, so that there is something to remember. */
  readonly train: number
}

const usualRounds: Readonly<Record<TeamKind, number>> = {
  optimising: 4,
  writing: 4,
  'co-learning': 5
}

/** Takes out what only teams have; the rest is as for `run`. @throws CairnError BAD_INPUT naming the flag whose value is none */
export function readTeamFlags(args: readonly string[]): TeamFlags {
  const rest = [...args]
  const take = (flag: string): string | undefined => {
    const at = rest.indexOf(flag)
    return at < 0 ? undefined : (rest.splice(at, 2)[1] ?? '')
  }
  const asked = take('--team') ?? 'writing'
  const kind = teamKinds.find((one) => one === asked)
  if (kind === undefined) throw badInput('--team', asked, `one of ${teamKinds.join(', ')}`)
  const number = (flag: string, usual: number, least: number) =>
    wholeNumber(flag, take(flag) ?? String(usual), least)
  const rounds = number('--rounds', usualRounds[kind], 1)
  const lessons = number('--lessons', 4, 1)
  const train = number('--train', 0, 0)
  if (!rest.includes('--arms')) rest.push('--arms', 'none,insights')
  const run = readRunFlags(rest)
  const odd = run.arms.find((arm) => arm !== 'none' && arm !== 'insights')
  if (odd !== undefined)
    throw badInput('--arms', odd, 'none (without memory) and insights (with it), for a team')
  return { run, kind, rounds, lessons, train }
}
