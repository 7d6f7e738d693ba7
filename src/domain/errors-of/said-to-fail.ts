import { endedOnly, type RecognisedError } from './error-line.js'

/** Words by which tools of every kind say that something went wrong. */
const failure =
  /\b(?:can(?:not|'t|’t)|could(?: not|n't|n’t)|unable to|failed to|failure|does(?: not|n't) (?:exist|match|support|have|contain)|do(?: not|n't) match|(?:is|are|was|were)(?: not|n't) (?:installed|supported|allowed|available|valid|found|defined|running|set|recogni[sz]ed|reachable|permitted|enabled|configured)|not (?:found|supported|permitted|allowed|installed|authori[sz]ed)|missing|non-?existent|no such|denied|refused|rejected|invalid|unknown|unsupported|unrecogni[sz]ed|only supports|forbidden|unauthori[sz]ed|expired|mismatch(?:ed)?|conflicts?|incompatible|already (?:exists|in use|defined)|timed out|timeout|out of (?:memory|date|range|space|sync)|too (?:many|large|long|old)|overflow(?:ed)?|unreachable|illegal|corrupt(?:ed)?|undefined|unresolved|ambiguous|changed significantly|has been removed|exceeded|aborted|violat(?:es|ed|ion)|duplicate|insufficient|deadlock|killed|terminated)\b/i

/** Words that say so too, among others of which more do not. */
const perhaps =
  /\b(?:fail(?:ed|s|ing)?|errors?|fatal|abort|panic|must|unexpected|requires?|required|not|no \w+ (?:were |was )?(?:found|available|left)|unsatisfiable|broken|wrong|bad|lost|reset|closed|stopped|crash(?:ed)?|exhausted|disallowed|blocked|disabled|locked|unbound|excludes?)\b/i

/** `error: …`, `[ERROR] …`, `✗ …`, `app: error: …`: the tool itself calls it an error. */
const called =
  /^\s*(?:\S{1,200}: )?(?:\[?(?:fatal error|fatal|error|err!|critical|failed)(?:\[[\w-]{1,40}\]|\([\w-]{1,40}\))?(?:\]:? *|: *)|[A-Z]: (?=[A-Z])|[×✗✘✖⨯❌] +(?=.*\b(?:not|cannot|fail\w*|missing|invalid|must)\b))(?=\p{L}|["'`‘])(.{8,})$/iu

/** The level alone, in capitals: no word of a sentence. */
const loud = /^\s*(?:ERROR|FATAL|CRITICAL|SEVERE|ERR!|FAILED) +(\S.{7,})$/

/** A compiler's line: where, and what. */
const placed =
  /^\s*(?:\[?(?:error|e)\]?:? )?\S{1,300}\.\w{1,10}:\d+(?::\d+)?:? (?:error:? )?(?=\p{L}|["'`‘])(.{5,})$/u

/** A program's name, and what it says. */
const ofProgram = /^[a-z][\w.-]{1,30}: \S+ \S/

/** What was being done, before a sentence that tells why it failed. */
const doing =
  /^(?:error )?(?:loading|building|starting|running|creating|parsing|reading|processing|executing)\b[^.]{0,60}\. (?=[A-Z])/i

/** Frames, commands, advice, and what says only that something ended. */
const tellsNothing =
  /^\s*(?:[{"]|\[[\s\]]|at |File "|#\d|\$ |\+ |> |~ |hint|help|note|try |see |run |use |to fix|learn more|perhaps|did you mean|warn|info|debug|errors? (?:occurred|encountered)|usage|example|consider|please|for more|[-=*_─~^|│]+$|\d+ (?:problem|error|warning|test|passed|file)|(?:found|total|tests?|suites?):? \d|\[?(?:error\]? )?(?:total time|\w+ errors? found)\b|build failed|\* What went wrong|\*\*\* |a complete log|the (?:command|process|job|task|script) )|\b(?:exit(?:ed)? (?:with )?(?:code|status)|exit code|returned? (?:a )?non-?zero|finished with|complete(?:d)? successfully|deprecat\w+)\b|\b0 (?:errors?|failed)\b/i

/** That a whole step failed: another line says why. */
const ofTheWhole =
  /^[^\w"'`]*(?:failed to (?:build|compile|deploy|start|run|execute|install|load)\b(?: \S+){0,3}$|(?:build|compilation|deployment|installation|command|test|pipeline|job|task|step|stage|setup|script|release|startup)\b.{0,60}\b(?:failed|aborted|errored)\W*$|(?:\d+ |one |some )(?:\w+ ){0,2}(?:failed|errors?)\b|(?:an? )?(?:error|failure)s? (?:occurred|found|encountered)|(?:stopp?(?:ed|ing)|aborting|exiting|collecting)\b(?: \S+)?\W*$|terminated\.?$)/i

/** What stands before the message: a level in brackets or with a colon, a place in a file, a program with its number. */
const heads = [
  /^\s*\[?(?:error|fatal|critical|failed)(?:\]:?|:)\s*/i,
  /^Error response from daemon: /,
  /^.{0,160}\b(?:Error|Exception): (?=.{8})/,
  /^(?:\/|\.{0,2}[\w@.-]+[/.])\S{0,300}?:\d+(?::\d+)?:? /,
  /^[\w.@/-]{1,60}\[\d+\]: /,
  /^[\s|│╰─▶└├•*=>-]+(?=[\p{L}"'`])/u
]

const longest = 1000

/**
 * What a text that is known to tell of a failure says went wrong, where no tool's own form is in it: the last line that
 * the tool calls an error, else the first sentence that says so. undefined where no line does.
 */
export function saidToFail(lines: readonly string[]): RecognisedError | undefined {
  const told = lines
    .map((one) => one.replace(/ ?\(exit (?:status|code):? \d{1,3}\)/, ''))
    .filter(saysSomething)
  const byTool = told.filter((line) => called.test(line) || loud.test(line))
  const telling = byTool.filter((line) => !ofTheWhole.test(messageOf(line)))
  const line =
    told.find((one) => placed.test(one) && (failure.test(one) || perhaps.test(one))) ??
    telling.at(-1) ??
    firstSentence(told) ??
    byTool.at(-1) ??
    told.findLast((one) => ofProgram.test(one))
  if (line === undefined) return undefined
  const message = messageOf(line).replace(doing, '')
  return { type: 'failure', message, ...(ofTheWhole.test(message) ? { vague: true } : {}) }
}

/** The first that says surely that something went wrong, else the first that may; what tells of a whole step comes last. */
function firstSentence(told: readonly string[]): string | undefined {
  const sentences = told.filter((line) => /\p{L}{2,}\P{L}+\p{L}{2,}/u.test(line))
  const exact = sentences.filter((line) => !ofTheWhole.test(messageOf(line)))
  return (
    exact.find((line) => failure.test(line)) ??
    exact.find((line) => perhaps.test(line)) ??
    sentences.find((line) => failure.test(line) || perhaps.test(line))
  )
}

function messageOf(line: string): string {
  const message =
    (placed.exec(line) ?? called.exec(line) ?? loud.exec(line))?.[1]?.trim() ?? line.trim()
  return heads.reduce((text, head) => text.replace(head, ''), message)
}

function saysSomething(line: string): boolean {
  if (line.length > longest || tellsNothing.test(line)) return false
  return !endedOnly.test(messageOf(line))
}
