import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cairn } from '../../src/cairn.js'
import { CairnError } from '../../src/errors.js'
import type { Database } from '../../src/graph/database.js'
import { createLeases, leasesOf, type Lease } from '../../src/graph/lease.js'
import type { Query } from '../../src/graph/query.js'
import { saveJob, usageState } from '../../src/graph/queries.js'
import { jobKinds } from '../../src/job-kinds.js'
import { createJobs, type JobWork } from '../../src/jobs/jobs.js'
import { resumeJobs } from '../../src/jobs/resume-jobs.js'
import { createLog } from '../../src/log.js'
import { createLibraryShelf } from '../../src/retrieve/known-libraries.js'
import { createLessonJob } from '../../src/traces/lesson-job.js'
import { createTraceReading } from '../../src/traces/trace-reading.js'
import {
  buildCairn,
  closeCairns,
  exported,
  ingested,
  removeFolders,
  temporaryFolder,
  testDatabase
} from '../support/build-cairn.js'
import { functionPage, writeDump } from '../support/dump.js'
import { traceOf } from '../traces/trace-of.js'
import { createFakeChat, createFakeEmbedder } from '../support/fake-model.js'

let cairn: Cairn
let db: Database

beforeEach(async () => {
  cairn = await buildCairn()
  db = testDatabase()
})

afterEach(async () => {
  await db.close()
  await closeCairns()
})

afterAll(removeFolders)

const log = createLog('silent')
const space = 'public'

/** A dump of one version with a page for each name. */
function dump(release: string, ...names: readonly string[]): string {
  const pages = names.map((name) =>
    functionPage(name, {
      call: `${name.split('.').at(-1) ?? ''}(rows)`,
      text: `What ${name} does.`
    })
  )
  const entries = pages.map(({ path }) => ({ name: path, path }))
  return writeDump(temporaryFolder(), { name: 'Frames', release, pages, entries })
}

/** The work of jobs as the process composes it, and what it queues. */
function kindsHere() {
  const embedder = createFakeEmbedder()
  const reading = createTraceReading(1)
  const recording = { db, embedder, reading, requireSpace: () => Promise.resolve() }
  const chat = createFakeChat(() => 'Reset the index before frames are joined.')
  const queued: string[] = []
  const queue = (what: string) => {
    queued.push(what)
    return Promise.resolve()
  }
  const kinds = jobKinds({
    recording,
    curating: recording,
    lessons: createLessonJob({ ...recording, chat }).work,
    haveLessons: () => queue('lessons'),
    haveRanking: () => queue('ranking'),
    asking: { db, embedder, shelf: createLibraryShelf(db), reranker: null },
    workers: 1,
    bringing: {
      home: '/nowhere',
      registries: { npm: 'http://localhost:9', pypi: 'http://localhost:9' }
    },
    forget: () => undefined
  })
  return { kinds, queued }
}

/** Does the work of a job, in the hands of whoever has this lease. */
async function working(kind: string, input: unknown, lease: Lease): Promise<readonly string[]> {
  const { kinds, queued } = kindsHere()
  const work = kinds[kind]
  if (work === undefined) throw new Error(`no work of kind ${kind}`)
  const run = { signal: new AbortController().signal, report: () => undefined, db: lease.fenced() }
  await work(input, run)
  return queued
}

async function leaseOf(name: string): Promise<Lease> {
  const lease = await leasesOf(db).take(name)
  if (lease === null) throw new Error(`${name} is somebody else's`)
  return lease
}

/** As another process does that saw its holder silent. */
async function taken(name: string): Promise<void> {
  await db.raw("MATCH (m:Meta {id: $name}) SET m.token = 'somebody-else'", { name })
}

const beside: Query<Record<string, never>, { readonly id: string; readonly said: string[] }> = {
  name: 'beside',
  access: 'read',
  integers: [],
  columns: { id: 'string', said: 'string[]' },
  text: `MATCH (n:Meta|Job) WHERE NOT n.id STARTS WITH 'lease:' AND NOT n.id STARTS WITH 'curation:'
    RETURN n.id AS id, [key IN keys(n) WHERE NOT key ENDS WITH 'At' | key + toString(toStringOrNull(n[key]))] AS said ORDER BY id`
}

/** All that is kept, but for leases. */
async function graph(): Promise<unknown[]> {
  return [...(await exported(cairn)), ...(await db.run(beside, {}))]
}

const attempt = {
  task: 'Join the mean of each group back to the frame.',
  agent: 'one',
  outcome: 'failed',
  code: 'import frames\nframes.pick(rows)\n',
  error: 'ValueError: columns overlap but no suffix specified',
  note: 'tried the obvious'
}

const older = () => dump('1', 'frames.pick', 'frames.spread')
const newer = () => dump('2', 'frames.spread')
const ingest = (folder: string) => ({ reader: 'devdocs', sources: [folder], space })

/** Each: what a job of the kind finds, and what it is started with. It has something to write in every case. */
const cases: readonly [string, string, () => Promise<unknown>][] = [
  [
    'import-traces',
    'import-traces',
    () => {
      const file = join(temporaryFolder(), 'traces.jsonl')
      writeFileSync(file, `${JSON.stringify(traceOf())}\n`)
      return Promise.resolve({ paths: [file], space })
    }
  ],
  [
    'write-lessons',
    'write-lessons',
    async () => {
      await cairn.recordTraces([attempt])
      return { space }
    }
  ],
  ['learn-ranking', 'learn-ranking', () => Promise.resolve({ space })],
  [
    'curate',
    'curate',
    async () => {
      await cairn.recordTraces([attempt])
      return { seed: 1, space }
    }
  ],
  ['ingest', 'ingest', () => Promise.resolve(ingest(older()))],
  [
    'the counting of use after an ingestion',
    'ingest',
    async () => {
      const folder = older()
      await ingested(cairn, 'devdocs', [folder])
      await db.raw(
        "MATCH (m:Meta {id: 'cairn'}) SET m.usageStale = true WITH m MATCH (a:Api) SET a.standing = [0.5]"
      )
      expect(await db.run(usageState, {})).toEqual([{ stale: true }])
      return ingest(folder)
    }
  ],
  [
    'the linking of traces after an ingestion',
    'ingest',
    async () => {
      const folder = older()
      await cairn.recordTraces([attempt])
      await ingested(cairn, 'devdocs', [folder])
      await db.raw('MATCH (:Trace)-[u:USES]->(:Api) DELETE u')
      return ingest(folder)
    }
  ],
  [
    'the flags of what rests on a changed API',
    'ingest',
    async () => {
      const folder = newer()
      await ingested(cairn, 'devdocs', [older()])
      await db.raw(
        "MATCH (a:Api {qualifiedName: 'frames.pick'}) CREATE (:Lesson {id: 'lesson:1', space: 'public'})-[:ABOUT]->(a)"
      )
      await ingested(cairn, 'devdocs', [folder])
      await db.raw('MATCH (l:Lesson) REMOVE l.flags, l.changes')
      return ingest(folder)
    }
  ],
  [
    'remove-library',
    'remove-library',
    async () => {
      await ingested(cairn, 'devdocs', [older()])
      return { library: 'docs/frames@1', source: null }
    }
  ],
  [
    'prune-libraries',
    'prune-libraries',
    async () => {
      await ingested(cairn, 'devdocs', [older()])
      await ingested(cairn, 'devdocs', [newer()])
      return { space, keep: 1, name: null }
    }
  ]
]

test.each(cases)('%s: work whose job was taken over writes nothing more', async (_, kind, find) => {
  const input = await find()
  const lease = await leaseOf('lease:job:lost')
  const before = await graph()
  await taken(lease.name)
  await expect(working(kind, input, lease)).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { field: 'lease', value: lease.name }
  })
  expect(await graph()).toEqual(before)
  // It would have had something to write.
  await working(kind, input, await leaseOf('lease:job:held'))
  expect(await graph()).not.toEqual(before)
})

test('who lost an import with its last batch queues no lessons', async () => {
  const file = join(temporaryFolder(), 'traces.jsonl')
  writeFileSync(file, `${JSON.stringify(traceOf())}\n`)
  await working('import-traces', { paths: [file], space }, await leaseOf('lease:job:first'))
  const lost = await leaseOf('lease:job:lost')
  await taken(lost.name)
  const input = { paths: [file], space }
  await expect(working('import-traces', input, lost)).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await working('import-traces', input, await leaseOf('lease:job:held'))).toEqual([
    'lessons'
  ])
})

test('a library that is taken under a job is written only while both are held', async () => {
  const job = await leaseOf('lease:job:mine')
  const library = await leasesOf(job.fenced()).take('lease:lib:x')
  const write = () =>
    library?.fenced().run(saveJob, { id: 'job:written', properties: { state: 'done' } })
  await write()
  await taken(job.name)
  await expect(write()).rejects.toMatchObject({ details: { value: job.name } })
  const other = await leaseOf('lease:job:other')
  const second = await leasesOf(other.fenced()).take('lease:lib:y')
  await taken('lease:lib:y')
  await expect(second?.fenced().write(() => Promise.resolve())).rejects.toMatchObject({
    details: { value: 'lease:lib:y' }
  })
})

test('work is given the database whose writes are its own only while it has the job', async () => {
  const seen: unknown[] = []
  const steal: JobWork = async (_, { db: own }) => {
    const mark = (name: string) =>
      own.run(saveJob, { id: `mark:${name}`, properties: { state: 'done' } })
    await mark('before')
    await db.raw("MATCH (m:Meta) WHERE m.id STARTS WITH 'lease:job:' SET m.token = 'somebody-else'")
    await mark('after').catch((error: unknown) => seen.push(error))
    return 'done'
  }
  const jobs = createJobs({ db, log, kinds: { steal } })
  const { id } = await jobs.start({ kind: 'steal', label: 's', space, input: null })
  await jobs.idle()
  expect(seen).toEqual([expect.any(CairnError)])
  expect((await jobs.seenFrom([space]).get(id)).state).toBe('running')
  const marks = (await db.run(beside, {})).filter((row) => row.id.startsWith('mark:'))
  expect(marks.map((row) => row.id)).toEqual(['mark:before'])
})

test('the timer takes over the job of an owner that fell silent', async () => {
  const properties = { kind: 'wait', label: 'w', space, state: 'running', input: '{}' }
  await db.run(saveJob, { id: 'job:silent', properties: { ...properties, done: 0, total: 0 } })
  await db.raw(
    "CREATE (:Meta {id: 'lease:job:silent', token: 'theirs', beat: 7, holder: $holder})",
    { holder: JSON.stringify({ machine: 'container-that-is-no-more', pid: 1, started: 'once' }) }
  )
  let finish: (what: string) => void = () => undefined
  const done = new Promise<string>((resolve) => {
    finish = resolve
  })
  const wait: JobWork = () => {
    finish('taken over')
    return Promise.resolve('finished')
  }
  const leases = createLeases(db, { beatMs: 50, silentMs: 300, lookMs: 50 })
  const jobs = createJobs({ db, log, kinds: { wait }, leases })
  const resumed = resumeJobs(jobs, {
    started: Promise.resolve(),
    leftovers: () => Promise.resolve(),
    log,
    times: { afterStartMs: 50, againMs: 100 }
  })
  expect(await done).toBe('taken over')
  await resumed.stop()
  await jobs.idle()
  expect(await jobs.seenFrom([space]).get('job:silent')).toMatchObject({ state: 'done' })
})
