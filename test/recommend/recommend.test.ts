import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cairn } from '../../src/cairn.js'
import {
  buildCairn,
  closeCairns,
  ingested,
  removeFolders,
  temporaryFolder,
  testDatabase
} from '../support/build-cairn.js'
import { functionPage, writeDump } from '../support/dump.js'

afterEach(closeCairns)
afterAll(removeFolders)

const pages = [
  functionPage('frames.spread', {
    call: 'spread(column, keep=True)',
    text: 'Turn each item of a list in a column into a row of its own. The other columns repeat.'
  }),
  functionPage('frames.pick', { call: 'pick(rows)', text: 'Take rows by their position.' }),
  functionPage('frames.old_pick', {
    call: 'old_pick(rows)',
    text: 'Take rows by position or label.',
    more: '<div class="deprecated"><p><span class="versionmodified deprecated">Deprecated since version 2.0: </span>Use <a class="reference internal" href="frames.pick#frames.pick"><code>pick</code></a> instead.</p></div>'
  })
]

/** Otherwise one answer in ten goes without an insight. */
async function withholdNothing(): Promise<void> {
  const db = testDatabase()
  await db.raw("MERGE (s:Space {id: 'public'}) SET s.withhold = false")
  await db.close()
}

async function withDocs(): Promise<Cairn> {
  const cairn = await buildCairn()
  await takeIn(cairn, { name: 'Frames', release: '2.1', pages })
  return cairn
}

/** Takes in a library's documentation; each page tells of one API. */
async function takeIn(
  cairn: Cairn,
  library: Omit<Parameters<typeof writeDump>[1], 'entries'>
): Promise<void> {
  const entries = library.pages.map(({ path }) => ({ name: path, path }))
  await ingested(cairn, 'devdocs', [writeDump(temporaryFolder(), { ...library, entries })])
}

const question = {
  text: 'How do I turn each item of a list in a column into a row?',
  libraries: []
}

test('documentation answers with the call, a quotation that stands in its source, and why', async () => {
  const cairn = await withDocs()

  const advice = await cairn.recommend(question)

  const [first] = advice.items
  expect(first).toMatchObject({ section: 'use', title: 'frames.spread(column, keep=True)' })
  expect(advice.answer).toBe('Use frames.spread (frames 2.1).')
  expect(advice.fits).toBe(true)
  const citation = advice.citations.find((c) => c.number === first?.citations[0])
  const source = await cairn.open(citation?.id ?? '')
  expect(source.properties['text']).toContain(citation?.quote)
  expect(first?.path.length).toBeGreaterThan(0)
  expect(first?.reason).toMatch(/meaning|words|name/)
})

test('an answer is recorded with what it cites', async () => {
  const cairn = await withDocs()
  const advice = await cairn.recommend(question)
  const node = await cairn.open(advice.id)
  expect(node.properties['question']).toBe(question.text)
  expect(node.edges).toEqual([{ type: 'CITES', out: true, count: advice.citations.length }])
})

const attempt = { task: question.text, title: 'Lists to rows', libraries: [] }

const spreading = {
  ...attempt,
  agent: 'a',
  outcome: 'passed',
  code: 'import frames\nframes.spread(t, "tags")',
  note: 'Spreading the column did it at once.'
} as const

test('what worked before is shown with its code, what failed as a warning', async () => {
  const cairn = await withDocs()
  await cairn.recordTraces([
    spreading,
    {
      ...attempt,
      agent: 'b',
      outcome: 'failed',
      code: 'frames.pick(t)',
      note: 'Picking rows by position lost the lists.'
    }
  ])

  const { items } = await cairn.recommend(question)

  expect(items.find((item) => item.section === 'worked')).toMatchObject({
    title: 'Lists to rows',
    body: 'Spreading the column did it at once.',
    code: 'import frames\nframes.spread(t, "tags")'
  })
  expect(items.filter((item) => item.kind === 'failed').map((item) => item.body)).toContain(
    'Picking rows by position lost the lists.'
  )
})

test('what a question says it is about binds what experience leads to as well', async () => {
  const cairn = await withDocs()
  const page = functionPage('tables.cut', {
    call: 'cut(table)',
    text: 'Cut a table into columns of equal width.'
  })
  await takeIn(cairn, { name: 'Tables', release: '1.0', pages: [page] })
  await cairn.recordTraces([spreading])
  const librariesFor = async (text: string) => {
    const { ranked } = await cairn.retrieve(
      { text, libraries: [] },
      { spaces: ['public'], limit: 24, broad: true }
    )
    return new Set(ranked.flatMap(({ memory }) => memory.library ?? []))
  }

  expect([...(await librariesFor(question.text))]).toContain('docs/frames@2.1')
  expect([...(await librariesFor(`tables: ${question.text}`))]).toEqual(['docs/tables@1.0'])
})

test('a question bound to a library is not answered by experience of another, and by what tells of none', async () => {
  const cairn = await withDocs()
  const page = functionPage('tables.cut', {
    call: 'cut(table)',
    text: 'Cut a table into columns of equal width.'
  })
  await takeIn(cairn, { name: 'Tables', release: '1.0', pages: [page] })
  await cairn.recordTraces([
    spreading,
    { ...spreading, task: `${spreading.task} Twice.`, libraries: ['tables'] },
    { ...spreading, task: `${spreading.task} Apart.`, libraries: ['tables-core'] },
    { task: `${spreading.task} By hand.`, agent: 'c', outcome: 'passed', note: 'A loop did it.' }
  ])
  const attemptsFor = async (text: string) => {
    const { ranked } = await cairn.retrieve(
      { text, libraries: [] },
      { spaces: ['public'], limit: 24, broad: true }
    )
    const traces = ranked.filter(({ memory }) => memory.label === 'Trace')
    return traces.map(({ memory }) => memory.text).sort()
  }

  expect(await attemptsFor(question.text)).toHaveLength(4)
  const bound = await attemptsFor(`tables: ${question.text}`)
  expect(bound).toHaveLength(3)
  expect(bound.filter((text) => text.includes('Apart.'))).toHaveLength(1)
  expect(await attemptsFor(`frames: ${question.text}`)).toHaveLength(4)
})

test('an error leads to the attempt that got rid of it, first of all', async () => {
  const cairn = await withDocs()
  const task = 'Choose some rows of a table.'
  await cairn.recordTraces([
    {
      task,
      agent: 'a',
      outcome: 'failed',
      error: "RowError: no row 'x7' here",
      note: 'Labels were taken for positions.'
    },
    { task, agent: 'b', outcome: 'passed', note: 'Positions are numbers.', apis: ['frames.pick'] }
  ])

  const { items } = await cairn.recommend({ text: "RowError: no row 'y12' here", libraries: [] })

  expect(items[0]).toMatchObject({
    kind: 'cure',
    body: 'Positions are numbers.',
    evidence: 'passed, as its agent says (b)'
  })
})

test('a deprecated API is shown with what its documentation says about that', async () => {
  const cairn = await withDocs()
  const { items } = await cairn.recommend({ text: 'frames.old_pick', libraries: ['Frames'] })
  const warning = items.find((item) => item.section === 'watch')
  expect(warning?.title).toBe('frames.old_pick is deprecated')
  expect(warning?.body).toContain('instead')
})

test('an insight is refused unless its quotations stand in the documentation', async () => {
  const cairn = await withDocs()
  const insight = {
    title: 'Keep the columns',
    applies: 'Lists become rows.',
    advice: 'Leave keep as it is.',
    avoid: 'Do not join afterwards.',
    code: null,
    derivedFrom: [],
    about: ['frames.spread'],
    reviewer: 'r'
  }
  const doc = 'doc:docs/frames@2.1/api/frames.spread'
  await expect(
    cairn.recordInsight({ ...insight, backedBy: [{ doc, quote: 'Columns are dropped.' }] })
  ).rejects.toMatchObject({ code: 'BAD_INPUT' })
  expect((await cairn.status()).nodes['Insight']).toBeUndefined()

  await cairn.recordInsight({ ...insight, backedBy: [{ doc, quote: 'The other columns repeat.' }] })
  await withholdNothing()
  const { items } = await cairn.recommend(question)
  expect(items.find((item) => item.section === 'watch')).toMatchObject({
    title: 'Keep the columns',
    body: 'Leave keep as it is. Do not join afterwards.'
  })
})

test('how often an API was used is no praise of it', async () => {
  const cairn = await withDocs()
  const attempt = (agent: string, outcome: string, task: string) => ({
    task,
    agent,
    outcome,
    code: 'import frames\nframes.spread(t, "tags")'
  })
  await cairn.recordTraces([
    attempt('one', 'passed', 'Spread tags into rows'),
    attempt('two', 'failed', 'Spread numbers into rows')
  ])
  const { items } = await cairn.recommend(question)
  const spread = items.find((item) => item.title.startsWith('frames.spread'))
  expect(spread?.body).toBe('Turn each item of a list in a column into a row of its own.')
})

test.each([
  'how do I simmer a soup of pumpkins?',
  'asdf qwer zxcv',
  'kafkajs: create a consumer group',
  'thank you, that worked!'
])('what has nothing to do with what is held is answered in one line: %s', async (text) => {
  const cairn = await withDocs()
  const advice = await cairn.recommend({ text, libraries: [] })
  expect(advice).toMatchObject({ fits: false, items: [], citations: [] })
  expect(advice.answer).toMatch(/^Nothing here fits[.:]/)
})

test('the answer keeps to its budget and says what was left out', async () => {
  const cairn = await withDocs()
  const rows = { text: 'How do I take rows by position?', libraries: [] }
  const whole = await cairn.recommend(rows)
  expect(whole.items.length).toBeGreaterThan(1)
  const small = await cairn.recommend(rows, { tokens: 40 })
  expect(small.items).toHaveLength(1)
  expect(small.remarks.join()).toMatch(/did not fit into 40 tokens/)
})

test('an empty graph answers that it knows nothing, and what to do', async () => {
  const cairn = await buildCairn()
  const advice = await cairn.recommend(question)
  expect(advice).toMatchObject({
    answer: 'Nothing here fits.',
    fits: false,
    items: [],
    citations: []
  })
  expect(advice.remarks.join()).toContain('cairn ingest')
})

test.each([
  ['every Lucene special', '+ - && || ! ( ) { } [ ] ^ " ~ * ? : \\ / AND OR NOT TO <script> \' `'],
  ['only specials', '+-!(){}[]^"~*?:\\/'],
  ['5,000 words', Array.from({ length: 5_000 }, (_, i) => `word${i} column`).join(' ')],
  ['another script', '列のリストを行に変換する方法は？ столбец списков в строки'],
  ['emoji', '🪨🪨 rows 🪨'],
  ['only code', 'import frames\nframes.spread(t, "tags")'],
  [
    'only a traceback',
    'Traceback (most recent call last):\n  File "a.py", line 1\nRowError: no row'
  ],
  ['control characters and a lone surrogate', 'rows\u0000\u001b[31m \ud800 columns']
])('%s is answered without an error', async (_, text) => {
  const cairn = await withDocs()
  const advice = await cairn.recommend({ text, libraries: [] })
  expect(advice.answer).not.toBe('')
  for (const item of advice.items) expect(item.citations.length).toBeGreaterThan(0)
})

test.each([
  ['an empty question', { text: '  \n', libraries: [] }, 'BAD_INPUT', 'question'],
  ['a question of 1 MB', { text: 'x'.repeat(1_000_000), libraries: [] }, 'TOO_LARGE', 'question'],
  ['an unknown library', { text: 'rows', libraries: ['nolib'] }, 'NOT_FOUND', 'libraries']
])('%s is refused by name', async (_, asked, code, field) => {
  const cairn = await withDocs()
  await expect(cairn.recommend(asked)).rejects.toMatchObject({ code, details: { field } })
  expect((await cairn.status()).nodes['Recommendation']).toBeUndefined()
})

test('names are found whole and by their parts', async () => {
  const cairn = await buildCairn()
  const folder = temporaryFolder()
  writeFileSync(
    join(folder, 'a.md'),
    '# Reading\n\nCall `DataFrame.groupby`, `read_csv` or `getElementById`.\n'
  )
  writeFileSync(join(folder, 'b.md'), '# Other\n\nNothing of the kind.\n')
  await ingested(cairn, 'markdown', [folder], { name: 'notes', version: '1' })
  for (const text of [
    'DataFrame.groupby',
    'dataframe',
    'groupby',
    'read_csv',
    'csv',
    'getElementById',
    'element'
  ]) {
    const [first] = await cairn.search({ text, libraries: [] }, 5)
    expect(`${text}: ${first?.title ?? ''}`).toBe(`${text}: Reading`)
  }
})
