import { countsByEdgeType, insightsToDecide, writeCandidates } from '../../src/graph/queries.js'
import { closeCairns, removeFolders } from '../support/build-cairn.js'
import { closeDesks, doc, openDesk, quote } from '../insight/plant.js'

afterEach(closeDesks)
afterEach(closeCairns)
afterAll(removeFolders)

const row = (more: object) => ({
  id: 'insight:candidate',
  properties: {
    title: 'Spread first',
    space: 'public',
    kind: 'candidate',
    revision: 1,
    support: 2,
    agents: 2,
    problems: 1,
    proposedIn: 1
  },
  traces: [],
  lessons: [],
  about: [],
  backedBy: [],
  contradicts: [],
  ...more
})

test('two quotations of one section are two edges', async () => {
  const { db } = await openDesk()
  const backedBy = [quote, 'Turn each item of a list'].map((words) => ({ doc, quote: words }))
  await db.run(writeCandidates, { rows: [row({ backedBy })], space: 'public' })
  const edges = await db.run(countsByEdgeType, { spaces: ['public'] })
  expect(edges.find(({ type }) => type === 'BACKED_BY')?.count).toBe(2)
  const [found] = await db.run(insightsToDecide, { ids: ['insight:candidate'], space: 'public' })
  expect(found?.quotes.map((one) => one['quote']).toSorted()).toEqual(
    backedBy.map((one) => one.quote).toSorted()
  )
})

test('a flag that curation raises on another insight is a new version of it, once', async () => {
  const desk = await openDesk()
  const other = await desk.plant('other')
  const contradicts = [other]
  for (let i = 0; i < 2; i += 1)
    await desk.db.run(writeCandidates, { rows: [row({ contradicts })], space: 'public' })
  const { insight } = await desk.review.insight(other)
  expect(insight.version).toBe(2)
  expect(insight.marks.map(({ name }) => name)).toEqual(['contradiction'])
})
