import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCairn, type Cairn, type Embedder } from '../../src/cairn.js'
import { readConfig, type Config } from '../../src/config.js'
import { createLog } from '../../src/log.js'
import type { RankingWeights } from '../../src/retrieve/ranking-weights.js'

/** A configuration for a graph of eval's own: its folder, any free ports, the rest as the environment says. */
export function evalConfig(home: string, embedder?: string): Config {
  const config = readConfig()
  return {
    ...config,
    home,
    boltPort: 0,
    browserPort: 0,
    port: 0,
    logLevel: 'warn',
    ...(embedder === undefined ? {} : { embedder, embedderChosen: true })
  }
}

/** Opens Cairn as a value on that graph, with weights in place of the shipped ones where they are told. */
export function openCairn(
  config: Config,
  embedder?: Embedder,
  weights?: RankingWeights
): Promise<Cairn> {
  return createCairn(config, {
    log: createLog('warn'),
    ...(embedder === undefined ? {} : { embedder }),
    ...(weights === undefined ? {} : { weights })
  })
}

/** Runs with a folder that is gone afterwards. */
export async function inTemporaryHome<T>(work: (home: string) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'cairn-eval-'))
  try {
    return await work(home)
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/** Ingests and waits. @throws Error with the job's message when it failed */
export async function ingestAll(
  cairn: Cairn,
  sources: readonly string[],
  onProgress: (done: number, total: number) => void = () => undefined
): Promise<readonly IngestReport[]> {
  const { id } = await cairn.ingest({ reader: 'devdocs', sources })
  const timer = setInterval(() => {
    void cairn.jobs.get(id).then((job) => {
      onProgress(job.done, job.total)
    })
  }, 5_000)
  await cairn.jobs.idle()
  clearInterval(timer)
  const job = await cairn.jobs.get(id)
  if (job.state !== 'done')
    throw new Error(`${job.code ?? ''} ${job.message ?? 'ingestion failed'}`)
  return JSON.parse(job.result ?? '[]') as readonly IngestReport[]
}

export interface IngestReport {
  readonly library: string
  readonly pages: number
  readonly written: number
  readonly docs: number
  readonly apis: number
  readonly ms: { readonly total: number; readonly embedding: number; readonly linking: number }
}
