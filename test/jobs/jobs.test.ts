import { CairnError } from '../../src/errors.js'
import type { Database } from '../../src/graph/database.js'
import { migrate } from '../../src/graph/migrate.js'
import { createJobs, type JobWork } from '../../src/jobs/jobs.js'
import { createLog } from '../../src/log.js'
import { emptyGraph, testDatabase } from '../support/build-cairn.js'

let db: Database

beforeEach(async () => {
  await emptyGraph()
  db = testDatabase()
  await migrate(db)
})

afterEach(() => db.close())

function jobsOf(kinds: Record<string, JobWork>) {
  return createJobs({ db, log: createLog('silent'), kinds })
}

/** Work that waits to be told, and stops when it is cancelled. */
function patient() {
  const { promise, resolve } = deferred()
  const work: JobWork = async (_, { signal }) => {
    await Promise.race([
      promise,
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new CairnError('CANCELLED', 'Stopped.'))
        })
      })
    ])
    return 'done'
  }
  return { work, go: resolve }
}

function deferred() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((r) => {
    resolve = r
  })
  return { promise, resolve }
}

async function untilRunning(jobs: ReturnType<typeof jobsOf>, id: string): Promise<void> {
  while ((await jobs.seenFrom(['public']).get(id)).state !== 'running')
    await new Promise((r) => setTimeout(r, 10))
}

test('a job is written down before it starts and ends with its result', async () => {
  const jobs = jobsOf({
    count: (input) => Promise.resolve({ counted: (input as { n: number }).n })
  })
  const job = await jobs.start({
    kind: 'count',
    label: 'counting',
    space: 'public',
    input: { n: 3 }
  })
  expect(job.label).toBe('counting')
  await jobs.idle()
  expect(await jobs.seenFrom(['public']).get(job.id)).toMatchObject({
    state: 'done',
    result: '{"counted":3}'
  })
})

test('a failed job says why; a bug keeps its text to the log', async () => {
  const jobs = jobsOf({
    refuse: () => Promise.reject(new CairnError('BAD_SOURCE', 'There is no folder.')),
    break: () => Promise.reject(new Error('secret path /x'))
  })
  const refused = await jobs.start({ kind: 'refuse', label: 'r', space: 'public', input: null })
  const broken = await jobs.start({ kind: 'break', label: 'b', space: 'public', input: null })
  await jobs.idle()
  expect(await jobs.seenFrom(['public']).get(refused.id)).toMatchObject({
    state: 'failed',
    code: 'BAD_SOURCE',
    message: 'There is no folder.'
  })
  expect(await jobs.seenFrom(['public']).get(broken.id)).toMatchObject({
    state: 'failed',
    code: 'BUG'
  })
  expect((await jobs.seenFrom(['public']).get(broken.id)).message).not.toContain('/x')
})

test('jobs run one after the other, and a waiting one can be cancelled before it begins', async () => {
  const { work, go } = patient()
  const jobs = jobsOf({ wait: work })
  const first = await jobs.start({ kind: 'wait', label: 'first', space: 'public', input: null })
  const second = await jobs.start({ kind: 'wait', label: 'second', space: 'public', input: null })
  await untilRunning(jobs, first.id)
  expect((await jobs.seenFrom(['public']).get(second.id)).state).toBe('queued')
  await jobs.seenFrom(['public']).cancel(second.id)
  go()
  await jobs.idle()
  expect((await jobs.seenFrom(['public']).get(first.id)).state).toBe('done')
  expect((await jobs.seenFrom(['public']).get(second.id)).state).toBe('cancelled')
})

test('a running job is cancelled', async () => {
  const jobs = jobsOf({ wait: patient().work })
  const job = await jobs.start({ kind: 'wait', label: 'w', space: 'public', input: null })
  await untilRunning(jobs, job.id)
  await jobs.seenFrom(['public']).cancel(job.id)
  await jobs.idle()
  expect(await jobs.seenFrom(['public']).get(job.id)).toMatchObject({
    state: 'cancelled',
    code: 'CANCELLED'
  })
})

test('what a process left unfinished is taken up by the next one', async () => {
  const before = jobsOf({ wait: patient().work })
  const job = await before.start({ kind: 'wait', label: 'w', space: 'public', input: { page: 7 } })
  await untilRunning(before, job.id)
  await before.close()
  expect((await before.seenFrom(['public']).get(job.id)).state).toBe('running')

  const seen: unknown[] = []
  const after = jobsOf({
    wait: (input) => {
      seen.push(input)
      return Promise.resolve('finished')
    }
  })
  expect(await after.resume()).toBe(1)
  await after.idle()
  expect(seen).toEqual([{ page: 7 }])
  expect(await after.seenFrom(['public']).get(job.id)).toMatchObject({
    state: 'done',
    result: '"finished"'
  })
})

test('an unknown job is not found', async () => {
  await expect(jobsOf({}).seenFrom(['public']).get('job:none')).rejects.toMatchObject({
    code: 'NOT_FOUND'
  })
})
