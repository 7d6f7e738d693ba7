import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../src/package-root.js'
import { said, type TeamWorld } from './team-world.js'

/** What a caller gets at a route, in the words of the matrix. */
export type Route = (world: TeamWorld, key: string | null) => Promise<string>

const byStatus: Readonly<Record<number, string>> = {
  200: 'in',
  204: 'in',
  400: 'stale',
  401: 'not in',
  403: 'no',
  404: 'none'
}

interface Asked {
  readonly method?: string
  readonly body?: object
  readonly accept?: string
  readonly cookie?: string
}

function reach(world: TeamWorld, path: string, key: string | null, asked: Asked = {}) {
  const { method = 'GET', body, accept = 'application/json', cookie } = asked
  return fetch(`${world.server.url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      accept,
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(cookie === undefined ? {} : { cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' })
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  })
}

/** Asks, and takes the answer's status for the verdict; what is answered must have something in it. */
function plain(path: string, holds: RegExp, asked: Asked = {}): Route {
  return async (world, key) => {
    const response = await reach(world, path, key, asked)
    const text = await response.text()
    if (response.ok && !holds.test(text)) throw new Error(`${path} answers ${text.slice(0, 200)}`)
    return byStatus[response.status] ?? String(response.status)
  }
}

/** What a browser is given to come in with. */
async function sessionOf(world: TeamWorld, key: string | null): Promise<[number, string]> {
  const response = await reach(world, '/session', null, { method: 'POST', body: { key } })
  return [response.status, response.headers.get('set-cookie')?.split(';')[0] ?? '']
}

const readMe = { query: '{ me { id } }' }

export const routes: Readonly<Record<string, Route>> = {
  'GET /health': plain('/health', /"graph":"up"/),
  'any /': plain('/review', /<div id="root">/, { accept: 'text/html' }),
  'any /assets': (world, key) => {
    const [file = 'none'] = readdirSync(join(packageRoot(), 'dist', 'web', 'assets')).filter(
      (name) => name.endsWith('.js')
    )
    return plain(`/assets/${file}`, /./)(world, key)
  },
  'any /browser-assets': plain('/browser-assets/cairn.grass', /node\.Library/),
  'GET /session': plain('/session', /"principal"/),
  'POST /session': async (world, key) => {
    const [status, cookie] = await sessionOf(world, key)
    if (status === 204 && !cookie.startsWith('cairn_session=')) throw new Error('no cookie')
    return byStatus[status] ?? String(status)
  },
  'DELETE /session': async (world, key) => {
    const [, cookie] = await sessionOf(world, key)
    const { status } = await reach(world, '/session', null, { method: 'DELETE', cookie })
    const after = await reach(world, '/session', null, { cookie })
    if (after.status !== 401) throw new Error('a session that was ended still opens')
    return byStatus[status] ?? String(status)
  },
  'GET /login': async (world, key) => {
    const path = key === null ? '/login?code=guessed' : await loginLink(world, key)
    const response = await reach(world, path, null)
    const to = response.headers.get('location')
    if (to === '/?link=used') return 'none'
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    const { status } = await reach(world, '/session', null, { cookie })
    return byStatus[status] ?? String(status)
  },
  'any /graphql': plain('/graphql', /"me":\{/, { method: 'POST', body: readMe }),
  // What is not a subscription is asked at /graphql; subscriptions have a table of their own.
  'any /graphql/stream': async (world, key) => {
    const asked = { method: 'POST', body: readMe, accept: 'text/event-stream' }
    const response = await reach(world, '/graphql/stream', key, asked)
    const text = await response.text()
    return text.includes('BAD_INPUT') ? 'stale' : (byStatus[response.status] ?? text)
  },
  'any /mcp': plain('/mcp', /"tools":\[\{/, {
    method: 'POST',
    accept: 'application/json, text/event-stream',
    body: { jsonrpc: '2.0', id: 1, method: 'tools/list' }
  }),
  'GET /metrics': plain('/metrics', /^# HELP/m),
  'POST /uploads': async (world, key) => {
    const response = await reach(world, '/uploads?name=a.zip', key, { method: 'POST', body: {} })
    const text = await response.text()
    if (response.ok && !/^{"source":"upload:/.test(text)) throw new Error(text)
    return byStatus[response.status] ?? String(response.status)
  },
  'POST /operate/backup': async (world, key) => {
    const response = await reach(world, '/operate/backup', key, { method: 'POST' })
    const { byteLength } = await response.arrayBuffer()
    if (response.ok && byteLength < 1_000) throw new Error('the backup is empty')
    return byStatus[response.status] ?? String(response.status)
  }
}

async function loginLink(world: TeamWorld, key: string): Promise<string> {
  const { makeLoginLink } = await said<{ makeLoginLink: { path: string } }>(
    world.ask(key, 'mutation { makeLoginLink { path } }')
  )
  return makeLoginLink.path
}
