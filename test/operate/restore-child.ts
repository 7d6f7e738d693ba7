import { openDatabase } from '../../src/graph/database.js'
import { createLog } from '../../src/log.js'
import { readConfig } from '../../src/config.js'
import { restoreBackup } from '../../src/operate/restore.js'

/** Puts the backup that its argument names into the Neo4j of the environment, and says so when it is in the middle. */
const config = readConfig()
const db = openDatabase({
  uri: config.neo4jUri ?? '',
  user: config.neo4jUser,
  password: config.neo4jPassword ?? '',
  database: config.neo4jDatabase,
  log: createLog('silent')
})
await restoreBackup(db, process.argv[2] ?? '', {
  onProgress: () => {
    process.stdout.write('writing\n')
    // Whoever started this ends it here.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000)
  }
})
