import { buildASTSchema } from 'graphql'
import { permissions } from '../../src/domain/permissions.js'
import { typeDefs } from '../../src/api/schema.js'
import type { Reply } from '../api/ask-http.js'
import { callers, matrix, type Verdict } from './matrix.js'
import { operations } from './operations.js'
import { canary, openTeamWorld, type TeamWorld } from './team-world.js'

let world: TeamWorld

beforeAll(async () => {
  world = await openTeamWorld()
}, 120_000)

afterAll(() => world.close())

const schema = buildASTSchema(typeDefs())
const fieldsOf = (type: 'Query' | 'Mutation' | 'Subscription') => {
  const found = schema.getType(type)
  return found != null && 'getFields' in found ? Object.keys(found.getFields()) : []
}

test('every operation of the schema stands in the matrix, and in the table of permissions', () => {
  const all = [...fieldsOf('Query'), ...fieldsOf('Mutation')].sort()
  expect(Object.keys(matrix).sort()).toEqual(all)
  expect(Object.keys(operations).sort()).toEqual(all)
  const told = Object.keys(permissions).filter((name) => !name.startsWith('mcp.'))
  expect(told.sort()).toEqual([...all, ...fieldsOf('Subscription')].sort())
})

function verdictOf({ errors, text }: Reply): string {
  const code = errors[0]?.extensions.code
  if (code === undefined) return text.includes(canary) ? 'in' : 'empty'
  const known: Readonly<Record<string, Verdict>> = {
    UNAUTHENTICATED: 'not in',
    FORBIDDEN: 'no',
    NOT_FOUND: 'none',
    CONFLICT: 'stale',
    BAD_INPUT: 'stale'
  }
  return known[code] ?? code
}

const rows = Object.keys(matrix).flatMap((name) =>
  callers.map((caller, i) => [name, caller, matrix[name]?.[i] ?? 'in'] as const)
)

test.each(rows)('%s asked by %s: %s', async (name, caller, expected) => {
  const operation = operations[name]
  if (operation === undefined) throw new Error(`no operation ${name}`)
  const key = caller === 'nobody' ? null : world.keys[caller]
  const reply = await world.ask(key, operation.document, operation.variables(world.kept))
  const verdict = verdictOf(reply)
  // Whether something of the team's is in an answer is told by its word; many answers have no words.
  const got = verdict === 'empty' && expected === 'in' ? 'in' : verdict
  expect([got, reply.errors[0]?.message ?? '']).toEqual([expected, expect.any(String)])
})
