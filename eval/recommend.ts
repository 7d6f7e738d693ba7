import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import type { Cairn } from '../src/cairn.js'
import type { Recommendation } from '../src/domain/recommendation.js'
import { machine } from './support/machine.js'
import { evalConfig, openCairn } from './support/open-cairn.js'
import { print } from './support/print.js'
import { percentile } from './support/statistics.js'
import { table } from './support/table.js'

const { values: flags } = parseArgs({
  options: {
    problems: { type: 'string' },
    home: { type: 'string' },
    embedder: { type: 'string', default: 'lexical' },
    limit: { type: 'string', default: '1000000' },
    json: { type: 'string' }
  }
})

interface Run {
  readonly problem: string
  readonly ms: number
  readonly floorMs: number
  readonly advice: Recommendation | null
  readonly error: string | null
}

/** Questions before anything is counted: Neo4j plans its queries and the compilers warm up. */
const warmUp = 20

/**
 * Sends raw problem texts through `recommend` and checks every citation: npm run eval:recommend --
 * --problems FILE --home DIR [--embedder …]. Each answer is timed beside its floor, taken right
 * after it: embedding the question as it stands, and one bare vector query.
 */
async function main(): Promise<void> {
  if (flags.problems === undefined || flags.home === undefined)
    throw new Error('--problems FILE and --home DIR are needed')
  const prompts = readProblems(flags.problems).slice(0, Number(flags.limit))
  const cairn = await openCairn(evalConfig(flags.home, flags.embedder))
  for (const { prompt } of prompts.slice(0, warmUp)) {
    await cairn.recommend({ text: prompt, libraries: [] })
    await cairn.floor(prompt)
  }
  const runs: Run[] = []
  for (const { id, prompt } of prompts) runs.push(await ask(cairn, id, prompt))
  const broken = await brokenCitations(cairn, runs)
  await cairn.close()
  report(runs, broken)
}

function readProblems(file: string): { id: string; prompt: string }[] {
  const bytes = readFileSync(file)
  const text = file.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: string; prompt: string })
}

async function ask(cairn: Cairn, problem: string, text: string): Promise<Run> {
  const started = performance.now()
  try {
    const advice = await cairn.recommend({ text, libraries: [] })
    const ms = performance.now() - started
    return { problem, ms, floorMs: await cairn.floor(text), advice, error: null }
  } catch (error) {
    return { problem, ms: NaN, floorMs: NaN, advice: null, error: String(error) }
  }
}

/** Citations whose node is not there or does not hold the quotation. */
async function brokenCitations(
  cairn: Cairn,
  runs: readonly Run[]
): Promise<{ checked: number; broken: string[] }> {
  const broken: string[] = []
  let checked = 0
  const texts = new Map<string, string>()
  for (const run of runs) {
    for (const { id, quote } of run.advice?.citations ?? []) {
      const known = texts.get(id) ?? (await textOf(cairn, id))
      texts.set(id, known)
      checked += 1
      if (!known.includes(quote)) broken.push(`${run.problem}: ${id}`)
    }
  }
  return { checked, broken }
}

async function textOf(cairn: Cairn, id: string): Promise<string> {
  const { properties } = await cairn.open(id)
  const shown = (key: string) => (typeof properties[key] === 'string' ? properties[key] : '')
  return `${shown('text')}\n${shown('title')}`
}

function report(runs: readonly Run[], citations: { checked: number; broken: string[] }): void {
  const answered = runs.filter((run) => run.advice !== null)
  const errors = runs.filter((run) => run.error !== null)
  const empty = answered.filter((run) => run.advice?.items.length === 0)
  const ms = answered.map((run) => run.ms)
  const floor = answered.map((run) => run.floorMs)
  const rows = ([0.5, 0.95] as const).map((share) => {
    const [mine, least] = [percentile(ms, share), percentile(floor, share)]
    return [`p${share * 100}`, mine, least, mine / least] as const
  })
  print(`${runs.length} problems: ${errors.length} errors, ${empty.length} empty answers`)
  print(`${citations.checked} citations checked, ${citations.broken.length} broken`)
  print(table(['', 'recommend ms', 'floor ms', 'ratio'], rows))
  for (const run of errors.slice(0, 5)) print(`  ${run.problem}: ${run.error ?? ''}`)
  for (const line of citations.broken.slice(0, 5)) print(`  broken: ${line}`)
  const result = {
    manifest: { ...machine(), embedder: flags.embedder, problems: runs.length },
    errors: errors.length,
    empties: empty.length,
    citations: { checked: citations.checked, broken: citations.broken.length },
    latency: Object.fromEntries(
      rows.map(([name, mine, least, ratio]) => [name, { ms: mine, floorMs: least, ratio }])
    )
  }
  if (flags.json !== undefined) writeFileSync(flags.json, JSON.stringify(result, null, 2))
}

await main()
