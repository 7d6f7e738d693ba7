import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Resident memory of a process now, MiB, as Linux counts it; NaN elsewhere or where it has ended. */
export function residentMb(pid: number): number {
  try {
    const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(line?.[1]) / 1_024
  } catch {
    return NaN
  }
}

/** The embedded Neo4j of a home; null where none is seen. */
export function neo4jOf(home: string): number | null {
  for (const pid of processes()) {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      if (words.includes('org.neo4j.server') && words.includes(home)) return Number(pid)
    } catch {
      // It has ended, or is somebody else's.
    }
  }
  return null
}

function processes(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
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
