import { flagChanged } from '../../src/insight/flag-changed.js'
import { closeCairns, removeFolders } from '../support/build-cairn.js'
import { calls, closeDesks, ingestFrames, openDesk, type Call, type Desk } from './plant.js'

afterEach(closeDesks)
afterEach(closeCairns)
afterAll(removeFolders)

/** In 3.0 spread is called otherwise, pick is gone and take is new. */
const later: readonly Call[] = [
  { ...calls[0], call: 'spread(column)', name: 'frames.spread', text: calls[0]?.text ?? '' },
  { name: 'frames.take', call: 'take(rows)', text: 'Take rows by their position.' }
]

const differences = [
  { api: 'frames.pick', kind: 'removed', before: 'pick(rows)', after: null },
  {
    api: 'frames.spread',
    kind: 'signature',
    before: 'spread(column, keep=True)',
    after: 'spread(column)'
  }
]

async function age(desk: Desk): Promise<void> {
  await flagChanged({ db: desk.db }, ['docs/frames@3.0'], 'public')
}

async function approve(desk: Desk, insight: string, acknowledge: string[] = []): Promise<void> {
  const { version } = (await desk.review.insight(insight)).insight
  await desk.review.decide({ verdict: 'approve', insight, version, by: 'ada', acknowledge })
}

test('a new version sends approved insights back to the queue, with the difference, without taking them out of force', async () => {
  const desk = await openDesk()
  const approved = await desk.plant('a')
  const candidate = await desk.plant('b')
  await approve(desk, approved)
  await ingestFrames(desk.cairn, '3.0', later)
  await age(desk)

  const { insight, changes, decisions } = await desk.review.insight(approved)
  expect(insight).toMatchObject({ state: 'in-review', inForce: true, flags: ['api-changed'] })
  expect(changes).toEqual([{ ...differences[1], from: 'docs/frames@2.1', to: 'docs/frames@3.0' }])
  expect(decisions[0]).toMatchObject({
    kind: 'age',
    by: 'cairn',
    reason: 'What it rests on changed: frames.spread (signature).'
  })
  expect((await desk.review.insight(candidate)).insight).toMatchObject({
    state: 'candidate',
    flags: ['api-changed']
  })
  await expect(approve(desk, approved)).rejects.toMatchObject({ details: { field: 'acknowledge' } })
})

test('the same difference is flagged once, also after a curator has seen it', async () => {
  const desk = await openDesk()
  const id = await desk.plant('a')
  await approve(desk, id)
  await ingestFrames(desk.cairn, '3.0', later)
  await age(desk)
  const before = await desk.review.insight(id)
  await age(desk)
  expect(await desk.review.insight(id)).toEqual(before)
  await approve(desk, id, ['api-changed'])
  await age(desk)
  const { insight } = await desk.review.insight(id)
  expect(insight).toMatchObject({ state: 'approved', acknowledged: ['api-changed'], flags: [] })
})

test('lessons and shortcuts that rest on what changed are flagged too', async () => {
  const desk = await openDesk()
  await desk.db.raw(
    `MATCH (a:Api {qualifiedName: 'frames.pick'})
     CREATE (l:Lesson {id: 'lesson:1', space: 'public'})-[:ABOUT]->(a),
       (t:Trace {id: 'trace:1', space: 'public'})-[:USES]->(a),
       (:State {id: 'state:1'})-[:SHORTCUT {trace: 'trace:1', space: 'public'}]->(:State {id: 'state:2'})`
  )
  await ingestFrames(desk.cairn, '3.0', later)
  const lines = async () => {
    const found: unknown[] = []
    for await (const line of desk.cairn.exportLines())
      if (JSON.stringify(line).includes('"flags":["api-changed"]')) found.push(line)
    return found
  }
  await age(desk)
  const flagged = await lines()
  expect(flagged).toHaveLength(2)
  for (const line of flagged) expect(JSON.stringify(line)).toContain('frames.pick')
  await age(desk)
  expect(await lines()).toEqual(flagged)
})

test('the differences between two versions can be asked for by name and by key', async () => {
  const desk = await openDesk()
  await ingestFrames(desk.cairn, '3.0', later)
  const step = {
    from: 'docs/frames@2.1',
    to: 'docs/frames@3.0',
    added: 1,
    removed: 1,
    signature: 1,
    deprecated: 0
  }
  expect(await desk.review.apiChanges({ library: 'Frames' })).toEqual([
    { ...step, changes: differences }
  ])
  const [named] = await desk.review.apiChanges({ library: 'docs/frames@3.0', added: true })
  expect(named?.changes.map(({ api }) => api)).toContain('frames.take')
  expect(await desk.review.apiChanges({ library: 'docs/frames@2.1' })).toEqual([])
  await expect(desk.review.apiChanges({ library: 'nothing' })).rejects.toMatchObject({
    code: 'NOT_FOUND'
  })
})
