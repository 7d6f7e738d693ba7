import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { withVariables } from '../src/graph/embedded/with-variables.js'
import { machine } from './support/machine.js'
import { print } from './support/print.js'
import { processOf, toldOf } from './support/processes.js'
import { percentile } from './support/statistics.js'
import { table } from './support/table.js'

const { values: flags } = parseArgs({
  options: {
    home: { type: 'string' },
    embedder: { type: 'string', default: 'lexical' },
    n: { type: 'string', default: '5' },
    json: { type: 'string' }
  }
})

const questions = [
  'How do I pivot a DataFrame with several value columns?',
  'broadcast along a new axis',
  'train with a learning rate scheduler',
  'plot two lines with different y axes',
  'group by and count unique values'
]

const command = fileURLToPath(new URL('../src/cli/main.js', import.meta.url))

/** Seconds from the command to the printed answer, and of processor time by then; load: of the machine before. */
interface Start {
  readonly wall: number
  readonly neo4j: number
  readonly cairn: number
  readonly cpu: number
  readonly load: number
}

/**
 * How long the first answer takes where Cairn is stopped and the graph is there: npm run eval:start -- --home DIR
 * [--embedder …] [--n 5]. Stops the Cairn of that home before each start and in the end; its ports are what the
 * environment says. Processor time is read from /proc, so on Linux only.
 */
function main(): void {
  const { home, embedder } = flags
  if (home === undefined) throw new Error('--home DIR is needed')
  const settings = { CAIRN_HOME: home, CAIRN_EMBEDDER: embedder }
  const starts: Start[] = []
  for (let i = 0; i < Number(flags.n); i++) {
    cairn(['down'], settings)
    starts.push(firstAnswer(questions[i % questions.length] ?? '', settings))
  }
  cairn(['down'], settings)
  report(starts)
}

interface Settings extends Readonly<Record<string, string>> {
  readonly CAIRN_HOME: string
}

function cairn(args: readonly string[], settings: Settings): string {
  const full = withVariables(settings, process.execPath, [command, ...args])
  const run = spawnSync(full.program, full.args, { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`cairn ${args.join(' ')}: ${run.stderr}`)
  return run.stdout
}

function firstAnswer(question: string, settings: Settings): Start {
  const [load = NaN] = loadavg()
  const started = performance.now()
  const answer = cairn(['recommend', question], settings)
  const wall = (performance.now() - started) / 1000
  if (!answer.includes('[1]')) throw new Error(`no answer to '${question}': ${answer}`)
  const neo4j = processorSeconds(settings.CAIRN_HOME, 'org.neo4j.server')
  const server = processorSeconds(settings.CAIRN_HOME, 'serve.js')
  return { wall, neo4j, cairn: server, cpu: neo4j + server, load }
}

/** User and system time of the process of this home whose command line has this word. */
function processorSeconds(home: string, word: string): number {
  const pid = processOf(home, word)
  const stat = pid === null ? null : toldOf(pid, 'stat')
  if (stat === null) return NaN
  const fields = stat.split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

/** Linux counts processor time in hundredths of a second. */
const ticksPerSecond = 100

function report(starts: readonly Start[]): void {
  const row = (name: string, of: (start: Start) => number) => {
    const sample = starts.map(of)
    return [name, percentile(sample, 0), percentile(sample, 0.5), percentile(sample, 1)]
  }
  print(
    table(
      ['first answer, from the command on', 'min', 'median', 'max'],
      [
        row('seconds', (s) => s.wall),
        row('processor seconds', (s) => s.cpu),
        row('  of them Neo4j', (s) => s.neo4j),
        row("  of them Cairn's server", (s) => s.cairn),
        row('load before', (s) => s.load)
      ]
    )
  )
  const { cpu, cores } = machine()
  print(`${starts.length} starts on ${String(cores)} cores (${String(cpu)})`)
  if (flags.json !== undefined)
    writeFileSync(flags.json, JSON.stringify({ manifest: machine(), starts }, null, 2))
}

main()
