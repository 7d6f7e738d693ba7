import { readConfig, type Config } from '../../src/config.js'
import { openDatabase, type Database } from '../../src/graph/database.js'
import { openEmbedded, type EmbeddedServer } from '../../src/graph/embedded/embedded.js'
import { createLog } from '../../src/log.js'
import { temporaryFolder, testConfig } from '../support/build-cairn.js'

/** A Neo4j beside that of the run, for what is copied from one to another. */
export interface SecondNeo4j {
  readonly db: Database
  readonly settings: Readonly<Record<string, string>>
  readonly config: Config
  empty(): Promise<void>
  stop(): Promise<void>
}

export async function openSecondNeo4j(): Promise<SecondNeo4j> {
  const log = createLog('silent')
  const server: EmbeddedServer = await openEmbedded({
    home: temporaryFolder(),
    cache: readConfig().cache,
    boltPort: 0,
    httpPort: 0,
    heapMb: 512,
    pageCacheMb: 64,
    log
  })
  const { uri, user, password } = server
  const settings = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password }
  const db = openDatabase({ uri, user, password, database: 'neo4j', log })
  return {
    db,
    settings,
    config: testConfig({ ...settings, CAIRN_HOME: temporaryFolder() }),
    empty: () => db.raw('MATCH (n) WHERE NOT n:Migration DETACH DELETE n'),
    stop: async () => {
      await db.close()
      await server.stop()
    }
  }
}
