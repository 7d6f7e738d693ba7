import { closeCairns, exported, removeFolders } from '../support/build-cairn.js'
import {
  changed,
  curated,
  curatedAlone,
  framesAndPlots,
  recorded,
  storedInsights,
  tidying
} from './curating.js'

afterEach(closeCairns)
afterAll(removeFolders)

test('attempts alike become one insight with its advice, its warning, its code and its quotation', async () => {
  const cairn = await framesAndPlots()
  const traces = await recorded(cairn, tidying())
  const report = await curated(cairn)
  expect(report).toMatchObject({ traces: 9, clusters: 1, added: 1, queued: 1, byGate: {} })
  const [insight, ...others] = await storedInsights()
  expect(others).toEqual([])
  expect(insight).toMatchObject({
    state: 'in-review',
    kind: 'candidate',
    library: 'docs/frames@1.2.0',
    versions: '>=1.2.0 <2.0.0',
    gap: 'idiomatic-pattern',
    writer: 'rules',
    revision: 1,
    lineage: insight?.id,
    tainted: false,
    agents: 3,
    problems: 3
  })
  expect(insight?.advice).toContain('frames.tidy')
  expect(insight?.avoid).toContain('frames.patch')
  expect(tidying().map(({ code }) => code.trim())).toContain(insight?.code?.trim())
  expect(insight?.quotes).toEqual([
    'Strip blanks from the names of the columns of a frame before they are looked up.'
  ])
  expect(insight?.derivedFrom).toBeGreaterThanOrEqual(traces.length)
})

test('a second run without news creates nothing and changes nothing', async () => {
  const cairn = await framesAndPlots()
  await recorded(cairn, tidying())
  await curated(cairn)
  const before = await exported(cairn)
  const report = await curated(cairn, { seed: 7 })
  expect(report).toMatchObject({ traces: 0, lessons: 0, clusters: 0, added: 0, queued: 0 })
  expect(await exported(cairn)).toEqual(before)
})

/** Two subjects in two libraries, and more of the first. */
function plenty() {
  const drawing = tidying(3).map((attempt, i) => ({
    ...attempt,
    task: `Draw the curve of measurement ${String(i % 3)} on a canvas with both axes and a legend.`,
    code: `import plots\nimport frames\n# ${attempt.agent} draws ${String(i)}\nplots.draw(frames.read('m${String(i)}.csv'))\n`,
    libraries: ['plots']
  }))
  return [...tidying(5), ...drawing]
}

test('a run that was stopped at any point is gone on with and ends in the same graph', async () => {
  const whole = await framesAndPlots()
  await recorded(whole, plenty())
  await curatedAlone()
  const expected = await exported(whole)
  expect(await storedInsights()).not.toEqual([])
  await closeCairns()
  const parts = await framesAndPlots()
  await recorded(parts, plenty())
  let stopped = 0
  for (let steps = 1; ; steps += 1) {
    const abort = new AbortController()
    const run = curatedAlone({ signal: stopAfter(abort, steps) })
    const code = await run.then(
      () => 'done',
      (error: unknown) => (error as { code: string }).code
    )
    if (code === 'done') break
    expect(code).toBe('CANCELLED')
    stopped += 1
  }
  expect(stopped).toBeGreaterThan(2)
  expect(await exported(parts)).toEqual(expected)
})

/** Stops a run when it has looked at its signal so many times. */
function stopAfter(abort: AbortController, looks: number): AbortSignal {
  let seen = 0
  return new Proxy(abort.signal, {
    get: (signal, name) => {
      if (name === 'aborted' && (seen += 1) >= looks) abort.abort()
      const value: unknown = Reflect.get(signal, name, signal)
      return typeof value === 'function' ? (value.bind(signal) as unknown) : value
    }
  })
}

test('attempts at tasks alike in two libraries become two insights', async () => {
  const cairn = await framesAndPlots()
  const other = tidying().map((attempt) => ({
    ...attempt,
    task: `${attempt.task} This goes on a canvas.`,
    code: `import plots\n# by ${attempt.agent}\nplots.draw(${JSON.stringify(attempt.task)})\n`,
    libraries: ['plots']
  }))
  await recorded(cairn, [...tidying(), ...other])
  await curated(cairn)
  const libraries = (await storedInsights()).map(({ library }) => library)
  expect(libraries.toSorted()).toEqual(['docs/frames@1.2.0', 'docs/plots@1.2.0'])
})

test('what comes later about the same goes into the candidate that nobody has taken up', async () => {
  const cairn = await framesAndPlots()
  await recorded(cairn, tidying(1))
  expect(await curated(cairn)).toMatchObject({ added: 1, queued: 0, byGate: { generalises: 1 } })
  await recorded(cairn, tidying(4).slice(3))
  expect(await curated(cairn)).toMatchObject({ added: 0, merged: 1, queued: 1 })
  const [insight, ...others] = await storedInsights()
  expect(others).toEqual([])
  expect(insight).toMatchObject({ state: 'in-review', problems: 4, agents: 3 })
})

test('an approved insight keeps its words when more evidence comes, and what a person turned down is not proposed again', async () => {
  const cairn = await framesAndPlots()
  await recorded(cairn, tidying(3))
  await curated(cairn)
  await changed(
    `MATCH (i:Insight) SET i.state = 'approved', i.kind = 'reviewed', i.advice = 'Tidy first.'`
  )
  await recorded(cairn, tidying(4).slice(9))
  expect(await curated(cairn)).toMatchObject({ added: 0, merged: 1, queued: 0 })
  expect(await storedInsights()).toEqual([
    expect.objectContaining({ state: 'approved', advice: 'Tidy first.', problems: 4 })
  ])
  await changed(`MATCH (i:Insight) SET i.state = 'rejected', i.kind = 'withdrawn'`)
  await recorded(cairn, tidying(5).slice(12))
  expect(await curated(cairn)).toMatchObject({ added: 0, merged: 0, ignored: 1 })
})

test('what goes beyond an insight in force becomes a revision that refines it', async () => {
  const cairn = await framesAndPlots()
  await recorded(cairn, tidying(3))
  await curated(cairn)
  const [first] = await storedInsights()
  await changed(`MATCH (i:Insight) SET i.state = 'approved', i.kind = 'reviewed'`)
  const further = tidying(5)
    .slice(9)
    .map((attempt) => ({
      ...attempt,
      code: attempt.code.replace(/frames\.tidy\(/, 'frames.melt(frames.tidy(')
    }))
  await recorded(cairn, further)
  await curated(cairn)
  const second = (await storedInsights()).find(({ id }) => id !== first?.id)
  expect(second).toMatchObject({ refines: first?.id, lineage: first?.id, revision: 2 })
})

test('only one run curates a space at a time', async () => {
  const cairn = await framesAndPlots()
  await recorded(cairn, tidying())
  const beating = setInterval(() => {
    void changed(`MATCH (m:Meta {id: 'curation:public'}) SET m.beat = m.beat + 1`)
  }, 300)
  await changed(
    `MERGE (m:Meta {id: 'curation:public'}) SET m.token = 'elsewhere', m.holder = '{"machine":"elsewhere","pid":1,"started":"once"}', m.beat = 1`
  )
  await expect(curatedAlone()).rejects.toMatchObject({ code: 'ALREADY_RUNNING' })
  clearInterval(beating)
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  // Its holder was killed: the next run takes over.
  expect(await curatedAlone()).toMatchObject({ added: 1 })
})
