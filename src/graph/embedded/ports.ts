import { createServer } from 'node:net'
import { CairnError } from '../../errors.js'

/** Which of the two ports, as the person who runs Cairn names them. */
export interface PortWish {
  readonly variable: 'CAIRN_BOLT_PORT' | 'CAIRN_BROWSER_PORT'
  /** 0: any free one. */
  readonly port: number
}

/**
 * The ports to use: fixed ones are tried, for 0 a free one of loopback is found. Others may take a
 * port before it is used, so a caller with a 0 asks again on a conflict.
 * @throws CairnError PORT_IN_USE that names the port and its setting
 */
export async function choosePorts(bolt: PortWish, http: PortWish): Promise<[number, number]> {
  if (bolt.port !== 0 && bolt.port === http.port)
    throw new CairnError(
      'NOT_CONFIGURED',
      `${bolt.variable} and ${http.variable} are both ${String(bolt.port)}; give each a port of its own.`,
      { details: { field: http.variable, value: http.port } }
    )
  const first = await hold(bolt)
  try {
    const second = await hold(http)
    await second.close()
    return [first.port, second.port]
  } finally {
    await first.close()
  }
}

/** The failure of a port that somebody else listens on. */
export function portInUse(wish: PortWish, cause?: unknown): CairnError {
  return new CairnError(
    'PORT_IN_USE',
    `Port ${String(wish.port)} of 127.0.0.1 is in use by another program; end that program or set ${wish.variable} to another port (0: any free one).`,
    { cause, details: { field: wish.variable, value: wish.port } }
  )
}

function hold(wish: PortWish): Promise<{ port: number; close: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? portInUse(wish, error) : portRefused(wish, error))
    })
    server.listen({ host: '127.0.0.1', port: wish.port, exclusive: true }, () => {
      const address = server.address()
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : wish.port,
        close: () =>
          new Promise((closed) => {
            server.close(() => {
              closed()
            })
          })
      })
    })
  })
}

function portRefused(wish: PortWish, error: NodeJS.ErrnoException): CairnError {
  return new CairnError(
    'NOT_CONFIGURED',
    `Port ${String(wish.port)} of 127.0.0.1 (${wish.variable}) cannot be used: ${error.code ?? 'unknown error'}; choose a port from 1024 to 65535.`,
    { cause: error, details: { field: wish.variable, value: wish.port } }
  )
}
