/** What a line says went wrong. */
export interface RecognisedError {
  readonly type: string
  readonly message: string
  /** Says that something failed, not what: counts only where nothing better does. */
  readonly vague?: boolean
}

/** A line with what recognisers may need of its surroundings. */
export interface LineAt {
  readonly line: string
  readonly next: string
  readonly afterNext: string
  /** The line before is an indented one of a Python traceback. */
  readonly endsTraceback: boolean
  /** The lines below, at most so many. */
  readonly below: (most: number) => readonly string[]
}

export type Recogniser = (at: LineAt) => RecognisedError | undefined

/** One pattern: `type` and `message` are among its groups, or the type is the one given. */
export function byPattern(type: string, pattern: RegExp, vague = false): Recogniser {
  return ({ line }) => {
    const match = pattern.exec(line)
    if (match === null) return undefined
    const found = {
      type: match.groups?.['type'] ?? type,
      message: (match.groups?.['message'] ?? '').trim()
    }
    return vague ? { ...found, vague } : found
  }
}

/** What a pattern's first group is in the first of these lines that has it. */
export function firstIn(lines: readonly string[], pattern: RegExp): string | undefined {
  return lines.map((line) => pattern.exec(line)?.[1]).find((found) => found !== undefined)
}

/** The text of a JSON string as far as a reader cares: its quotes. */
export function unescaped(text: string): string {
  return text.replace(/\\"/g, '"')
}

/** The first of the lines below that says something, without the frame that some tools draw. */
export function saidBelow({ below }: LineAt, most = 6): string {
  return (
    below(most)
      .map((line) => line.replace(/^[\s│|x×]+/, '').trim())
      .find((line) => line !== '' && !/^[-=*─~^]{3,}$/.test(line)) ?? ''
  )
}

/** Says how something ended that had said before what was wrong. */
export const endedOnly =
  /^(?:A fatal (?:exception|error) has occurred|Could not create the Java Virtual Machine|Program will exit|Execution halted)\b|^(?:Process completed|(?:The )?(?:command|process|script|terraform|task|job)\b.{0,200}\b(?:exited|failed|ended|completed)) (?:with )?(?:exit )?(?:code|status)?:? ?\d{1,3}\.?$/i
