import { createServer } from 'node:http'
import { readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { createLog } from '../src/log.js'
import { startServer, type RunningServer } from '../src/server.js'
import { machine } from './support/machine.js'
import { evalConfig, ingestAll, inTemporaryHome } from './support/open-cairn.js'
import { print } from './support/print.js'
import { percentile } from './support/statistics.js'
import { table } from './support/table.js'

const { values: flags } = parseArgs({
  options: {
    home: { type: 'string' },
    embedder: { type: 'string', default: 'lexical' },
    problems: { type: 'string' },
    dump: { type: 'string', multiple: true, default: [] },
    n: { type: 'string', default: '200' },
    json: { type: 'string' }
  }
})

/** Questions before anything is counted. */
const warmUp = 20

interface Door {
  readonly name: string
  ask(question: string): Promise<unknown>
}

/**
 * How much longer `recommend` takes over a door than as a function: npm run eval:doors -- [--home DIR] [--embedder …]
 * [--problems FILE] [--dump FOLDER …] [--n 200]. Without --home a graph of its own is made from the dumps. Each question
 * goes through every door in turn, in an order that rotates, so that all meet the same caches and the same load.
 */
async function main(): Promise<void> {
  if (flags.home === undefined) await inTemporaryHome(measure)
  else await measure(flags.home)
}

async function measure(home: string): Promise<void> {
  const config = { ...evalConfig(home, flags.embedder), requestsPerMinute: 1_000_000 }
  const server = await startServer(config, { log: createLog('warn') })
  try {
    if (flags.dump.length > 0) await ingestAll(server.cairn, flags.dump)
    const { key } = server.cairn.localKey()
    const doors = await openDoors(server, key)
    const questions = questionsFrom(flags.problems)
    const n = Number(flags.n)
    const ms = new Map(doors.map(({ name }): [string, number[]] => [name, []]))
    for (let i = 0; i < warmUp + n; i++) {
      const question = questions[i % questions.length] ?? ''
      for (const door of [...doors.slice(i % doors.length), ...doors.slice(0, i % doors.length)]) {
        const started = performance.now()
        await door.ask(question)
        if (i >= warmUp) ms.get(door.name)?.push(performance.now() - started)
      }
    }
    report(ms, n)
  } finally {
    await server.close()
  }
}

async function openDoors({ url, cairn }: RunningServer, key: string): Promise<Door[]> {
  const authorization = `Bearer ${key}`
  const client = new Client({ name: 'eval', version: '1' })
  await client.connect(
    new StreamableHTTPClientTransport(new URL('/mcp', url), {
      requestInit: { headers: { authorization } }
    })
  )
  const bare = await bareServer()
  return [
    {
      name: 'function',
      ask: (text) => cairn.recommend({ text, libraries: [] })
    },
    { name: 'GraphQL', ask: (question) => overGraphql(url, authorization, question) },
    {
      name: 'MCP',
      ask: async (task) => {
        const result = await client.callTool({ name: 'recommend', arguments: { task } })
        if (result.isError === true) throw new Error(JSON.stringify(result.content))
      }
    },
    {
      name: 'HTTP alone',
      ask: (body) => fetch(bare, { method: 'POST', body }).then((response) => response.text())
    }
  ]
}

async function overGraphql(url: string, authorization: string, question: string): Promise<void> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation ($question: String!) { recommend(question: $question) { id markdown } }',
      variables: { question }
    })
  })
  const { errors } = (await response.json()) as { errors?: unknown }
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
}

/** What any door over HTTP costs at the least: a request and an answer of that size, with nothing done between. */
async function bareServer(): Promise<string> {
  const answer = 'x'.repeat(4_000)
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.end(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

function questionsFrom(file: string | undefined): string[] {
  if (file === undefined) return ownQuestions
  const bytes = readFileSync(file)
  const text = file.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8')
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line) => (JSON.parse(line) as { prompt: string }).prompt)
}

const ownQuestions = ['read a table from a file', 'join two lists', 'parse a date', 'sort by a key']

function report(ms: ReadonlyMap<string, readonly number[]>, n: number): void {
  const direct = ms.get('function') ?? []
  const rows = [...ms].map(([name, sample]) => {
    const over = sample.map((one, i) => one - (direct[i] ?? NaN))
    return { name, sample, over }
  })
  print(
    `${n} questions through each door in turn, ms; overhead is the door less the function, question by question`
  )
  print(
    table(
      ['', 'p50', 'p95', 'overhead p50', 'overhead p95'],
      rows.map(({ name, sample, over }) => [
        name,
        percentile(sample, 0.5),
        percentile(sample, 0.95),
        ...(name === 'GraphQL' || name === 'MCP'
          ? [percentile(over, 0.5), percentile(over, 0.95)]
          : ['', ''])
      ])
    )
  )
  const load = Number((loadavg()[0] ?? NaN).toFixed(1))
  const manifest = { ...machine(), load, embedder: flags.embedder, questions: n }
  print(JSON.stringify(manifest))
  if (flags.json === undefined) return
  const doors = rows.map(({ name, sample, over }) => ({
    name,
    p50: percentile(sample, 0.5),
    p95: percentile(sample, 0.95),
    overheadP50: percentile(over, 0.5),
    overheadP95: percentile(over, 0.95)
  }))
  writeFileSync(flags.json, JSON.stringify({ manifest, doors }, null, 2))
}

await main()
