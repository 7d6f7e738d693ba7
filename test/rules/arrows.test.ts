import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

/** Which room may import which; a room not named on the right may not be imported. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  graph: ['domain'],
  model: ['domain'],
  ingest: ['domain', 'graph', 'model'],
  traces: ['domain', 'graph', 'model'],
  retrieve: ['domain', 'graph', 'model'],
  learn: ['domain', 'graph', 'model'],
  curate: ['domain', 'graph', 'model', 'traces'],
  insight: ['domain', 'graph', 'model'],
  jobs: ['domain', 'graph', 'model'],
  recommend: ['domain', 'graph', 'retrieve'],
  access: ['domain', 'graph'],
  api: ['cairn', 'domain', 'mcp'],
  mcp: ['cairn', 'domain'],
  // What a person's hosts wrote down on this machine; reading it is the same there as in an import.
  capture: ['domain', 'traces'],
  // traces: a transcript lies where the agent ran, which may be another machine than the server's.
  // mcp: what a host asks first is answered while the server starts.
  // ingest: a Python package is looked at where it is installed, which may be in an environment of the caller's shell.
  cli: [
    'cairn',
    'domain',
    'server',
    'end-home',
    'recover-key',
    'diagnose',
    'mcp',
    'traces',
    'ingest',
    'capture',
    // The command is a client like any other.
    'client'
  ],
  // Programs that embed Cairn start the server; client.ts itself needs nothing.
  client: ['server'],
  operate: ['domain', 'graph'],
  delete: ['domain', 'graph', 'traces'],
  // Composition: the files beside the rooms.
  'start-up': ['graph', 'model', 'retrieve'],
  widened: ['model', 'retrieve'],
  asking: ['domain', 'recommend', 'retrieve', 'widened'],
  placed: ['domain', 'graph'],
  'learning-verbs': ['domain', 'graph', 'insight', 'learn', 'model', 'placed'],
  'library-verbs': ['domain', 'graph', 'ingest', 'jobs'],
  'caller-verbs': [
    'asking',
    'curate',
    'delete',
    'domain',
    'graph',
    'library-verbs',
    'learning-verbs',
    'placed',
    'ingest',
    'insight',
    'jobs',
    'learn',
    'operate',
    'retrieve',
    'traces'
  ],
  'job-kinds': ['curate', 'domain', 'graph', 'ingest', 'insight', 'jobs', 'retrieve', 'traces'],
  whole: ['access', 'capture', 'domain', 'graph', 'operate', 'retrieve', 'start-up'],
  cairn: [
    'whole',
    'access',
    'capture',
    'delete',
    'operate',
    'caller-verbs',
    'asking',
    'widened',
    'job-kinds',
    'start-up',
    'domain',
    'graph',
    'model',
    'ingest',
    'traces',
    'retrieve',
    'learn',
    'curate',
    'insight',
    'jobs',
    'recommend'
  ],
  'end-home': ['graph'],
  'recover-key': ['access'],
  diagnose: ['graph', 'model'],
  'write-floor': ['graph'],
  server: ['cairn', 'api', 'domain', 'graph', 'operate'],
  'package-root': [],
  'request-context': [],
  'thread-pool': [],
  'in-turns': [],
  config: [],
  errors: [],
  log: [],
  // print-schema writes down what clients are promised.
  // The tables of the guides are what the program says.
  tools: ['api', 'client', 'domain', 'retrieve']
}

/** Files that every room may use. */
const everywhere = new Set([
  'config',
  'errors',
  'in-turns',
  'log',
  'package-root',
  'request-context',
  'thread-pool'
])

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('web'))
  .sort()

/** `graph/database.ts` is in room graph, `cairn.ts` is a room of its own. */
function roomOf(file: string): string {
  return file.split('/')[0]?.replace(/\.[jt]s$/, '') ?? file
}

function brokenArrows(file: string, text: string): string[] {
  const from = roomOf(file)
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].flatMap(([, target = '']) => {
    const to = roomOf(posix.join(posix.dirname(file), target))
    const allowed = to === from || everywhere.has(to) || (arrows[from] ?? []).includes(to)
    return allowed ? [] : [`${file} imports ${target}: ${from} may not use ${to}`]
  })
}

test('every file imports only from the rooms that its room may use', () => {
  expect(files.flatMap((file) => brokenArrows(file, readFileSync(`src/${file}`, 'utf8')))).toEqual(
    []
  )
})

test('every room has its arrows written down', () => {
  expect([...new Set(files.map(roomOf))].filter((room) => !(room in arrows))).toEqual([])
})

test('an arrow against its direction is noticed', () => {
  expect(brokenArrows('graph/database.ts', "import { rank } from '../retrieve/rank.js'")).toEqual([
    'graph/database.ts imports ../retrieve/rank.js: graph may not use retrieve'
  ])
})

test('only graph imports the driver and only model imports what knows models', () => {
  const owners = { 'neo4j-driver': 'graph', openai: 'model', '@huggingface/transformers': 'model' }
  const strangers = files.flatMap((file) => {
    const text = readFileSync(`src/${file}`, 'utf8')
    return Object.entries(owners).flatMap(([library, room]) =>
      text.includes(`from '${library}'`) && roomOf(file) !== room
        ? [`${file} imports ${library}`]
        : []
    )
  })
  expect(strangers).toEqual([])
})

test('only config reads the environment', () => {
  const readers = files.filter((file) => /process\.env\b/.test(readFileSync(`src/${file}`, 'utf8')))
  expect(readers).toEqual(['config.ts'])
})
