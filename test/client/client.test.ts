import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type CairnClient } from '../../src/client/client.js'
import { startServer, type RunningServer } from '../../src/server.js'
import { createLog } from '../../src/log.js'
import { adminKey, emptyGraph, testConfig } from '../support/build-cairn.js'

let server: RunningServer
let cairn: CairnClient
let home: string

beforeAll(async () => {
  await emptyGraph()
  home = mkdtempSync(join(tmpdir(), 'cairn-test-client-'))
  const config = testConfig({ CAIRN_HOME: home, CAIRN_PORT: '0' })
  server = await startServer(config, { log: createLog('silent') })
  cairn = createClient({ url: server.url, key: adminKey })
})

afterAll(async () => {
  await server.close()
  rmSync(home, { recursive: true, force: true })
})

const attempt = {
  task: 'Read a tide table whose hours are out of order',
  agent: 'client-test',
  outcome: 'passed',
  code: 'import tidal\n\ntable = tidal.read("brest.txt")\ntable = tidal.sorted_by_hour(table)\n',
  error: 'ValueError: tide table is not sorted by hour',
  learned: [
    {
      about: ['tidal.read'],
      when: 'of a table that is out of order',
      happens: 'keeps the order of the file and warns of nothing',
      instead: 'call tidal.sorted_by_hour on what it returns'
    }
  ]
} as const

test('what one program records another one is advised by, and says how that went', async () => {
  const receipt = await cairn.recordTrace(attempt)
  expect(receipt).toMatchObject({ status: 'accepted', path: null })
  expect(await cairn.recordTrace(attempt)).toMatchObject({ status: 'known', trace: receipt.trace })

  const notes = await cairn.fieldNotes('tidal.read')
  expect(notes.map(({ text }) => text)).toEqual([
    expect.stringContaining('keeps the order of the file and warns of nothing')
  ])
  const [resolved] = await cairn.resolveError('ValueError: tide table is not sorted by hour')
  expect(resolved?.attempts[0]).toMatchObject({ trace: receipt.trace, agent: 'client-test' })

  const answer = await cairn.recommend('ValueError: tide table is not sorted by hour', {
    tokens: 300
  })
  expect(answer.fits).toBe(true)
  expect(answer.items.map(({ kind }) => kind)).toEqual(['cure', 'note'])
  expect(answer.markdown).toContain('tidal.sorted_by_hour')
  const feedback = { recommendation: answer.id, from: 'agent', advice: 'decided' } as const
  expect(await cairn.sendFeedback({ ...feedback, used: ['1'] })).toMatchObject({
    status: 'accepted'
  })

  const opened = await cairn.open(receipt.trace ?? '')
  expect(opened.label).toBe('Trace')
  expect(await cairn.reportNote({ note: notes[0]?.id ?? '', happened: 'it sorts' })).toMatchObject({
    flagged: []
  })
})

test('documentation is in when ingest says so, and is found', async () => {
  const seen: number[] = []
  const job = await cairn.ingest(
    { reader: 'markdown', sources: [join('test', 'client', 'tidal-docs')], name: 'tidal' },
    { onProgress: (done) => seen.push(done) }
  )
  expect(job).toMatchObject({ state: 'done', kind: 'ingest' })
  expect(seen.length).toBeGreaterThan(0)
  expect((await cairn.libraries()).map(({ name, docs }) => [name, docs > 0])).toEqual([
    ['tidal', true]
  ])
  const [first] = await cairn.search('springtide factor of a harbour', { limit: 3 })
  expect(first?.title).toBe('tidal.springtide')
})

test('other operations of the schema are asked as text', async () => {
  const { status } = await cairn.query<{ status: { embedder: string } }>('{ status { embedder } }')
  expect(status.embedder).toContain('lexical')
})

test('failures say what the server says, with its code and the field at fault', async () => {
  await expect(cairn.open('trace:gone')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(cairn.recordTrace({ ...attempt, task: ' ' })).rejects.toMatchObject({
    name: 'CairnError',
    code: 'BAD_INPUT',
    details: { field: 'task' }
  })
  const lost = cairn.ingest({ reader: 'markdown', sources: ['/nowhere/tidal'], name: 'nowhere' })
  await expect(lost).rejects.toMatchObject({ code: 'BAD_SOURCE' })
  const stranger = createClient({ url: server.url, key: `cairn_${'x'.repeat(43)}` })
  await expect(stranger.libraries()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('who cannot be a server or a key is refused at once; a server that is not there is said so', async () => {
  expect(() => createClient({ url: 'localhost:7420', key: adminKey })).toThrow(
    "url is 'localhost:7420'; expected an address such as http://127.0.0.1:7420."
  )
  expect(() => createClient({ key: ' ' })).toThrow('key is empty')
  const nobody = createClient({ url: 'http://127.0.0.1:9', key: adminKey })
  await expect(nobody.libraries()).rejects.toMatchObject({ code: 'GRAPH_UNAVAILABLE' })
})

test('waiting can be given up; the work goes on', async () => {
  const signal = AbortSignal.abort(new Error('no longer'))
  const given = cairn.ingest(
    { reader: 'markdown', sources: [join('test', 'client', 'tidal-docs')], name: 'tidal-two' },
    { signal }
  )
  const outcome = await given.then(
    () => 'done',
    (error: unknown) => (error as Error).message
  )
  expect(['no longer', 'done']).toContain(outcome)
  await server.cairn.jobs.idle()
  expect((await cairn.libraries()).map(({ name }) => name)).toContain('tidal-two')
})
