import { closeCairns, exported, removeFolders } from '../support/build-cairn.js'
import {
  changed,
  curated,
  curatedAlone,
  framesAndPlots,
  recorded,
  stopAfter,
  storedInsights,
  telling,
  tidying,
  type Attempt
} from './curating.js'

afterEach(closeCairns)
afterAll(removeFolders)

test('notes that say the same become one insight in the words of one of them, with who saw it and its code', async () => {
  const cairn = await framesAndPlots()
  const traces = await recorded(cairn, telling(tidying()))
  const report = await curated(cairn)
  expect(report).toMatchObject({ traces: 6, clusters: 1, added: 1, queued: 1, byGate: {} })
  const [insight, ...others] = await storedInsights()
  expect(others).toEqual([])
  expect(insight).toMatchObject({
    state: 'in-review',
    kind: 'candidate',
    library: 'docs/frames@1.2.0',
    versions: '>=1.2.0 <2.0.0',
    gap: 'api-confusion',
    writer: 'agents',
    revision: 1,
    lineage: insight?.id,
    tainted: false,
    agents: 2,
    problems: 3,
    support: 6,
    code: 'clean = frames.tidy(table)',
    traces: [...traces].sort()
  })
  expect(insight?.title).toMatch(/^`frames\.tidy`: (?:returns a new frame|leaves the old frame)/)
})

test('attempts without a note propose nothing, whatever they share', async () => {
  const cairn = await framesAndPlots()
  const silent = tidying(5).map(({ task, agent, outcome, judgedBy, code }) => ({
    task,
    agent,
    outcome,
    judgedBy,
    code
  }))
  await recorded(cairn, silent)
  expect(await curated(cairn)).toMatchObject({ traces: 15, added: 0, queued: 0 })
  expect(await storedInsights()).toEqual([])
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

/** More of what was learned, about other things of two libraries. */
function plenty(): Attempt[] {
  const drawing = telling(tidying(3)).map((attempt, i) => ({
    ...attempt,
    task: `Draw the curve of measurement ${String(i % 3)} on a canvas with both axes and a legend.`,
    code: `import plots\nimport frames\nplots.draw(frames.read('m${String(i)}.csv'))\n`,
    libraries: ['plots'],
    learned: [
      { about: 'plots.draw', happens: 'clears the canvas before it draws' },
      { about: 'frames.read', happens: `skips the first ${String(i)} lines of the file` }
    ]
  }))
  return [...tidying(5), ...drawing]
}

test('a run that was stopped at any point is gone on with and ends in the same graph, in whatever order attempts came', async () => {
  const whole = await framesAndPlots()
  await recorded(whole, plenty())
  await curatedAlone()
  const expected = await exported(whole)
  expect((await storedInsights()).length).toBeGreaterThan(2)
  await closeCairns()
  const parts = await framesAndPlots()
  await recorded(parts, plenty().toReversed())
  let stopped = 0
  for (let looks = 1; ; looks += 1) {
    const code = await curatedAlone({ signal: stopAfter(looks) }).then(
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

test('notes about two libraries become two insights, however alike their words and tasks', async () => {
  const cairn = await framesAndPlots()
  const other = telling(tidying()).map((attempt) => ({
    ...attempt,
    task: `${attempt.task} This goes on a canvas.`,
    code: `import plots\n# by ${attempt.agent}\nplots.draw(${JSON.stringify(attempt.task)})\n`,
    libraries: ['plots'],
    learned: (attempt.learned ?? []).map((note) => ({ ...note, about: 'plots.draw' }))
  }))
  await recorded(cairn, [...tidying(), ...other])
  await curated(cairn)
  const libraries = (await storedInsights()).map(({ library }) => library ?? '')
  expect(libraries.toSorted()).toEqual(['docs/frames@1.2.0', 'docs/plots@1.2.0'])
})

test('what comes later about the same goes into the candidate that nobody has taken up', async () => {
  const cairn = await framesAndPlots()
  const lonely = tidying(1).filter(({ agent }) => agent !== 'bob')
  await recorded(cairn, lonely)
  expect(await curated(cairn)).toMatchObject({ added: 1, queued: 0, byGate: { observed: 1 } })
  await recorded(cairn, tidying(4).slice(3))
  expect(await curated(cairn)).toMatchObject({ added: 0, merged: 1, queued: 1 })
  const [insight, ...others] = await storedInsights()
  expect(others).toEqual([])
  expect(insight).toMatchObject({ state: 'in-review', problems: 4, agents: 2 })
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
