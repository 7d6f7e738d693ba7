import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makePlan } from '../../../eval/codegen/generate/plan.js'
import { readRunFlags } from '../../../eval/codegen/generate/run-flags.js'
import { memorySpace } from '../../../eval/codegen/arms/hold-out.js'
import type { Context } from '../../../eval/codegen/arms/contexts.js'
import { scriptedAnswers } from '../../../eval/codegen/rehearse/scripted-answers.js'
import {
  startScriptedEndpoint,
  type ScriptedEndpoint
} from '../../../eval/codegen/rehearse/scripted-endpoint.js'
import { packageRoot } from '../../../src/package-root.js'
import {
  buildCairn,
  closeCairns,
  emptyGraph,
  removeFolders,
  temporaryFolder
} from '../../support/build-cairn.js'
import { runCodegen, testSettings, type Ended } from './support/run-codegen.js'
import { tinyProblems, writeBench } from './support/tiny-problems.js'

/** The verbs as a user runs them, on one graph with one small benchmark of families of three problems each. */
const folder = temporaryFolder()
const bench = writeBench(folder)
const home = join(folder, 'home')
/** What the endpoint says; scripted answers unless a test has its own. */
let answer = scriptedAnswers(tinyProblems())
let endpoint: ScriptedEndpoint

beforeAll(async () => {
  await emptyGraph()
  endpoint = await startScriptedEndpoint({ answer: (body) => answer(body) })
})

afterEach(() => {
  answer = scriptedAnswers(tinyProblems())
})

afterAll(async () => {
  await endpoint.close()
  removeFolders()
})

const common = [
  ...['--problems', bench.problems, '--docs', bench.docs, '--home', home],
  // The first family of the file, so that `export` and `run` test the same and share one memory.
  ...['--limit', '3', '--seed', '7', '--python', 'python3']
]

function codegen(...args: string[]): Promise<Ended> {
  const settings = {
    ...testSettings(home),
    OPENAI_BASE_URL: endpoint.url,
    OPENAI_API_KEY: 'none'
  }
  return runCodegen(args, { cwd: folder, settings })
}

const at = (...names: string[]) => join(folder, ...names)
const report = (out: string) => readFileSync(at(out, 'report.md'), 'utf8')

function linesOf<T>(...names: string[]): T[] {
  const lines = readFileSync(at(...names), 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T)
}

/** Nodes as they stand in the graph. */
async function nodesOf(label: string): Promise<Readonly<Record<string, unknown>>[]> {
  const cairn = await buildCairn({ keep: true })
  const nodes: Readonly<Record<string, unknown>>[] = []
  for await (const line of cairn.exportLines())
    if ('node' in line && line.labels.includes(label)) nodes.push(line.properties)
  await closeCairns()
  return nodes
}

interface Hinted {
  readonly problem: string
  readonly hints: readonly string[]
  readonly refused: readonly unknown[]
}

test('hints of a synthetic developer come in by the public door, without the solution, and an arm with experience shows them', async () => {
  const scripted = answer
  let told = 0
  answer = (body) => {
    if (!JSON.stringify(body['response_format'] ?? '').includes('"hints"')) return scripted(body)
    told += 1
    const good = 'Mind the kingfisher: read which entries count.'
    const text = JSON.stringify(body['messages'])
    // Each time at first one line of the solution too.
    const line = tinyProblems().find(({ prompt }) =>
      text.includes(JSON.stringify(prompt).slice(1, -1))
    )
    const bad = `Write ${line?.reference ?? ''} and it passes.`
    return JSON.stringify({ hints: text.includes('give the solution away') ? [good] : [good, bad] })
  }
  const args = ['--problems', bench.problems, '--models', 'old-model', '--limit', '6']
  const door = [
    '--hold-out',
    '3',
    '--seed',
    '7',
    '--home',
    home,
    '--space',
    'hints',
    '--python',
    'python3'
  ]
  const said = await codegen('hints', ...args, ...door, '--out', 'hints')
  expect([said.code, said.stderr]).toEqual([0, expect.any(String)])
  expect(said.stdout).toMatch(/hints refused: a line of the solution +6/)
  expect(said.stdout).toMatch(/traces recorded +6/)
  expect(told).toBe(12)
  const hinted = linesOf<Hinted>('hints', 'hints.jsonl')
  expect(hinted.every(({ hints, refused }) => hints.length === 1 && refused.length === 1)).toBe(
    true
  )
  const traces = readFileSync(at('hints', 'traces.jsonl'), 'utf8')
  expect(traces).not.toContain('and it passes')
  const recorded = (await nodesOf('Trace')).filter((trace) => trace['space'] === 'hints')
  expect(recorded.map((trace) => trace['principal'])).toEqual(
    Array.from({ length: 6 }, () => 'principal:synthetic-developer')
  )

  const arms = [
    '--models',
    'qwen-small',
    '--arms',
    'none,docs+traces',
    '--experience-space',
    'hints'
  ]
  const run = await codegen('run', ...common, ...arms, '--out', 'hinted')
  expect([run.code, run.stderr]).toEqual([0, expect.any(String)])
  const contexts = linesOf<Context>('hinted', 'contexts.jsonl')
  expect(contexts.filter(({ text }) => text.includes('kingfisher'))).toHaveLength(3)

  // Another seed tests families that there are hints of.
  const other = await codegen('run', ...common, ...arms, '--seed', '5', '--out', 'refused')
  expect(other.code).toBe(1)
  expect(other.stderr).toMatch(
    /^The memory holds what is under test: trace:hints\S+ is of tiny\/\d+: .+\n$/m
  )
  expect(other.stderr).not.toContain('    at ')
})

test('prompts of an arm with memory go out to whoever answers, come back, and hold nothing of their own families', async () => {
  const of = ['export', '--problems', bench.problems, '--docs', bench.docs, '--home', home]
  const traces = ['--traces', bench.traces, '--arm', 'docs+traces', '--out', 'prompts']
  const { code, stderr } = await codegen(...of, ...traces, '--limit', '3', '--seed', '7')
  expect([code, stderr]).toEqual([0, expect.any(String)])
  const index = JSON.parse(readFileSync(at('prompts', 'index.json'), 'utf8')) as {
    arm: string
    manifest: { memory: { built: unknown[] } }
  }
  expect(index.arm).toBe('traces')
  expect(index.manifest.memory.built).toEqual([
    { fold: 0, recorded: 44, ofTested: 4, carrying: 0, insights: 0 }
  ])
  for (const { id, reference } of tinyProblems().slice(0, 3)) {
    const stem = id.replace('/', '-')
    const prompt = readFileSync(at('prompts', `${stem}.md`), 'utf8')
    expect(prompt).toContain('Recommendation.')
    expect(prompt).not.toContain(reference)
    writeFileSync(at('prompts', `${stem}.answer.md`), `\`\`\`python\n${reference}\n\`\`\``)
  }
  const graded = ['--problems', bench.problems, '--answers', 'prompts', '--python', 'python3']
  const { stdout } = await codegen('grade', ...graded, '--results', at('graded.jsonl'))
  expect(stdout).toMatch(/^all\s+3\s+3\s+1\.000/m)
})

interface Seen {
  readonly entries: readonly string[]
  readonly advice: string | null
  readonly surroundings: readonly string[]
  readonly text: string
  readonly code: string
}

test('an agent with the entry asks Cairn and finds nothing of its family, one without has no way to, and how each ended is counted', async () => {
  mkdirSync(at('notes'))
  const program = join(packageRoot(), 'dist/test/eval/codegen-run/support/tiny-agent.js')
  const agent = `${process.execPath} ${program} ${at('notes')} {task} {solution} {mcp}`
  const args = ['--traces', bench.traces, '--agent', agent, '--parallel', '1', '--out', 'agents']
  const { code, stderr } = await codegen('run', ...common, ...args)
  expect([code, stderr]).toEqual([0, expect.any(String)])
  const seen = readdirSync(at('notes')).flatMap((name) => linesOf<Seen>('notes', name))
  expect(seen.every(({ surroundings }) => surroundings.length === 0)).toBe(true)
  const without = seen.filter(({ advice }) => advice === null)
  expect(without.map(({ entries, text }) => [entries, text.includes('MCP')])).toEqual(
    Array.from({ length: 3 }, () => [[], false])
  )
  const helped = seen.filter(({ advice }) => advice !== null)
  expect(helped.map(({ entries }) => entries)).toEqual([['cairn'], ['cairn'], ['cairn']])
  for (const { advice, text } of helped) {
    // Attempts at other families are shown; those at variants of the task are not, nor what the agents before wrote down.
    expect(advice).toContain('result = ')
    expect(advice).not.toContain('parrot')
    const family = tinyProblems().filter(({ prompt }) => text.includes(prompt.trimEnd()))
    const own = tinyProblems().filter((one) => one.family === family[0]?.family)
    expect(own).toHaveLength(3)
    for (const { reference } of own) expect(advice).not.toContain(reference)
  }
  expect(report('agents')).toContain('| without Cairn | 3 | 0 | 0 | 3 | 3 |')
  expect(report('agents')).toContain(
    '| with Cairn: documentation + traces + insights | 3 | 3 | 0 | 0 | 0 |'
  )
})

test('a pair that worked on other families before is shown ways that led far, and only a pair with memory', async () => {
  const scripted = answer
  // Right where an example was shown, or told in round two.
  answer = (body) => {
    const text = JSON.stringify(body['messages'])
    if (text.includes('You lead somebody') || text.includes('once led to this code'))
      return scripted(body)
    const problem = tinyProblems().find(({ prompt }) =>
      text.includes(JSON.stringify(prompt.trimEnd()).slice(1, -1))
    )
    const isFirst = !text.includes('Your code so far')
    return `\`\`\`python\n${isFirst ? 'result = None' : (problem?.reference ?? '')}\n\`\`\``
  }
  const pair = [
    '--team',
    'co-learning',
    '--rounds',
    '2',
    '--train',
    '6',
    '--models',
    'gpt-large,qwen-small'
  ]
  const { code, stderr } = await codegen('teams', ...common, ...pair, '--out', 'pair')
  expect([code, stderr]).toEqual([0, expect.any(String)])
  expect(report('pair')).toContain(
    "The memory holds 6 ways of the team's own training. It had something to show in 3 of 3 problems"
  )
  const calls = readFileSync(at('pair', 'calls.jsonl'), 'utf8').split('\n')
  expect(calls.filter((line) => line.includes('once led to this code')).length).toBeGreaterThan(0)
  expect(report('pair')).toMatch(/\| without memory \| 3 \| 2\.00 \| 3\.00 \| 2\.00 \|/)
  expect(report('pair')).toMatch(/autonomy, product of means \| autonomy, mean of products/)
})

test('a team that writes starts from what attempts at other families taught, and only with memory', async () => {
  const scripted = answer
  answer = (body) => {
    const messages = body['messages'] as { content: string }[]
    const text = messages.map(({ content }) => content).join('\n')
    const isCode =
      body['response_format'] === undefined && text.includes('Answer with one fenced block')
    if (!isCode) return scripted(body)
    const problem = tinyProblems().find(({ prompt }) => text.includes(prompt.trimEnd()))
    // It would take the product of all, unless it was told.
    const warned = /`result = [^`]*math\.prod\([^`]*` failed/.test(text)
    return `\`\`\`python\n${warned ? (problem?.reference ?? '') : 'import math\nresult = math.prod(xs)'}\n\`\`\``
  }
  const team = ['--team', 'writing', '--rounds', '2', '--models', 'gpt-large,qwen-small']
  const args = [...common, '--traces', bench.traces, ...team, '--out', 'writers']
  const { code, stderr } = await codegen('teams', ...args)
  expect([code, stderr]).toEqual([0, expect.any(String)])
  expect(report('writers')).toMatch(/\| without memory \| 3 \| 0\.0 % .* \| 2\.00 \| 0 \|/)
  expect(report('writers')).toMatch(/\| with memory \| 3 \| 100\.0 % .* \| 1\.00 \| 0 \|/)
  expect(report('writers')).toContain('It had something to show in 3 of 3 problems')
})

test('with several folds each problem is asked from a memory that lacks its fold alone, and samples of it are told apart', async () => {
  const args = [
    '--problems',
    bench.problems,
    '--docs',
    bench.docs,
    '--home',
    home,
    '--traces',
    bench.traces
  ]
  const shape = [
    '--limit',
    '6',
    '--seed',
    '7',
    '--folds',
    '2',
    '--samples',
    '2',
    '--arms',
    'none,docs+traces'
  ]
  const run = [
    '--models',
    'qwen-small',
    '--temperature',
    '0.7',
    '--python',
    'python3',
    '--out',
    'folds'
  ]
  const { code, stderr } = await codegen('run', ...args, ...shape, ...run)
  expect([code, stderr]).toEqual([0, expect.any(String)])
  const memory = JSON.parse(readFileSync(at('folds', 'memory.json'), 'utf8')) as {
    built: { fold: number; recorded: number; ofTested: number }[]
  }
  expect(memory.built).toMatchObject([
    { fold: 0, recorded: 44, ofTested: 4 },
    { fold: 1, recorded: 44, ofTested: 4 }
  ])
  const { held } = makePlan(readRunFlags([...args, ...shape, ...run]))
  const problems = await nodesOf('Problem')
  for (const [family, fold] of held.foldOf) {
    const inSpace = problems.filter((one) => one['space'] === memorySpace(held, fold))
    const families = new Set(inSpace.map((one) => one['family']))
    expect(families.size).toBe(11)
    expect(families).not.toContain(family)
  }
  const calls = linesOf<{ key: string; kind: string }>('folds', 'calls.jsonl')
  expect(new Set(calls.map(({ key }) => key)).size).toBe(24)
  expect(report('folds')).toContain('pass@2')
  expect(report('folds')).toContain('6 problems of 2 families, 2 arms, 1 models')
})
