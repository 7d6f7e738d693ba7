import { cursorOf } from '../../src/domain/cursor.js'
import { createExplorer, type Explorer } from '../../src/retrieve/explorer.js'
import { stateHash } from '../../src/traces/states.js'
import { buildCairn, closeCairns, testDatabase } from '../support/build-cairn.js'
import { stepTo, traceOf } from '../traces/trace-of.js'

const db = testDatabase()
afterEach(closeCairns)
afterAll(() => db.close())

const state = (text: string) => `state:${stateHash(text)}`
const draft = 'result = 0\nprint(result)\n'
const hidden = 'for n in numbers:\n    result += n\n'
const task = { text: 'Write def total(numbers) that gives the sum of a list of numbers.' }

/** A small library with a private section, insights and attempts beside public ones; everything private has `secret` in its id. */
async function build(): Promise<{ mine: Explorer; all: Explorer }> {
  const cairn = await buildCairn()
  await cairn.recordTraces([
    traceOf({ task, steps: [stepTo(draft, { runs: true })] }),
    traceOf({
      task,
      agent: { name: 'spy' },
      steps: [stepTo(draft, { runs: true }), stepTo(hidden, { runs: true })]
    })
  ])
  await db.raw(
    `MATCH (t:Trace {agent: 'spy'}) SET t.id = 'trace:secret', t.space = 'secret' WITH t
     MATCH ()-[r:STEP|SHORTCUT]->() WHERE EXISTS { MATCH (s:State {id: $hidden}) WHERE endNode(r) = s OR startNode(r) = s } SET r.space = 'secret'`,
    { hidden: state(hidden) }
  )
  await db.raw(`
    CREATE (l:Library {id: 'library:docs/frames@1', key: 'docs/frames@1', name: 'frames', title: 'Frames', space: 'public', ingestedAt: datetime('2026-02-01T00:00:00Z')})
    CREATE (a:Api {id: 'api:frames.a', title: 'frames.a', space: 'public', library: 'docs/frames@1'})-[:MEMBER_OF]->(l)
    CREATE (b:Api {id: 'api:frames.b', title: 'frames.b', space: 'public', library: 'docs/frames@1', embedding: [1.0], hash: 'h', lock: 1})-[:MEMBER_OF]->(l)
    CREATE (d:Doc {id: 'doc:secret', title: 'Secret', space: 'secret', library: 'docs/frames@1'})-[:PART_OF]->(l)
    CREATE (d)-[:DOCUMENTS]->(a) CREATE (d)-[:DOCUMENTS]->(b)
    CREATE (i:Insight {id: 'insight:one', title: 'Use b', kind: 'reviewed', space: 'public', lineage: 'insight:one', createdAt: datetime('2026-03-01T00:00:00Z')})-[:ABOUT]->(b)
    CREATE (old:Insight {id: 'insight:two', title: 'Use a', kind: 'candidate', space: 'public', lineage: 'insight:two', createdAt: datetime('2026-01-01T00:00:00Z')})-[:ABOUT]->(b)
    CREATE (s:Insight {id: 'insight:secret', title: 'Secret', kind: 'reviewed', space: 'secret', lineage: 'insight:one', createdAt: datetime()})-[:ABOUT]->(b)
    CREATE (s)-[:CONTRADICTS]->(i)
    CREATE (:Review {id: 'review:secret', space: 'secret', kind: 'approve', by: 'spy', at: '2026-03-02T00:00:00Z', ordinal: 1})-[:DECIDED]->(i)
    CREATE (:Review {id: 'review:one', space: 'public', kind: 'approve', by: 'ann', at: '2026-03-02T00:00:00Z', reason: 'It holds.', ordinal: 2})-[:DECIDED]->(i)
    CREATE (i)-[:IN_FORCE_IN]->(:Epoch {id: 'epoch:public:1', number: 1, state: 'closed', space: 'public', openedAt: '2026-01-01T00:00:00Z', closedAt: '2026-04-01T00:00:00Z'})
    CREATE (i)-[:IN_FORCE_IN]->(:Epoch {id: 'epoch:secret:2', number: 2, state: 'closed', space: 'secret', openedAt: '2026-01-01T00:00:00Z', closedAt: '2026-04-01T00:00:00Z'})
    CREATE (seen:ErrorSignature {id: 'error:both', title: 'KeyError: <str>', text: 'KeyError: secret', kind: 'error', space: 'public'})
    CREATE (only:ErrorSignature {id: 'error:secret', title: 'SecretError', text: 'SecretError', kind: 'error', space: 'public'})
    CREATE (failed:Trace {id: 'trace:failed', title: 'failed', outcome: 'failed', space: 'public', agent: 'one', createdAt: datetime('2026-05-01T00:00:00Z')})
    CREATE (failed)-[:RAISED {example: 'KeyError: prices'}]->(seen)
    CREATE (failed)-[:USES]->(a)
    CREATE (spy:Trace {id: 'trace:secret-2', title: 'spy', outcome: 'failed', space: 'secret', agent: 'spy'})
    CREATE (spy)-[:RAISED {example: 'KeyError: a secret'}]->(seen) CREATE (spy)-[:RAISED]->(only) CREATE (spy)-[:USES]->(a) CREATE (spy)-[:USES]->(b)
    CREATE (:Space {id: 'secret'})
    CREATE (:Job {id: 'job:secret', kind: 'ingest', state: 'done', label: 'without a space'})
    CREATE (p:Principal {id: 'principal:secret', name: 'secret', space: 'public'}) CREATE (a)-[:IN]->(p)`)
  return {
    mine: createExplorer({ db }, ['public']),
    all: createExplorer({ db }, ['public', 'secret'])
  }
}

const around = { types: [], depth: 3, nodes: 500, edges: 2_000 }
const everything = JSON.stringify.bind(JSON)

describe('what a caller may not see does not exist for him', () => {
  const secrets = [
    'doc:secret',
    'insight:secret',
    'review:secret',
    'trace:secret',
    'trace:secret-2',
    'epoch:secret:2',
    'error:secret',
    'job:secret',
    'principal:secret',
    state(hidden)
  ]

  test('a node in another space is not there, whatever is asked of it', async () => {
    const { mine } = await build()
    const gone = { code: 'NOT_FOUND' }
    for (const id of secrets) {
      await expect(mine.open(id)).rejects.toMatchObject(gone)
      await expect(mine.history(id)).rejects.toMatchObject(gone)
      await expect(mine.neighborhood({ ...around, id })).rejects.toMatchObject(gone)
      await expect(mine.expand({ id, type: 'USES', out: true, first: 10 })).rejects.toMatchObject(
        gone
      )
      await expect(
        mine.paths({ from: 'api:frames.a', to: id, most: 3, longest: 6 })
      ).rejects.toMatchObject(gone)
      await expect(
        mine.paths({ from: id, to: 'api:frames.a', most: 3, longest: 6 })
      ).rejects.toMatchObject(gone)
    }
    expect(await mine.subgraph(secrets)).toEqual({ nodes: [], edges: [], truncated: false })
  })

  test('those who may see both spaces find them all but what nobody may see', async () => {
    const { all } = await build()
    const { nodes } = await all.subgraph(secrets)
    expect(nodes.map(({ id }) => id)).toEqual(
      secrets.filter((id) => !id.startsWith('job:') && !id.startsWith('principal:'))
    )
  })

  test('nothing around what may be seen gives it away: neither nodes nor edges nor counts nor history', async () => {
    const { mine } = await build()
    const { nodes } = await mine.neighborhood({ ...around, id: 'api:frames.b' })
    expect(nodes.map(({ id }) => id)).toContain('insight:one')
    for (const { id } of nodes) {
      const opened = await mine.open(id)
      const told = [opened, await mine.neighborhood({ ...around, id }), await mine.history(id)]
      for (const { type, out, count } of opened.edges) {
        const page = await mine.expand({ id, type, out, first: 50, drawn: secrets })
        expect([page.total, page.nodes.length, page.next]).toEqual([count, count, null])
        told.push(page as never)
      }
      expect(everything(told)).not.toMatch(/secret/i)
      expect(everything(told)).not.toContain(state(hidden))
    }
  })

  test('counts of neighbours leave out what is hidden', async () => {
    const { mine, all } = await build()
    const edges = (await mine.open('api:frames.b')).edges
    expect(edges).toEqual([
      { type: 'ABOUT', out: false, count: 2 },
      { type: 'MEMBER_OF', out: true, count: 1 }
    ])
    const [brief] = (await mine.subgraph(['api:frames.b'])).nodes
    expect(brief?.degree).toBe(3)
    const [whole] = (await all.subgraph(['api:frames.b'])).nodes
    expect(whole?.degree).toBe(6)
  })

  test('an error shows the example of an attempt in sight, and of none where there is none', async () => {
    const { mine, all } = await build()
    expect((await mine.open('error:both')).properties['text']).toBe('KeyError: prices')
    expect((await all.open('error:both')).properties['text']).toBe('KeyError: a secret')
  })

  test('no path leads through it', async () => {
    const { mine, all } = await build()
    const between = { from: 'insight:one', to: 'trace:failed', most: 3, longest: 6 }
    const [path, ...others] = await mine.paths(between)
    expect(path?.nodes.map(({ id }) => id)).toEqual([
      'insight:one',
      'api:frames.b',
      'library:docs/frames@1',
      'api:frames.a',
      'trace:failed'
    ])
    expect(others).toEqual([])
    const ways = await all.paths(between)
    expect(everything(ways)).toContain('doc:secret')
    expect(everything(ways)).toContain('trace:secret-2')
  })

  test('the counts of the whole leave it out, edges that touch it with it', async () => {
    const { mine, all } = await build()
    const nodes = await mine.nodeCounts()
    expect(nodes).toMatchObject({ Insight: 2, Library: 1, Api: 2, ErrorSignature: 1, Epoch: 1 })
    expect(nodes['Doc']).toBeUndefined()
    expect(nodes['Job']).toBeUndefined()
    expect(nodes['Principal']).toBeUndefined()
    const edges = await mine.edgeCounts()
    expect(edges).toMatchObject({ MEMBER_OF: 2, ABOUT: 2, RAISED: 1, DECIDED: 1, IN_FORCE_IN: 1 })
    expect(edges['CONTRADICTS']).toBeUndefined()
    expect(edges['DOCUMENTS']).toBeUndefined()
    expect(edges['IN']).toBeUndefined()
    expect((await all.nodeCounts())['State']).toBe((nodes['State'] ?? 0) + 1)
    expect((await all.edgeCounts())['RAISED']).toBe(3)
  })

  test('nothing that serves only the machine is shown of a node', async () => {
    const { mine } = await build()
    const { properties } = await mine.open('api:frames.b')
    for (const name of ['embedding', 'hash', 'lock']) expect(properties).not.toHaveProperty(name)
  })
})

test('filters keep nodes of some labels, libraries, outcomes, times and epochs', async () => {
  const { mine } = await build()
  const found = async (filter: object, id = 'api:frames.b') => {
    const { nodes } = await mine.neighborhood({ ...around, depth: 1, id, ...filter })
    return nodes.slice(1).map((node) => node.id)
  }
  // What was learned comes before what belongs together in documentation.
  expect(await found({})).toEqual(['insight:one', 'insight:two', 'library:docs/frames@1'])
  expect(await found({ labels: ['Library'] })).toEqual(['library:docs/frames@1'])
  expect(await found({ libraries: ['docs/frames@1'] })).toEqual(['library:docs/frames@1'])
  expect(await found({ epoch: 1, labels: ['Insight'] })).toEqual(['insight:one'])
  expect(await found({ since: '2026-02-15' })).toEqual(['insight:one'])
  expect(await found({ until: '2026-01-31T00:00:00Z' })).toEqual(['insight:two'])
  expect(await found({ outcome: 'passed' }, 'api:frames.a')).toEqual(['library:docs/frames@1'])
  expect(await found({ outcome: 'failed' }, 'api:frames.a')).toContain('trace:failed')
})

test('a node in short tells its space, its epochs and how an attempt ended', async () => {
  const { mine } = await build()
  const { nodes, edges } = await mine.subgraph(['trace:failed', 'insight:one', 'api:frames.a'])
  expect(nodes).toMatchObject([
    { id: 'trace:failed', outcome: 'failed', space: 'public', createdAt: '2026-05-01T00:00:00Z' },
    { id: 'insight:one', epochs: [1], library: null },
    { id: 'api:frames.a', library: 'docs/frames@1', createdAt: null }
  ])
  expect(edges).toEqual([{ from: 'trace:failed', to: 'api:frames.a', type: 'USES', note: null }])
})

test('the history of an insight tells who decided what and where it was in force', async () => {
  const { mine } = await build()
  expect(await mine.history('insight:one')).toEqual([
    expect.objectContaining({ what: 'in force at the end of epoch 1', node: 'epoch:public:1' }),
    {
      at: '2026-03-02T00:00:00Z',
      what: 'approve',
      by: 'ann',
      text: 'It holds.',
      node: 'review:one'
    },
    expect.objectContaining({ what: 'written', at: '2026-03-01T00:00:00Z' })
  ])
})

/** A hub with many spokes, every third of them joined to the next, and a second hub that shares the first ten. */
async function buildHub(spokes: number): Promise<Explorer> {
  await buildCairn()
  await db.raw(
    `CREATE (l:Library {id: 'library:hub', title: 'Hub', space: 'public'}) CREATE (m:Library {id: 'library:other', title: 'Other', space: 'public'})
     WITH l, m UNWIND range(1, $spokes) AS i
     CREATE (a:Api {id: 'api:' + substring('0000' + toString(toInteger(i)), size(toString(toInteger(i)))), title: 'a', space: 'public'})-[:MEMBER_OF]->(l)
     FOREACH (_ IN CASE WHEN i <= 10 THEN [1] ELSE [] END | CREATE (a)-[:MEMBER_OF]->(m))`,
    { spokes }
  )
  await db.raw(
    `MATCH (a:Api), (b:Api) WHERE toInteger(substring(a.id, 4)) + 1 = toInteger(substring(b.id, 4)) AND toInteger(substring(a.id, 4)) % 3 = 0 CREATE (a)-[:SEE_ALSO]->(b)`
  )
  return createExplorer({ db }, ['public'])
}

test('expanding brings at most 50 more at a time, says how many there are, and pages through all of them once', async () => {
  const hub = await buildHub(120)
  const seen: string[] = []
  const sizes: number[] = []
  let after: string | null = null
  do {
    const drawn = seen
    const question = { id: 'hub', type: 'MEMBER_OF', out: false, first: 50, after, drawn }
    const page = await hub.expand(question)
    expect(page.total).toBe(120)
    expect(await hub.expand(question)).toEqual(page)
    for (const { id } of page.nodes)
      expect(page.edges).toContainEqual({
        from: id,
        to: 'library:hub',
        type: 'MEMBER_OF',
        note: null
      })
    seen.push(...page.nodes.map(({ id }) => id))
    sizes.push(page.nodes.length)
    after = page.next
  } while (after !== null)
  expect(sizes).toEqual([50, 50, 20])
  expect(new Set(seen).size).toBe(120)
  const { edges } = await hub.subgraph(seen)
  expect(edges).toHaveLength(39)
})

test('edges between what comes and what is drawn already come too', async () => {
  const hub = await buildHub(6)
  const page = await hub.expand({
    id: 'library:hub',
    type: 'MEMBER_OF',
    out: false,
    first: 50,
    drawn: ['library:other', 'nowhere']
  })
  expect(page.edges.filter(({ to }) => to === 'library:other')).toHaveLength(6)
  expect(page.edges.filter(({ type }) => type === 'SEE_ALSO')).toHaveLength(1)
})

test('paths come shortest first, those of a length in the order of their ids, the same each time', async () => {
  const hub = await buildHub(40)
  const question = { from: 'library:hub', to: 'library:other', most: 12, longest: 6 }
  const paths = await hub.paths(question)
  const ids = paths.map(({ nodes }) => nodes.slice(1, -1).map(({ id }) => id.slice(4)))
  expect(ids.slice(0, 10)).toEqual(
    Array.from({ length: 10 }, (_, i) => [String(i + 1).padStart(4, '0')])
  )
  expect(ids.slice(10)).toEqual([
    ['0003', '0004'],
    ['0004', '0003']
  ])
  expect(paths[10]?.edges.map(({ type }) => type).sort()).toEqual([
    'MEMBER_OF',
    'MEMBER_OF',
    'SEE_ALSO'
  ])
  expect(await hub.paths(question)).toEqual(paths)
})

test('paths are no longer than asked for; none is an empty list', async () => {
  const hub = await buildHub(40)
  const far = { from: 'api:0020', to: 'library:other', most: 3 }
  expect(await hub.paths({ ...far, longest: 2 })).toEqual([])
  expect((await hub.paths({ ...far, longest: 3 })).map(({ length }) => length)).toEqual([3, 3, 3])
  await db.raw(`CREATE (:Problem {id: 'problem:alone', title: 'Alone', space: 'public'})`)
  expect(await hub.paths({ ...far, to: 'problem:alone', longest: 8 })).toEqual([])
  expect(await hub.paths({ ...far, to: far.from, longest: 8 })).toMatchObject([{ length: 0 }])
})

describe('what cannot be asked is refused with the field and what it expects', () => {
  const cases: [string, (explorer: Explorer) => Promise<unknown>, string][] = [
    [
      'too many at once',
      (x) => x.expand({ id: 'hub', type: 'USES', out: true, first: 51 }),
      'first is 51; expected a whole number from 1 to 50.'
    ],
    [
      'an edge type that is none',
      (x) => x.expand({ id: 'hub', type: 'X]->() DETACH DELETE n //', out: true, first: 5 }),
      "type is 'X]->() DETACH DELETE n //'; expected one of MEMBER_OF"
    ],
    [
      'a forged cursor',
      (x) => x.expand({ id: 'hub', type: 'USES', out: true, first: 5, after: '§' }),
      "after is '§'; expected `next` of the page before."
    ],
    [
      'a cursor of another list',
      (x) => {
        const after = cursorOf('traces', ['2030-01-31T00:00:00Z', 'trace:1'])
        return x.expand({ id: 'hub', type: 'USES', out: true, first: 5, after })
      },
      'expected `next` of the page before.'
    ],
    [
      'too many drawn',
      (x) =>
        x.expand({
          id: 'hub',
          type: 'USES',
          out: true,
          first: 5,
          drawn: Array<string>(5_001).fill('x')
        }),
      'drawn has 5001 ids; expected at most 5000.'
    ],
    [
      'too many nodes',
      (x) => x.subgraph(Array<string>(5_001).fill('x')),
      'ids has 5001 ids; expected at most 5000.'
    ],
    [
      'paths beyond measure',
      (x) => x.paths({ from: 'hub', to: 'hub', most: 3, longest: 9 }),
      'longest is 9; expected a whole number from 1 to 8.'
    ],
    [
      'more paths than there is room for',
      (x) => x.paths({ from: 'hub', to: 'hub', most: 0, longest: 3 }),
      'most is 0; expected a whole number from 1 to 20.'
    ],
    [
      'a label that is none',
      (x) => x.neighborhood({ ...around, id: 'hub', labels: ['Key'] }),
      "labels names 'Key'; expected labels among Library"
    ],
    [
      'a time that is none',
      (x) => x.neighborhood({ ...around, id: 'hub', since: 'yesterday' }),
      "since is 'yesterday'; expected a time such as"
    ],
    [
      'an outcome that is none',
      (x) => x.neighborhood({ ...around, id: 'hub', outcome: 'maybe' }),
      "outcome is 'maybe'; expected passed or failed."
    ],
    [
      'an epoch that is not there',
      (x) => x.neighborhood({ ...around, id: 'hub', epoch: 7 }),
      'There is no epoch 7 here. `epochs` lists them.'
    ]
  ]

  test.each(cases)('%s', async (_, ask, message) => {
    const hub = await buildHub(3)
    await expect(ask(hub)).rejects.toThrow(message)
  })
})
