import { closeCairns, removeFolders } from '../support/build-cairn.js'
import { closeDesks, openDesk } from './plant.js'

afterEach(closeDesks)
afterEach(closeCairns)
afterAll(removeFolders)

test('a graph in order has nothing amiss', async () => {
  const desk = await openDesk()
  const none = { count: 0, examples: [] }
  expect(await desk.review.graphHealth()).toEqual({
    orphans: [],
    missingVectors: [],
    neverUsedInsights: { what: 'never-used', ...none },
    contradictedInsights: { what: 'contradicted', ...none },
    nearDuplicates: { what: 'near-duplicates', ...none },
    openGaps: { what: 'open', ...none },
    failingJobs: { what: 'failed', ...none },
    rejectedWrites: { what: 'rejected', ...none }
  })
})

test('what is amiss is counted, with examples', async () => {
  const desk = await openDesk()
  const [a, b] = await Promise.all(['a', 'b'].map((name) => desk.plant(name)))
  for (const insight of [a, b])
    await desk.review.decide({
      verdict: 'approve',
      insight: insight ?? '',
      version: 1,
      by: 'ada'
    })
  await desk.db.raw(
    `MATCH (a:Insight {id: $a}), (b:Insight {id: $b})
     SET b.embedding = a.embedding
     CREATE (a)-[:CONTRADICTS]->(b),
       (:Trace {id: 'trace:lost', space: 'public', title: 'Lost'}),
       (:KnowledgeRequest {id: 'gap:1', space: 'public', state: 'open', text: 'How to fold?'}),
       (:Job {id: 'job:1', state: 'failed', label: 'ingest', message: 'No room.', startedAt: datetime()}),
       (:Job {id: 'job:2', state: 'done', label: 'traces', result: '{"total":{"accepted":1,"rejected":2}}', startedAt: datetime()}),
       (:Job {id: 'job:3', state: 'done', label: 'traces', result: '{"total":{"accepted":1,"rejected":0}}', startedAt: datetime()})`,
    { a, b }
  )
  const health = await desk.review.graphHealth()
  expect(health.orphans).toEqual([
    {
      what: 'Trace without ATTEMPTS',
      count: 1,
      examples: [{ id: 'trace:lost', title: 'Lost' }]
    }
  ])
  expect(health.missingVectors).toMatchObject([{ what: 'Trace', count: 1 }])
  expect(health.neverUsedInsights.count).toBe(2)
  expect(health.contradictedInsights.count).toBe(2)
  expect(health.nearDuplicates).toMatchObject({
    count: 1,
    examples: [{ id: a, title: 'Spread lists with a – like: Spread lists with b' }]
  })
  expect(health.openGaps.examples).toEqual([{ id: 'gap:1', title: 'How to fold?' }])
  expect(health.failingJobs.examples).toEqual([{ id: 'job:1', title: 'ingest: No room.' }])
  expect(health.rejectedWrites.examples).toEqual([{ id: 'job:2', title: 'traces' }])
})
