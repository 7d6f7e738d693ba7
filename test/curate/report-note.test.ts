import type { Cairn } from '../../src/cairn.js'
import { buildCairn, closeCairns, removeFolders } from '../support/build-cairn.js'
import { traceOf } from '../traces/trace-of.js'
import { curated, storedInsights } from './curating.js'

afterEach(closeCairns)
afterAll(removeFolders)

async function withNote(principals: readonly string[]): Promise<{ cairn: Cairn; note: string }> {
  const cairn = await buildCairn()
  for (const [i, name] of principals.entries()) {
    const trace = traceOf({
      task: { text: `Shear flock ${String(i)}.` },
      solution: 'from herd import Flock\nFlock.load("sheep.csv").shear("north")\n',
      libraries: ['herd'],
      learned: [{ about: 'Flock.shear', happens: 'shears the flock in place and returns None' }]
    })
    await cairn.recordTraces([trace], { principal: `principal:${name}` })
  }
  await curated(cairn)
  const [note] = await cairn.fieldNotes('Flock.shear')
  return { cairn, note: note?.id ?? '' }
}

async function reported(cairn: Cairn, note: string, more: object = {}) {
  const receipt = await cairn.reportNote({ note, happened: 'It returns a copy.', ...more })
  await cairn.jobs.idle()
  return receipt
}

test('a note that is reported wrong weighs less at once, and the insight on it goes back to the queue and stays in force', async () => {
  const { cairn, note } = await withNote(['ada', 'bob'])
  const [before] = await cairn.fieldNotes('herd')
  const [stored] = await storedInsights()
  const { id, version } = stored ?? { id: '', version: 0 }
  const approval = { verdict: 'approve', insight: id, version, by: 'ada' } as const
  await cairn.decide({ ...approval, acknowledge: ['self-judged'] })
  const receipt = await reported(cairn, note, { version: '2.0' })
  expect(receipt.flagged).toEqual([id])
  expect(receipt.weight).toBeLessThan(before?.weight ?? 0)
  const { insight, decisions } = await cairn.insight(id)
  expect(insight).toMatchObject({ state: 'in-review', inForce: true, flags: ['reported'] })
  expect(decisions[0]?.reason).toContain('reported to be wrong')
})

test('one report of each who reports counts', async () => {
  const { cairn, note } = await withNote(['ada', 'bob', 'cleo'])
  const first = await reported(cairn, note)
  expect(await reported(cairn, note, { happened: 'It raises.' })).toMatchObject({
    weight: first.weight
  })
})

test('what only one saw and one reports wrong is not shown any more, and waits for a curator', async () => {
  const { cairn, note } = await withNote(['ada'])
  const receipt = await reported(cairn, note)
  expect(receipt.weight).toBe(0)
  expect(await cairn.fieldNotes('Flock.shear')).toEqual([])
  const [insight] = await storedInsights()
  expect(insight).toMatchObject({ state: 'in-review' })
  expect(insight?.flags).toContain('reported')
})

test('a report says what is wrong with it', async () => {
  const { cairn, note } = await withNote(['ada'])
  await expect(cairn.reportNote({ note, happened: '  ' })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    details: { field: 'happened' }
  })
  await expect(
    cairn.reportNote({ note: 'lesson:none', happened: 'Something.' })
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the page of an API and of its library holds each behaviour once', async () => {
  const { cairn } = await withNote(['ada', 'bob'])
  for (const of of ['herd', 'Flock.shear', 'shear']) {
    const notes = await cairn.fieldNotes(of)
    expect(notes.map(({ text }) => text)).toEqual([
      '`Flock.shear`: shears the flock in place and returns None.'
    ])
  }
  expect(await cairn.fieldNotes('herring')).toEqual([])
})
