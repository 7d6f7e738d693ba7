/** How many secrets of one source were found. */
export interface Found {
  readonly set: string
  readonly found: number
  readonly of: number
  /** Names of the forms or rules whose secret stayed. */
  readonly missed: readonly string[]
}

/** Files of 4,000 ordinary ones that redaction may change, and the share of secrets that it has to find: issue 16. */
export const mostAlarms = 10
export const leastFound = 0.98

/** What of the limits is not kept, a line each; alarms are held against as many files as were read. Pure. */
export function verdictOn(run: {
  readonly alarms: number
  readonly files: number
  readonly found: readonly Found[]
}): string[] {
  const { alarms, files, found } = run
  const may = (mostAlarms * files) / 4_000
  return [
    ...(alarms > may
      ? [
          `Too many alarms: ${alarms} in ${files} files; at most ${mostAlarms} in 4,000 are kept to.`
        ]
      : []),
    ...found
      .filter((one) => one.found < leastFound * one.of)
      .map(
        (one) =>
          `Too few secrets found by ${one.set}: ${one.found} of ${one.of}; at least ${100 * leastFound} % are kept to.`
      )
  ]
}
