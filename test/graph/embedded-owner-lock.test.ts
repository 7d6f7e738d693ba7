import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { lockHolder, takeLock } from '../../src/graph/embedded/owner-lock.js'
import { identify, isRunning } from '../../src/graph/embedded/process-identity.js'

const folder = mkdtempSync(join(tmpdir(), 'cairn-lock-'))

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function deadHolder(path: string, nonce = '00000000-0000-4000-8000-000000000000'): void {
  // This very process, but started at another time: a recycled number.
  writeFileSync(path, JSON.stringify({ pid: process.pid, started: 'long ago', nonce }))
}

test('a lock has one holder until it is released', () => {
  const path = join(folder, 'plain')
  const first = takeLock(path)
  expect(takeLock(path)).toMatchObject({ heldBy: { pid: process.pid } })
  if ('lock' in first) first.lock.release()

  expect(lockHolder(path)).toBeNull()
  expect(takeLock(path)).toHaveProperty('lock')
})

test('a process number that was given to another process does not keep the lock', () => {
  const path = join(folder, 'recycled')
  deadHolder(path)

  expect(takeLock(path)).toHaveProperty('lock')
  expect(lockHolder(path)).toEqual(expect.objectContaining(identify(process.pid)))
  expect(readdirSync(folder).filter((name) => name.startsWith('recycled'))).toEqual(['recycled'])
})

test('a lock file that was cut short does not lock anybody out', () => {
  const path = join(folder, 'cut')
  writeFileSync(path, '{"pid":')

  expect(takeLock(path)).toHaveProperty('lock')
  expect(takeLock(path)).toHaveProperty('heldBy')
})

test('a process that has ended, or never was, does not run', () => {
  const self = identify(process.pid)
  if (self === null) throw new Error('This process has no identity.')
  expect(isRunning(self)).toBe(true)
  expect(isRunning({ ...self, started: 'at another time' })).toBe(false)
  expect(identify(0)).toBeNull()
  expect(identify(2 ** 30)).toBeNull()
})

test('of many processes that find a dead owner at once, one at a time gets the lock', async () => {
  const path = join(folder, 'contended')
  const tally = join(folder, 'tally')
  deadHolder(path)
  const script = join(folder, 'contender.mjs')
  writeFileSync(
    script,
    `import { appendFileSync, mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs'
     import { takeLock } from '${pathToFileURL(resolve('dist/src/graph/embedded/owner-lock.js')).href}'
     const path = ${JSON.stringify(path)}
     const tally = ${JSON.stringify(tally)}
     for (let round = 0; round < 100; round += 1) {
       while (!('lock' in takeLock(path)));
       // Two owners at once would meet here: a folder can be made only once.
       try { mkdirSync(path + '-inside') } catch { appendFileSync(tally, 'two at once\\n') }
       rmdirSync(path + '-inside')
       appendFileSync(tally, 'held\\n')
       // Not released, but left as by a holder that crashed.
       const dead = { ...JSON.parse(readFileSync(path, 'utf8')), started: 'long ago' }
       writeFileSync(path + process.pid, JSON.stringify(dead))
       renameSync(path + process.pid, path)
     }`
  )
  const contenders = [1, 2, 3, 4].map(() => spawn(process.execPath, [script], { stdio: 'inherit' }))

  const ends = await Promise.all(contenders.map((child) => once(child, 'exit')))

  expect(ends).toEqual(ends.map(() => [0, null]))
  const lines = readFileSync(tally, 'utf8').trim().split('\n')
  expect(new Set(lines)).toEqual(new Set(['held']))
  expect(lines).toHaveLength(400)
})
