import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startFakeEndpoint } from '../support/fake-endpoint.js'
import { functionPage, writeDump } from '../support/dump.js'
import { headersOf } from '../api/ask-http.js'

/*
 * Makes a small home with the Cairn of another commit, backs it up with that Cairn's own command, and writes down what
 * was in it. The homes that test/operate/homes.test.ts restores are made so, in a checkout of the commit that was built:
 *
 *   node dist/test/operate/make-home.js FOLDER-OF-THE-CHECKOUT test/operate/homes/COMMIT
 */

/** What the home holds, as its own Cairn called it. */
export interface MadeHome {
  readonly commit: string
  readonly annKey: string
  readonly insight: string
  readonly cited: string
  readonly lesson: { readonly id: string; readonly text: string }
  readonly solved: readonly string[]
  readonly failed: string
  readonly ofTeam: string
  readonly ranking: { readonly inForce: boolean; readonly after: number }
}

export const lessonText =
  'Frames keep the index of empty rows; reset it before the prices are sorted.'
export const question = 'How do I sort the prices in my table?'
const quote = 'This does sort the prices of a table'

const verbs = ['sort', 'merge', 'split', 'count', 'round', 'label', 'shift']
const things = ['prices', 'wages', 'rents', 'tolls', 'dues', 'fares']
const tasks = verbs.flatMap((verb) => things.map((thing) => ({ verb, thing })))

async function main(checkout: string, out: string): Promise<void> {
  const endpoint = await startFakeEndpoint({ chat: () => ({ content: lessonText }) })
  const home = mkdtempSync(join(tmpdir(), 'cairn-home-'))
  const shell = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    CAIRN_HOME: home,
    CAIRN_PORT: '7520',
    CAIRN_BOLT_PORT: '0',
    CAIRN_BROWSER_PORT: '0',
    CAIRN_EMBEDDER: 'lexical',
    CAIRN_WITHHOLD_PERCENT: '0',
    OPENAI_BASE_URL: endpoint.url,
    OPENAI_API_KEY: 'key',
    CAIRN_CHAT_MODEL: 'writer'
  }
  const cairn = (...args: readonly string[]) =>
    execFileSync(process.execPath, [join(checkout, 'dist/src/cli/main.js'), ...args], {
      env: shell,
      encoding: 'utf8'
    })
  // In the background of a shell: this process has to answer for the chat model meanwhile.
  cairn('up')
  const adminKey = readFileSync(join(home, 'admin.key'), 'utf8').trim()
  try {
    const made = await fill(asking('http://127.0.0.1:7520', adminKey))
    const commit = execFileSync('git', ['-C', checkout, 'rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8'
    }).trim()
    cairn('backup', resolve(`${out}.backup`), '--replace')
    writeFileSync(`${out}.json`, `${JSON.stringify({ commit, ...made }, null, 2)}\n`)
  } finally {
    cairn('down')
    await endpoint.close()
  }
  process.stdout.write(`${home} is the home itself.\n`)
}

type Ask = <T>(query: string, variables?: Record<string, unknown>, key?: string) => Promise<T>

function asking(url: string, adminKey: string): Ask {
  return async <T>(query: string, variables: Record<string, unknown> = {}, key = adminKey) => {
    const body = JSON.stringify({ query, variables })
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: headersOf(key),
      body
    })
    const { data, errors } = (await response.json()) as { data?: T; errors?: unknown }
    if (data === undefined || errors !== undefined) throw new Error(JSON.stringify(errors))
    return data
  }
}

async function fill(ask: Ask): Promise<Omit<MadeHome, 'commit'>> {
  const annKey = await makeAnn(ask)
  await job(
    ask,
    'ingest',
    { input: { reader: 'devdocs', sources: [documentation()] } },
    'IngestInput!'
  )
  const solved = await record(ask, tasks.map(attempt))
  const [failed = ''] = await record(ask, [
    {
      ...attempt({ verb: 'sort', thing: 'prices' }),
      outcome: { status: 'failed', judgedBy: 'tests' },
      solution: 'import frames\n\nframes.sort_prices(table, empty=True)\n',
      steps: [{ role: 'tool', observation: "KeyError: 'prices'", error: "KeyError: 'prices'" }]
    }
  ])
  const [ofTeam = ''] = await record(
    ask,
    [{ ...attempt({ verb: 'hide', thing: 'names' }), task: { text: 'Hide the names of team-a.' } }],
    annKey
  )
  await untilIdle(ask)
  const insight = await recordInsight(ask, solved[0] ?? '')
  await job(ask, 'learnRanking', {}, '')
  await job(ask, 'runCuration', {}, '')
  const { recommend } = await ask<{
    recommend: { id: string; citations: { number: number; id: string }[] }
  }>('query ($q: String!) { recommend(question: $q) { id citations { number id } } }', {
    q: question
  })
  const [cited] = recommend.citations
  await ask('mutation ($input: FeedbackInput!) { sendFeedback(input: $input) { feedback } }', {
    input: {
      recommendation: recommend.id,
      from: 'agent',
      outcome: 'passed',
      used: [String(cited?.number)]
    }
  })
  await ask('mutation { closeEpoch(note: "before the upgrade") { closed } }')
  const { lessons } = await ask<{ lessons: { id: string; text: string }[] }>(
    'query ($task: String!) { lessons(task: $task, limit: 20) { id text } }',
    { task: question }
  )
  const lesson = lessons.find(({ text }) => text === lessonText)
  if (lesson === undefined)
    throw new Error(`no lesson by the model among ${JSON.stringify(lessons)}`)
  const { ranking } = await ask<{ ranking: MadeHome['ranking'] }>('{ ranking { inForce after } }')
  return { annKey, insight, cited: cited?.id ?? '', lesson, solved, failed, ofTeam, ranking }
}

async function makeAnn(ask: Ask): Promise<string> {
  await ask('mutation { makeSpace(input: {id: "team-a", name: "Team A"}) { id } }')
  const input = { name: 'ann', role: 'curator', spaces: ['team-a'] }
  const { makePrincipal } = await ask<{ makePrincipal: { key: string } }>(
    'mutation ($input: PrincipalInput!) { makePrincipal(input: $input) { key } }',
    { input }
  )
  return makePrincipal.key
}

/** Each task can be done by a function at the top and by its twin deep inside, told of in the same words. */
function documentation(): string {
  const pages = tasks.flatMap(({ verb, thing }) =>
    ['frames', 'frames.core.deep'].map((place) =>
      functionPage(`${place}.${verb}_${thing}`, {
        call: `${verb}_${thing}(table)`,
        text: `This does ${verb} the ${thing} of a table, one row after the other.`
      })
    )
  )
  const entries = pages.map(({ path }) => ({ name: path, path }))
  const folder = mkdtempSync(join(tmpdir(), 'cairn-frames-'))
  return writeDump(folder, { name: 'Frames', release: '1.0.0', pages, entries })
}

function attempt({ verb, thing }: { verb: string; thing: string }): Record<string, unknown> {
  return {
    schema: 'cairn.trace/1',
    task: { text: `How do I ${verb} the ${thing} in my table?`, family: `${verb}-${thing}` },
    agent: { name: 'solver' },
    libraries: ['frames'],
    steps: [],
    outcome: { status: 'passed', judgedBy: 'tests' },
    solution: `import frames.core.deep\n\nframes.core.deep.${verb}_${thing}(table)\n`
  }
}

async function record(ask: Ask, canonical: readonly unknown[], key?: string): Promise<string[]> {
  const { recordTraces } = await ask<{
    recordTraces: { trace: string | null; reason: string | null }[]
  }>(
    'mutation ($canonical: [JSON!]!) { recordTraces(canonical: $canonical) { trace reason } }',
    { canonical },
    key
  )
  return recordTraces.map(({ trace, reason }) => {
    if (trace === null) throw new Error(reason ?? '')
    return trace
  })
}

async function recordInsight(ask: Ask, trace: string): Promise<string> {
  const insight = {
    title: 'Sort prices with the deep twin',
    applies: 'Prices of a table with empty rows',
    advice: 'Call frames.core.deep.sort_prices, which leaves empty rows where they are.',
    avoid: 'frames.sort_prices moves them to the top.',
    backedBy: [{ doc: 'doc:docs/frames@1.0.0/api/frames.core.deep.sort_prices', quote }],
    derivedFrom: [trace],
    about: ['frames.core.deep.sort_prices'],
    reviewer: 'ann'
  }
  const { recordInsight: id } = await ask<{ recordInsight: string }>(
    'mutation ($insight: ReviewedInsightInput!) { recordInsight(insight: $insight) }',
    { insight }
  )
  return id
}

/** Starts a job and waits for its end. */
async function job(
  ask: Ask,
  field: string,
  variables: Record<string, unknown>,
  type: string
): Promise<void> {
  const [head, call] = type === '' ? ['', ''] : [`($input: ${type})`, '(input: $input)']
  await ask(`mutation ${head} { ${field}${call} { id } }`, variables)
  await untilIdle(ask)
}

async function untilIdle(ask: Ask): Promise<void> {
  for (;;) {
    const { jobs } = await ask<{ jobs: { nodes: { state: string; message: string | null }[] } }>(
      '{ jobs(first: 50) { nodes { state message } } }'
    )
    const bad = jobs.nodes.find(({ state }) => state === 'failed')
    if (bad !== undefined) throw new Error(bad.message ?? '')
    if (jobs.nodes.every(({ state }) => state === 'done')) return
    await new Promise((next) => setTimeout(next, 200))
  }
}

const [checkout, out] = process.argv.slice(2)
if (process.argv[1]?.endsWith('make-home.js') === true) {
  if (checkout === undefined || out === undefined) throw new Error('make-home CHECKOUT OUT')
  await main(resolve(checkout), out)
}
