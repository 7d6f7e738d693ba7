import { closeCairns, removeFolders } from '../support/build-cairn.js'
import { curated, framesAndPlots, recorded, storedInsights, telling, tidying } from './curating.js'

afterEach(closeCairns)
afterAll(removeFolders)

test('an approval while curation runs loses neither: the insight is in force, and what came in is beneath it', async () => {
  const cairn = await framesAndPlots()
  await recorded(cairn, tidying(3))
  await curated(cairn)
  const [waiting] = await storedInsights()
  if (waiting === undefined) throw new Error('nothing waits')
  const before = waiting.derivedFrom
  await recorded(cairn, telling(tidying(5)).slice(6))
  const approve = { verdict: 'approve' as const, insight: waiting.id, by: 'curator' }
  const [report, decision] = await Promise.all([
    curated(cairn),
    cairn.decide({ ...approve, version: waiting.version })
  ])
  expect(report.merged).toBe(1)
  expect(decision.changes).toMatchObject([{ after: { state: 'approved' } }])
  const insight = (await storedInsights()).find(({ id }) => id === waiting.id)
  expect(insight).toMatchObject({ state: 'approved', kind: 'reviewed' })
  expect(insight?.version).toBeGreaterThan(waiting.version)
  expect(insight?.derivedFrom).toBeGreaterThan(before)
  const { decisions } = await cairn.insight(waiting.id)
  expect(decisions.filter(({ kind }) => kind === 'approve')).toHaveLength(1)
})

test('two runs of curation at once make what one makes', async () => {
  const cairn = await framesAndPlots()
  await recorded(cairn, tidying(3))
  const started = await Promise.all([cairn.curate({}), cairn.curate({})])
  await cairn.jobs.idle()
  const jobs = await Promise.all(started.map(({ id }) => cairn.jobs.get(id)))
  expect(jobs.map(({ state }) => state)).toEqual(['done', 'done'])
  expect(await storedInsights()).toHaveLength(1)
})
