import { mkdirSync } from 'node:fs'
import { readConfigWith, type Config } from '../config.js'
import { createLog } from '../log.js'
import { startServer } from '../server.js'
import { createClient } from './client.js'
export * from './client.js'
import type { openCairn as OpenCairn, OpenOptions } from './surface.js'

/** Who embeds Cairn has ports of its own to mind, and a log. */
const unset = {
  CAIRN_LOG: 'warn',
  CAIRN_PORT: '0',
  CAIRN_BOLT_PORT: '0',
  CAIRN_BROWSER_PORT: '0'
}

function configOf({ home, port, neo4j, embedder, settings = {} }: OpenOptions): Config {
  return readConfigWith(unset, settings, {
    CAIRN_HOME: home,
    CAIRN_PORT: port?.toString(),
    CAIRN_EMBEDDER: embedder,
    NEO4J_URI: neo4j?.uri,
    NEO4J_USER: neo4j?.user,
    NEO4J_PASSWORD: neo4j?.password,
    NEO4J_DATABASE: neo4j?.database
  })
}

export const openCairn: typeof OpenCairn = async (options = {}) => {
  const config = configOf(options)
  mkdirSync(config.home, { recursive: true, mode: 0o700 })
  const { onProgress } = options
  const server = await startServer(config, {
    log: createLog(config.logLevel),
    ...(onProgress === undefined ? {} : { onProgress })
  })
  const { key, kept } = server.cairn.localKey()
  await kept
  const client = createClient({ url: server.url, key })
  return { ...client, url: server.url, close: () => server.close() }
}
