import { hostname } from 'node:os'
import {
  forgetConnection,
  keepConnection,
  readConnection,
  type Connection
} from '../capture/connections.js'
import type { Config } from '../config.js'
import { CairnError } from '../errors.js'
import { createClient, type Ask } from './client.js'

/** What this machine's server is asked with. */
export interface Server {
  readonly url: string
  readonly config: Config
  readonly ask: Ask
}

/**
 * The key with which a host asks: of an agent of this host and machine, which is made where there is none. It writes in
 * the private space of whoever connects, or in a team's where CAIRN_SPACE names one.
 * @returns the connection, and whether its key was made now
 * @throws CairnError FORBIDDEN where whoever asks is no admin
 */
export async function ensureHostKey(
  { url, config, ask }: Server,
  { host, title }: { readonly host: string; readonly title: string }
): Promise<{ connection: Connection; isNew: boolean }> {
  const known = readConnection(config.home, host)
  if (known !== null && (await opens(url, known.key))) return { connection: known, isNew: false }
  const name = agentNameOf(host)
  const { makeAgentKey: made } = await ask<{ makeAgentKey: Made }>(
    `mutation ($name: String!, $spaces: [ID!]!, $private: Boolean!) {
      makeAgentKey(name: $name, spaces: $spaces, private: $private) { key principal { id keys { id createdAt } } }
    }`,
    {
      name,
      spaces: config.space === null ? [] : [config.space],
      private: config.space === null
    }
  )
  const [newest] = made.principal.keys.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  const connection = {
    host,
    title,
    principal: made.principal.id,
    keyId: newest?.id ?? '',
    key: made.key,
    places: known?.places ?? []
  }
  keepConnection(config.home, connection)
  return { connection, isNew: true }
}

interface Made {
  readonly key: string
  readonly principal: {
    readonly id: string
    readonly keys: readonly { readonly id: string; readonly createdAt: string }[]
  }
}

/** Whether a key opens anything: it may have been revoked, or be of a graph that is gone. */
async function opens(url: string, key: string): Promise<boolean> {
  try {
    await clientWith(url, key)('{ me { id } }')
    return true
  } catch (error) {
    if (error instanceof CairnError && error.code === 'GRAPH_UNAVAILABLE') throw error
    return false
  }
}

/** A client that asks with this key and no other. */
export function clientWith(url: string, key: string): Ask {
  return createClient(url, { key, adminKey: null, home: '', space: null })
}

/** Of this host on this machine: 1 to 40 of a-z, 0-9, dot, dash and underscore. */
function agentNameOf(host: string): string {
  const machine = hostname()
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
  return `${host}-${machine}`.slice(0, 40)
}

/** Takes the key of a host back. @throws CairnError where the server refuses */
export async function revokeHostKey(server: Server, { host, keyId }: Connection): Promise<void> {
  const { config, ask } = server
  await ask('mutation ($id: ID!) { revokeKey(id: $id) { id } }', { id: keyId }).catch(
    (error: unknown) => {
      // A key that is gone opens nothing.
      if (!(error instanceof CairnError && error.code === 'NOT_FOUND')) throw error
    }
  )
  forgetConnection(config.home, host)
}

/**
 * The settings with which a host asks: its own key, whatever else the environment names.
 * @throws CairnError NOT_CONFIGURED where it was never connected on this machine
 */
export function asHost(config: Config, host: string | undefined): Config {
  if (host === undefined) return config
  const connection = readConnection(config.home, host)
  if (connection !== null) return { ...config, key: connection.key, adminKey: null, space: null }
  const value = host.slice(0, 60)
  throw new CairnError(
    'NOT_CONFIGURED',
    `'${value}' has no key in ${config.home}. \`cairn connect ${value}\` makes one.`,
    { details: { field: 'as', value, expected: 'a host that was connected on this machine' } }
  )
}
