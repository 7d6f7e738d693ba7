import { Neo4jError } from 'neo4j-driver'
import { graphFailure } from '../../src/graph/graph-failure.js'

const thrown = (code: string, message = 'x') =>
  new Neo4jError(message, code, '50N42', 'general processing exception', {
    OPERATION: '',
    OPERATION_CODE: '0',
    CURRENT_SCHEMA: '/'
  })

const codes = [
  'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
  'Neo.ClientError.Security.Unauthorized',
  'ServiceUnavailable',
  'Neo.ClientError.Transaction.TransactionTimedOut',
  'Neo.DatabaseError.General.UnknownError'
] as const

test.each(codes)('of a Neo4j elsewhere %s suggests nothing that moves only our own', (code) => {
  const { message } = graphFailure(thrown(code), 'reading', true)
  expect(message).not.toMatch(/CAIRN_|cairn (?:up|down|doctor)|embedded/)
})

test.each(codes)('of our own Neo4j %s suggests no setting of one elsewhere', (code) => {
  const { message } = graphFailure(thrown(code), 'reading')
  expect(message).not.toMatch(/NEO4J_(?:URI|USER|PASSWORD)|server\.memory/)
})

test('a statement that takes too long is not said to help by waiting', () => {
  const { message } = graphFailure(
    thrown('Neo.ClientError.Transaction.TransactionTimedOut'),
    'reading'
  )
  expect(message).toMatch(/Ask for less at once/)
  expect(message).not.toMatch(/less busy|try again/i)
})

test.each([
  'Neo.TransientError.Transaction.Terminated',
  'Neo.ClientError.Transaction.Terminated',
  'Neo.ClientError.Transaction.LockClientStopped',
  'Neo.DatabaseError.Transaction.TransactionCommitFailed'
])('a transaction that the server ended (%s) is no fault of ours', (code) => {
  expect(graphFailure(thrown(code), 'writing').code).toBe('GRAPH_UNAVAILABLE')
})
