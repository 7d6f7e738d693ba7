import { stripVTControlCharacters } from 'node:util'

export interface TestSummary {
  readonly passed: number
  readonly failed: number
  /** The line that says so. */
  readonly line: string
}

/** A summary stands at the end; bounded, because the pattern is slow on lines made to be so. */
const longestEnd = 200_000

const count = /(\d{1,7}) (passed|failed|errors?)\b/g

/** Reads the last summary line of pytest in a log: `==== 2 failed, 95 passed in 0.77s ====`. Errors count as failed. */
export function testSummaryIn(log: string): TestSummary | undefined {
  const line = log
    .slice(-longestEnd)
    .split('\n')
    .findLast(
      (one) => one.length < 500 && /^=+ .*\b\d+ (?:passed|failed|errors?)\b.* in [\d.]+s/.test(one)
    )
  if (line === undefined) return undefined
  const found = { passed: 0, failed: 0 }
  for (const [, n, what] of line.matchAll(count)) {
    found[what === 'passed' ? 'passed' : 'failed'] += Number(n)
  }
  return { ...found, line: line.trim() }
}

type Reading = (line: string) => { passed?: number; failed?: number } | undefined

const n = (text: string | undefined): number => Number(text ?? 0)

function counts(pattern: RegExp, passed: RegExp, failed: RegExp): Reading {
  return (line) => {
    if (!pattern.test(line)) return undefined
    const sum = (of: RegExp) => [...line.matchAll(of)].reduce((all, m) => all + n(m[1]), 0)
    return { passed: sum(passed), failed: sum(failed) }
  }
}

const wordsPassed = /(\d{1,7}) (?:passed|xpassed)\b/g
const wordsFailed = /(\d{1,7}) (?:failed|errors?)\b/g

/** `total - bad` passed. */
function ofTotal(pattern: RegExp): Reading {
  return (line) => {
    const match = pattern.exec(line)
    if (match === null) return undefined
    const [, total, ...bad] = match
    const failed = bad.reduce((sum, one) => sum + n(one), 0)
    return { passed: Math.max(0, n(total) - failed), failed }
  }
}

function says(pattern: RegExp, what: 'passed' | 'failed'): Reading {
  return (line) => (pattern.test(line) ? { [what]: 1 } : undefined)
}

/** One line of each runner's summary; all that a run prints count together. */
const readings: readonly Reading[] = [
  // pytest
  counts(
    /^=*\s*(?:\d+ (?:failed|passed|skipped|deselected|xfailed|xpassed|warnings?|errors?|subtests passed)(?:, |\s+))+in \d[\d.]*s\b/,
    wordsPassed,
    wordsFailed
  ),
  // jest, vitest, playwright, deno, ava
  counts(
    /^\s*(?:Tests|Test Suites|Test Files):?\s+.*\b\d+ (?:passed|failed)\b/,
    wordsPassed,
    wordsFailed
  ),
  counts(/^\s*\d+ (?:passed|failed)(?: \([\d.]+m?s\))?$/, wordsPassed, wordsFailed),
  counts(/^(?:ok|FAILED) \| \d+ passed .*\| \d+ failed/, wordsPassed, wordsFailed),
  counts(/^\s*\d+ tests? (?:passed|failed)$/, /(\d+) tests? passed/g, /(\d+) tests? failed/g),
  // mocha, node:test, bun
  counts(/^\s*\d+ (?:passing|failing)\b/, /(\d+) passing/g, /(\d+) failing/g),
  counts(/^(?:#|ℹ) (?:pass|fail) \d+$/, /pass (\d+)/g, /fail (\d+)/g),
  counts(/^\s*\d+ (?:pass|fail)$/, /(\d+) pass/g, /(\d+) fail/g),
  // cargo test and nextest
  counts(/^test result: (?:ok|FAILED)\. \d+ passed; \d+ failed/, wordsPassed, wordsFailed),
  counts(/^\s*Summary \[.*\] \d+ tests? run: /, wordsPassed, wordsFailed),
  // Go
  says(/^ok\s+\S+\s+(?:\(cached\)|[\d.]+s)/, 'passed'),
  says(/^(?:FAIL(?:\s+\S+\s+(?:[\d.]+s|\[[\w ]+\])|$)|--- FAIL: )/, 'failed'),
  // Maven, Gradle, sbt
  ofTotal(/Tests run: (\d+), Failures: (\d+), Errors: (\d+)/),
  ofTotal(/^(\d+) tests completed, (\d+) failed/),
  counts(
    /^\[info\] Tests: succeeded \d+, failed \d+/,
    /succeeded (\d+)/g,
    /(?:failed|canceled) (\d+)/g
  ),
  counts(
    /^\[\s+\d+ tests (?:successful|failed)\s+\]/,
    /(\d+) tests successful/g,
    /(\d+) tests failed/g
  ),
  // RSpec, Minitest, ExUnit, PHPUnit, .NET, CTest, GoogleTest, Swift, prove
  ofTotal(/^(\d+) examples?, (\d+) failures?/),
  ofTotal(/^(\d+) (?:runs|tests), \d+ assertions, (\d+) failures, (\d+) errors/),
  ofTotal(/^(?:\d+ doctests?, )?(?:\d+ propert\w+, )?(\d+) tests?, (\d+) failures?/),
  ofTotal(/^OK \((\d+) tests?, \d+ assertions?\)/),
  says(/^Tests: \d+, Assertions: \d+, (?:Errors|Failures): [1-9]/, 'failed'),
  counts(/^\s*(?:Passed!|Failed!)\s+- Failed:/, /Passed:\s+(\d+)/g, /Failed:\s+(\d+)/g),
  says(/^Test Run (?:Successful)\.$/, 'passed'),
  says(/^Test Run Failed\.$/, 'failed'),
  counts(/^\d+% tests passed, \d+ tests failed out of \d+/, /out of (\d+)/g, /(\d+) tests failed/g),
  ofTotal(/^\[ {2}PASSED {2}\] (\d+) tests?/),
  says(/^\[ {2}FAILED {2}\] \d+ tests?/, 'failed'),
  ofTotal(/^\s*Executed (\d+) tests?, with (\d+) failures?/),
  says(/^(?:Result: PASS|All tests successful\.)/, 'passed'),
  says(/^Result: FAIL$/, 'failed'),
  says(/^\s*congratulations :\)/, 'passed'),
  says(/^\s*evaluation failed :\(/, 'failed'),
  // unittest's word after its count, and that of Twisted's trial
  says(/^FAILED \((?:skips=\d+, )?(?:failures|errors)=/, 'failed'),
  says(/^PASSED \((?:skips=\d+, )?successes=\d+/, 'passed'),
  // tap, Cypress, Karma, Jasmine, Cucumber, behave, Robot, WTR
  counts(/^# \{ total: \d+/, /pass: (\d+)/g, /fail: (\d+)/g),
  counts(/^Asserts:\s+\d+ pass\s+\d+ fail\b/, /(\d+) pass/g, /(\d+) fail/g),
  says(/^\s*✔\s+All specs passed!/, 'passed'),
  says(/^\s*✖\s+\d+ of \d+ failed \(/, 'failed'),
  ofTotal(
    /: Executed (\d+) of \d+ (?:\((?:skipped \d+\) \()?(\d+) FAILED\)|(?:\(skipped \d+\) )?SUCCESS)/
  ),
  ofTotal(/^(\d+) specs?, (\d+) failures?/),
  counts(/^\d+ scenarios? \(/, wordsPassed, /(\d+) (?:failed|undefined|ambiguous)\b/g),
  counts(/^\d+ scenarios? passed, \d+ failed/, /(\d+) scenarios? passed/g, wordsFailed),
  ofTotal(/^(\d+) tests?, \d+ passed, (\d+) failed/),
  // Flutter and Dart, Bazel, Zig, Xcode, swift-testing
  says(/^\d\d:\d\d \+[1-9]\d*(?: ~\d+)?: All tests passed!$/, 'passed'),
  says(/^\d\d:\d\d \+\d+(?: ~\d+)? -[1-9]\d*: Some tests failed\.$/, 'failed'),
  counts(
    /^Executed \d+ out of \d+ tests?: /,
    /(\d+) tests? pass(?:es)?\b/g,
    /(\d+) (?:fails?\b|fails? (?:locally|remotely)|tests? fails?)/g
  ),
  counts(
    /^Build Summary: .*\b\d+\/\d+ tests passed/,
    /(\d+)\/\d+ tests passed/g,
    /tests passed.*?(\d+) failed/g
  ),
  says(/^\*\* TEST (?:BUILD )?FAILED \*\*$/, 'failed'),
  says(/^\*\* TEST SUCCEEDED \*\*$/, 'passed'),
  says(/^\S?\s*Test run with \d+ tests?\b.* passed after /, 'passed'),
  says(/^\S?\s*Test run with \d+ tests?\b.* failed after /, 'failed'),
  // Catch2 and doctest, Kaocha, go test -json
  says(/^All tests passed \(\d+ assertions? in [1-9]\d* test cases?\)/, 'passed'),
  counts(/^(?:\[doctest\] )?test cases:\s+\d+ \|/, wordsPassed, wordsFailed),
  ofTotal(/^(\d+) tests?, \d+ assertions?, (?:(\d+) errors?, )?(\d+) failures?\.$/),
  says(/^\{"Time":"[^"]{1,40}","Action":"pass","Package":"[^"]{1,300}","Test":"/, 'passed'),
  says(/^\{"Time":"[^"]{1,40}","Action":"fail","Package":"/, 'failed'),
  // gotestsum
  ofTotal(
    /^DONE (\d+) tests?(?:, \d+ skipped)?(?:, (\d+) failures?)?(?:, (\d+) errors?)? in [\d.]+s$/
  ),
  // testthat, Clojure, Ginkgo, Foundry, Haskell's tasty and HUnit, OCaml, Lua, Meson, Elm, Julia, JVM's others
  counts(/^\[ FAIL \d+ \| WARN \d+ \| SKIP \d+ \| PASS \d+ \]/, /PASS (\d+)/g, /FAIL (\d+)/g),
  ofTotal(/^Cases: (\d+) +Tried: \d+ +Errors: (\d+) +Failures: (\d+)$/),
  counts(/^(?:SUCCESS|FAIL)! -- \d+ Passed \| \d+ Failed/, /(\d+) Passed/g, /(\d+) Failed/g),
  counts(
    /^(?:Suite result: (?:ok|FAILED)\.|Ran \d+ test suites? in)\D.*\d+ (?:tests )?passed[;,]/,
    /(\d+) (?:tests )?passed/g,
    /(\d+) failed/g
  ),
  ofTotal(/^\s*All (\d+) tests passed \(/),
  says(/^\s*\d+ out of \d+ tests failed \(/, 'failed'),
  says(/^Test Successful in [\d.]+s\. [1-9]\d* tests? run\.$/, 'passed'),
  says(/^\d+ fail(?:s|ures?)! in [\d.]+s\. \d+ tests? run\.$/, 'failed'),
  counts(
    /^\d+ success(?:es)? \/ \d+ failures? \/ \d+ errors?/,
    /(\d+) success/g,
    /(\d+) (?:failure|error)/g
  ),
  counts(/^(?:Ok|Fail|Timeout):\s+\d+$/, /Ok:\s+(\d+)/g, /(?:Fail|Timeout):\s+(\d+)/g),
  says(/^TEST RUN PASSED$/, 'passed'),
  says(/^TEST RUN FAILED$/, 'failed'),
  says(/^\s*Testing \S+ tests passed\s*$/, 'passed'),
  says(/^\s*✖\s+\d+\/\d+ targets failed/, 'failed')
]

const mostLines = 400

/**
 * What the test runners in an output sum up, all together; undefined where none does. Knows pytest,
 * unittest, jest, vitest, mocha, node:test, cargo, Go, Maven, Gradle, RSpec, PHPUnit, ExUnit, .NET, CTest and their like.
 */
export function runnerSummaryIn(output: string): TestSummary | undefined {
  const lines = stripVTControlCharacters(output.slice(-longestEnd))
    .split(/\r?\n|\r/)
    .slice(-mostLines)
  const found = { passed: 0, failed: 0 }
  const told: string[] = []
  lines.forEach((raw, i) => {
    const line = raw.trimEnd()
    if (line.length > 500 || line === '') return
    const read = unittest(lines, i) ?? clojure(lines, i) ?? first(line) ?? first(withoutTask(line))
    if (!read) return
    found.passed += read.passed ?? 0
    found.failed += read.failed ?? 0
    told.push(line.trim())
  })
  return told.length === 0 ? undefined : { ...found, line: told.slice(-5).join('\n') }
}

function first(line: string): ReturnType<Reading> {
  for (const read of readings) {
    const found = read(line)
    if (found) return found
  }
  return undefined
}

/** Turbo, Lerna, Compose and concurrently put a task's name before each of its lines: `web:test: `, `tests-1  | `, `[test] `. */
function withoutTask(line: string): string {
  return line.replace(
    /^(?:[@\w./-]{1,100}:[\w:-]{1,40}: |@?[\w./-]{1,100}: (?=Tests?:? )|[\w.-]{1,60}\s*\| |\[[\w ./:-]{1,80}\]\s+\| |\[[\w:.-]{1,40}\] (?=\s*(?:Tests?|Test Suites|Test Files|\d+ (?:passing|failing))\b))/,
    ''
  )
}

/** `Ran 5 tests in 0.1s`, and `OK` below it. */
function unittest(lines: readonly string[], i: number): ReturnType<Reading> {
  if (!/^OK(?: \(.*\))?$/.test(lines[i]?.trimEnd() ?? '')) return undefined
  const ran = lines.slice(Math.max(0, i - 3), i).findLast((line) => /^Ran \d+ tests? in/.test(line))
  const tests = n(/\d+/.exec(ran ?? '')?.[0])
  return tests > 0 ? { passed: tests } : undefined
}

/** `Ran 4 tests containing 9 assertions.`, and what failed of them below it. */
function clojure(lines: readonly string[], i: number): ReturnType<Reading> {
  const bad = /^(\d+) failures?, (\d+) errors?\.$/.exec(lines[i]?.trimEnd() ?? '')
  const ran = n(/^Ran (\d+) tests containing /.exec(lines[i - 1] ?? '')?.[1])
  if (!bad || ran === 0) return undefined
  const failed = n(bad[1]) + n(bad[2])
  return { passed: Math.max(0, ran - failed), failed }
}
