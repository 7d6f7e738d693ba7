import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A way to a Neo4j that stays shut until it is released, so that a start can be watched. */
export async function holdBack(uri: string): Promise<{
  readonly uri: string
  /** Resolves when somebody wants through. */
  readonly reached: Promise<void>
  release(): void
  freePort(): Promise<number>
  close(): Promise<void>
}> {
  const target = new URL(uri)
  const waiting: Socket[] = []
  const all: Socket[] = []
  let open = false
  let arrived = () => {}
  const reached = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const through = (socket: Socket) => {
    const other = connect(Number(target.port), target.hostname)
    for (const end of [socket, other]) end.on('error', () => end.destroy())
    all.push(socket, other)
    socket.pipe(other).pipe(socket)
  }
  const server = createServer((socket) => {
    arrived()
    if (open) through(socket)
    else waiting.push(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    uri: `bolt://127.0.0.1:${port}`,
    reached,
    release: () => {
      open = true
      waiting.splice(0).forEach(through)
    },
    freePort,
    close: () =>
      new Promise((resolve) => {
        for (const socket of all) socket.destroy()
        server.close(() => {
          resolve()
        })
      })
  }
}

/** A port that nobody has at the moment. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
