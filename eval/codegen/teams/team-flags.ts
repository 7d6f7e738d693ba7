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
}

const usualRounds: Readonly<Record<TeamKind, number>> = {
  optimising: 4,
  writing: 4,
  'co-learning': 5
}

/** Takes out what only teams have; the rest is as for `run`. @throws Error naming the flag whose value is none */
export function readTeamFlags(args: readonly string[]): TeamFlags {
  const rest = [...args]
  const take = (flag: string): string | undefined => {
    const at = rest.indexOf(`--${flag}`)
    return at < 0 ? undefined : rest.splice(at, 2)[1]
  }
  const asked = take('team') ?? 'writing'
  const kind = teamKinds.find((one) => one === asked)
  if (kind === undefined)
    throw new Error(`--team is '${asked}'; expected one of ${teamKinds.join(', ')}`)
  const rounds = whole('rounds', take('rounds') ?? String(usualRounds[kind]))
  const lessons = whole('lessons', take('lessons') ?? '4')
  if (!rest.includes('--arms')) rest.push('--arms', 'none,insights')
  const run = readRunFlags(rest)
  const odd = run.arms.find((arm) => arm !== 'none' && arm !== 'insights')
  if (odd !== undefined)
    throw new Error(`--arms of a team are none and insights (with memory); there stands ${odd}`)
  return { run, kind, rounds, lessons }
}

function whole(flag: string, text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value > 0) return value
  throw new Error(`--${flag} is '${text}'; expected a whole number from 1`)
}
