import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { inTemporaryHome } from './support/open-cairn.js'
import { print } from './support/print.js'

const { values: flags, positionals: docs } = parseArgs({
  allowPositionals: true,
  options: {
    embedder: { type: 'string', default: 'lexical' },
    vectors: { type: 'string', default: '.cairn/eval/kill.vectors' },
    at: { type: 'string', default: '0.5' }
  }
})

interface Line {
  readonly done?: number
  readonly total?: number
  readonly written?: number
  readonly fingerprint?: string
}

/**
 * Kills an ingestion with SIGKILL half-way, starts it again, and compares the graph with one built in
 * one go: npm run eval:ingest-kill -- [--embedder …] [--vectors FILE] DUMP…
 */
async function main(): Promise<void> {
  const resumed = await inTemporaryHome(async (home) => {
    const killed = await ingest(home, Number(flags.at))
    print(`Killed after ${killed.done ?? 0} of ${killed.total ?? 0} pages`)
    return ingest(home, 2)
  })
  print(
    `Started again: ${resumed.written ?? 0} pages written, fingerprint ${resumed.fingerprint ?? 'none'}`
  )
  const whole = await inTemporaryHome((home) => ingest(home, 2))
  print(
    `Built in one go: ${whole.written ?? 0} pages written, fingerprint ${whole.fingerprint ?? 'none'}`
  )
  const same = resumed.fingerprint !== undefined && resumed.fingerprint === whole.fingerprint
  print(same ? 'The graphs are equal.' : 'The graphs DIFFER.')
  process.exitCode = same ? 0 : 1
}

/** Runs an ingestion to its end, or kills it once this share of the pages is done; gives its last line. */
function ingest(home: string, killAt: number): Promise<Line> {
  const script = fileURLToPath(new URL('./ingest-once.js', import.meta.url))
  const child = spawn(
    process.execPath,
    [script, '--embedder', flags.embedder, '--home', home, '--vectors', flags.vectors, ...docs],
    {
      stdio: ['ignore', 'pipe', 'inherit']
    }
  )
  let last: Line = {}
  createInterface({ input: child.stdout }).on('line', (text) => {
    last = JSON.parse(text) as Line
    const { done = 0, total = 0 } = last
    if (total > 0 && done / total >= killAt) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => {
      resolve(last)
    })
  })
}

await main()
