import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient, type Client } from 'graphql-sse'
import '../../src/api/apollo.js'
import { whileListened } from '../../src/api/stream-life.js'
import { temporaryFolder } from '../support/build-cairn.js'
import { canary } from '../access/team-attempts.js'
import { openTeamWorld, said, type TeamWorld } from '../access/team-world.js'

let world: TeamWorld

beforeAll(async () => {
  world = await openTeamWorld()
})

afterAll(() => world.close())

function clientOf(key: string): Client {
  return createClient({
    url: `${world.server.url}/graphql/stream`,
    headers: { authorization: `Bearer ${key}` },
    retryAttempts: 0
  })
}

/** What a subscription says until `enough` of it came, or it ended. */
async function heard<T>(
  key: string,
  query: string,
  variables: Record<string, unknown>,
  enough: (all: readonly T[]) => boolean
): Promise<T[]> {
  const client = clientOf(key)
  const all: T[] = []
  for await (const { data, errors } of client.iterate<T>({ query, variables })) {
    if (errors !== undefined) throw new Error(JSON.stringify(errors))
    if (data != null) all.push(data)
    if (enough(all)) break
  }
  client.dispose()
  return all
}

test('a job is followed to its end, and the stream ends with it', async () => {
  const folder = temporaryFolder()
  for (let i = 0; i < 30; i += 1)
    writeFileSync(join(folder, `page-${String(i)}.md`), `# Page ${String(i)}\n\nSome words.\n`)
  const { ingest } = await said<{ ingest: { id: string } }>(
    world.ask(world.keys.admin, 'mutation ($i: IngestInput!) { ingest(input: $i) { id } }', {
      i: { reader: 'markdown', sources: [folder], name: 'followed', version: '1' }
    })
  )
  const seen = await heard<{ jobChanged: { state: string; done: number } }>(
    world.keys.admin,
    'subscription ($id: ID!) { jobChanged(id: $id) { state done } }',
    { id: ingest.id },
    () => false
  )
  expect(seen.at(-1)?.jobChanged).toMatchObject({ state: 'done' })
})

test('a decision reaches those who watch the queue of their space, and nobody else', async () => {
  const { keys, kept, ask } = world
  const query = 'subscription { queueChanged { insight state space } }'
  const theirs: unknown[] = []
  const stranger = clientOf(keys.otherCurator)
  const nothing = () => undefined
  const stop = stranger.subscribe(
    { query },
    { next: ({ data }) => theirs.push(data), error: nothing, complete: nothing }
  )
  const ours = heard<{ queueChanged: { insight: string; state: string } }>(
    keys.curator,
    query,
    {},
    (all) => all.some(({ queueChanged }) => queueChanged.state === 'needs-work')
  )
  const { insight } = await said<{ insight: { insight: { version: number } } }>(
    ask(keys.curator, 'query ($id: ID!) { insight(id: $id) { insight { version } } }', {
      id: kept.candidate
    })
  )
  await said(
    ask(keys.curator, 'mutation ($d: DecisionInput!) { sendInsightBack(decision: $d) { id } }', {
      d: { insight: kept.candidate, version: insight.insight.version, reason: 'More words.' }
    })
  )
  expect((await ours).at(-1)?.queueChanged).toMatchObject({ insight: kept.candidate })
  // As long again as it took ours, and then some.
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  stop()
  stranger.dispose()
  expect(JSON.stringify(theirs)).not.toContain(kept.candidate)
  expect(JSON.stringify(theirs)).not.toContain(canary)
})

test.each([
  ['an agent', 'agent', 'subscription { queueChanged { insight } }', /role analyst/],
  ['whoever follows a job of another team', 'otherAnalyst', 'JOB', /no job/]
] as const)('%s is refused in the stream', async (_, who, query, refusal) => {
  const document =
    query === 'JOB' ? `subscription { jobChanged(id: "${world.kept.job}") { id } }` : query
  await expect(heard(world.keys[who], document, {}, () => false)).rejects.toThrow(refusal)
})

test('nothing is looked for any more once nobody listens', async () => {
  let looks = 0
  const stream = whileListened(async function* ({ pause }) {
    for (;;) {
      looks += 1
      if (looks === 1) yield 'first'
      await pause(20)
    }
  })
  expect(await stream.next()).toEqual({ done: false, value: 'first' })
  const waiting = stream.next()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await stream.return(undefined)).toEqual({ done: true, value: undefined })
  expect(await waiting).toEqual({ done: true, value: undefined })
  const after = looks
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(looks).toBe(after)
})

test('a page that is closed leaves nothing that asks the graph', async () => {
  const before = await questions()
  for (let i = 0; i < 5; i += 1) {
    const client = clientOf(world.keys.curator)
    const stop = client.subscribe(
      { query: 'subscription { queueChanged { insight } }' },
      { next: () => undefined, error: () => undefined, complete: () => undefined }
    )
    await new Promise((resolve) => setTimeout(resolve, 700))
    stop()
    client.dispose()
  }
  expect(await questions()).toBeGreaterThan(before)
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const closed = await questions()
  await new Promise((resolve) => setTimeout(resolve, 1_600))
  expect(await questions()).toBe(closed)
})

/** How often it was asked what changed in the queue. */
async function questions(): Promise<number> {
  const response = await fetch(`${world.server.url}/metrics`, {
    headers: { authorization: `Bearer ${world.keys.admin}` }
  })
  const text = await response.text()
  const line = text
    .split('\n')
    .find((one) => one.includes('_count') && one.includes('"insightsChanged"'))
  return Number(line?.split(' ').at(-1) ?? 0)
}

test('quick operations one after the other share one connection', async () => {
  const client = createClient({
    url: `${world.server.url}/graphql/stream`,
    headers: { authorization: `Bearer ${world.keys.admin}` },
    singleConnection: true,
    retryAttempts: 0
  })
  const failures: unknown[] = []
  for (let i = 0; i < 10; i += 1) {
    try {
      const all = client.iterate({
        query: 'subscription ($id: ID!) { jobChanged(id: $id) { state } }',
        variables: { id: world.kept.job }
      })
      for await (const { errors } of all) if (errors !== undefined) throw new Error(String(errors))
    } catch (error) {
      failures.push(error)
    }
  }
  client.dispose()
  expect(failures).toEqual([])
})
