import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withVariables } from '../../src/graph/embedded/with-variables.js'
import { wordsOfLibrary } from '../../src/graph/queries.js'
import { rowsOfFile } from '../backup/copied-rows.js'
import { approve, curate } from './curating.js'
import type { Activity, Doing } from './doing.js'
import { libraryName, writeEdition } from './pages-to-read.js'
import { recordAll } from './record-all.js'
import { sentJob } from './sent-job.js'
import { traceNamed } from './traces-to-send.js'

export const activities = { ingest, import: importing, curate, approve, backup, record }

/** Takes a new edition of all pages in. */
function ingest(at: Doing): Activity {
  const folder = join(at.folder, 'pages')
  const { word, sections } = writeEdition(folder, at.cycle)
  const input = { reader: 'markdown', sources: [folder], name: libraryName, version: '1.0' }
  const mutation = 'mutation ($input: IngestInput!) { ingest(input: $input) { id } }'
  const job = sentJob(at, { mutation, variables: { input }, field: 'ingest' })
  return {
    name: 'ingestion',
    go: () => job.go(),
    finish: async () => {
      const said = await job.finish()
      const [seen] = await at.db.run(wordsOfLibrary, {
        library: `docs/${libraryName}@1.0`,
        word
      })
      if (seen?.sections === sections && seen.holding === sections) return said
      return [
        ...said,
        `LOST pages: ${seen?.holding ?? 0} of ${seen?.sections ?? 0} sections are of ${word}, expected ${sections}`
      ]
    }
  }
}

/** Imports a file of attempts. */
function importing(at: Doing): Activity {
  const traces = Array.from({ length: 60 }, (_, i) => traceNamed(`imported-${at.cycle}-${i}`))
  const file = join(at.folder, `traces-${at.cycle}.jsonl`)
  writeFileSync(file, traces.map((trace) => `${JSON.stringify(trace)}\n`).join(''))
  const mutation = 'mutation ($input: ImportTracesInput!) { importTraces(input: $input) { id } }'
  const job = sentJob(at, {
    mutation,
    variables: { input: { paths: [file] } },
    field: 'importTraces'
  })
  return {
    name: 'import of traces',
    go: () => job.go(),
    finish: async () => {
      const said = await job.finish()
      const lost = await recordAll(at, traces)
      return lost === 0 ? said : [...said, `LOST ${lost} traces of an import that was done`]
    }
  }
}

const main = fileURLToPath(new URL('../../src/cli/main.js', import.meta.url))

/** Copies the graph to a file by the command. */
function backup(at: Doing): Activity {
  const file = join(at.folder, `graph-${at.cycle}.backup`)
  const before = at.ledger.ids('Trace')
  let isDone = false
  return {
    name: 'backup',
    go: async () => {
      const { program, args } = withVariables(at.shell, process.execPath, [main, 'backup', file])
      const child = spawn(program, args, { stdio: 'ignore' })
      const [exit] = (await once(child, 'exit')) as [number | null]
      isDone = exit === 0
    },
    finish: async () => {
      if (!isDone)
        return existsSync(file) ? [`BROKEN ${file} is there, though its backup failed`] : []
      const held = new Set<unknown>()
      for await (const row of rowsOfFile(file))
        if ('node' in row) held.add(row.node.properties['id'])
      const lost = [...before].filter((id) => !held.has(id))
      return lost.length === 0
        ? []
        : [`LOST ${lost.length} traces in a backup, first ${lost[0] ?? ''}`]
    }
  }
}

/** Only the writers that go on beside every activity. */
function record(): Activity {
  return {
    name: 'recording and asking',
    go: () => Promise.resolve(),
    finish: () => Promise.resolve([])
  }
}
