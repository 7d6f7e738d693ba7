import { CairnError } from '../../src/errors.js'
import type { Database } from '../../src/graph/database.js'
import { migrate } from '../../src/graph/migrate.js'
import { createJobs, type JobWork } from '../../src/jobs/jobs.js'
import { identify } from '../../src/graph/embedded/process-identity.js'
import { createLeases, type LeaseTimes } from '../../src/graph/lease.js'
import { thisHolder } from '../../src/graph/lease-holder.js'
import { saveJob, unfinishedJobs, waitingJob } from '../../src/graph/queries.js'
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

const quick: LeaseTimes = { beatMs: 50, silentMs: 400, lookMs: 50 }

/** Jobs whose leases beat fast. */
function quickJobs(kinds: Record<string, JobWork>) {
  return createJobs({ db, log: createLog('silent'), kinds, leases: createLeases(db, quick) })
}

/** A job that some process left, with what its lease says of that process. */
async function left(id: string, holder: object, state = 'running'): Promise<void> {
  const made = { kind: 'wait', label: 'w', space: 'public', input: '{}', done: 0, total: 0 }
  await db.run(saveJob, { id, properties: { ...made, state } })
  await db.raw('CREATE (:Meta {id: $id, token: $token, holder: $holder, beat: 7})', {
    id: `lease:${id}`,
    token: `of-${id}`,
    holder: JSON.stringify(holder)
  })
}

const elsewhere = { machine: 'container-that-is-no-more', pid: process.pid, started: 'once' }
const reused = { ...thisHolder(), started: 'another boot 1' }
const finishes = { wait: () => Promise.resolve('finished') }

async function untilResumed(jobs: ReturnType<typeof jobsOf>, ms: number): Promise<number> {
  const until = performance.now() + ms
  let resumed = 0
  while (resumed === 0 && performance.now() < until) {
    resumed = await jobs.resume()
    await new Promise((r) => setTimeout(r, 50))
  }
  return resumed
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

test('a job of a process under another host name is resumed once its lease stands still, by whoever looks again', async () => {
  await left('job:other-host', elsewhere)
  const jobs = quickJobs(finishes)
  expect(await jobs.resume()).toBe(0)
  expect(await untilResumed(jobs, 10_000)).toBe(1)
  await jobs.idle()
  expect(await jobs.seenFrom(['public']).get('job:other-host')).toMatchObject({ state: 'done' })
})

test('a job that says nothing is not taken from a process elsewhere whose lease beats', async () => {
  await left('job:silent', elsewhere)
  const jobs = quickJobs(finishes)
  const over = new AbortController()
  const beats = (async () => {
    while (!over.signal.aborted) {
      await db.raw("MATCH (m:Meta {id: 'lease:job:silent'}) SET m.beat = m.beat + 1")
      await new Promise((r) => setTimeout(r, 100))
    }
  })()
  const resumed = await untilResumed(jobs, 1_500)
  over.abort()
  await beats
  expect(resumed).toBe(0)
})

test('neither a queued nor a silent job of a living process is taken by another that starts', async () => {
  const { work, go } = patient()
  const first = quickJobs({ wait: work })
  const running = await first.start({ kind: 'wait', label: 'r', space: 'public', input: null })
  const queued = await first.start({ kind: 'wait', label: 'q', space: 'public', input: null })
  await untilRunning(first, running.id)
  const second = quickJobs(finishes)
  expect(await untilResumed(second, 1_500)).toBe(0)
  go()
  await first.idle()
  for (const { id } of [running, queued])
    expect((await first.seenFrom(['public']).get(id)).result).toBe('"done"')
})

test('a process id that somebody else has now is no living holder', async () => {
  await left('job:reused', reused)
  const jobs = quickJobs(finishes)
  expect(await jobs.resume()).toBe(1)
  await jobs.idle()
})

test('a process of another user is a living holder', async () => {
  await left('job:of-root', { ...thisHolder(), ...identify(1) })
  const kill = process.kill.bind(process)
  process.kill = () => {
    throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' })
  }
  const resumed = await untilResumed(quickJobs(finishes), 1_000).finally(() => {
    process.kill = kill
  })
  expect(resumed).toBe(0)
})

test('a job that has ended is not run again, whatever its lease says', async () => {
  await left('job:ended', { ...elsewhere }, 'done')
  expect(await untilResumed(quickJobs(finishes), 1_000)).toBe(0)
  expect((await jobsOf({}).seenFrom(['public']).get('job:ended')).state).toBe('done')
})

test('a job that ends between the look and the claim is not run again', async () => {
  await left('job:ending', reused)
  const run: Database['run'] = async (query, params) => {
    const rows = await db.run(query, params)
    if (query.name === unfinishedJobs.name)
      await db.run(saveJob, { id: 'job:ending', properties: { state: 'done', result: '"theirs"' } })
    return rows
  }
  const jobs = createJobs({ db: { ...db, run }, log: createLog('silent'), kinds: finishes })
  expect(await jobs.resume()).toBe(0)
  await jobs.idle()
  expect((await jobs.seenFrom(['public']).get('job:ending')).result).toBe('"theirs"')
})

test('who lost a job stops, and what it still says is not written', async () => {
  const { work } = patient()
  const slow = quickJobs({ wait: work })
  const job = await slow.start({ kind: 'wait', label: 'w', space: 'public', input: null })
  await untilRunning(slow, job.id)
  await db.raw('MATCH (m:Meta {id: $id}) SET m.token = $token', {
    id: `lease:${job.id}`,
    token: 'somebody-else'
  })
  await slow.idle()
  expect(await slow.seenFrom(['public']).get(job.id)).toMatchObject({ state: 'running' })
})

test('a silent job of another process is stopped when somebody asks', async () => {
  const { work } = patient()
  const first = quickJobs({ wait: work })
  const job = await first.start({ kind: 'wait', label: 'w', space: 'public', input: null })
  await untilRunning(first, job.id)
  await quickJobs({}).seenFrom(['public']).cancel(job.id)
  await first.idle()
  expect((await first.seenFrom(['public']).get(job.id)).state).toBe('cancelled')
})

test('work that is wanted once waits once, and again after the one that waited was cancelled', async () => {
  const { work, go } = patient()
  const jobs = jobsOf({ wait: work, lessons: () => Promise.resolve(1) })
  await jobs.start({ kind: 'wait', label: 'w', space: 'public', input: null })
  const wanted = { kind: 'lessons', label: 'l', space: 'team-x', input: null, once: true }
  const first = await jobs.start(wanted)
  expect((await jobs.start(wanted)).id).toBe(first.id)
  await jobs.seenFrom(['team-x']).cancel(first.id)
  go()
  await jobs.idle()
  const second = await jobs.start(wanted)
  expect(second.id).not.toBe(first.id)
  await jobs.idle()
  expect((await jobs.seenFrom(['team-x']).get(second.id)).state).toBe('done')
  expect(await db.run(waitingJob, { kind: 'lessons', space: 'team-x' })).toEqual([])
})

test('an unknown job is not found', async () => {
  await expect(jobsOf({}).seenFrom(['public']).get('job:none')).rejects.toMatchObject({
    code: 'NOT_FOUND'
  })
})
