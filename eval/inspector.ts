import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { withVariables } from '../src/graph/embedded/with-variables.js'
import { machine } from './support/machine.js'
import { inTemporaryHome } from './support/open-cairn.js'
import { print } from './support/print.js'
import { percentile } from './support/statistics.js'
import { table } from './support/table.js'

const { values: flags } = parseArgs({
  options: {
    n: { type: 'string', default: '10' },
    inspector: { type: 'string', default: 'latest' },
    json: { type: 'string' }
  }
})

const command = fileURLToPath(new URL('../src/cli/main.js', import.meta.url))
const inspector = `@modelcontextprotocol/inspector@${flags.inspector}`

/** Milliseconds after which an Inspector that does not give up by itself is ended. */
const mostMs = 180_000

interface Asked {
  readonly method: string
  /** As the Inspector calls the revisions: legacy is that of 2025-11-25, modern that of 2026-07-28. */
  readonly era: 'legacy' | 'modern'
}

const all: readonly Asked[] = [
  { method: 'initialize', era: 'legacy' },
  { method: 'tools/list', era: 'legacy' },
  { method: 'tools/list', era: 'modern' }
]

interface Run extends Asked {
  readonly seconds: number
  /** Why there was no answer; null where there was one. */
  readonly failure: string | null
}

/**
 * Whether the MCP Inspector gets its answers over stdio where nothing runs: npm run eval:inspector -- [--n 10]
 * [--inspector VERSION] [--json FILE]. Each time `cairn mcp` is started anew on an empty home, and whatever it started is
 * stopped afterwards; how long is waited is the Inspector's own limit. Ends with 1 where an answer is missing.
 */
async function main(): Promise<void> {
  const version = (await ended('npx', ['-y', inspector, '--version'])).stdout.trim()
  const [load = NaN] = loadavg()
  const alone: number[] = []
  const runs: Run[] = []
  for (let i = 0; i < Number(flags.n); i++) {
    alone.push((await ended('npx', ['-y', inspector, '--version'])).seconds)
    for (const asked of all) runs.push(await inTemporaryHome((home) => answered(home, asked)))
  }
  report(runs, alone)
  const manifest = { ...machine(), load, inspector: version }
  print(`\n${JSON.stringify(manifest)}`)
  process.exitCode = runs.every(({ failure }) => failure === null) ? 0 : 1
  if (flags.json !== undefined)
    writeFileSync(flags.json, JSON.stringify({ manifest, alone, runs }, null, 2))
}

/** One answer of a Cairn that was not there before. */
async function answered(home: string, { method, era }: Asked): Promise<Run> {
  const settings = {
    CAIRN_HOME: home,
    CAIRN_PORT: '0',
    CAIRN_BOLT_PORT: '0',
    CAIRN_BROWSER_PORT: '0',
    CAIRN_EMBEDDER: 'lexical'
  }
  // The Inspector hands over what it is told of the environment, and nothing else.
  const given = Object.entries(settings).flatMap(([name, value]) => ['-e', `${name}=${value}`])
  const flagsOf = ['--cli', '--quiet', '--format', 'json', '--protocol-era', era, ...given]
  const server = ['node', command, 'mcp', '--method', method]
  try {
    const { stdout, stderr, seconds } = await ended('npx', ['-y', inspector, ...flagsOf, ...server])
    return { method, era, seconds, failure: isAnswer(stdout) ? null : lastLine(stderr) }
  } finally {
    const down = withVariables(settings, process.execPath, [command, 'down'])
    await ended(down.program, down.args)
  }
}

interface Ended {
  readonly stdout: string
  readonly stderr: string
  readonly seconds: number
}

function ended(program: string, args: readonly string[]): Promise<Ended> {
  const started = performance.now()
  return new Promise((resolve) => {
    execFile(program, [...args], { timeout: mostMs }, (_, stdout, stderr) => {
      resolve({ stdout, stderr, seconds: (performance.now() - started) / 1000 })
    })
  })
}

function isAnswer(stdout: string): boolean {
  try {
    const { result } = JSON.parse(stdout) as {
      result?: { serverInfo?: { name?: string }; tools?: readonly unknown[] }
    }
    return result?.serverInfo?.name === 'cairn' || (result?.tools?.length ?? 0) > 0
  } catch {
    return false
  }
}

function lastLine(stderr: string): string {
  return stderr.trim().split('\n').at(-1)?.slice(0, 300) ?? ''
}

function report(runs: readonly Run[], alone: readonly number[]): void {
  const rows = all.map(({ method, era }) => {
    const asked = runs.filter((run) => run.method === method && run.era === era)
    const seconds = asked.map((run) => run.seconds)
    const good = asked.filter(({ failure }) => failure === null).length
    return [`${method}, ${era}`, good, asked.length, ...spread(seconds)]
  })
  rows.push(['npx and the Inspector alone', '', alone.length, ...spread(alone)])
  print(table(['asked with nothing running', 'answered', 'of', 's, median', 's, most'], rows))
  for (const { method, era, failure } of runs)
    if (failure !== null) print(`${method}, ${era}: ${failure}`)
}

function spread(seconds: readonly number[]): [number, number] {
  return [percentile(seconds, 0.5), percentile(seconds, 1)]
}

await main()
