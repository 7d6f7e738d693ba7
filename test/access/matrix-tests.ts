import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildASTSchema } from 'graphql'
import { createClient, type Client } from 'graphql-sse'
import { typeDefs } from '../../src/api/schema.js'
import { permissions } from '../../src/domain/permissions.js'
import { tools } from '../../src/mcp/catalogue.js'
import { packageRoot } from '../../src/package-root.js'
import type { Reply } from '../api/ask-http.js'
import {
  callers,
  matrix,
  routeMatrix,
  subscriptions,
  toolMatrix,
  type Caller,
  type Verdict
} from './matrix.js'
import { operations } from './operations.js'
import { routes } from './routes.js'
import { canary } from './team-attempts.js'
import { said, type Kept, type TeamWorld } from './team-world.js'
import { callTool, toolCalls } from './tool-calls.js'

const schema = buildASTSchema(typeDefs())
const fieldsOf = (type: 'Query' | 'Mutation' | 'Subscription') => {
  const found = schema.getType(type)
  return found != null && 'getFields' in found ? Object.keys(found.getFields()) : []
}
const names = (of: object) => Object.keys(of).sort()

const known: Readonly<Record<string, Verdict>> = {
  UNAUTHENTICATED: 'not in',
  FORBIDDEN: 'no',
  NOT_FOUND: 'none',
  CONFLICT: 'stale',
  BAD_INPUT: 'stale'
}

function verdictOf({ errors, text }: Pick<Reply, 'errors' | 'text'>, kept: Kept): string {
  const code = errors[0]?.extensions.code
  if (code !== undefined) return known[code] ?? code
  const ids = Object.values(kept) as string[]
  return [canary, ...ids].some((word) => text.includes(word)) ? 'in' : 'empty'
}

const rowsOf = (table: Readonly<Record<string, readonly Verdict[]>>) =>
  Object.keys(table).flatMap((name) =>
    callers.map((caller, i) => [name, caller, table[name]?.[i] ?? 'in'] as const)
  )

/** Every route that a file of src/api mounts: `GET /health`, `any /mcp`. */
function mountedRoutes(): string[] {
  const folder = join(packageRoot(), 'src', 'api')
  const mounts = /\b(?:app|router)\s*\.(get|post|put|patch|delete|all|use)\(\s*'(\/[^']*)'/g
  const found = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(mounts)].map(
      ([, method = '', path = '']) =>
        `${['use', 'all'].includes(method) ? 'any' : method.toUpperCase()} ${path}`
    )
  )
  // The pages' own files, whose addresses are whatever is asked for.
  return [...found, 'any /'].sort()
}

/** Each operation, subscription, tool and route for each kind of caller, as the table says. */
export function matrixTests(at: () => TeamWorld): void {
  const keyOf = (caller: Caller) => (caller === 'nobody' ? null : at().keys[caller])

  test('every operation of the schema stands in the matrix, and in the table of permissions', () => {
    // What was a query before it was a mutation is one operation of both names.
    const all = [...new Set([...fieldsOf('Query'), ...fieldsOf('Mutation')])].sort()
    expect(names(matrix)).toEqual(all)
    expect(names(operations)).toEqual(all)
    expect(names(subscriptions)).toEqual(fieldsOf('Subscription').sort())
    const told = Object.keys(permissions).filter((name) => !name.startsWith('mcp.'))
    expect(told.sort()).toEqual([...all, ...fieldsOf('Subscription')].sort())
  })

  test('every tool stands in the matrix, and in the table of permissions', () => {
    const all = tools.map(({ name }) => name).sort()
    expect(names(toolMatrix)).toEqual(all)
    expect(names(toolCalls)).toEqual(all)
    const told = Object.keys(permissions).filter((name) => name.startsWith('mcp.'))
    expect(told.sort()).toEqual(all.map((name) => `mcp.${name}`))
  })

  test('every route stands in the matrix', () => {
    expect(names(routeMatrix)).toEqual(mountedRoutes())
    expect(names(routes)).toEqual(mountedRoutes())
  })

  test.each(rowsOf(matrix))('%s asked by %s: %s', async (name, caller, expected) => {
    const operation = operations[name]
    if (operation === undefined) throw new Error(`no operation ${name}`)
    const { document, variables } = operation
    const reply = await at().ask(keyOf(caller), document, variables(at().kept))
    const verdict = verdictOf(reply, at().kept)
    // Whether something of the team's is in an answer is told by its word; many answers have no words.
    const got = verdict === 'empty' && expected === 'in' ? 'in' : verdict
    expect([got, reply.errors[0]?.message ?? '']).toEqual([expected, expect.any(String)])
  })

  test.each(rowsOf(toolMatrix))('MCP’s %s called by %s: %s', async (name, caller, expected) => {
    const input = toolCalls[name]?.(at().kept)
    if (input === undefined) throw new Error(`no call of ${name}`)
    const reply = await callTool(at(), { name, input, key: keyOf(caller) })
    const verdict = verdictOf(reply, at().kept)
    const got = verdict === 'empty' && expected === 'in' && !tellsWords.has(name) ? 'in' : verdict
    expect([got, reply.text]).toEqual([expected, expect.any(String)])
  })

  test.each(rowsOf(routeMatrix))('%s reached by %s: %s', async (name, caller, expected) => {
    const route = routes[name]
    if (route === undefined) throw new Error(`no route ${name}`)
    expect(await route(at(), keyOf(caller))).toBe(expected)
  })

  test.each(rowsOf(subscriptions))('%s watched by %s: %s', async (name, caller, expected) => {
    expect(await watched(at(), name, keyOf(caller))).toBe(expected)
  })
}

/** Tools whose answer to a member has words of the team's. */
const tellsWords = new Set(['recommend', 'resolve_error', 'search', 'open', 'next_step'])

const watches: Readonly<Record<string, string>> = {
  jobChanged: 'subscription ($id: ID!) { jobChanged(id: $id) { label } }',
  queueChanged: 'subscription { queueChanged { insight } }'
}

/** What the first news of a subscription are, while a curator works: nothing, where the curator has heard of it again and again meanwhile. */
async function watched(world: TeamWorld, name: string, key: string | null): Promise<string> {
  const { keys, kept } = world
  const asked = { query: watches[name] ?? '', variables: { id: kept.job } }
  const clients = [clientOf(world, key), clientOf(world, keys.curator)] as const
  const over = new AbortController()
  const working = keepWorking(world, over.signal)
  try {
    const first = news(clients[0], asked, 1)
    if (name === 'jobChanged') return await first
    return await Promise.race([first, news(clients[1], asked, 5).then(() => 'empty')])
  } catch (error) {
    const { response } = error as { response?: { status?: number } }
    if (response?.status === 401) return 'not in'
    throw error
  } finally {
    for (const client of clients) client.dispose()
    over.abort()
    await working
  }
}

function clientOf(world: TeamWorld, key: string | null): Client {
  const headers: Record<string, string> =
    key === null ? {} : { authorization: `Bearer ${key}`, 'cairn-space': spaceOf(world, key) }
  return createClient({ url: `${world.server.url}/graphql/stream`, headers, retryAttempts: 0 })
}

/** What so many news of a subscription come to. */
async function news(
  client: Client,
  asked: { query: string; variables: { id: string } },
  count: number
): Promise<string> {
  let heard = 0
  for await (const { errors } of client.iterate(asked)) {
    const [error] = errors ?? []
    const code = error?.extensions['code']
    if (error !== undefined) return typeof code === 'string' ? (known[code] ?? code) : error.message
    heard += 1
    if (heard === count) return 'in'
  }
  return 'empty'
}

/** An admin writes in public, where nothing of the team's happens. */
function spaceOf({ keys }: TeamWorld, key: string): string {
  return key === keys.other ? 'team-b' : 'team-a'
}

async function keepWorking(world: TeamWorld, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await work(world)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** A curator takes the candidate into review, or lets it go. */
async function work({ ask, keys, kept }: TeamWorld): Promise<void> {
  const { insight } = await said<{
    insight: { insight: { version: number; claimedBy: string | null } }
  }>(
    ask(keys.curator, 'query ($id: ID!) { insight(id: $id) { insight { version claimedBy } } }', {
      id: kept.candidate
    })
  )
  const { version, claimedBy } = insight.insight
  const verb = claimedBy === null ? 'claimInsight' : 'releaseInsight'
  await ask(keys.curator, `mutation ($d: DecisionInput!) { ${verb}(decision: $d) { id } }`, {
    d: { insight: kept.candidate, version }
  })
}
