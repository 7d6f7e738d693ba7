import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Database } from '../src/graph/database.js'
import { openGraph } from '../src/graph/open-graph.js'
import { present } from '../src/graph/queries.js'
import { createLog } from '../src/log.js'
import { createCatalogue, type GrowingCatalogue } from '../src/traces/api-catalogue.js'
import { traceSchemaName } from '../src/traces/canonical-trace.js'
import { linkedApis } from '../src/traces/linked-apis.js'
import { usesOf } from '../src/traces/uses-of.js'
import { labelOf, normalLabel } from './retrieval/labels.js'
import { readJsonLines, type Problem } from './retrieval/problems.js'
import { machine } from './support/machine.js'
import { evalConfig } from './support/open-cairn.js'
import { print } from './support/print.js'
import { table } from './support/table.js'

const { values: flags } = parseArgs({
  options: {
    problems: { type: 'string' },
    home: { type: 'string' },
    embedder: { type: 'string' },
    json: { type: 'string' }
  }
})

type Solved = Omit<Problem, 'docs'> & {
  readonly docs?: readonly string[]
  readonly reference_code: string
}

interface Answer {
  readonly id: string
  readonly library: string
  /** Labels of the pages that the problem names. */
  readonly wanted: readonly string[]
  /** Labels of the pages that the code leads to. */
  readonly reached: readonly string[]
}

interface Score {
  readonly problems: number
  readonly wanted: number
  readonly reached: number
  readonly right: number
  readonly precision: number
  readonly recall: number
}

/**
 * Measures how well code is linked to documentation: npm run eval:api-links -- --problems FILE --home DIR
 * Each reference code is read as the solution of a trace would be, its uses looked up among the Api nodes of the
 * graph in `--home`, and the sections that document these compared with the labels of the problem. Nothing is written.
 */
async function main(): Promise<void> {
  const { problems: file, home } = flags
  if (file === undefined || home === undefined)
    throw new Error(
      'eval:api-links needs --problems FILE and --home DIR of a graph with documentation'
    )
  const problems = readJsonLines<Solved>(file).filter(({ docs = [] }) => docs.length > 0)
  const graph = await openGraph(evalConfig(home, flags.embedder), { log: createLog('warn') })
  const catalogue = createCatalogue(graph.db, 'public')
  const answers: Answer[] = []
  try {
    for (const problem of problems) answers.push(await answer(graph.db, catalogue, problem))
  } finally {
    await graph.close()
  }
  const libraries = [...new Set(answers.map(({ library }) => library))].sort()
  const scores = new Map(
    libraries.map((name) => [name, scoreOf(answers.filter(({ library }) => library === name))])
  )
  scores.set('all', scoreOf(answers))
  const rows = [...scores].map(([name, s]) => [
    name,
    ...[s.problems, s.wanted, s.reached, s.right, s.precision, s.recall]
  ])
  print(table(['', 'problems', 'labels', 'reached', 'right', 'precision', 'recall'], rows))
  const missed = answers.flatMap(({ wanted, reached }) =>
    wanted.filter((label) => !reached.includes(label))
  )
  print(`Most often missed: ${mostFrequent(missed).slice(0, 12).join(', ')}`)
  if (flags.json === undefined) return
  const report = { manifest: machine(), scores: Object.fromEntries(scores), answers }
  writeFileSync(flags.json, JSON.stringify(report, null, 2))
}

async function answer(db: Database, catalogue: GrowingCatalogue, problem: Solved): Promise<Answer> {
  const uses = usesOf({
    schema: traceSchemaName,
    task: { text: problem.prompt },
    agent: { name: 'reference' },
    steps: [],
    outcome: { status: 'unknown' },
    solution: problem.reference_code
  })
  await catalogue.learn(uses)
  const ids = linkedApis(uses, catalogue).map(({ api }) => api)
  const rows = await db.run(present, { ids, spaces: ['public'], vector: [] })
  const pages = rows.map(({ node }) =>
    typeof node['doc'] === 'string' ? labelOf(node['doc']) : null
  )
  return {
    id: problem.id,
    library: problem.library,
    wanted: [...new Set((problem.docs ?? []).map(normalLabel))],
    reached: [...new Set(pages.filter((label) => label !== null))].sort()
  }
}

/** Over all labels together, so that a problem with many counts for as many. */
function scoreOf(answers: readonly Answer[]): Score {
  const sum = (count: (answer: Answer) => number) => answers.reduce((n, one) => n + count(one), 0)
  const wanted = sum((one) => one.wanted.length)
  const reached = sum((one) => one.reached.length)
  const right = sum((one) => one.wanted.filter((label) => one.reached.includes(label)).length)
  const share = (whole: number) => (whole === 0 ? 0 : right / whole)
  return {
    problems: answers.length,
    wanted,
    reached,
    right,
    precision: share(reached),
    recall: share(wanted)
  }
}

function mostFrequent(items: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([item, count]) => `${item} (${count})`)
}

await main()
