import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { toldOf } from '../support/processes.js'

/** Resident memory of a process now, MiB, as Linux counts it; NaN elsewhere or where it has ended. */
export function residentMb(pid: number): number {
  const [, kib] = /VmRSS:\s+(\d+)/.exec(toldOf(pid, 'status') ?? '') ?? []
  return Number(kib) / 1_024
}

/** What a folder takes of the disk, MiB. */
export function diskMb(folder: string): number {
  const blocks = readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, name) => {
    try {
      return sum + statSync(join(folder, name)).blocks
    } catch {
      // Neo4j removed it meanwhile.
      return sum
    }
  }, 0)
  return (blocks * 512) / 2 ** 20
}
