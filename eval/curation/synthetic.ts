import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { randomFrom } from '../../src/domain/random-from.js'

const verbs = [
  'load',
  'join',
  'split',
  'rank',
  'count',
  'shift',
  'merge',
  'trim',
  'scale',
  'sort',
  'group',
  'fill'
]
const nouns = [
  'frame',
  'table',
  'series',
  'matrix',
  'tensor',
  'index',
  'window',
  'label',
  'axis',
  'sample'
]
const libraries = ['tabula', 'gridly', 'statly', 'netly']
const agents = ['ada', 'bob', 'cleo', 'dan']

/** Functions of a made-up library, in our own words. */
function functionsOf(library: string): string[] {
  return verbs.flatMap((verb) => nouns.map((noun) => `${library}.${verb}_${noun}`))
}

/** Writes documentation of the made-up libraries as DevDocs publishes it, a page a function. @returns a folder each */
export function writeSyntheticDocs(folder: string): string[] {
  return libraries.map((library) => {
    const at = join(folder, library)
    mkdirSync(at, { recursive: true })
    const apis = functionsOf(library)
    const write = (name: string, value: unknown) => {
      writeFileSync(join(at, name), JSON.stringify(value))
    }
    write('meta.json', { name: library, slug: library, type: 'sphinx', release: '1.0.0' })
    write('index.json', {
      entries: apis.map((api) => ({ name: api, path: `api/${api}`, type: 'API' }))
    })
    const pages = Object.fromEntries(apis.map((api) => [`api/${api}`, pageOf(library, api)]))
    writeFileSync(join(at, 'db.json.gz'), gzipSync(JSON.stringify(pages)))
    return at
  })
}

function pageOf(library: string, api: string): string {
  const [, call = ''] = api.split('.')
  const [verb = '', noun = ''] = call.split('_')
  return `<h1>${api}</h1> <dl class="py function"> <dt class="sig sig-object py" id="${api}"> <span class="sig-prename descclassname">${library}.</span><span class="sig-name descname">${call}</span><span class="sig-paren">(</span><em class="sig-param">data</em>, <em class="sig-param">how</em><span class="sig-paren">)</span></dt> <dd><p>Can ${verb} a ${noun} in one step and keeps the order of what it is given.</p></dd></dl>`
}

/** So many attempts, four at each problem, in a fixed order: half pass by the function that fits, others fail by another. */
export function* syntheticTraces(count: number): Generator<Record<string, unknown>> {
  const random = randomFrom(42)
  const pick = <T>(list: readonly T[], or: T): T => list[Math.floor(random() * list.length)] ?? or
  for (let made = 0, problem = 0; made < count; problem += 1) {
    const library = pick(libraries, 'tabula')
    const [verb, noun, other] = [pick(verbs, 'load'), pick(nouns, 'frame'), pick(verbs, 'join')]
    const task = {
      text: `Write code that is to ${verb} the ${noun} number ${problem} with ${library}, of ${pick(nouns, 'table')} ${pick(nouns, 'axis')} kind, without a loop over the ${noun}.`,
      title: `How to ${verb} a ${noun} with ${library}, case ${problem}`,
      family: `${library}/${verb}-${noun}`
    }
    for (let i = 0; i < agents.length && made < count; i += 1, made += 1) {
      const isGood = i % 2 === 0 || random() < 0.2
      const api = `${library}.${isGood ? verb : other}_${noun}`
      yield traceOf({ task, library, agent: agents[i] ?? 'ada', api, isGood, problem })
    }
  }
}

function traceOf(made: {
  task: Record<string, string>
  library: string
  agent: string
  api: string
  isGood: boolean
  problem: number
}): Record<string, unknown> {
  const { task, library, agent, api, isGood, problem } = made
  const style =
    { ada: 'result', bob: 'answer = result', cleo: 'out', dan: 'final' }[agent] ?? 'result'
  const name = style.split(' ')[0] ?? style
  return {
    schema: 'cairn.trace/1',
    task,
    agent: { name: agent },
    steps: [],
    libraries: [library],
    solution: `import ${library}\n# ${agent} on ${problem}\n${name} = ${api}(data_${problem}, how=${problem % 7})\n`,
    outcome: {
      status: isGood ? 'passed' : 'failed',
      judgedBy: 'tests',
      ...(isGood ? {} : { error: `ValueError: the ${api} of case ${problem} has the wrong shape` })
    }
  }
}
