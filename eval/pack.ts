import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { withVariables } from '../src/graph/embedded/with-variables.js'
import { packageRoot } from '../src/package-root.js'
import { documentation, programText } from './pack/files.js'
import { sizesIn, type Size } from './pack/sizes.js'
import { machine } from './support/machine.js'
import { inTemporaryHome } from './support/open-cairn.js'
import { print } from './support/print.js'
import { table } from './support/table.js'

const { values: flags } = parseArgs({
  options: {
    embedder: { type: 'string', default: 'lexical' },
    json: { type: 'string' }
  }
})

interface Packed {
  readonly filename: string
  readonly size: number
  readonly unpackedSize: number
  readonly entryCount: number
}

interface Folder {
  readonly path: string
  readonly variables: Readonly<Record<string, string>>
}

/**
 * Whether the package works from its tarball alone: npm run eval:pack -- [--embedder …] [--json FILE]. Packs,
 * installs into an empty folder elsewhere with no variable set, and does there what README.md says, by `npx cairn`. Ends
 * with 1 where a step fails.
 */
async function main(): Promise<void> {
  await inTemporaryHome(async (temporary) => {
    const packed = await pack(temporary)
    const tarball = join(temporary, packed.filename)
    const folder = join(temporary, 'app')
    const install = await installed(folder, tarball)
    if (install.failure !== null) throw new Error(install.failure)
    // Where there is no command, npx would fetch what somebody else named so.
    if (!existsSync(join(folder, 'node_modules', '.bin', 'cairn')))
      throw new Error(`nothing was installed into ${folder}`)
    const sizes = sizesIn(join(folder, 'node_modules'))
    const whole = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
    const figures = {
      'packed, MB': packed.size / 1e6,
      'unpacked, MB': packed.unpackedSize / 1e6,
      'files in it': packed.entryCount,
      'time to install, s': install.seconds,
      'installed with all dependencies, MB': whole / 1e6
    }
    print(table(['', ''], Object.entries(figures)))
    print(`\n${table(['biggest packages', 'MB'], biggest(sizes))}\n`)
    const steps = await walk(folder, join(temporary, 'home'))
    print(table(['step, in that folder alone', 's', ''], steps.map(stepRow)))
    const manifest = {
      ...machine(),
      load: loadavg().at(0),
      embedder: flags.embedder,
      npm: await npmVersion()
    }
    print(`\n${JSON.stringify(manifest)}`)
    process.exitCode = steps.every(({ failure }) => failure === null) ? 0 : 1
    if (flags.json !== undefined)
      writeFileSync(
        flags.json,
        JSON.stringify({ manifest, figures, biggest: biggest(sizes), steps }, null, 2)
      )
  })
}

/** The checkout was built before; `prepare` would do it again. */
async function pack(into: string): Promise<Packed> {
  const out = await run(packageRoot(), {}, [
    'npm',
    ...['pack', '--json', '--ignore-scripts', '--pack-destination', into]
  ])
  const [packed] = JSON.parse(out) as Packed[]
  if (packed === undefined) throw new Error('npm pack made nothing')
  return packed
}

async function installed(folder: string, tarball: string) {
  mkdirSync(folder)
  // As `npm init` does: else npm installs into whatever folder above has a package.json, and so would npx look there.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const started = performance.now()
  const failure = await run(folder, {}, ['npm', 'install', tarball]).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error))
  )
  const seconds = (performance.now() - started) / 1000
  return { failure, seconds }
}

async function npmVersion(): Promise<string> {
  return (await run(packageRoot(), {}, ['npm', '--version'])).trim()
}

interface Step {
  readonly name: string
  readonly seconds: number
  readonly failure: string | null
}

/** What a user does; a step that fails does not keep the next from being tried, and Cairn is stopped in any case. */
async function walk(folder: string, home: string): Promise<Step[]> {
  mkdirSync(join(folder, 'docs'))
  for (const [name, text] of Object.entries(documentation))
    writeFileSync(join(folder, 'docs', name), text)
  const at: Folder = { path: folder, variables: settings(home) }
  const steps: Step[] = []
  const step = async (name: string, work: () => Promise<string | null>) => {
    const started = performance.now()
    const failure = await work().catch((error: unknown) => String(error))
    steps.push({ name, seconds: (performance.now() - started) / 1000, failure })
  }
  await step('npx cairn up', () => up(at))
  await step('npx cairn ingest markdown docs', () => ingest(at))
  await step('npx cairn recommend', () => recommend(at))
  for (const host of ['claude-code', 'cursor', 'codex', 'vscode'])
    await step(`npx cairn connect ${host} --dry-run`, () => connect(at, host))
  await step('pages, by the link of npx cairn open', () => pages(at))
  await step('npx cairn down', () => down(at))
  await step("openCairn of 'cairn-memory', in a program", () => program(at))
  return steps
}

function settings(home: string): Record<string, string> {
  mkdirSync(home)
  return {
    CAIRN_HOME: home,
    CAIRN_PORT: '0',
    CAIRN_BOLT_PORT: '0',
    CAIRN_BROWSER_PORT: '0',
    CAIRN_EMBEDDER: flags.embedder
  }
}

async function up(at: Folder): Promise<string | null> {
  const { url } = await cairn<{ url: string }>(at, 'up')
  return (await fetch(`${url}/health`)).status === 200 ? null : `${url}/health is not well`
}

async function ingest(at: Folder): Promise<string | null> {
  const words = ['ingest', 'markdown', 'docs', '--name', 'tidepool', '--library-version', '2.1']
  const [report] = await cairn<{ written: number; docs: number }[]>(at, ...words)
  const pages = Object.keys(documentation).length
  return report?.written === pages ? null : `${report?.written ?? 0} of ${pages} pages are in`
}

async function recommend(at: Folder): Promise<string | null> {
  const question = 'keep readings of a sensor that arrive late in a tidepool window'
  const { citations } = await cairn<{ citations: readonly { id: string }[] }>(
    at,
    ...['recommend', question]
  )
  const ours = citations.filter(({ id }) => id.includes('tidepool'))
  return ours.length > 0 ? null : 'nothing of what was taken in is cited'
}

/** What it would write leads to the installed package, and nothing is written. */
async function connect(at: Folder, host: string): Promise<string | null> {
  const before = readdirSync(at.path).join()
  const { stdout, stderr } = await both(at.path, at.variables, [
    ...['npx', 'cairn', 'connect', host, '--project', '--dry-run']
  ]).catch(() => both(at.path, at.variables, ['npx', 'cairn', 'connect', host, '--dry-run']))
  if (!`${stdout}${stderr}`.includes(join('node_modules', 'cairn-memory')))
    return 'it names another program than the installed one'
  return readdirSync(at.path).join() === before ? null : 'it wrote something'
}

async function pages(at: Folder): Promise<string | null> {
  const { url } = await cairn<{ url: string }>(at, 'open')
  const login = await fetch(url, { redirect: 'manual' })
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? ''
  const headers = { cookie, accept: 'text/html' }
  const page = await fetch(new URL('/', url), { headers })
  const html = await page.text()
  const files = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css|svg))"/g)].map(
    ([, path]) => path ?? ''
  )
  const kinds = new Set(files.map((path) => path.split('.').at(-1)))
  if (page.status !== 200 || !kinds.has('js') || !kinds.has('css'))
    return `/ answered ${page.status} with ${files.length} files`
  for (const path of files) {
    const { status } = await fetch(new URL(path, url), { headers: { cookie } })
    if (status !== 200) return `${path} answered ${status}`
  }
  const session = await fetch(new URL('/session', url), { headers: { cookie } })
  if (session.status !== 200) return `the link logs nobody in: ${session.status}`
  const again = await fetch(url, { redirect: 'manual' })
  return again.headers.get('set-cookie') === null ? null : 'the link opens a second time'
}

async function down(at: Folder): Promise<string | null> {
  const { stopped } = await cairn<{ stopped: boolean }>(at, 'down')
  if (!stopped) return 'nothing was stopped'
  return existsSync(join(at.variables['CAIRN_HOME'] ?? '', 'server.json'))
    ? 'it left its record'
    : null
}

/** Opens the home that was left, asks it from the same process and by the client, and ends. */
async function program(at: Folder): Promise<string | null> {
  writeFileSync(join(at.path, 'program.mjs'), programText)
  const said = JSON.parse(await run(at.path, at.variables, ['node', 'program.mjs'])) as {
    libraries: readonly string[]
    code: string
  }
  if (!said.libraries.includes('tidepool')) return `it holds ${said.libraries.join(', ')}`
  return said.code === 'UNAUTHENTICATED' ? null : `a made-up key was answered ${said.code}`
}

async function cairn<T>({ path, variables }: Folder, ...words: string[]): Promise<T> {
  return JSON.parse(await run(path, variables, ['npx', 'cairn', ...words, '--json'])) as T
}

async function run(
  cwd: string,
  variables: Readonly<Record<string, string>>,
  words: readonly string[]
): Promise<string> {
  return (await both(cwd, variables, words)).stdout
}

/** As in a shell of a user: what `npm run` sets for its own children, our .npmrc with it, is taken away. */
async function both(
  cwd: string,
  variables: Readonly<Record<string, string>>,
  words: readonly string[]
): Promise<{ stdout: string; stderr: string }> {
  const hidden = inherited.flatMap((name) => ['-u', name])
  const { args } = withVariables(variables, words[0] ?? '', words.slice(1))
  const assigned = Object.keys(variables).length === 0 ? words : args
  return new Promise((resolve, reject) => {
    const options = { cwd, maxBuffer: 64 * 1024 * 1024 }
    execFile('env', [...hidden, ...assigned], options, (error, stdout, stderr) => {
      if (error === null) resolve({ stdout, stderr })
      else reject(new Error(`${words.join(' ')}: ${stderr.trim().slice(-600)}`))
    })
  })
}

const inherited = execFileSync('env', { encoding: 'utf8' })
  .split('\n')
  .map((line) => line.split('=')[0] ?? '')
  .filter((name) => /^npm_/i.test(name))

function biggest(sizes: readonly Size[]): [string, number][] {
  return sizes
    .toSorted((a, b) => b.bytes - a.bytes)
    .slice(0, 8)
    .map(({ name, bytes }) => [name, bytes / 1e6])
}

function stepRow({ name, seconds, failure }: Step): [string, number, string] {
  return [name, seconds, failure === null ? 'works' : `FAILED: ${failure.slice(0, 300)}`]
}

await main()
