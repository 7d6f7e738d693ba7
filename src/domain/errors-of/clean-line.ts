const prefixes: readonly RegExp[] = [
  // BuildKit numbers its steps and times their lines.
  /^#\d{1,4} (?:\d{1,6}\.\d{1,3} )?(?=\S)/,
  // The margin by which Terraform and Docker Compose frame what they say.
  /^[│╷╵┃] ?/,
  // Times of logs: ISO, a clock alone, each perhaps in brackets.
  /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?\s+(?=\S)/,
  /^\[?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\]?\s+(?=\S)/
]

/** A line without what a tool's log writes before it; indentation stays. */
export function cleanLine(line: string): string {
  let rest = line
  for (const prefix of prefixes) rest = rest.replace(prefix, '')
  return rest
}
