import { parseArgs } from 'node:util'
import { chooseEmbedder } from '../src/cairn.js'
import { createLog } from '../src/log.js'
import { fingerprint } from './support/fingerprint.js'
import { evalConfig, ingestAll, openCairn } from './support/open-cairn.js'
import { print } from './support/print.js'
import { cachedEmbedder } from './support/vector-cache.js'

const { values: flags, positionals: docs } = parseArgs({
  allowPositionals: true,
  options: {
    embedder: { type: 'string', default: 'lexical' },
    home: { type: 'string', default: '' },
    vectors: { type: 'string', default: '' }
  }
})

/** One ingestion in a process of its own, to be killed by ingest-kill.ts; ends with the graph's fingerprint. */
async function main(): Promise<void> {
  const config = evalConfig(flags.home, flags.embedder)
  const inner = await chooseEmbedder({ config, remembered: null, log: createLog('warn') })
  const cairn = await openCairn(config, cachedEmbedder(inner, flags.vectors, true))
  const reports = await ingestAll(cairn, docs, (done, total) => {
    print(JSON.stringify({ done, total }))
  })
  const written = reports.reduce((sum, report) => sum + report.written, 0)
  print(JSON.stringify({ written, fingerprint: await fingerprint(cairn) }))
  await cairn.close()
}

await main()
