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
