import { closeCairns, removeFolders } from '../../support/build-cairn.js'
import { called, closeClients, connected, framesCairn } from '../agents-memory.js'

afterEach(closeClients)
afterEach(closeCairns)
afterAll(removeFolders)

test('a note that only one agent saw is not shown any more once it is reported', async () => {
  const cairn = await framesCairn()
  const client = await connected(cairn)
  await called(client, 'record_trace', {
    task: 'Spread lists over rows.',
    outcome: 'passed',
    learned: [{ about: 'Frame.spread', happens: 'keeps the old index on every new row' }]
  })
  const [note] = await cairn.fieldNotes('Frame.spread')
  const { text, data } = await called(client, 'report_note', {
    note: note?.id,
    happened: 'The index was made anew.',
    version: '3.0'
  })
  expect(text).toContain('It is not shown any more.')
  expect(data).toMatchObject({ note: note?.id, weight: 0, flagged: 0 })
  await cairn.jobs.idle()
  expect(await cairn.fieldNotes('Frame.spread')).toEqual([])
})

test('an id that no note has is refused', async () => {
  const client = await connected(await framesCairn())
  const { text, isError } = await called(client, 'report_note', {
    note: 'lesson:none',
    happened: 'Something else.'
  })
  expect(isError).toBe(true)
  expect(text).toContain('(NOT_FOUND)')
})
