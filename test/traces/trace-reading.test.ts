import { monitorEventLoopDelay } from 'node:perf_hooks'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isPrepared, prepareTrace, findingsOf } from '../../src/traces/prepare-trace.js'
import { createTraceReading } from '../../src/traces/trace-reading.js'
import { buildCairn, closeCairns, removeFolders, temporaryFolder } from '../support/build-cairn.js'
import { stepTo, traceOf } from './trace-of.js'

afterEach(closeCairns)
afterAll(removeFolders)

const space = 'public'

/** Some 30,000 characters of code and of what running it said, with a secret in it. */
function large(of: number): Record<string, unknown> {
  const line = (i: number) =>
    `frame_${of}_${i} = frames.pick(rows[${i}], key='column ${i}', how="left")  # at step ${i}\n`
  const code = (part: number) =>
    `import frames\n${Array.from({ length: 100 }, (_, i) => line(part * 100 + i)).join('')}`
  const error = `Traceback (most recent call last):\n  File "a.py", line 1, in <module>\nKeyError: 'c${of}'`
  return traceOf({
    id: `large-${of}`,
    task: { text: `Join the columns of the sheet ${of}.` },
    steps: [
      stepTo(code(0), { instruction: `Look at sheet ${of}`, error }),
      stepTo(code(1), { instruction: `Join sheet ${of}`, runs: true })
    ],
    notes: `${code(2)}\nexport API_TOKEN=ghp_${'a1B2c3D4e5'.repeat(3)}F6g7H8`
  })
}

const hundred = Array.from({ length: 100 }, (_, i) => large(i))

/** The longest that the event loop was kept from anything else, in milliseconds. */
async function longestDelay(work: () => unknown): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  // The first is measured from the second look on.
  await new Promise((resolve) => setTimeout(resolve, 50))
  await work()
  await new Promise((resolve) => setTimeout(resolve, 20))
  delay.disable()
  return delay.max / 1e6
}

/** What a request kept others waiting with when it checked and redacted its traces itself. */
const inThisThread = () => hundred.map((trace) => prepareTrace(trace, { space }))

test('who asks meanwhile hardly waits while 100 large traces are recorded', async () => {
  const cairn = await buildCairn()
  await cairn.recordTraces([large(1_000)])
  const before = await longestDelay(inThisThread)
  let receipts: readonly { readonly status: string }[] = []
  const now = await longestDelay(async () => {
    receipts = await cairn.recordTraces(hundred)
  })
  expect(receipts.filter(({ status }) => status === 'accepted')).toHaveLength(100)
  expect(now / before).toBeLessThan(0.25)
})

test('and while they are imported', async () => {
  const cairn = await buildCairn()
  const file = join(temporaryFolder(), 'traces.jsonl')
  writeFileSync(file, hundred.map((trace) => `${JSON.stringify(trace)}\n`).join(''))
  const before = await longestDelay(inThisThread)
  const now = await longestDelay(async () => {
    await cairn.importTraces({ paths: [file] })
    await cairn.jobs.idle()
  })
  expect((await cairn.status()).nodes['Trace']).toBe(100)
  expect(now / before).toBeLessThan(0.25)
})

test('what is read in threads is what is read without, in order, bad ones among them', async () => {
  const reading = createTraceReading(2)
  const values = [large(1), { bad: true }, traceOf(), large(2), 'no trace', large(3)]
  const here = values.map((value) => prepareTrace(value, { space, redact: { homes: true } }))
  const there = await reading.check(values, { space, redact: { homes: true } })
  expect(there).toEqual(here)
  expect(JSON.stringify(there)).not.toContain('ghp_')
  const good = there.filter(isPrepared)
  expect(await reading.look(good)).toEqual(good.map(findingsOf))
  await reading.close()
})
