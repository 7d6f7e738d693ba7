import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { drawFrom } from '../test/domain/planted-secrets.js'
import { isLeft, secretForms } from '../test/domain/secret-forms.js'
import { instructsReader } from '../src/domain/instructing.js'
import { redact } from '../src/domain/redact.js'
import { packageRoot } from '../src/package-root.js'
import { ordinaryFiles, packageDocumentation, type OrdinaryFile } from './safety/ordinary-files.js'
import { leastFound, mostAlarms, verdictOn, type Found } from './safety/limits.js'
import { plausibleNotes } from './safety/plausible-notes.js'
import { shapedSecrets } from './safety/rule-sets.js'
import { machine } from './support/machine.js'
import { print } from './support/print.js'
import { table } from './support/table.js'

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: 'string', default: '4000' },
    packages: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    show: { type: 'boolean', default: false },
    json: { type: 'string' }
  }
})

interface Alarm {
  readonly path: string
  readonly what: string
}

/**
 * False alarms of redaction and of the check for orders on what is ordinary, and the secrets that redaction finds:
 * npm run eval:safety -- [--files N] [--packages N] [--seed N] [--show] [--json FILE] [FOLDER…]. Reads files of
 * node_modules and of this repository, evenly taken, the documentation of installed packages, and notes as agents write
 * them; hides secrets in the forms of test/domain/secret-forms.ts and in the shapes of gitleaks' and detect-secrets'
 * rules; with --show also where and what. Ends with 1 where the limits of safety/limits.ts are not kept.
 */
function main(): void {
  const modules = join(packageRoot(), 'node_modules')
  const own = ['src', 'cypher', 'schema', 'eval'].map((folder) => join(packageRoot(), folder))
  const folders = positionals.length > 0 ? positionals : [modules, ...own]
  const files = ordinaryFiles(folders, Number(flags.files))
  const started = performance.now()
  const redacted = files.flatMap(secretsIn)
  const seconds = (performance.now() - started) / 1_000
  const pages = packageDocumentation(modules, Number(flags.packages))
  const instructing = pages.flatMap(ordersIn)
  const notes = plausibleNotes.flatMap((text) => ordersIn({ path: text, text }))
  const megabytes = files.reduce((sum, { text }) => sum + text.length, 0) / 1e6
  const rows: [string, number, number][] = [
    ['files that redaction changes', redacted.length, files.length],
    ['pages of documentation taken for orders', instructing.length, pages.length],
    ['notes taken for orders', notes.length, plausibleNotes.length]
  ]
  print(table(['', 'alarms', 'of'], rows))
  print(`redaction: ${megabytes.toFixed(1)} MB in ${seconds.toFixed(1)} s`)
  const alarms = [...redacted, ...instructing, ...notes]
  if (flags.show) for (const { path, what } of alarms) print(`${path}\n    ${what}`)
  const found = secretsFound(Number(flags.seed))
  print(
    table(
      ['secrets by', 'found', 'of'],
      found.map(({ set, found, of }) => [set, found, of])
    )
  )
  for (const { set, missed } of found) if (missed.length > 0) print(`${set}: ${missed.join(', ')}`)
  if (flags.json !== undefined)
    writeFileSync(
      flags.json,
      JSON.stringify({ rows, alarms, found, seconds, megabytes, ...machine() })
    )
  const broken = verdictOn({ alarms: redacted.length, files: files.length, found })
  for (const line of broken) print(line)
  if (broken.length === 0)
    print(`Kept: at most ${mostAlarms} alarms in 4,000 files, ${100 * leastFound} % found.`)
  else process.exitCode = 1
}

/** How many secrets redaction finds: in the forms that people leave, and in the shapes of each rule set. */
function secretsFound(seed: number): Found[] {
  const forms = secretForms(seed).map((form) => ({
    set: 'our own forms',
    name: `${form.kind} (${form.form})`,
    isLost: isLeft(form, redact(form.text).text)
  }))
  const shaped = shapedSecrets(drawFrom(seed)).map(({ set, rule, text, secret }) => ({
    set,
    name: rule,
    isLost: redact(text).text.includes(secret)
  }))
  const all = [...forms, ...shaped]
  return [...new Set(all.map(({ set }) => set))].map((set) => {
    const tried = all.filter((one) => one.set === set)
    const missed = tried.filter(({ isLost }) => isLost).map(({ name }) => name)
    return { set, found: tried.length - missed.length, of: tried.length, missed }
  })
}

function secretsIn({ path, text }: OrdinaryFile): Alarm[] {
  const { text: left, redactions } = redact(text)
  if (redactions.length === 0) return []
  const kinds = redactions.map(({ kind, count }) => `${kind} ${String(count)}`).join(', ')
  const lines = left.split('\n').filter((line) => /<redacted:/.test(line) && !text.includes(line))
  return [{ path, what: `${kinds}: ${lines.slice(0, 3).map(around).join(' | ')}` }]
}

function around(line: string): string {
  const at = line.indexOf('<redacted:')
  return line.slice(Math.max(0, at - 60), at + 60).trim()
}

function ordersIn({ path, text }: OrdinaryFile): Alarm[] {
  const { found, spans } = instructsReader(text)
  const what = spans.map(
    ({ start, end, kind }) => `${kind}: ${text.slice(start, Math.min(end, start + 120))}`
  )
  return found ? [{ path, what: what.slice(0, 3).join(' | ').replace(/\s+/g, ' ') }] : []
}

main()
