import { openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLog } from '../../src/log.js'
import { plantedSecrets, tellingParts } from '../domain/planted-secrets.js'
import {
  buildCairn,
  closeCairns,
  removeFolders,
  temporaryFolder,
  testDatabase
} from '../support/build-cairn.js'
import { createFakeEmbedder } from '../support/fake-model.js'
import { traceOf } from './trace-of.js'

afterEach(closeCairns)
afterAll(removeFolders)

const planted = plantedSecrets(11)
const parts = planted.flatMap(tellingParts)

/** Every place of a trace that takes text, a secret in each. */
function loaded(texts: readonly string[]): Record<string, unknown> {
  let at = 0
  const next = () => texts[at++ % texts.length] ?? ''
  return traceOf({
    task: { text: `Do it.\n${next()}`, title: next().slice(0, 250) },
    context: { code: next(), files: ['a.py'], cwd: '/work' },
    steps: Array.from({ length: texts.length }, () => ({
      role: 'agent',
      instruction: next(),
      action: { kind: 'code', input: next() },
      observation: next(),
      state: { text: next(), language: 'python', runs: true },
      error: `${next()}\nValueError: ${next()}`
    })),
    outcome: {
      status: 'failed',
      judgedBy: 'tests',
      evidence: next(),
      error: `ValueError: ${next()}`
    },
    solution: next(),
    notes: next()
  })
}

function found(text: string): string[] {
  return parts.filter(
    (part) => text.includes(part) || text.includes(JSON.stringify(part).slice(1, -1))
  )
}

async function everything(): Promise<string> {
  const db = testDatabase()
  const lines: string[] = []
  const cairn = await buildCairn({ keep: true })
  for await (const line of cairn.exportLines())
    lines.push(
      JSON.stringify(line, (key, value: unknown) => (key === 'embedding' ? undefined : value))
    )
  lines.push(...(await cairn.jobs.list(50)).map((job) => JSON.stringify(job)))
  await db.close()
  return lines.join('\n')
}

test('no planted secret is in the graph, its jobs, the receipts or what is embedded', async () => {
  const embedder = createFakeEmbedder()
  const cairn = await buildCairn({ embedder })
  const size = 12
  const groups = Array.from({ length: Math.ceil(planted.length / size) }, (_, i) =>
    planted.slice(i * size, (i + 1) * size).map(({ text }) => text)
  )
  const receipts = await cairn.recordTraces(groups.map(loaded))
  expect(receipts.every(({ status }) => status === 'accepted')).toBe(true)
  const graph = await everything()
  expect(graph.length).toBeGreaterThan(100_000)
  expect(graph).toContain('<redacted:')
  expect(found(graph)).toEqual([])
  expect(found(embedder.texts.join('\n'))).toEqual([])
})

test('no planted secret is in what is said of traces that were refused', async () => {
  const cairn = await buildCairn()
  const bad = planted.flatMap(({ secret, text }) => [
    traceOf({ [secret.slice(0, 90)]: 1 }),
    traceOf({ outcome: { status: secret } }),
    traceOf({ space: text.slice(0, 55) }),
    traceOf({ startedAt: secret.slice(0, 40) })
  ])
  const whole = await cairn.recordTraces(bad)
  expect(whole.every(({ status }) => status === 'rejected')).toBe(true)
  // A secret that was cut short is none any more, so only those that fit are looked for.
  expect(found(JSON.stringify(whole))).toEqual([])
})

test('a password is not shown where its field gives it away', async () => {
  const cairn = await buildCairn()
  const [receipt] = await cairn.recordTraces([
    { task: 't', agent: 'a', outcome: 'passed', password: 'hunter2hunter2' }
  ])
  expect(receipt).toMatchObject({ status: 'rejected', path: 'password' })
  expect(JSON.stringify(receipt)).not.toContain('hunter2')
})

test('an import shows no secret either, in its summary, the graph or the log at its finest', async () => {
  const logFile = join(temporaryFolder(), 'cairn.log')
  const log = createLog('trace', openSync(logFile, 'a'))
  const cairn = await buildCairn({ log })
  log.info('the log is written')
  const folder = temporaryFolder()
  const lines = planted
    .slice(0, 200)
    .map(({ text, secret }, i) =>
      JSON.stringify(i % 4 === 0 ? traceOf({ outcome: { status: secret } }) : loaded([text]))
    )
  writeFileSync(join(folder, 'traces.jsonl'), lines.join('\n'))
  const { id } = await cairn.importTraces({ paths: [folder] })
  await cairn.jobs.idle()
  const job = await cairn.jobs.get(id)
  expect(job).toMatchObject({ state: 'done' })
  expect(found(JSON.stringify(job))).toEqual([])
  expect(found(await everything())).toEqual([])
  const logged = readFileSync(logFile, 'utf8')
  expect(logged).toContain('the log is written')
  expect(found(logged)).toEqual([])
})

test('home folders and e-mail addresses go where that is asked for, and only there', async () => {
  const cairn = await buildCairn()
  const trace = traceOf({ notes: 'In /home/marie/work, says marie@somewhere.org.' })
  const [kept] = await cairn.recordTraces([trace])
  const [clean] = await cairn.recordTraces([trace], { redact: { homes: true, emails: true } })
  expect((await cairn.open(kept?.trace ?? '')).properties['text']).toContain('marie@somewhere.org')
  expect((await cairn.open(clean?.trace ?? '')).properties['text']).not.toContain('marie')
})
