import { closeCairns, removeFolders } from '../support/build-cairn.js'
import { closeDesks, openDesk, type Desk } from './plant.js'

afterEach(closeDesks)
afterEach(closeCairns)
afterAll(removeFolders)

async function approve(desk: Desk, insight: string): Promise<void> {
  const { version } = (await desk.review.insight(insight)).insight
  await desk.review.decide({ verdict: 'approve', insight, version, by: 'ada' })
}

async function retire(desk: Desk, insight: string): Promise<void> {
  const { version } = (await desk.review.insight(insight)).insight
  await desk.review.decide({ verdict: 'retire', insight, version, by: 'ada', reason: 'Old.' })
}

async function inForce(desk: Desk): Promise<string[]> {
  const page = await desk.review.reviewQueue({ states: ['approved', 'in-review'] })
  return page.insights.flatMap((one) => (one.inForce ? [one.id] : [])).sort()
}

/** The insights that a question brings up. */
async function brings(desk: Desk, asOf?: number): Promise<string[]> {
  const { ranked } = await desk.cairn.retrieve(
    { text: 'Spread lists in a column, which column to keep?', libraries: [] },
    { spaces: ['public'], limit: 20, ...(asOf === undefined ? {} : { asOf }) }
  )
  return ranked.flatMap(({ memory }) => (memory.label === 'Insight' ? [memory.id] : [])).sort()
}

const ada = { by: 'ada' }

/** Epoch 1 ends with a and b in force, epoch 2 with b anew and c. */
async function twoEpochs(desk: Desk) {
  const [a, b, c] = await Promise.all([desk.plant('a'), desk.plant('b'), desk.plant('c')])
  await approve(desk, a)
  await approve(desk, b)
  await desk.review.closeEpoch({ ...ada, note: 'First.' })
  const { changes } = await desk.review.revise({
    kind: 'edit',
    sources: [{ insight: b, version: 2 }],
    into: [
      {
        title: 'Spread lists anew',
        applies: 'Lists in a column',
        advice: 'Keep each column.',
        avoid: '',
        code: null
      }
    ],
    ...ada
  })
  const anew = changes.find(({ before }) => before === null)?.insight ?? ''
  await approve(desk, anew)
  await approve(desk, c)
  await retire(desk, a)
  await desk.review.closeEpoch(ada)
  return { a, b, c, anew }
}

test('closing an epoch freezes what is in force, and two can be compared', async () => {
  const desk = await openDesk()
  expect(await desk.review.epochs()).toMatchObject([{ number: 1, state: 'open', inForce: 0 }])
  const { a, b, c, anew } = await twoEpochs(desk)
  expect(await desk.review.epochs()).toMatchObject([
    { number: 3, state: 'open', inForce: 2 },
    { number: 2, state: 'closed', inForce: 2 },
    { number: 1, state: 'closed', inForce: 2, note: 'First.' }
  ])
  expect(await desk.review.compareEpochs({ from: 1, to: 2 })).toMatchObject({
    added: [{ id: c }],
    changed: [{ before: { id: b, revision: 1 }, after: { id: anew, revision: 2 } }],
    gone: [{ id: a }]
  })
  const none = { added: [], changed: [], gone: [] }
  expect(await desk.review.compareEpochs({ from: 2, to: 3 })).toMatchObject(none)
  await expect(desk.review.compareEpochs({ from: 2, to: 9 })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    details: { expected: '1 to 3' }
  })
})

test('a recommendation as of an epoch knows exactly what was in force then', async () => {
  const desk = await openDesk()
  const { a, b, c, anew } = await twoEpochs(desk)
  await desk.plant('unseen')
  await desk.review.decide({
    verdict: 'approve',
    insight: await desk.plant('late'),
    version: 1,
    ...ada
  })
  expect(await brings(desk, 1)).toEqual([a, b])
  expect(await brings(desk, 2)).toEqual([anew, c].sort())
  expect(await brings(desk, 3)).toEqual([anew, c, 'insight:late'].sort())
  expect(await brings(desk)).toEqual([anew, c, 'insight:late'].sort())
  await expect(brings(desk, 4)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('rolling back restores an epoch exactly, loses nothing, and is itself rolled back', async () => {
  const desk = await openDesk()
  const { a, b, c, anew } = await twoEpochs(desk)
  const late = await desk.plant('late')
  await approve(desk, late)
  const then = [anew, c, late].sort()

  const back = await desk.review.rollBack({ to: 1, ...ada, reason: 'They misled.' })

  expect(back).toMatchObject({ to: 1, closed: 3, opened: 4 })
  expect([...back.leftForce].sort()).toEqual(then)
  expect([...back.cameBack].sort()).toEqual([a, b])
  expect(await inForce(desk)).toEqual([a, b])
  expect(await brings(desk)).toEqual([a, b])
  const { insight, decisions } = await desk.review.insight(late)
  expect(insight).toMatchObject({ state: 'retired', inForce: false })
  expect(decisions[0]).toMatchObject({
    kind: 'leave-force',
    by: 'ada',
    reason: 'Epoch 1: They misled.'
  })

  await desk.review.rollBack({ to: back.closed, ...ada, reason: 'They did not.' })
  expect(await inForce(desk)).toEqual(then)
  expect((await desk.review.compareEpochs({ from: 3, to: 5 })).gone).toEqual([])
})

test('only a closed epoch can be rolled back to, and not without a reason', async () => {
  const desk = await openDesk()
  await desk.review.epochs()
  for (const input of [
    { to: 1, ...ada, reason: 'Why not.' },
    { to: 1, ...ada, reason: ' ' }
  ])
    await expect(desk.review.rollBack(input)).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(desk.review.rollBack({ to: 7, ...ada, reason: 'Why not.' })).rejects.toMatchObject({
    code: 'NOT_FOUND'
  })
})

test('approvals while epochs are closed are each in force in one epoch on', async () => {
  const desk = await openDesk()
  const ids = await Promise.all(['a', 'b', 'c', 'd'].map((name) => desk.plant(name)))
  await Promise.all([
    ...ids.map((insight) => approve(desk, insight)),
    desk.review.closeEpoch(ada),
    desk.review.closeEpoch(ada)
  ])
  const epochs = await desk.review.epochs()
  expect(epochs.map(({ number, state }) => `${number} ${state}`)).toEqual([
    '3 open',
    '2 closed',
    '1 closed'
  ])
  expect(epochs[0]?.inForce).toBe(4)
  const counts = epochs.map((epoch) => epoch.inForce)
  expect(counts).toEqual([...counts].sort((a, b) => b - a))
})
