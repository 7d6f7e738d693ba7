import { createLog } from '../../src/log.js'
import { startServer, type RunningServer } from '../../src/server.js'
import { ask, type Reply } from '../api/ask-http.js'
import { freePort } from '../api/hold-back.js'
import { closeCairns, removeFolders, testConfig } from '../support/build-cairn.js'
import { closeDesks, openDesk, type Desk } from './plant.js'

let desk: Desk
let server: RunningServer

beforeAll(async () => {
  desk = await openDesk()
  const port = await freePort()
  server = await startServer(testConfig({ CAIRN_PORT: String(port) }), {
    log: createLog('silent')
  })
})

afterAll(async () => {
  await server.close()
  await closeDesks()
  await closeCairns()
  removeFolders()
})

async function asked(
  query: string,
  variables: Record<string, unknown> = {}
): Promise<Record<string, Record<string, unknown>>> {
  const { data, errors } = await ask(server.url, query, variables)
  expect(errors).toEqual([])
  return data
}

function mutate(name: string, decision: object, more = ''): Promise<Reply> {
  return ask(
    server.url,
    `mutation ($decision: DecisionInput!) { ${name}(decision: $decision${more}) {
      kind by reason changes { insight before { version state inForce } after { version state inForce flags } } } }`,
    { decision }
  )
}

test('a curator works through the queue, is told of a conflict, and closes the epoch, over GraphQL alone', async () => {
  const a = await desk.plant('a', { flags: ['contradiction'] })
  const b = await desk.plant('b')
  const { reviewQueue } = await asked(
    '{ reviewQueue { totalCount pageInfo { hasNextPage } nodes { id version state toAcknowledge gates { gate passed } } } }'
  )
  expect(reviewQueue).toMatchObject({
    totalCount: 2,
    pageInfo: { hasNextPage: false },
    nodes: [
      { id: a, version: 1, state: 'candidate', toAcknowledge: ['contradiction'] },
      { id: b, version: 1, toAcknowledge: [] }
    ]
  })

  const claimed = await mutate('claimInsight', { insight: a, version: 1, by: 'ada' })
  expect(claimed.data).toMatchObject({ claimInsight: { changes: [{ after: { version: 2 } }] } })
  const late = await mutate('rejectInsight', { insight: a, version: 1, by: 'bob', reason: 'No.' })
  expect(late.errors).toMatchObject([
    { extensions: { code: 'CONFLICT', details: { currentVersion: 2, decidedBy: 'ada' } } }
  ])
  const decision = { insight: a, version: 2, by: 'ada' }
  const blind = await mutate('approveInsight', decision)
  expect(blind.errors[0]?.extensions.details).toMatchObject({ expected: 'contradiction' })
  const approved = await mutate('approveInsight', decision, ', acknowledge: ["contradiction"]')
  expect(approved.data).toMatchObject({
    approveInsight: { changes: [{ after: { state: 'approved', inForce: true, flags: [] } }] }
  })

  const into = { title: 'Keep', applies: '', advice: 'Leave keep as it is.' }
  await asked(
    `mutation ($into: InsightWordsInput!) { mergeInsights(sources: [{insight: "${a}", version: 3}, {insight: "${b}", version: 1}], into: $into, by: "ada") { id } }`,
    { into }
  )
  const { insight } = await asked(`{ insight(id: "${a}") {
    insight { state inForce claimedBy } quotations { quote holds before after } similar { id } sources { id }
    related { relation id } decisions { kind by changes { after { state } } } changes { api } effect { effect } } }`)
  expect(insight).toMatchObject({
    insight: { state: 'approved', inForce: true, claimedBy: null },
    related: [{ relation: 'superseded-by' }],
    decisions: [{ kind: 'merge' }, { kind: 'approve' }, { kind: 'claim' }]
  })

  const { closeEpoch } = await asked('mutation { closeEpoch(by: "ada") { closed opened inForce } }')
  expect(closeEpoch).toEqual({ closed: 1, opened: 2, inForce: 1 })
  await mutate('retireInsight', { insight: a, version: 4, by: 'ada', reason: 'Old.' })
  const { compareEpochs } = await asked(
    '{ compareEpochs(from: 1, to: 2) { added { id } changed { after { id } } gone { id } } }'
  )
  expect(compareEpochs).toEqual({ added: [], changed: [], gone: [{ id: a }] })
  const { rollBackEpoch } = await asked(
    'mutation { rollBackEpoch(to: 1, by: "ada", reason: "It was right.") { closed leftForce cameBack } }'
  )
  expect(rollBackEpoch).toEqual({ closed: 2, leftForce: [], cameBack: [a] })
  const { epochs, apiChanges, health } = await asked(`{ epochs { number state inForce }
    apiChanges(library: "frames") { from } health { orphans { what count } neverUsedInsights { count examples { id } } } }`)
  expect(epochs).toMatchObject([{ number: 3, inForce: 1 }, { number: 2 }, { number: 1 }])
  expect(apiChanges).toEqual([])
  expect(health).toMatchObject({
    // The merged one: what it was made of was drawn from nothing either.
    orphans: [{ what: 'Candidate without DERIVED_FROM', count: 1 }],
    neverUsedInsights: { count: 1, examples: [{ id: a }] }
  })
})
