import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { openDatabase, type Database } from '../../src/graph/database.js'
import type { Query } from '../../src/graph/query.js'
import { createLog } from '../../src/log.js'
import { testNeo4j } from '../support/neo4j.js'

const one: Query<Record<string, never>, { one: number }> = {
  name: 'one',
  text: 'RETURN 1 AS one',
  access: 'write',
  params: {},
  integers: [],
  columns: { one: 'int' }
}

interface Wire {
  readonly port: number
  /** Ends every connection that is open now. */
  readonly cut: () => void
  /** Takes no more. */
  readonly close: () => void
}

/** What comes in goes to the Neo4j of this run, until it is cut. */
async function openWire(): Promise<Wire> {
  const sockets = new Set<Socket>()
  const { hostname, port } = new URL(testNeo4j().uri)
  const server: Server = createServer((socket) => {
    const far = connect(Number(port), hostname)
    for (const end of [socket, far]) {
      sockets.add(end)
      end.on('error', () => undefined)
      end.on('close', () => {
        sockets.delete(end)
        socket.destroy()
        far.destroy()
      })
    }
    socket.pipe(far).pipe(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    close: () => {
      server.close()
      cut()
    }
  }
}

let wire: Wire
let db: Database

beforeEach(async () => {
  wire = await openWire()
  const { user, password } = testNeo4j()
  const uri = `bolt://127.0.0.1:${String(wire.port)}`
  db = openDatabase({ uri, user, password, database: 'neo4j', log: createLog('silent') })
})

afterEach(async () => {
  await db.close()
  wire.close()
})

/** A turn in which the driver hears of what happened to its connection. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 50))

const ways = {
  'between two statements': async (run: () => Promise<unknown>, cut: () => void) => {
    await run()
    cut()
    await aMoment()
    await run()
  },
  'after the last statement': async (run: () => Promise<unknown>, cut: () => void) => {
    await run()
    cut()
    await aMoment()
  },
  'under two statements at once': async (run: () => Promise<unknown>, cut: () => void) => {
    await run()
    const both = [run(), run()]
    cut()
    await Promise.all(both)
  },
  'under a statement, another following all the same': async (
    run: () => Promise<unknown>,
    cut: () => void
  ) => {
    await run()
    const first = run()
    first.catch(() => undefined)
    cut()
    await aMoment()
    await run()
    await first
  }
}

test.each(Object.entries(ways))(
  'a connection that is cut %s: the transaction is begun again',
  async (_, way) => {
    let begun = 0
    await db.write(async (tx) => {
      begun += 1
      await way(() => tx.run(one, {}), begun === 1 ? wire.cut : () => undefined)
    })
    expect(begun).toBe(2)
  }
)

test('a connection that is cut for good: Neo4j does not answer, and that is all that is said', async () => {
  const way = ways['under a statement, another following all the same']
  const done = db.write((tx) => way(() => tx.run(one, {}), wire.close))
  await expect(done).rejects.toMatchObject({ code: 'GRAPH_UNAVAILABLE' })
})

test('of two statements at once the one that Neo4j refused is told, whichever is heard of first', async () => {
  const wrong = { ...one, name: 'wrong', text: 'RETURN 1 / 0 AS one' }
  const done = db.write(async (tx) => {
    const refused = tx.run(wrong, {})
    refused.catch(() => undefined)
    await aMoment()
    await tx.run(one, {})
    await refused
  })
  await expect(done).rejects.toMatchObject({
    code: 'BUG',
    cause: { code: 'Neo.ClientError.Statement.ArithmeticError' }
  })
})

test('connections that are cut again and again are noticed by nobody who reads or writes', async () => {
  const end = performance.now() + 3_000
  let done = 0
  const ask = async (access: 'read' | 'write') => {
    while (performance.now() < end) {
      expect(await db.run({ ...one, access }, {})).toEqual([{ one: 1 }])
      done += 1
    }
  }
  const cutting = setInterval(() => {
    if (performance.now() < end) wire.cut()
  }, 37)
  try {
    await Promise.all([...Array(6).keys()].map((i) => ask(i % 2 === 0 ? 'read' : 'write')))
  } finally {
    clearInterval(cutting)
  }
  expect(done).toBeGreaterThanOrEqual(6)
})
