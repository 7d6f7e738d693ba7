import { readFile, rm } from 'node:fs/promises'
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProcessIdentity } from './process-identity.js'

/** What is known of the Neo4j that runs, or ran, in a home. */
export interface RunRecord {
  readonly process: ProcessIdentity
  readonly boltPort: number
  readonly httpPort: number
  readonly version: string
  /** Of the settings it was started with. */
  readonly fingerprint: string
}

/** The record in `folder`; null where there is none or it cannot be read. */
export async function readRun(folder: string): Promise<RunRecord | null> {
  try {
    return parseRun(JSON.parse(await readFile(recordFile(folder), 'utf8')))
  } catch {
    return null
  }
}

/** Written before anything else can happen, so that no Neo4j runs without being known. */
export function writeRun(folder: string, run: RunRecord): void {
  const draft = `${recordFile(folder)}.draft`
  writeFileSync(draft, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, recordFile(folder))
}

export async function forgetRun(folder: string): Promise<void> {
  await rm(recordFile(folder), { force: true })
}

function recordFile(folder: string): string {
  return join(folder, 'run.json')
}

function parseRun(value: unknown): RunRecord | null {
  if (!isObject(value) || !isObject(value['process'])) return null
  const { boltPort, httpPort, version, fingerprint } = value
  const { pid, started } = value['process']
  if (!isPort(boltPort) || !isPort(httpPort) || typeof pid !== 'number') return null
  if (typeof started !== 'string' || typeof version !== 'string') return null
  if (typeof fingerprint !== 'string') return null
  return { process: { pid, started }, boltPort, httpPort, version, fingerprint }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isPort(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) < 65_536
}
