import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cairn } from '../../src/cairn.js'
import type { ImportSummary } from '../../src/traces/import-summary.js'
import {
  buildCairn,
  closeCairns,
  exported,
  removeFolders,
  temporaryFolder
} from '../support/build-cairn.js'
import { traceOf } from './trace-of.js'

afterEach(closeCairns)
afterAll(removeFolders)

const at = (second: number) => new Date(Date.UTC(2026, 4, 4, 8, 0, second)).toISOString()

/** A session of Claude Code: two tasks, of which the second begins with the fifth line. */
function sessionLines(session: string, project: string): object[] {
  const person = (text: string) => ({ type: 'user', message: { role: 'user', content: text } })
  const result = (id: string, content: string) => ({
    type: 'user',
    message: { role: 'user', content: [{ type: 'tool_result', tool_use_id: id, content }] }
  })
  const bash = (id: string, command: string) => ({
    type: 'assistant',
    message: {
      role: 'assistant',
      content: [{ type: 'tool_use', id, name: 'Bash', input: { command } }]
    }
  })
  const said = (text: string) => ({
    type: 'assistant',
    message: { role: 'assistant', content: [{ type: 'text', text }] }
  })
  const lines = [
    person('The tide table in harbour.py is an hour late: find out why and mend it.'),
    bash('a', "sed -i 's/naive/aware/' harbour.py && pytest -q"),
    result('a', '7 passed in 0.4s'),
    said('The times had no zone; they have one now, and the tests pass.'),
    person('Works, thanks! New task: write a Dockerfile for the ferry booking service.'),
    bash('b', 'docker build ferry'),
    result('b', "ERROR: failed to solve: process '/bin/sh -c npm ci' did not complete"),
    said('The build still fails: the lock file is missing.')
  ]
  return lines.map((line, i) => ({
    uuid: `${session}-${String(i)}`,
    parentUuid: i === 0 ? null : `${session}-${String(i - 1)}`,
    sessionId: session,
    cwd: project,
    timestamp: at(i),
    version: '2.1.0',
    ...line
  }))
}

function written(file: string, lines: readonly object[]): string {
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return file
}

async function taken(cairn: Cairn, file: string): Promise<ImportSummary['total']> {
  const { id } = await cairn.importTraces({ paths: [file] })
  await cairn.jobs.idle()
  const job = await cairn.jobs.get(id)
  return (JSON.parse(job.result ?? '{}') as ImportSummary).total
}

async function held(cairn: Cairn): Promise<string[]> {
  const nodes = await cairn.traces({ limit: 10 })
  return nodes.map(({ id, title, outcome }) => `${id} ${outcome} ${title}`).sort()
}

test('a session with two tasks is two problems; taken in while it grows, twice, or at once, the same two', async () => {
  const project = temporaryFolder()
  const lines = sessionLines('harbour', project)
  const file = join(project, 'harbour.jsonl')
  const cairn = await buildCairn()
  expect(await taken(cairn, written(file, lines.slice(0, 4)))).toMatchObject({ accepted: 1 })
  const [before = ''] = await held(cairn)
  expect(await taken(cairn, written(file, lines))).toMatchObject({ traces: 2, rejected: 0 })
  const after = await held(cairn)
  expect(after).toHaveLength(2)
  const first = after.find((one) => one.startsWith(`${before.split(' ')[0] ?? ''} `))
  expect(first).toMatch(/ passed .*tide table/)
  const second = after.find((one) => one !== first)
  expect(second).toMatch(/\/task-2 unknown .*Dockerfile/)

  const grown = await exported(cairn)
  expect(await taken(cairn, file)).toMatchObject({ known: 2, accepted: 0 })
  expect(await exported(cairn)).toEqual(grown)
  await closeCairns()
  const fresh = await buildCairn()
  await taken(fresh, file)
  expect(await held(fresh)).toEqual(after)
})

test('of a session that was deleted nothing that is handed in by itself comes back, further tasks neither', async () => {
  const cairn = await buildCairn()
  await cairn.recordTraces([traceOf({ id: 'ferry' })])
  const { ids } = await cairn.deleteContribution({ id: 'session:ferry' })
  expect(ids).toHaveLength(1)
  const grown = [traceOf({ id: 'ferry' }), traceOf({ id: 'ferry/task-2' })]
  for (const receipt of await cairn.recordTraces(grown, { unlessDeleted: true }))
    expect(receipt).toMatchObject({
      status: 'rejected',
      reason: expect.stringContaining('deleted') as string
    })
  expect(await held(cairn)).toEqual([])
  const [other] = await cairn.recordTraces([traceOf({ id: 'ferry-2/task-2' })], {
    unlessDeleted: true
  })
  expect(other).toMatchObject({ status: 'accepted' })
})
