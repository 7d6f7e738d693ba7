import { withoutPrefixes } from '../../domain/without-prefixes.js'
import { segmentsOf } from './command-line.js'

/** What may stand before a program and leaves it what it is. */
const wrappers: readonly RegExp[] = [
  /^\w+=(?:"[^"]*"|'[^']*'|\S*)\s+/,
  /^[({!]\s*/,
  /^(?:sudo|time|env|command|exec|nohup|nice|xvfb-run|stdbuf|script)(?:\s+-\S+)*\s+/,
  /^(?:timeout|gtimeout)(?:\s+-\S+)*\s+\d\S*\s+/,
  /^(?:npx|bunx|pnpx)(?:\s+-\S+)*\s+/,
  /^(?:pnpm|npm|yarn|bun)\s+(?:exec|dlx|x)(?:\s+-\S+)*\s+/,
  /^(?:uv|poetry|pipenv|pdm|hatch|rye|conda|mamba|micromamba)\s+run(?:\s+(?:-[np]\s+\S+|--?\S+))*\s+/,
  /^(?:bundle|mise|asdf|direnv|nix|devbox|opam)\s+(?:exec|x|run|develop)(?:\s+(?:-\S+|--|\.))*\s+/,
  /^(?:docker|podman)(?:-compose|\s+compose)?\s+(?:exec|run)(?:\s+(?:-[eu]\s+\S+|-\S+))*\s+\S+\s+/,
  /^(?:cross-env|dotenv|dotenvx)(?:\s+(?:-\S+|\w+=\S*|--|run))*\s+/,
  /^(?:\S*\/)?(?:bash|sh|zsh)(?:\s+-\S+)*\s+(?=["'])/,
  /^(?:\S*\/)?(?:coverage|kernprof|python[\d.]*\s+-m\s+coverage)\s+run(?:\s+--?\S+)*\s+(?:-m\s+)?/,
  /^(?:\S*\/)?(?:python|py|pypy)[\d.]*(?:\s+-(?!m\b)\S+)*\s+-m\s+/,
  /^(?:\S*\/)?(?:c8|nyc|istanbul)(?:\s+--?\S+)*\s+/,
  /^["']/
]

/** Nobody wraps a command in more. */
const mostWrappers = 12

/** Programs that do nothing but run tests. */
const runners =
  /^(?:pytest|py\.test|unittest|xdist|tox|nox|nosetests\d?|nose2?|trial|stestr|ward|behave|robot|jest(?:\.js)?|vitest(?:\.mjs)?|mocha|_mocha|ava|tap|tape|karma|jasmine|uvu|qunit|wtr|cypress|playwright|testcafe|ctest|rspec|minitest|cucumber|phpunit|pest|codecept|bats|busted|prove|gotestsum|ginkgo|runtests\.py|runtests|testr|xctest|elm-test|buster|shellspec|molecule)$/

const makeTargets = /^(?:\S*[-_])?(?:tests?\S*|check\S*)$/
const gradleTasks = /(?:^|:)(?:test\w*|check|build|connected\w*Test\w*)$/

/** Programs that run tests among other things, and what they are told then. */
const tools: Readonly<Record<string, RegExp>> = {
  make: makeTargets,
  gmake: makeTargets,
  ninja: makeTargets,
  gradle: gradleTasks,
  gradlew: gradleTasks,
  mvn: /^(?:test|verify|install|package)$/,
  node: /^--test$|\/(?:jest|vitest|mocha|ava|_mocha)(?:\.m?js)?$/,
  Rscript: /testthat|devtools::test|tinytest/,
  'manage.py': /^test$/,
  'setup.py': /^test$/,
  django: /^test$/
}

/** Tools whose word for it is `test` or one that begins with it. */
const manyTools =
  /^(?:npm|yarn|pnpm|bun|deno|cargo|go|mix|dotnet|swift|sbt|composer|just|task|bazel|bazelisk|flutter|dart|rake|rails|zig|stack|cabal|lein|clj|ng|nx|turbo|lerna|rush|meson|rebar3|crystal|nimble|forge|hardhat|anchor|truffle|xcodebuild|fastlane|sail|artisan|ember|web-ext|moon|pants|buck2?|invoke|inv|hatch|grunt|gulp|julia|dune|ruby|php|lake)$/
const saysTest = /^(?:\S*[:/])?(?:tests?(?:[-:_.]\S*)?|t|nextest|spec|runtest|citest)$/i

/** With these a runner says something about itself, or lists what it would run. */
const runsNothing =
  /(?:^|\s)(?:--collect-only|--co|--help|-h|--version|-V|--listTests|--list-tests?|--list|--dry-run|--no-run|--show-?config|--setup-plan|--fixtures|--markers|--init|--print-config|-DskipTests(?:=true)?|-Dmaven\.test\.skip(?:=true)?|--skip-tests|-list)(?=\s|=|$|["'])|\s-x\s+test\b/

/** Words of a tool that bring in what is needed or take it away. */
const installs =
  /^(?:install|i|ci|add|remove|uninstall|update|upgrade|get|view|info|init|create|new|publish|link|list|ls|outdated|audit)$/

/** Whether a command runs tests: its program does so, whatever stands before it, and nothing tells it only to list them. */
export function runsTests(command: string): boolean {
  return segmentsOf(command).some(isTestRun)
}

/** Whether the last command of a line runs tests. */
export function endsInTests(command: string): boolean {
  const last = segmentsOf(command).at(-1)
  return last !== undefined && isTestRun(last)
}

function isTestRun(segment: string): boolean {
  if (runsNothing.test(segment)) return false
  const [first = ''] = withoutPrefixes(segment.trim(), wrappers, mostWrappers).split(/\s*\|(?!\|)/)
  const [program = '', ...words] = first.split(/\s+/).map((word) => word.replace(/["']+$/, ''))
  const [name, told] = programOf(program, words)
  if (runners.test(name) || isScriptOfTests(name)) return !installs.test(told[0] ?? '')
  const own = tools[name]
  if (own !== undefined) return told.some((word) => own.test(word))
  return manyTools.test(name) && isToldToTest(told)
}

function isToldToTest(told: readonly string[]): boolean {
  const wanted = told.filter((word) => !word.startsWith('-'))
  return !installs.test(wanted[0] ?? '') && wanted.slice(0, 5).some((word) => saysTest.test(word))
}

/** The name of a program without its folder; of an interpreter, that of the script that it runs. */
function programOf(program: string, words: readonly string[]): [string, readonly string[]] {
  const name = nameOf(program)
  const isInterpreter = /^(?:python|pypy|php|ruby|perl|bash|sh|zsh)[\d.]*$/.test(name)
  const at = isInterpreter ? words.findIndex((word) => !word.startsWith('-')) : -1
  return at < 0 ? [name, words] : [nameOf(words[at] ?? ''), words.slice(at + 1)]
}

function nameOf(program: string): string {
  const name = program.replace(/^.*[/\\]/, '').replace(/["']+$/, '')
  return name.replace(/\.(?:cmd|exe|bat|phar)$/, '').replace(/^mvnw$/, 'mvn')
}

/** `run-tests.sh`, `test.sh`, `run_tests`: scripts that a project has for it. */
function isScriptOfTests(name: string): boolean {
  return /^(?:run[-_]?(?:all[-_]?)?(?:unit[-_]?)?tests?|tests?|check)\.(?:sh|bash|zsh)$|^run[-_]?(?:all[-_]?)?tests?(?:\.py)?$/.test(
    name
  )
}
