import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from '../api/ask-http.js'
import { openShell, type Running, type Shell } from '../cli/run-cli.js'
import { emptyGraph, removeFolders, temporaryFolder, testDatabase } from '../support/build-cairn.js'
import { traceHashes } from '../../src/graph/queries.js'

let shells: Shell[] = []
let servers: Running[] = []

beforeAll(async () => {
  await emptyGraph()
  shells = [await openShell(), await openShell()]
  servers = shells.map((shell) => shell.start(['up', '--foreground']))
  await Promise.all(shells.map((shell, i) => untilUp(shell, servers[i])))
})

afterAll(async () => {
  for (const { process } of servers) process.kill('SIGKILL')
  await Promise.all(servers.map(({ ended }) => ended))
  await emptyGraph()
  removeFolders()
})

const urlOf = ({ port }: Shell) => `http://127.0.0.1:${port}`

async function untilUp(shell: Shell, server: Running | undefined): Promise<void> {
  const outcome: { failed: string | null } = { failed: null }
  void server?.ended.then(({ exit, err }) => {
    outcome.failed = `ended with ${String(exit)}: ${err}`
  })
  for (;;) {
    if (outcome.failed !== null) throw new Error(outcome.failed)
    const health = await fetch(`${urlOf(shell)}/health`).catch(() => null)
    if (health?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

const moment = () => new Promise((resolve) => setTimeout(resolve, 50))

/** Hands traces in, several at a time, and gives the ids of those that were acknowledged. */
async function load(
  shell: Shell,
  { name, acknowledged }: { name: string; acknowledged: string[] },
  until: () => boolean
): Promise<void> {
  const worker = async (of: number) => {
    for (let n = 0; !until(); n += 1) {
      const trace = {
        id: `${name}-${of}-${n}`,
        task: `task ${of} of ${name}`,
        agent: `agent-${of}`,
        outcome: 'unknown'
      }
      const reply = await ask(
        urlOf(shell),
        'mutation ($t: JSON!) { recordTrace(trace: $t) { status trace } }',
        { t: trace }
      ).catch(() => null)
      if (reply === null) return
      const { recordTrace } = reply.data as { recordTrace?: { status: string; trace: string } }
      if (recordTrace?.status === 'accepted') acknowledged.push(recordTrace.trace)
    }
  }
  await Promise.all([0, 1, 2, 3].map(worker))
}

test('two processes on one graph take work in, one is killed, and nothing that was acknowledged is lost', async () => {
  const [first, second] = shells
  const [victim] = servers
  if (first === undefined || second === undefined || victim === undefined)
    throw new Error('two shells were opened')
  let over = false
  const ofVictim: string[] = []
  const ofSurvivor: string[] = []
  const loads = Promise.all([
    load(first, { name: 'first', acknowledged: ofVictim }, () => over),
    load(second, { name: 'second', acknowledged: ofSurvivor }, () => over)
  ])
  while (ofVictim.length < 10 || ofSurvivor.length < 10) await moment()
  victim.process.kill('SIGKILL')
  const before = ofSurvivor.length
  while (ofSurvivor.length < before + 10) await moment()
  over = true
  await loads

  const ids = [...ofVictim, ...ofSurvivor]
  const db = testDatabase()
  const found = await db.run(traceHashes, { ids })
  await db.close()
  expect(found.map(({ id }) => id).sort()).toEqual([...ids].sort())

  // What the other process did is seen through the one that is left.
  const { data } = await ask(urlOf(second), 'query ($id: ID!) { node(id: $id) { id } }', {
    id: ofVictim[0]
  })
  expect(data).toEqual({ node: { id: ofVictim[0] } })
})

test('a job that was asked to stop through another process stops', async () => {
  const [, second] = shells
  if (second === undefined) throw new Error('two shells were opened')
  const third = await openShell()
  const server = third.start(['up', '--foreground'])
  servers.push(server)
  await untilUp(third, server)
  const folder = temporaryFolder()
  for (let i = 0; i < 3_000; i += 1)
    writeFileSync(join(folder, `page-${String(i)}.md`), `# Page ${String(i)}\n\nWords of it.\n`)
  const { data } = await ask(
    urlOf(third),
    'mutation ($s: [String!]!) { ingest(input: { reader: "markdown", sources: $s, name: "long", version: "1" }) { id } }',
    { s: [folder] }
  )
  const { id } = (data as unknown as { ingest: { id: string } }).ingest
  await ask(urlOf(second), 'mutation ($id: ID!) { cancelJob(id: $id) { id } }', { id })
  const state = async () => {
    const reply = await ask(urlOf(second), 'query ($id: ID!) { job(id: $id) { state } }', { id })
    return (reply.data as unknown as { job: { state: string } }).job.state
  }
  while (['queued', 'running'].includes(await state()))
    await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await state()).toBe('cancelled')
})
