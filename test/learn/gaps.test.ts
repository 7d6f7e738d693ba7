import { buildCairn, closeCairns, emptyGraph } from '../support/build-cairn.js'
import { answer, closeDatabases, learningAt } from './answered.js'

beforeEach(emptyGraph)
afterEach(async () => {
  await closeDatabases()
  await closeCairns()
})
afterAll(emptyGraph)

const from = { from: 'agent', by: 'one' } as const

test('a question that found nothing is a gap, and asked again in other letters it is the same', async () => {
  const cairn = await buildCairn()
  const { learning } = learningAt()
  const { id } = await cairn.recommend({ text: 'How do I fold a frame twice?', libraries: [] })
  await cairn.recommend({ text: 'how do i FOLD a frame, twice', libraries: [] })
  expect(await learning.gaps(10)).toMatchObject([
    { text: 'How do I fold a frame twice?', state: 'open', asks: 2, askers: 1, tainted: false }
  ])
  const node = await cairn.open(id)
  expect(node.edges).toEqual([{ type: 'ASKS_FOR', out: true, count: 1 }])
})

test('a question without words asks for nothing', async () => {
  const cairn = await buildCairn()
  await cairn.recommend({ text: '+-!(){}', libraries: [] })
  expect(await learningAt().learning.gaps(10)).toEqual([])
})

test('a secret in a question that found nothing is not stored with the gap', async () => {
  const cairn = await buildCairn()
  const secret = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`
  await cairn.recommend({ text: `Why does ${secret} not log in?`, libraries: [] })
  const [gap] = await learningAt().learning.gaps(10)
  expect(gap?.text).toMatch(/^Why does <redacted:/)
})

async function needs(
  words: readonly string[],
  at = learningAt()
): Promise<ReturnType<typeof learningAt>> {
  for (const [i, needed] of words.entries()) {
    at.clock.now += 1_000
    const recommendation = await answer(at.db, { id: `r${at.clock.now}-${i}` })
    await at.learning.sendFeedback({ ...from, by: `agent ${i}`, recommendation, needed })
  }
  return at
}

test('needs of one meaning are one, those of another are not, and the most asked for stands first', async () => {
  const { learning } = await needs([
    'The difference between stacking and melting tables.',
    'How rows are exploded from a column of lists in frames',
    'In frames: how rows of lists are exploded from a column'
  ])
  expect(await learning.gaps(10)).toMatchObject([
    { text: 'How rows are exploded from a column of lists in frames', asks: 2, askers: 2 },
    { text: 'The difference between stacking and melting tables.', asks: 1, askers: 1 }
  ])
  expect(await learning.gaps(1)).toHaveLength(1)
})

test('a gap that was answered goes and comes back when it is asked for again; a dismissed one stays away', async () => {
  const at = await needs(['A page on folding.', 'A recipe for unfolding tables.'])
  const { learning } = at
  const [unfolding, folding] = await learning.gaps(10)
  const answered = await learning.closeGap(folding?.id ?? '', 'answered')
  expect(answered).toMatchObject({ state: 'answered', asks: 1 })
  await learning.closeGap(unfolding?.id ?? '', 'dismissed')
  expect(await learning.gaps(10)).toEqual([])
  await needs(['A page on folding', 'A recipe for unfolding tables'], at)
  expect(await learning.gaps(10)).toMatchObject([{ text: 'A page on folding.', asks: 2 }])
})

test('words that are new but mean a closed gap ask anew', async () => {
  const at = await needs(['How rows are exploded from lists'])
  const [gap] = await at.learning.gaps(1)
  await at.learning.closeGap(gap?.id ?? '', 'dismissed')
  await needs(['From lists how rows are exploded'], at)
  expect(await at.learning.gaps(10)).toMatchObject([{ asks: 1, state: 'open' }])
})

test('the same need in another space is another gap', async () => {
  await needs(['A page on folding.'])
  const elsewhere = learningAt(undefined, 'team')
  const recommendation = await answer(elsewhere.db, { id: 'x', space: 'team' })
  await elsewhere.learning.sendFeedback({ ...from, recommendation, needed: 'A page on folding.' })
  expect(await elsewhere.learning.gaps(10)).toMatchObject([{ asks: 1 }])
  const [gap] = await elsewhere.learning.gaps(1)
  await expect(learningAt().learning.closeGap(gap?.id ?? '', 'answered')).rejects.toMatchObject({
    code: 'NOT_FOUND'
  })
})

test('a gap that is not there, or a state that closes nothing, is refused by name', async () => {
  const { learning } = learningAt()
  await expect(learning.closeGap('none', 'answered')).rejects.toMatchObject({
    code: 'NOT_FOUND',
    details: { field: 'id' }
  })
  await expect(learning.closeGap('none', 'open')).rejects.toMatchObject({
    code: 'BAD_INPUT',
    details: { field: 'state', value: 'open' }
  })
})

test('20 wordings of one need at once are one gap', async () => {
  const { learning, db } = learningAt()
  const words = ['how', 'rows', 'are', 'exploded', 'from', 'lists', 'of', 'frames']
  const receipts = await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      const turned = [...words.slice(i % 8), ...words.slice(0, i % 8)].join(' ')
      const recommendation = await answer(db, { id: `r${i}` })
      return learning.sendFeedback({ ...from, recommendation, needed: turned })
    })
  )
  expect(new Set(receipts.map(({ gap }) => gap)).size).toBe(1)
  expect(await learning.gaps(10)).toMatchObject([{ asks: 20, askers: 1 }])
})

test('a need finds its like among 2,000 open ones in a moment', async () => {
  const { learning, db } = learningAt()
  await db.raw(
    `UNWIND range(1, 2000) AS i
     CREATE (k:KnowledgeRequest {id: 'knowledge-request:' + i, space: 'public', state: 'open', asks: 1, tainted: false, text: 'need ' + i,
       embeddedBy: 'lexical:384', embedding: [j IN range(1, 384) | rand() - 0.5], createdAt: datetime('2020-01-01'), lastAskedAt: datetime('2020-01-01')})`
  )
  const recommendation = await answer(db, { id: 'a' })
  const sent = { ...from, recommendation, needed: 'How rows are exploded from lists' }
  await learning.sendFeedback(sent)
  const started = performance.now()
  await learning.sendFeedback({
    ...sent,
    by: 'another',
    needed: 'From lists how rows are exploded'
  })
  expect(performance.now() - started).toBeLessThan(2_000)
  expect(await learning.gaps(1)).toMatchObject([{ asks: 2 }])
})
