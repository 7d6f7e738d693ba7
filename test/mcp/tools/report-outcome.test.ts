import { closeCairns, removeFolders } from '../../support/build-cairn.js'
import { called, closeClients, connected, framesCairn } from '../agents-memory.js'

afterEach(closeClients)
afterEach(closeCairns)
afterAll(removeFolders)

async function advised() {
  const cairn = await framesCairn()
  const client = await connected(cairn)
  const { data } = await called(client, 'recommend', { task: 'explode a column of lists' })
  return { cairn, client, recommendation: String(data['recommendation']) }
}

test('what was used takes its share of the outcome, and what was missing becomes a gap', async () => {
  const { cairn, client, recommendation } = await advised()
  const { text, data } = await called(client, 'report_outcome', {
    recommendation,
    outcome: 'worked',
    used: [1],
    helped: 'explode did it',
    missing: 'how to reset the index afterwards'
  })
  expect(text).toMatch(/^Recorded; 1 cited node took a share\. What was missing is noted as/)
  expect(data).toMatchObject({ status: 'accepted', credited: 1 })
  const [feedback] = await cairn.feedback(recommendation)
  expect(feedback).toMatchObject({ by: 'tester', from: 'agent', outcome: 'passed' })
})

test('a part of a success is an opinion, not an outcome', async () => {
  const { cairn, client, recommendation } = await advised()
  await called(client, 'report_outcome', { recommendation, outcome: 'partly' })
  const [feedback] = await cairn.feedback(recommendation)
  expect(feedback).toMatchObject({ outcome: 'unknown', helpfulness: 'GOOD' })
})

test('an id that no recommendation has is refused', async () => {
  const { client } = await advised()
  const { text, isError } = await called(client, 'report_outcome', {
    recommendation: 'recommendation:none',
    outcome: 'failed'
  })
  expect(isError).toBe(true)
  expect(text).toContain('(NOT_FOUND) Mend the call as said')
})
