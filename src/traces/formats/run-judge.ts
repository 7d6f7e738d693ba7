import type { TraceOutcome } from '../canonical-trace.js'
import { changesFiles, comparableCommand, onlyShows, segmentsOf } from './command-line.js'
import { endsInTests, runsTests } from './test-command.js'
import { runnerSummaryIn } from './test-summary.js'
import { wordOf } from './users-word.js'

/** What a command that ran printed, and how it ended where the recording says. */
export interface Ran {
  readonly command: string
  readonly output: string
  readonly exitCode: number | undefined
}

export interface Verdict {
  readonly status: 'passed' | 'failed'
  readonly line: string
}

/**
 * Follows a run and says how it ended as far as the recording shows it: test runners after the last
 * change, and the person's word. What is in doubt is unknown: tests that ran before the last change,
 * a part that passes where another one failed, a person who contradicts the tests.
 */
export interface RunJudge {
  /** Something was changed: what was tested before counts no longer. */
  changed(): void
  ran(ran: Ran): void
  /** The agent went on working: what the person said before was about something else. */
  acted(): void
  said(text: string): void
  outcome(): TraceOutcome | undefined
}

export function createRunJudge(): RunJudge {
  // By command as it is compared, in the order of the last run of each.
  let verdicts = new Map<string, Verdict>()
  let word: { status: 'passed' | 'failed'; text: string } | undefined
  let committed: string | undefined
  return {
    changed: () => {
      verdicts = new Map()
    },
    ran: (ran) => {
      if (changesFiles(ran.command)) verdicts = new Map()
      const verdict = verdictOf(ran)
      const command = comparableCommand(ran.command)
      if (verdict) {
        verdicts.delete(command)
        verdicts.set(command, verdict)
      }
      committed = commitIn(ran) ?? committed
    },
    acted: () => {
      word = undefined
    },
    said: (text) => {
      const status = wordOf(text)
      if (status) word = { status, text: text.trim().slice(0, 500) }
    },
    outcome: () => {
      const tests = testsOutcome([...verdicts.values()])
      if (!word)
        return (
          tests ??
          (committed === undefined ? undefined : { status: 'unknown', evidence: committed })
        )
      if (word.status === 'passed' && tests?.status === 'failed')
        return {
          status: 'unknown',
          evidence: `The user said: ${word.text}\nThe last tests: ${tests.evidence ?? ''}`
        }
      const same = tests?.status === word.status
      return same ? tests : { status: word.status, judgedBy: 'user', evidence: word.text }
    }
  }
}

function testsOutcome(verdicts: readonly Verdict[]): TraceOutcome | undefined {
  const last = verdicts.at(-1)
  if (!last) return undefined
  const failed = verdicts.find(({ status }) => status === 'failed')
  if (last.status === 'passed' && failed)
    return { status: 'unknown', evidence: `${last.line}\nBut another run: ${failed.line}` }
  return { status: last.status, judgedBy: 'tests', evidence: last.line }
}

/** Other ends than that of the tests: usage, nothing found, killed, interrupted, no such program. */
const noVerdictCodes = new Set([4, 5, 124, 126, 127, 130, 137, 143])

/** What a test run says; undefined for what is no test run or says nothing. */
export function verdictOf(ran: Ran): Verdict | undefined {
  const { command, output, exitCode } = ran
  if (onlyShows(command)) return undefined
  const words = runsTests(command) ? closingWords(output) : undefined
  const summed = bySummary(ran, words)
  if (summed !== undefined) return summed ?? undefined
  if (words && (words.status === 'failed' || (exitCode ?? 0) === 0)) return words
  return byExitCode(command, output, exitCode)
}

/** What runners sum up; null where that and the end of the run contradict each other, undefined where none sums up. */
function bySummary(
  { command, output, exitCode }: Ran,
  words: Verdict | undefined
): Verdict | null | undefined {
  const summary = runnerSummaryIn(output)
  if (!summary || summary.passed + summary.failed === 0) return undefined
  if (summary.failed > 0) return { status: 'failed', line: summary.line }
  if (words?.status === 'failed') return words
  return failsAfterAll(command, exitCode) ? null : { status: 'passed', line: summary.line }
}

/** How the tools around a runner end, which tell no numbers: what runs tests in its build, or did not come to run any. */
const closings: readonly [RegExp, Verdict['status']][] = [
  [/^(?:\[INFO\] )?BUILD SUCCESS(?:FUL\b.*)?$/, 'passed'],
  [/^(?:\[(?:INFO|ERROR)\] )?BUILD FAIL(?:URE|ED)\b/, 'failed'],
  [/^g?make(?:\[\d+\])?: \*\*\* .{1,300}\bError \d+$/, 'failed'],
  [/^error: (?:could not compile `|test failed)/, 'failed'],
  [
    /^npm (?:ERR!|error) (?:Test failed|code ELIFECYCLE|Lifecycle script `test\S*` failed)/,
    'failed'
  ],
  [/^\s*ELIFECYCLE\s+(?:Test|Command) failed/, 'failed'],
  [/^error Command failed with exit code \d/, 'failed'],
  [/^rake aborted!$/, 'failed']
]

function closingWords(output: string): Verdict | undefined {
  if (ranNothing.test(output.slice(-4000))) return undefined
  const said = output.trim()
  // A word of its own only where nothing else was said.
  if (/^ok\.?$/i.test(said)) return { status: 'passed', line: said }
  for (const raw of said.slice(-4000).split('\n').slice(-60).toReversed()) {
    const line = raw.trimEnd().slice(0, 400)
    const found = closings.find(([pattern]) => pattern.test(line))
    if (found) return { status: found[1], line: line.trim() }
  }
  return undefined
}

const ranNothing =
  /no tests? (?:ran|found|to run|files found|collected)|\bno module named pytest|missing script|no rule to make target|\[no test files\]\s*$|:test NO-SOURCE|heap out of memory/i

/** All tests of the summary passed and yet the run ended in error, where that is the run's own code. */
function failsAfterAll(command: string, exitCode: number | undefined): boolean {
  return exitCode !== undefined && exitCode !== 0 && endsWithTests(command)
}

function byExitCode(
  command: string,
  output: string,
  exitCode: number | undefined
): Verdict | undefined {
  if (exitCode === undefined || !endsWithTests(command) || noVerdictCodes.has(exitCode))
    return undefined
  if (ranNothing.test(output.slice(-4000))) return undefined
  const shown = `${comparableCommand(command).slice(0, 200)}: exit code ${String(exitCode)}`
  return { status: exitCode === 0 ? 'passed' : 'failed', line: shown }
}

/** Whether the exit code is that of the tests: they stand last, and no pipe hides what they said. */
function endsWithTests(command: string): boolean {
  const last = segmentsOf(command).at(-1) ?? ''
  const piped = /\|(?!\|)/.test(last) && !/pipefail/.test(command)
  return endsInTests(command) && !piped && !/\|\|/.test(command) && !/&\s*$/.test(command)
}

function commitIn({ command, output, exitCode }: Ran): string | undefined {
  if ((exitCode ?? 0) !== 0) return undefined
  const commit = /^\[[\w./-]{1,200} (?:\(root-commit\) )?[0-9a-f]{7,40}\] .{1,200}$/m.exec(
    output.slice(0, 4000)
  )?.[0]
  if (commit !== undefined && /\bgit\b.*\bcommit\b/s.test(command.slice(0, 4000)))
    return `commit made: ${commit}`
  const pull = /https:\/\/[\w.-]{1,100}\/[\w./-]{1,200}\/(?:pull|merge_requests)\/\d+/.exec(
    output.slice(-2000)
  )?.[0]
  if (pull !== undefined && /\b(?:gh pr create|glab mr create)\b/.test(command.slice(0, 4000)))
    return `pull request made: ${pull}`
  return undefined
}
