import { createReview } from '../../src/insight/review.js'
import { createLexicalEmbedder } from '../../src/model/lexical-embedder.js'
import { closeCairns, removeFolders } from '../support/build-cairn.js'
import { closeDesks, openDesk } from './plant.js'

afterEach(closeDesks)
afterEach(closeCairns)
afterAll(removeFolders)

test('what a team approved although only its agents judged it is marked so when it is proposed to everybody', async () => {
  const desk = await openDesk()
  const insight = await desk.plant('a', {
    space: 'team',
    flags: ['api-changed', 'self-judged']
  })
  const team = createReview({ db: desk.db, embedder: createLexicalEmbedder() }, 'team')
  const seen = { acknowledge: ['api-changed', 'self-judged'] }
  await team.decide({ verdict: 'approve', insight, version: 1, by: 'ada', ...seen })
  const words = {
    title: 'Keep the other columns',
    applies: 'When lists are spread',
    advice: 'Leave keep as it is.',
    avoid: '',
    code: null
  }
  const published = await team.publish({ insight, version: 2, by: 'ada', into: words })
  const fresh = published.changes[0]?.insight ?? ''
  expect((await desk.review.insight(fresh)).insight).toMatchObject({
    state: 'candidate',
    marks: [
      {
        name: 'self-judged',
        says: 'Attempts that it rests on were judged only by the agents that made them.'
      }
    ]
  })
})

test('publishing twice proposes once; other words for what waits are refused, and after a rejection it may be proposed anew', async () => {
  const desk = await openDesk()
  const insight = await desk.plant('b', { space: 'team' })
  const team = createReview({ db: desk.db, embedder: createLexicalEmbedder() }, 'team')
  await team.decide({ verdict: 'approve', insight, version: 1, by: 'ada' })
  const words = {
    title: 'Keep what stands beside',
    applies: 'When lists are spread',
    advice: 'Leave keep as it is.',
    avoid: '',
    code: null
  }
  const publish = (into: typeof words) => team.publish({ insight, version: 2, by: 'ada', into })
  const [first, second] = await Promise.all([publish(words), publish(words)])
  expect(second.changes[0]?.insight).toBe(first.changes[0]?.insight)
  const waiting = await desk.review.reviewQueue({ states: ['candidate'] })
  expect(waiting.insights.map(({ title }) => title)).toEqual([words.title])
  await expect(publish({ ...words, title: 'In other words' })).rejects.toMatchObject({
    code: 'CONFLICT'
  })
  const id = first.changes[0]?.insight ?? ''
  await desk.review.decide({ verdict: 'reject', insight: id, version: 1, by: 'eve', reason: 'No.' })
  expect((await publish(words)).changes[0]?.insight).not.toBe(id)
})
