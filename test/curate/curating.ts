import { createLog } from '../../src/log.js'
import { createLexicalEmbedder } from '../../src/model/lexical-embedder.js'
import type { Cairn, Job } from '../../src/cairn.js'
import { curationWork, type CurationReport } from '../../src/curate/curation.js'
import type { Trust } from '../../src/domain/field-note.js'
import type { GateResult } from '../../src/domain/insight.js'
import { openDatabase, type Database } from '../../src/graph/database.js'
import type { Query } from '../../src/graph/query.js'
import { buildCairn, ingested, temporaryFolder, testConfig } from '../support/build-cairn.js'
import { functionPage, writeDump } from '../support/dump.js'

const functions: readonly (readonly [string, string])[] = [
  ['read', 'Read a table of prices from a file into a frame with named columns.'],
  ['tidy', 'Strip blanks from the names of the columns of a frame before they are looked up.'],
  ['patch', 'Overwrite a column by its position, whatever its name is.'],
  ['melt', 'Turn wide columns into long rows, one row for each cell.'],
  ['oldjoin', 'Join two frames. This function is deprecated and will be removed.'],
  ['join', 'Join two frames on a key that both share.']
]

/** A graph with the documentation of two small libraries. */
export async function framesAndPlots(): Promise<Cairn> {
  const cairn = await buildCairn()
  const frames = functions.map(([name, text]) =>
    functionPage(`frames.${name}`, { call: `${name}(frame)`, text })
  )
  const plots = [
    functionPage('plots.draw', {
      call: 'draw(frame)',
      text: 'Draw a frame as lines on a canvas with axes.'
    })
  ]
  for (const [name, pages] of [
    ['Frames', frames],
    ['Plots', plots]
  ] as const) {
    const entries = pages.map(({ path }) => ({ name: path, path }))
    const folder = writeDump(temporaryFolder(), { name, release: '1.2.0', pages, entries })
    await ingested(cairn, 'devdocs', [folder])
  }
  return cairn
}

export interface Attempt {
  readonly task: string
  readonly agent: string
  readonly outcome: 'passed' | 'failed'
  /** Left out, only the agent says so. */
  readonly judgedBy?: 'tests'
  readonly code: string
  readonly error?: string
  readonly note?: string
  readonly libraries?: readonly string[]
  readonly learned?: readonly Learned[]
}

interface Learned {
  readonly about: string | readonly string[]
  readonly happens: string
  readonly instead?: string
  readonly shownBy?: string
}

/** One behaviour, as two agents say it; the documentation of `frames` does not tell of it. */
const copies: readonly Learned[] = [
  {
    about: 'frames.tidy',
    happens: 'returns a new frame and leaves the old one as it was',
    shownBy: 'clean = frames.tidy(table)'
  },
  { about: 'frames.tidy', happens: 'leaves the old frame as it was and returns a new one' }
]

const things = ['prices', 'wages', 'rents', 'tariffs', 'salaries']
const details = [
  'The file comes from a spreadsheet with blanks around its headings.',
  'Somebody typed the headings by hand and left blanks before some of them.',
  'The export adds a blank behind every heading, which nobody sees.',
  'After the migration all headings have stray blanks at both ends.',
  'Headings were copied from a mail and carry blanks.'
]

/** Attempts of three agents at tasks alike, judged by tests: those pass that tidy the names and say what they learned of it, those fail that patch. */
export function tidying(tasks = 3): Attempt[] {
  return claimed(tasks).map((attempt) => ({ ...attempt, judgedBy: 'tests' }))
}

/** The same attempts, where nobody but the agents themselves says how they ended. */
export function claimed(tasks = 3): Attempt[] {
  return things.slice(0, tasks).flatMap((thing, i): Attempt[] => {
    const task = `Look up the column of ${thing} in a frame whose column names have stray blanks. ${details[i] ?? ''}`
    return [
      {
        task,
        agent: 'ada',
        outcome: 'passed',
        code: `import frames\ntable = frames.read('${thing}.csv')\nclean = frames.tidy(table)\nresult = clean['${thing}']\n`,
        learned: copies.slice(0, 1)
      },
      {
        task,
        agent: 'bob',
        outcome: 'passed',
        code: `import frames\n# blanks go first\nresult = frames.tidy(frames.read('${thing}.csv')).get('${thing}', default=${String(i)})\n`,
        learned: copies.slice(1)
      },
      {
        task,
        agent: 'cleo',
        outcome: 'failed',
        code: `import frames\nt = frames.read('${thing}.csv')\nfor n in range(${String(i + 2)}):\n    frames.patch(t, n)\nresult = t['${thing}']\n`,
        error: `KeyError: '${thing}'`
      }
    ]
  })
}

/**
 * Records each attempt in the name of a principal, and throws where one was not taken. Those judged by tests come as
 * recordings in which Cairn itself read that; the others are their sender's word.
 * @param by the principal of all of them; each agent is one of its own unless told
 * @returns ids of the traces
 */
export async function recorded(
  cairn: Cairn,
  attempts: readonly unknown[],
  by?: string
): Promise<string[]> {
  const shown = attempts.filter(isJudged)
  const told = attempts.filter((attempt) => !isJudged(attempt))
  return [
    ...(await sent(cairn, shown, { by, trust: 'imported' })),
    ...(await sent(cairn, told, { by, trust: 'self-reported' }))
  ]
}

/** Records each attempt as agents send it: their own word, whoever they say judged. */
export function reported(cairn: Cairn, attempts: readonly unknown[]): Promise<string[]> {
  return sent(cairn, attempts, { trust: 'self-reported' })
}

async function sent(
  cairn: Cairn,
  attempts: readonly unknown[],
  { by, trust }: { readonly by?: string | undefined; readonly trust: Trust }
): Promise<string[]> {
  const names = attempts.map((attempt) => by ?? nameOf(attempt))
  const traces: string[] = []
  for (const name of [...new Set(names)]) {
    const own = attempts.filter((_, i) => names[i] === name)
    const receipts = await cairn.recordTraces(own, { principal: `principal:${name}`, trust })
    const bad = receipts.find(({ status }) => status !== 'accepted')
    if (bad !== undefined) throw new Error(JSON.stringify(bad))
    traces.push(...receipts.map(({ trace }) => trace ?? ''))
  }
  return traces
}

function isJudged(attempt: unknown): boolean {
  const { judgedBy, outcome } = attempt as { judgedBy?: string; outcome?: { judgedBy?: string } }
  return judgedBy === 'tests' || outcome?.judgedBy === 'tests'
}

function nameOf(attempt: unknown): string {
  const { agent } = attempt as { readonly agent: string | { readonly name: string } }
  return typeof agent === 'string' ? agent : agent.name
}

/** Those of attempts that say what they learned. */
export function telling(attempts: readonly Attempt[]): Attempt[] {
  return attempts.filter(({ learned }) => learned !== undefined)
}

/** Runs curation as a job and waits. */
export async function curated(
  cairn: Cairn,
  input: { seed?: number } = {}
): Promise<CurationReport> {
  const { id } = await cairn.curate(input)
  await cairn.jobs.idle()
  const job: Job = await cairn.jobs.get(id)
  if (job.state !== 'done') throw new Error(`${job.code ?? job.state}: ${job.message ?? ''}`)
  return JSON.parse(job.result ?? '{}') as CurationReport
}

/** One run by itself, where a test stops it. */
export async function curatedAlone(
  options: {
    signal?: AbortSignal
    report?: (done: number, total: number) => void
    space?: string
  } = {}
): Promise<CurationReport> {
  const db = database()
  const {
    signal = new AbortController().signal,
    report = () => undefined,
    space = 'public'
  } = options
  const work = curationWork({
    db,
    embedder: createLexicalEmbedder(),
    requireSpace: () => Promise.resolve()
  })
  try {
    return await work({ seed: 1, again: false, space }, { signal, report })
  } finally {
    await db.close()
  }
}

export function database(): Database {
  const config = testConfig()
  return openDatabase({
    uri: config.neo4jUri ?? '',
    user: config.neo4jUser,
    password: config.neo4jPassword ?? '',
    database: config.neo4jDatabase,
    log: createLog('silent')
  })
}

export interface StoredInsight {
  readonly id: string
  readonly state: string
  readonly kind: string
  readonly title: string
  readonly applies: string
  readonly advice: string
  readonly avoid: string
  readonly code: string | null
  readonly library: string | null
  readonly versions: string | null
  readonly gap: string
  readonly writer: string
  readonly gates: string
  readonly tainted: boolean
  readonly flags: readonly string[]
  readonly acknowledged?: readonly string[]
  readonly refines: string | null
  readonly lineage: string
  readonly revision: number
  readonly version: number
  readonly support: number
  readonly agents: number
  readonly problems: number
  readonly derivedFrom: number
  readonly traces: readonly string[]
  /** Traces that its lessons were learned in. */
  readonly learnedIn: readonly string[]
  readonly quotes: readonly string[]
  readonly contradicts: readonly string[]
}

const insights: Query<Record<string, never>, { readonly insight: StoredInsight }> = {
  name: 'insightsForTest',
  access: 'read',
  integers: [],
  columns: { insight: 'map' } as never,
  text: `MATCH (i:Insight) RETURN i {.*, embedding: null, createdAt: null, derivedFrom: COUNT { (i)-[:DERIVED_FROM]->() },
    traces: COLLECT { MATCH (i)-[:DERIVED_FROM]->(t:Trace) RETURN t.id ORDER BY t.id },
    learnedIn: COLLECT { MATCH (i)-[:DERIVED_FROM]->(:Lesson)-[:LEARNED_IN]->(t:Trace) RETURN DISTINCT t.id ORDER BY t.id },
    quotes: COLLECT { MATCH (i)-[b:BACKED_BY]->() RETURN b.quote ORDER BY b.quote },
    contradicts: COLLECT { MATCH (i)-[:CONTRADICTS]->(o) RETURN o.id ORDER BY o.id }} AS insight ORDER BY i.id`
}

/** Every insight in the graph. */
export async function storedInsights(): Promise<StoredInsight[]> {
  const db = database()
  try {
    return (await db.run(insights, {})).map(({ insight }) => insight)
  } finally {
    await db.close()
  }
}

/** Changes the graph behind Cairn's back, as another room would. */
export async function changed(text: string, params: Record<string, unknown> = {}): Promise<void> {
  const db = database()
  await db.raw(text, params)
  await db.close()
}

/** Gates that an insight does not pass, with their reasons. */
export function failedGates({ gates }: Pick<StoredInsight, 'gates'>): Record<string, string> {
  const results = JSON.parse(gates) as GateResult[]
  return Object.fromEntries(
    results.filter(({ passed }) => !passed).map(({ gate, reason }) => [gate, reason])
  )
}

/** A signal that stops a run when it has been looked at so many times. */
export function stopAfter(looks: number): AbortSignal {
  const abort = new AbortController()
  let seen = 0
  return new Proxy(abort.signal, {
    get: (signal, name) => {
      if (name === 'aborted' && (seen += 1) >= looks) abort.abort()
      const value: unknown = Reflect.get(signal, name, signal)
      return typeof value === 'function' ? (value.bind(signal) as unknown) : value
    }
  })
}
