import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { supervise, type Supervised } from '../../src/graph/embedded/supervise.js'
import { createLog } from '../../src/log.js'

const started: ChildProcess[] = []

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

/** A process that lives until it is ended, in place of a Neo4j: what watches it does not see a difference. */
function aServer(): Supervised {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], {
    stdio: 'ignore'
  })
  started.push(child)
  const exited = once(child, 'exit').then(() => ({
    code: child.exitCode,
    signal: child.signalCode
  }))
  return {
    exited,
    stop: async () => {
      child.kill('SIGKILL')
      await exited
    }
  }
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 20_000
  while (!holds()) {
    if (performance.now() > end) throw new Error('it did not come to that')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const log = createLog('silent')

test('a server that dies now and then is started again each time, for restarts are forgotten', async () => {
  const supervised = supervise(aServer(), () => Promise.resolve(aServer()), {
    log,
    budget: { pauses: [0, 0], windowMs: 300 }
  })
  for (let deaths = 1; deaths <= 4; deaths += 1) {
    started.at(-1)?.kill('SIGKILL')
    await until(() => started.length === deaths + 1)
    await new Promise((resolve) => setTimeout(resolve, 350))
  }
  await supervised.stop()
  expect(started.map(isOver)).toEqual([true, true, true, true, true])
})

test('one that keeps dying is given up', async () => {
  const supervised = supervise(aServer(), () => Promise.resolve(aServer()), {
    log,
    budget: { pauses: [0, 0], windowMs: 60_000 }
  })
  for (const starts of [2, 3]) {
    started.at(-1)?.kill('SIGKILL')
    await until(() => started.length === starts)
  }
  started.at(-1)?.kill('SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(started).toHaveLength(3)
  await supervised.stop()
})

test('who stops it while it is being started again leaves no server', async () => {
  let goOn: () => void = () => undefined
  const held = new Promise<void>((resolve) => (goOn = resolve))
  const supervised = supervise(
    aServer(),
    async () => {
      const server = aServer()
      await held
      return server
    },
    { log, budget: { pauses: [0], windowMs: 60_000 } }
  )
  started[0]?.kill('SIGKILL')
  await until(() => started.length === 2)
  const stopped = supervised.stop()
  goOn()
  await stopped
  expect(started.map(isOver)).toEqual([true, true])
})

test('a start that fails is tried again', async () => {
  let tries = 0
  const again = () => {
    tries += 1
    return tries === 1 ? Promise.reject(new Error('a port is taken')) : Promise.resolve(aServer())
  }
  const budget = { pauses: [0, 0], windowMs: 60_000 }
  const supervised = supervise(aServer(), again, { log, budget })
  started[0]?.kill('SIGKILL')
  await until(() => started.length === 2)
  await supervised.stop()
  expect(tries).toBe(2)
})

function isOver(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
