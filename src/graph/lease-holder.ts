import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { identify, isRunning, type ProcessIdentity } from './embedded/process-identity.js'

/** Who holds a lease: a process that cannot be mistaken for another, neither on this machine nor elsewhere. */
export interface LeaseHolder extends ProcessIdentity {
  /** Host, boot and, where there are such, namespace of process ids: only within it is a pid a name. */
  readonly machine: string
}

let own: LeaseHolder | null = null

/** This process. */
export function thisHolder(): LeaseHolder {
  own ??= { ...(identify(process.pid) ?? { pid: process.pid, started: '' }), machine: machine() }
  return own
}

/** The holder as it stands in the graph; null for what is none. */
export function readHolder(text: string | null): LeaseHolder | null {
  try {
    const { machine, pid, started } = JSON.parse(text ?? 'null') as Record<string, unknown>
    const fits =
      typeof machine === 'string' && typeof pid === 'number' && typeof started === 'string'
    return fits ? { machine, pid, started } : null
  } catch {
    return null
  }
}

/** Whether a holder lives; 'unknown' for one on another machine, of which only its beat can tell. */
export function fateOf(holder: LeaseHolder | null): 'alive' | 'gone' | 'unknown' {
  if (holder === null || holder.machine !== thisHolder().machine) return 'unknown'
  return isRunning(holder) ? 'alive' : 'gone'
}

function machine(): string {
  const parts = [hostname()]
  try {
    parts.push(readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim())
    parts.push(readlinkSync('/proc/self/ns/pid'))
  } catch {
    // Not on Linux: the start of the process, told by the system, has to do.
  }
  return parts.join(' ')
}
