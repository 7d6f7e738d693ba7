import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Expected, Outcome } from './documentation/check-names.js'
import { print } from './support/print.js'
import { table } from './support/table.js'

/**
 * Reads a committed list of packages from the registries, each in a process of its own, and checks
 * that a committed table of names is there with the summary, example and deprecation that are theirs.
 */
const { values: flags } = parseArgs({
  options: {
    folder: { type: 'string', default: join(tmpdir(), 'cairn-eval-documentation') },
    only: { type: 'string', default: '' }
  }
})

const root = fileURLToPath(new URL('../../eval/documentation/', import.meta.url))
const leastFound = 0.97
const mostSeconds = 60
const mostMegabytes = 900

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(root, name), 'utf8'))
}

function run(command: string, args: readonly string[], cwd: string): string {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (done.status !== 0) throw new Error(`${command} ${args[0] ?? ''} failed: ${done.stderr}`)
  return done.stdout
}

interface Packages {
  /** Names with their versions: the table holds for these alone. */
  readonly npm: readonly string[]
  readonly pypi: readonly string[]
}

/** Installs the packages into a folder that is kept: once for each list. @returns its Python */
function install(packages: Packages): string {
  mkdirSync(flags.folder, { recursive: true })
  const list = join(flags.folder, 'installed.json')
  const wanted = JSON.stringify(packages)
  const installed = join(flags.folder, 'venv/bin/python')
  if (existsSync(list) && readFileSync(list, 'utf8') === wanted) return installed
  const quiet = ['--prefix', flags.folder, '--ignore-scripts', '--no-audit', '--no-fund']
  run('npm', ['install', ...quiet, '--legacy-peer-deps', ...packages.npm], flags.folder)
  const python = join(flags.folder, 'venv/bin/python')
  run('python3', ['-m', 'venv', 'venv'], flags.folder)
  run(python, ['-m', 'pip', 'install', '--quiet', ...packages.pypi], flags.folder)
  writeFileSync(list, wanted)
  return python
}

function check(kind: string, name: string, python: string): Outcome {
  const script = fileURLToPath(new URL('documentation/check-names.js', import.meta.url))
  return JSON.parse(run(process.execPath, [script, kind, name, python], flags.folder)) as Outcome
}

function main(): void {
  const packages = readJson('packages.json') as Packages
  const expected = readJson('expected.json') as Expected[]
  const python = install(packages)
  const wanted = [
    ...packages.npm.map((one) => ['npm', one.replace(/(?<=.)@[^@]*$/, '')] as const),
    ...packages.pypi.map((one) => ['pypi', one.replace(/==.*$/, '')] as const)
  ].filter(([, name]) => flags.only === '' || flags.only.split(',').includes(name))
  const outcomes = wanted.map(([kind, name]) => ({ name, ...check(kind, name, python) }))
  print(
    table(
      ['package', 'APIs', 'looked for', 'found', 'wrong', 'seconds', 'MB'],
      outcomes.map((o) => [
        o.name,
        o.apis,
        o.lookedFor,
        o.found,
        o.wrong.length,
        o.seconds,
        o.megabytes
      ])
    )
  )
  const wrong = outcomes.flatMap((o) => [
    ...o.wrong,
    ...o.missing.map((name) => `${name} is missing`)
  ])
  for (const line of wrong) print(`  ${line}`)
  const counted = (what: 'deprecated' | 'inherited' | 'example') =>
    expected.filter(
      (one) => one[what] === true && outcomes.some(({ name }) => name === one.package)
    ).length
  const lookedFor = outcomes.reduce((sum, o) => sum + o.lookedFor, 0)
  const found = outcomes.reduce((sum, o) => sum + o.found, 0)
  const share = found / Math.max(1, lookedFor)
  print(
    `found ${(100 * share).toFixed(1)} % of ${String(lookedFor)} names (${String(counted('deprecated'))} deprecated, ${String(counted('inherited'))} inherited, ${String(counted('example'))} with an example); ${String(outcomes.reduce((sum, o) => sum + o.wrong.length, 0))} wrong`
  )
  const slow = outcomes.filter((o) => o.seconds > mostSeconds || o.megabytes > mostMegabytes)
  for (const { name } of slow)
    print(`${name} took more than ${String(mostSeconds)} s or ${String(mostMegabytes)} MB`)
  const isBad = slow.length > 0 || outcomes.some((o) => o.wrong.length > 0)
  if (isBad || share < leastFound) process.exitCode = 1
}

main()
