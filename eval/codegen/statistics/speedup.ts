/** One program made faster, or not. */
export interface TimedProgram {
  readonly compiled: boolean
  /** Whether it gives what the reference gives. */
  readonly correct: boolean
  /** Seconds of the reference over seconds of the new one; of no weight where it is wrong. */
  readonly speedup: number
}

export interface SpeedupSummary {
  readonly compiled: number
  readonly correct: number
  /** exp(mean of ln g), g = max(1, speed-up) where correct, else 1. */
  readonly geometricMean: number
  /** Mean of the speed-ups, 0 where wrong. */
  readonly arithmeticMean: number
  /** Share of correct programs at least twice as fast, of all. */
  readonly twiceAsFast: number
}

/** The measures of LessonL (Liu et al. 2025): who finds nothing faster keeps the reference, so no program counts below 1 in the geometric mean. */
export function speedupSummary(programs: readonly TimedProgram[]): SpeedupSummary {
  const average = (of: (program: TimedProgram) => number) =>
    programs.reduce((sum, program) => sum + of(program), 0) / programs.length
  return {
    compiled: average(({ compiled }) => Number(compiled)),
    correct: average(({ correct }) => Number(correct)),
    geometricMean: Math.exp(
      average(({ correct, speedup }) => (correct ? Math.log(Math.max(1, speedup)) : 0))
    ),
    arithmeticMean: average(({ correct, speedup }) => (correct ? speedup : 0)),
    twiceAsFast: average(({ correct, speedup }) => Number(correct && speedup >= 2))
  }
}
