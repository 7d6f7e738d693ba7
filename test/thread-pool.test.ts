import { createThreadPool, type ThreadPool, type ThreadPoolOptions } from '../src/thread-pool.js'
import type { Oddity } from './support/odd-thread.js'

let pool: ThreadPool<Oddity, number>

/** Of threads with little memory, that take what a test has them do for endless after half a minute. */
function open(more: Partial<ThreadPoolOptions> = {}): typeof pool {
  const module = '../test/support/odd-thread.js'
  return (pool = createThreadPool({ module, size: 2, timeoutMs: 30_000, heapMb: 64, ...more }))
}

afterEach(() => pool.close())

test('what is refused keeps its code and its words, a bug its own words, and the thread goes on', async () => {
  open({ size: 1 })
  const before = await pool.run('answer')
  await expect(pool.run('refuse')).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: 'That is no page.'
  })
  await expect(pool.run('fail')).rejects.toMatchObject({ code: 'BUG', message: 'a bug of ours' })
  expect(await pool.run('answer')).toBe(before)
})

test.each<[Oddity, RegExp, Partial<ThreadPoolOptions>]>([
  ['die', /its thread ended/, {}],
  ['hang', /it took longer than 2 s/, { timeoutMs: 2_000 }],
  ['grow', /memory/, {}]
])(
  'work that would %s fails alone: what waits behind it is done by a fresh thread',
  async (oddity, says, more) => {
    open({ size: 1, ...more })
    const before = await pool.run('answer')
    const [odd, behind] = await Promise.allSettled([pool.run(oddity), pool.run('answer')])
    expect(odd).toMatchObject({ status: 'rejected', reason: { code: 'BUG' } })
    expect((odd as PromiseRejectedResult).reason).toMatchObject({
      message: expect.stringMatching(says) as string
    })
    expect(behind).toMatchObject({ status: 'fulfilled', value: expect.any(Number) as number })
    expect((behind as PromiseFulfilledResult<number>).value).not.toBe(before)
  }
)

test('work goes to a thread that is free, and beyond the size to one that has the least', async () => {
  open()
  const hands = await Promise.all(Array.from({ length: 6 }, () => pool.run('answer')))
  expect(new Set(hands).size).toBe(2)
  expect(hands.filter((hand) => hand === hands[0])).toHaveLength(3)
})

test('a thread that has nothing to do ends, and another is started when there is work', async () => {
  open({ size: 1, idleMs: 50 })
  const before = await pool.run('answer')
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await pool.run('answer')).not.toBe(before)
})

test('who closes it fails what is under way', async () => {
  open()
  const endless = pool.run('hang')
  const ended = expect(endless).rejects.toMatchObject({ code: 'BUG' })
  await new Promise((resolve) => setTimeout(resolve, 200))
  await pool.close()
  await ended
})

test('work that is cancelled ends its thread, and what waits behind it is done by a fresh one', async () => {
  open({ size: 1 })
  const before = await pool.run('answer')
  const stop = new AbortController()
  const endless = pool.run('hang', { signal: stop.signal })
  const behind = pool.run('answer')
  const never = pool.run('answer', { signal: stop.signal })
  const ended = [endless, never].map((work) =>
    expect(work).rejects.toMatchObject({ code: 'BUG', why: 'cancelled' })
  )
  setTimeout(() => {
    stop.abort()
  }, 200)
  await Promise.all(ended)
  expect(await behind).not.toBe(before)
})

test('one piece of work may have less time than the others', async () => {
  open({ size: 1 })
  await expect(pool.run('hang', { timeoutMs: 300 })).rejects.toMatchObject({ why: 'time' })
})
