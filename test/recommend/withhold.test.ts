import { join } from 'node:path'
import type { Cairn } from '../../src/cairn.js'
import type { Recommendation } from '../../src/domain/recommendation.js'
import type { Database } from '../../src/graph/database.js'
import { withholdIn } from '../../src/graph/queries.js'
import { createLearning } from '../../src/learn/learning.js'
import { createLexicalEmbedder } from '../../src/model/lexical-embedder.js'
import { recommend, type RecommendOptions } from '../../src/recommend/recommend.js'
import { drawLots } from '../../src/recommend/withhold.js'
import type { Draft } from '../../src/recommend/draft.js'
import { createLibraryShelf } from '../../src/retrieve/known-libraries.js'
import {
  buildCairn,
  closeCairns,
  ingested,
  removeFolders,
  temporaryFolder,
  testDatabase
} from '../support/build-cairn.js'
import { functionPage, writeDump } from '../support/dump.js'

let db: Database

beforeEach(() => {
  db = testDatabase()
})
afterEach(async () => {
  await db.close()
  await closeCairns()
})
afterAll(removeFolders)

const spread = functionPage('frames.spread', {
  call: 'spread(column, keep=True)',
  text: 'Turn each item of a list in a column into a row of its own. The other columns repeat.'
})
const question = { text: 'How do I turn each item of a list into a row?', libraries: [] }

async function withInsights(titles: readonly string[]): Promise<Cairn> {
  const cairn = await buildCairn()
  const folder = writeDump(join(temporaryFolder(), 'frames'), {
    name: 'Frames',
    release: '2.1',
    pages: [spread],
    entries: [{ name: spread.path, path: spread.path }]
  })
  await ingested(cairn, 'devdocs', [folder])
  for (const title of titles)
    await cairn.recordInsight({
      title,
      applies: 'Each item of a list becomes a row.',
      advice: `Leave keep as it is: ${title}.`,
      avoid: '',
      code: null,
      backedBy: [
        { doc: 'doc:docs/frames@2.1/api/frames.spread', quote: 'The other columns repeat.' }
      ],
      derivedFrom: [],
      about: ['frames.spread'],
      reviewer: 'r'
    })
  return cairn
}

function ask(more: Partial<RecommendOptions> = {}, asked = question): Promise<Recommendation> {
  const deps = { db, embedder: createLexicalEmbedder(), shelf: createLibraryShelf(db) }
  return recommend(deps, asked, { spaces: ['public'], ...more })
}

const titlesOf = ({ items }: Recommendation) => items.map(({ title }) => title)

async function edgesOf(cairn: Cairn, { id }: Recommendation): Promise<Record<string, number>> {
  const { edges } = await cairn.open(id)
  return Object.fromEntries(edges.map(({ type, count }) => [type, count]))
}

test('at share 1 an insight is left out and that is recorded; at 0 it is shown', async () => {
  const cairn = await withInsights(['Keep the columns'])
  const without = await ask({ withholdShare: 1 })
  expect(titlesOf(without)).not.toContain('Keep the columns')
  expect(without.items.length).toBeGreaterThan(0)
  expect(await edgesOf(cairn, without)).toMatchObject({ WITHHELD: 1 })

  const shown = await ask({ withholdShare: 0 })
  expect(titlesOf(shown)).toContain('Keep the columns')
  expect(await edgesOf(cairn, shown)).not.toHaveProperty('WITHHELD')
})

test('a space that wants none of it gets every insight', async () => {
  const cairn = await withInsights(['Keep the columns'])
  await db.raw("MERGE (s:Space {id: 'public'}) SET s.withhold = false")
  const shown = await ask({ withholdShare: 1 })
  expect(titlesOf(shown)).toContain('Keep the columns')
  expect(await edgesOf(cairn, shown)).not.toHaveProperty('WITHHELD')
})

test('a tenth is withheld unless told otherwise, and what is shown bears the share as well', async () => {
  const cairn = await withInsights(['Keep the columns'])
  const left = await ask({ placeOf: () => 0.0999 })
  const shown = await ask({ placeOf: () => 0.1 })
  expect(await edgesOf(cairn, left)).toMatchObject({ WITHHELD: 1 })
  expect(titlesOf(shown)).toContain('Keep the columns')
  const learning = createLearning({ db, embedder: createLexicalEmbedder() }, { space: 'public' })
  for (const [{ id }, outcome] of [
    [left, 'failed'],
    [shown, 'passed']
  ] as const)
    await learning.sendFeedback({ recommendation: id, from: 'agent', by: 'one', outcome })
  expect(await learning.effects(5)).toMatchObject([
    { effect: null, shown: { n: 1, passed: 1 }, withheld: { n: 1, passed: 0 } }
  ])
})

test('the lot is the task’s: however it is written, through whichever door and how often, the same is seen', async () => {
  const cairn = await withInsights(['Keep the columns'])
  const sees = async (task: string) =>
    titlesOf(await ask({ withholdShare: 0.5, task })).includes('Keep the columns')
  const seen = async (tasks: readonly string[]) => {
    const all: boolean[] = []
    for (const task of tasks) all.push(await sees(task))
    return all
  }
  const tasks = Array.from({ length: 16 }, (_, i) => `Turn a list into rows, case ${String(i)}.`)
  const first = await seen(tasks)
  // Neither all nor none: by chance that would be seen once in 30,000.
  expect(new Set(first).size).toBe(2)
  const again = tasks.map((task) => `  ${task.toUpperCase().replaceAll(' ', '\n  ')}! `)
  expect(await seen(again)).toEqual(first)
  // Where nothing stands beside the task, the question is the task.
  const alone = await ask({ withholdShare: 0.5 })
  expect(titlesOf(alone).includes('Keep the columns')).toBe(await sees(question.text))
  const [kept] = await db.run(withholdIn, { space: 'public' })
  expect(kept?.seed).toMatch(/^[0-9a-f-]{72}$/)
  // By another seed others would be drawn.
  await db.raw("MATCH (m:Meta {id: 'withholding'}) SET m.seed = 'another'")
  expect(await seen(tasks)).not.toEqual(first)
  await expect(cairn.open('withholding')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('each insight has a lot of its own; what moves up has one too', () => {
  const draft = (id: string, label: string) => ({ node: { id, label } }) as unknown as Draft
  const all = [draft('doc', 'Doc'), draft('a', 'Insight'), draft('b', 'Insight')]
  const later = [draft('c', 'Insight'), draft('d', 'Insight')]
  const show = (without: ReadonlySet<string>) => ({
    kept: [...all, ...later].filter(({ node }) => !without.has(node.id)).slice(0, 3)
  })
  const places: Record<string, number> = { a: 0.05, b: 0.5, c: 0.01, d: 0.2 }
  const { shown, lots } = drawLots(show, { share: 0.1, placeOf: (id) => places[id] ?? NaN })
  expect(lots).toEqual([
    { insight: 'a', share: 0.1, rank: 2, withheld: true },
    { insight: 'b', share: 0.1, rank: 3, withheld: false },
    { insight: 'c', share: 0.1, rank: 3, withheld: true },
    { insight: 'd', share: 0.1, rank: 3, withheld: false }
  ])
  expect(shown.kept.map(({ node }) => node.id)).toEqual(['doc', 'b', 'd'])
})

test('what an insight does to success is measured from answers with and without it, and then said with it', async () => {
  await withInsights(['Keep the columns'])
  const learning = createLearning({ db, embedder: createLexicalEmbedder() }, { space: 'public' })
  const tell = (recommendation: string, outcome: 'passed' | 'failed' | 'unknown', by: string) =>
    learning.sendFeedback({ recommendation, from: 'agent', by, outcome, note: outcome })
  for (let i = 0; i < 32; i += 1) {
    const isShown = i % 2 === 1
    const task = `${question.text} ${String(i)}`
    const answer = await ask({ withholdShare: 0.5, placeOf: () => (isShown ? 0.7 : 0.2), task })
    expect(titlesOf(answer).includes('Keep the columns')).toBe(isShown)
    const passes = isShown ? i % 8 !== 1 : i % 8 === 0
    // Several feedbacks on one answer count once, by the last that knows; of one sender there is only the last.
    await tell(answer.id, passes ? 'failed' : 'passed', 'hasty')
    await tell(answer.id, passes ? 'passed' : 'failed', 'one')
    await tell(answer.id, 'unknown', 'idle')
  }
  const shownAgain = await ask({ withholdShare: 0.5, placeOf: () => 0.7, task: question.text })
  expect(titlesOf(shownAgain)).toContain('Keep the columns')
  const [measured] = await learning.effects(5)
  expect(measured).toMatchObject({
    effect: 0.5,
    shown: { n: 16, passed: 12 },
    withheld: { n: 16, passed: 4 },
    clusters: { shown: 16, withheld: 16 }
  })
  expect(await learning.effectOf(String(measured?.insight))).toEqual(measured)
  const { items } = await ask({ withholdShare: 0 })
  const bodies = items.map(({ evidence }) => evidence).join('\n')
  expect(bodies).toContain('measured: 50 points more successes with it (95 % interval ')
  expect(bodies).toContain('16 answers with it, 16 without')
})

test('an insight that no lot decided on has no effect, and one that is not there is refused', async () => {
  const cairn = await withInsights(['Keep the columns'])
  await ask({ withholdShare: 0 })
  const learning = createLearning({ db, embedder: createLexicalEmbedder() }, { space: 'public' })
  expect(await learning.effects(5)).toEqual([])
  const [found] = await cairn.search({ text: 'Keep the columns', libraries: [] }, 5)
  expect(found).toBeDefined()
  await expect(learning.effectOf('insight:none')).rejects.toMatchObject({
    code: 'NOT_FOUND',
    details: { field: 'insight' }
  })
})
