import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { writeLargeDocs } from '../backup/large-docs.js'
import { ask } from '../backup/writers.js'
import { asRunning, type Served } from './doors.js'

export interface JobFigures {
  readonly seconds: number
  readonly state: string
  /** What the job says of itself; null where it says nothing. */
  readonly result: string | null
}

interface SeenJob {
  readonly id: string
  readonly state: string
  readonly message: string | null
  readonly result: string | null
}

/** Runs curation to its end. */
export function timeCuration(served: Served): Promise<JobFigures> {
  return timed(served, 'mutation { job: runCuration(input: {}) { id } }', {})
}

/** Takes in a made-up library that becomes so many nodes, of a name that is new here. */
export async function timeIngestion(
  served: Served,
  { nodes, name }: { nodes: number; name: string }
): Promise<JobFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-scale-'))
  try {
    const sources = [writeLargeDocs(folder, nodes, name)]
    return await timed(
      served,
      'mutation ($input: IngestInput!) { job: ingest(input: $input) { id } }',
      { input: { reader: 'devdocs', sources } }
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timed(
  served: Served,
  query: string,
  variables: Readonly<Record<string, unknown>>
): Promise<JobFigures> {
  const started = performance.now()
  const cairn = asRunning(served)
  const { job } = await ask<{ job: { id: string } }>(cairn, query, variables)
  for (;;) {
    const { job: seen } = await ask<{ job: SeenJob }>(
      cairn,
      'query ($id: ID!) { job(id: $id) { id state message result } }',
      { id: job.id }
    )
    if (seen.state !== 'queued' && seen.state !== 'running')
      return {
        seconds: (performance.now() - started) / 1_000,
        state: seen.state,
        result: seen.message ?? seen.result
      }
    await wait(200)
  }
}
