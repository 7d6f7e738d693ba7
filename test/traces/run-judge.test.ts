import { askedIn, isNoTask } from '../../src/traces/formats/asked-in.js'
import { createRunJudge, verdictOf } from '../../src/traces/formats/run-judge.js'
import { wordOf } from '../../src/traces/formats/users-word.js'
import { titleOf } from '../../src/traces/title-of.js'

const ran = (command: string, output: string, exitCode?: number) => ({ command, output, exitCode })

test.each([
  ['pytest', ran('pytest -q', '..\n2 passed in 0.1s'), 'passed'],
  [
    'pytest through a pipe',
    ran('pytest 2>&1 | tail -5', '= 1 failed, 3 passed in 2.00s =', 0),
    'failed'
  ],
  ['unittest', ran('python -m unittest', 'Ran 4 tests in 0.2s\n\nOK'), 'passed'],
  [
    'unittest that fails',
    ran('python -m unittest', 'Ran 4 tests in 0.2s\n\nFAILED (failures=1)'),
    'failed'
  ],
  ['jest', ran('npm test', 'Tests:       1 failed, 11 passed, 12 total'), 'failed'],
  [
    'vitest in colours',
    ran(
      'npx vitest run',
      '\u001b[2m      Tests \u001b[22m \u001b[1m\u001b[32m6 passed\u001b[39m\u001b[22m (6)'
    ),
    'passed'
  ],
  ['mocha', ran('npx mocha', '  7 passing (20ms)\n  1 failing'), 'failed'],
  ['node:test', ran('node --test', '# tests 3\n# pass 3\n# fail 0'), 'passed'],
  ['cargo', ran('cargo test', 'test result: ok. 9 passed; 0 failed; 0 ignored'), 'passed'],
  [
    'cargo of which one part fails',
    ran(
      'cargo test',
      'test result: ok. 9 passed; 0 failed;\ntest result: FAILED. 1 passed; 2 failed;'
    ),
    'failed'
  ],
  ['Go', ran('go test ./...', 'ok  \texample.com/oven\t0.01s'), 'passed'],
  [
    'Go that fails',
    ran('go test ./...', '--- FAIL: TestHeat\nFAIL\nFAIL\texample.com/oven\t0.01s'),
    'failed'
  ],
  [
    'Maven',
    ran('mvn -q test', 'Tests run: 5, Failures: 0, Errors: 0, Skipped: 0\n[INFO] BUILD SUCCESS'),
    'passed'
  ],
  ['Gradle', ran('./gradlew test', 'BUILD FAILED in 3s'), 'failed'],
  ['RSpec', ran('bundle exec rspec', '12 examples, 0 failures'), 'passed'],
  ['PHPUnit', ran('vendor/bin/phpunit', 'OK (12 tests, 30 assertions)'), 'passed'],
  ['.NET', ran('dotnet test', 'Failed!  - Failed:     1, Passed:     5, Skipped: 0'), 'failed'],
  ['make with its exit code alone', ran('make check', 'all good', 0), 'passed'],
  ['make that fails', ran('make test', 'make: *** [test] Error 1', 2), 'failed'],
  ['a pipe hides the exit code', ran('make test | tee log', 'something', 0), undefined],
  ['an or hides it too', ran('npm test || true', 'something', 0), undefined],
  ['no test was found', ran('pytest tests/none', 'no tests ran in 0.01s', 5), undefined],
  ['the runner is not there', ran('pytest', 'bash: pytest: command not found', 127), undefined],
  ['an old log is shown', ran('cat test.log', '5 passed in 0.1s', 0), undefined],
  [
    'text about tests is searched',
    ran("grep -rn 'passed' .", 'a.md: 5 passed in 0.1s', 0),
    undefined
  ],
  ['a program that is no test', ran('python bake.py', 'done', 0), undefined]
])('%s', (_, run, status) => {
  expect(verdictOf(run)?.status).toBe(status)
})

const good = ran('pytest', '3 passed in 0.1s')
const bad = ran('pytest', '1 failed in 0.1s')

test.each<
  [string, (judge: ReturnType<typeof createRunJudge>) => void, string | undefined, string?]
>([
  [
    'tests after the change',
    (j) => {
      j.changed()
      j.ran(good)
    },
    'passed',
    'tests'
  ],
  [
    'tests before the change',
    (j) => {
      j.ran(good)
      j.changed()
    },
    undefined
  ],
  [
    'a change by a command',
    (j) => {
      j.ran(good)
      j.ran(ran("sed -i 's/a/b/' oven.py", ''))
    },
    undefined
  ],
  [
    'a note written after the tests',
    (j) => {
      j.ran(good)
      j.ran(ran('git commit -am done', '[main 1234567] done'))
    },
    'passed',
    'tests'
  ],
  [
    'the last run counts',
    (j) => {
      j.ran(bad)
      j.ran(good)
    },
    'passed',
    'tests'
  ],
  [
    'a part passes where another failed',
    (j) => {
      j.ran(bad)
      j.ran(ran('pytest tests/one.py', '1 passed in 0.1s'))
    },
    'unknown'
  ],
  [
    'the person says that it works',
    (j) => {
      j.said('works, thanks!')
    },
    'passed',
    'user'
  ],
  [
    'the person says that it does not',
    (j) => {
      j.ran(good)
      j.said('no, still broken')
    },
    'failed',
    'user'
  ],
  [
    'the person contradicts failing tests',
    (j) => {
      j.ran(bad)
      j.said('works now')
    },
    'unknown'
  ],
  [
    'the agent went on after that',
    (j) => {
      j.said('no, still broken')
      j.acted()
    },
    undefined
  ],
  [
    'only a commit',
    (j) => {
      j.ran(ran('git commit -m x', '[main 1234567] x'))
    },
    'unknown'
  ]
])('%s', (_, happens, status, ...rest) => {
  const judge = createRunJudge()
  happens(judge)
  expect(judge.outcome()?.status).toBe(status)
  // The runner hands a callback in where a row has no judge.
  const [judgedBy] = rest
  expect(judge.outcome()?.judgedBy).toBe(typeof judgedBy === 'string' ? judgedBy : undefined)
})

test.each([
  ['That fixed it, thank you', 'passed'],
  ['Perfect, thanks!', 'passed'],
  ["it's working now", 'passed'],
  ['it still crashes', 'failed'],
  ["That didn't work", 'failed'],
  ['the same error again', 'failed'],
  ['thanks', undefined],
  ['make sure it works', undefined],
  ['does it work?', undefined],
  ['great, now add a test', undefined],
  ['it works but the log is wrong', undefined]
])('%j says %s', (text, word) => {
  expect(wordOf(text)).toBe(word)
})

test.each([
  ['<system-reminder>be brief</system-reminder>Mend the oven', 'Mend the oven'],
  ['<environment_context>\n<cwd>/a</cwd>\n</environment_context>', ''],
  ['<ide_selection>line 3</ide_selection>\nMend it', 'Mend it'],
  ['<open_tabs>a.py</open_tabs>\nMend it', 'Mend it'],
  ['<user_query>\nMend it\n</user_query>', 'Mend it'],
  ['# AGENTS.md instructions for /a\n\nBe brief.', ''],
  [
    '<pr_description>\nConsider the following PR description:\nMend it\n</pr_description>\nBe brief.',
    'Mend it'
  ],
  ['[Request interrupted by user]', ''],
  ['Why does <my-oven> not render?', 'Why does <my-oven> not render?']
])('%j asks for %j', (message, asked) => {
  expect(askedIn(message)).toBe(asked)
})

test.each([
  'hi',
  'Hello there!',
  'Warmup',
  'Your task is to create a detailed summary of the conversation so far, paying close attention'
])('%j is no task', (text) => {
  expect(isNoTask(text)).toBe(true)
})

test('a title is a sentence, cut between words', () => {
  expect(titleOf('## Mend the oven in the hall. It is cold, e.g. at night.')).toBe(
    'Mend the oven in the hall.'
  )
  expect(titleOf(`Mend ${'every oven '.repeat(40)}`)).toMatch(/oven …$/)
})
