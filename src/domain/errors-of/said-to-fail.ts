import { endedOnly, type RecognisedError } from './error-line.js'

/** Words by which tools of every kind say that something went wrong. */
const failure =
  /\b(?:can(?:not|'t|’t)|could(?: not|n't|n’t)|unable to|failed to|failure|does(?: not|n't) (?:exist|match|support|have|contain)|do(?: not|n't) match|is(?: not|n't) (?:installed|supported|allowed|available|valid|found|defined|running|set|recogni[sz]ed|reachable)|not (?:found|supported|permitted|allowed|installed|authori[sz]ed)|missing|no such|denied|refused|rejected|invalid|unknown|unsupported|only supports|forbidden|unauthori[sz]ed|expired|mismatch(?:ed)?|conflicts?|incompatible|already (?:exists|in use|defined)|timed out|timeout|out of (?:memory|date|range|space|sync)|too (?:many|large|long|old)|overflow(?:ed)?|unreachable|illegal|corrupt(?:ed)?|undefined|unresolved|ambiguous|changed significantly|has been removed|exceeded|aborted|violat(?:es|ed|ion)|duplicate|insufficient|deadlock|killed|terminated)\b/i

/** `error: …`, `[ERROR] …`, `✗ …`, `app: error: …`: the tool itself calls it an error. */
const called =
  /^\s*(?:\S{1,200}: )?(?:\[?(?:fatal error|fatal|error|err!|critical|failed)\]?(?:\[[\w-]{1,40}\]|\([\w-]{1,40}\))?[: ]+|[×✗✘✖⨯❌] +(?=.*\b(?:not|cannot|fail\w*|missing|invalid|must)\b))(?=\p{L}|["'`‘])(.{8,})$/iu

/** Frames, commands, advice, and what says only that something ended. */
const tellsNothing =
  /^\s*(?:[{"[]|at |File "|#\d|\$ |\+ |> |~ |hint|help|note|try |see |run |use |to fix|learn more|perhaps|did you mean|warn|info|debug|errors? (?:occurred|encountered)|usage|example|consider|please|for more|[-=*_─~^|│]+$|\d+ (?:problem|error|warning|test)|(?:found|total|tests?|suites?):? \d|build failed|the (?:command|process|job|task|script) )|\b(?:exit(?:ed)? (?:with )?(?:code|status)|exit code|returned? (?:a )?non-?zero|finished with|complete(?:d)? successfully|deprecat\w+)\b|\b0 (?:errors?|failed)\b/i

const longest = 600

/**
 * What a text that is known to tell of a failure says went wrong, where no tool's own form is in it: the last line that
 * the tool calls an error, else the first sentence that says so. undefined where no line does.
 */
export function saidToFail(lines: readonly string[]): RecognisedError | undefined {
  const told = lines.filter((line) => saysSomething(line))
  const byTool = told.findLast((line) => called.test(line))
  const line = byTool ?? told.find((one) => failure.test(one) && /\p{L}{2,}\s+\p{L}{2,}/u.test(one))
  if (line === undefined) return undefined
  const message = (called.exec(line)?.[1] ?? line).trim()
  return { type: 'failure', message: message.replace(/^(?:\S{1,200}:\d+(?::\d+)?: )/, '') }
}

function saysSomething(line: string): boolean {
  if (line.length > longest || tellsNothing.test(line)) return false
  return !endedOnly.test(called.exec(line)?.[1] ?? line.trim())
}
