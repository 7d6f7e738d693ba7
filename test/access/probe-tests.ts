import { namesItsObject, permissions, type Operation } from '../../src/domain/permissions.js'
import { post, type Reply } from '../api/ask-http.js'
import { operations } from './operations.js'
import { callTool, toolCalls } from './tool-calls.js'
import { canary, traceback } from './team-attempts.js'
import { said, type Kept, type TeamWorld } from './team-world.js'

/** Those who belong to another team, with every role that one can have there, and one with grants in others still. */
const strangers = ['other', 'otherAnalyst', 'otherCurator', 'otherGranted'] as const

/** An id of the same form that nothing has. */
function madeUp(id: string): string {
  return id
    .replaceAll(canary, 'qwertyuio')
    .replace(/[0-9a-f]{8,}/g, (hex) => 'f'.repeat(hex.length))
}

/** What a reply says, but for ids that were asked about, times and what a query costs. */
function gist({ status, text }: Reply, kept: Kept): string {
  const ids = (Object.values(kept) as string[]).flatMap((id) => [id, madeUp(id)])
  const without = ids
    .sort((a, b) => b.length - a.length)
    .reduce((all, id) => all.replaceAll(id, 'ID'), text)
  return `${status} ${without}`
    .replace(/"ms":[\d.]+/g, '"ms":N')
    .replace(/"requestId":"\w+"/g, '"requestId":"R"')
    .replace(/"expiresAt":"[^"]+"/g, '"expiresAt":"T"')
    .replace(/"status":"(?:accepted|known)"/g, '"status":"taken"')
    .replace(/"(?:recommendation|job|gap):[0-9a-f]+"/g, '"MADE"')
}

const asked = strangers.flatMap((who) =>
  Object.keys(operations).map((name) => [name, who] as const)
)

/** What agents may not ask, and curators may. */
const reviewing = Object.keys(operations).filter((name) =>
  ['analyst', 'curator'].includes(permissions[name as Operation])
)

/** Hunts for what another team keeps by every public operation. */
export function probeTests(at: () => TeamWorld): void {
  test.each(asked)(
    '%s tells %s nothing of what another team keeps, by its ids or by its words',
    async (name, who) => {
      const operation = operations[name]
      if (operation === undefined) throw new Error(name)
      const { kept, keys } = at()
      const invented = Object.fromEntries(
        Object.entries(kept).map(([kind, id]: [string, string]) => [kind, madeUp(id)])
      ) as unknown as Kept
      const real = await at().ask(keys[who], operation.document, operation.variables(kept))
      const other = await at().ask(keys[who], operation.document, operation.variables(invented))
      const echoes = JSON.stringify([operation.document, operation.variables(kept)])
      // Words and ids of the team's that were not in the question must not be in the answer.
      const words = [`${canary} prices`, `${canary}_read`, `Blanks of ${canary}`, 'strip_both']
      for (const word of [...words, ...(Object.values(kept) as string[])])
        if (!echoes.includes(word)) expect(real.text).not.toContain(word)
      expect(gist(real, kept)).toBe(gist(other, kept))
    }
  )

  test.each(reviewing)(
    '%s tells an agent of the team whom the other team made its curator no more than a curator of that team',
    async (name) => {
      const { kept, keys, ask } = at()
      const operation = operations[name]
      if (operation === undefined) throw new Error(name)
      const { document, variables } = operation
      const asked = (key: string) => ask(key, document, variables(kept), 'team-b')
      const both = await asked(keys.elsewhere)
      // Of what it may read it is told that it decides nothing there; a stranger, that there is no such thing.
      if (namesItsObject.has(name)) expect(both.errors[0]?.extensions.code).toBe('FORBIDDEN')
      else expect(gist(both, kept)).toBe(gist(await asked(keys.otherCurator), kept))
    }
  )

  test('a candidate of the team is not there for its agent who is a curator elsewhere', async () => {
    const { keys, kept, ask } = at()
    const open = 'query ($id: ID!) { node(id: $id) { id } }'
    const around = 'query ($id: ID!) { neighborhood(id: $id, depth: 2) { nodes { id } } }'
    for (const space of ['team-a', 'team-b']) {
      for (const query of [open, around]) {
        const { errors } = await ask(keys.elsewhere, query, { id: kept.candidate }, space)
        expect(errors[0]?.extensions.code).toBe('NOT_FOUND')
      }
      const near = await ask(keys.elsewhere, around, { id: kept.doc }, space)
      expect(near.errors).toEqual([])
      expect(near.text).not.toContain(kept.candidate)
    }
    const input = { id: kept.candidate }
    const opened = await callTool(at(), { name: 'open', input, key: keys.elsewhere })
    expect(opened.errors[0]?.extensions.code).toBe('NOT_FOUND')
  })

  test.each(strangers)(
    '%s cannot work in the space of another team, and hears of it as of one that is not there',
    async (who) => {
      const key = at().keys[who]
      const real = await at().ask(key, '{ me { space } }', {}, 'team-a')
      const invented = await at().ask(key, '{ me { space } }', {}, 'team-z')
      expect(real.errors[0]?.extensions.code).toBe('NOT_FOUND')
      expect(gist(real, at().kept).replaceAll('team-a', 'S')).toBe(
        gist(invented, at().kept).replaceAll('team-z', 'S')
      )
    }
  )

  test('a trace of the same name, words and error in another space is another trace', async () => {
    const before = await said<{ node: { properties: { outcome: string } } }>(
      at().ask(at().keys.agent, 'query ($id: ID!) { node(id: $id) { properties } }', {
        id: at().kept.trace
      })
    )
    const { recordTrace } = await said<{
      recordTrace: { status: string; trace: string; problem: string }
    }>(
      at().ask(
        at().keys.other,
        'mutation ($t: JSON!) { recordTrace(trace: $t) { status trace problem } }',
        {
          t: {
            id: `${canary}-1`,
            task: `Read a ${canary} table and look up its price column.`,
            agent: 'agent-1',
            outcome: 'failed',
            error: traceback
          }
        }
      )
    )
    expect(recordTrace.status).toBe('accepted')
    expect(recordTrace.trace).not.toBe(at().kept.trace)
    expect(recordTrace.problem).not.toBe(at().kept.problem)
    const after = await said<{ node: { properties: { outcome: string } } }>(
      at().ask(at().keys.agent, 'query ($id: ID!) { node(id: $id) { properties } }', {
        id: at().kept.trace
      })
    )
    expect(after).toEqual(before)
    const { resolveError } = await said<{
      resolveError: { raised: number; attempts: unknown[] }[]
    }>(
      at().ask(
        at().keys.other,
        'query ($t: String!) { resolveError(text: $t) { raised attempts { trace } } }',
        {
          t: traceback
        }
      )
    )
    for (const { attempts } of resolveError) expect(attempts).toEqual([])
  })

  test('a trace that names another team’s space is refused', async () => {
    const { recordTrace } = await said<{ recordTrace: { status: string; path: string } }>(
      at().ask(at().keys.other, 'mutation ($t: JSON!) { recordTrace(trace: $t) { status path } }', {
        t: {
          schema: 'cairn.trace/1',
          space: 'team-a',
          task: { text: 'anything' },
          agent: { name: 'x' },
          steps: [],
          outcome: { status: 'unknown' }
        }
      })
    )
    expect(recordTrace).toEqual({ status: 'rejected', path: 'space' })
  })

  test('a quotation from another team’s documentation backs nothing, whether it stands there or not', async () => {
    const attempt = (quote: string) =>
      at().ask(
        at().keys.otherCurator,
        'mutation ($i: ReviewedInsightInput!) { recordInsight(insight: $i) }',
        { i: { title: 'T', applies: 'A', advice: 'B', backedBy: [{ doc: at().kept.doc, quote }] } }
      )
    const right = await attempt(`Strip the ${canary} blanks before columns are looked up.`)
    const wrong = await attempt('These words stand nowhere at all.')
    expect(right.errors[0]?.extensions.code).toBe('BAD_INPUT')
    expect(gist(right, at().kept)).toBe(gist(wrong, at().kept))
  })

  test('feedback in a team’s space leaves no evidence on public documentation', async () => {
    const evidence = () =>
      said<{ node: { properties: Record<string, unknown> } }>(
        at().ask(
          at().keys.other,
          '{ node(id: "doc:docs/handbook@1/tables.md#blanks-of-plain") { properties } }'
        )
      )
    const before = await evidence()
    const { recommend } = await said<{
      recommend: { id: string; citations: { number: number; id: string }[] }
    }>(
      at().ask(
        at().keys.agent,
        '{ recommend(question: "strip the plain blanks of a plain table") { id citations { number id } } }'
      )
    )
    const cited = recommend.citations.find(({ id }) => id.includes('handbook'))
    expect(cited).toBeDefined()
    await said(
      at().ask(
        at().keys.agent,
        'mutation ($i: FeedbackInput!) { sendFeedback(input: $i) { status } }',
        {
          i: {
            recommendation: recommend.id,
            from: 'agent',
            outcome: 'passed',
            used: [String(cited?.number)]
          }
        }
      )
    )
    expect(await evidence()).toEqual(before)
  })

  test.each(Object.keys(toolCalls))(
    'over MCP %s tells another team’s agent nothing either',
    async (tool) => {
      const input = toolCalls[tool]?.(at().kept) ?? {}
      const reply = await callTool(at(), { name: tool, input, key: at().keys.other })
      expect(reply.status).toBe(200)
      for (const word of [
        `${canary} prices`,
        `${canary} blanks`,
        'strip_both',
        `Blanks of ${canary}`
      ])
        expect(reply.text).not.toContain(word)
    }
  )

  test('without a key nothing is answered but whether Cairn is up', async () => {
    const json = { 'content-type': 'application/json' }
    for (const path of ['/graphql', '/mcp', '/graphql/stream'])
      expect((await post(at().server.url, '{}', json, { path })).status).toBe(401)
    expect((await post(at().server.url, '', {}, { path: '/session', method: 'GET' })).status).toBe(
      401
    )
    const health = await post(at().server.url, '', {}, { path: '/health', method: 'GET' })
    expect(health.status).toBe(200)
    expect(Object.keys(JSON.parse(health.text) as object).sort()).toEqual([
      'embedder',
      'graph',
      'pid'
    ])
  })
}
