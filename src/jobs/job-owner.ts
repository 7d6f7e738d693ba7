import { hostname } from 'node:os'

/** Seconds without a word after which a process on another machine is taken for dead. */
const silentFor = 60

/** This process, as jobs name it. */
export const thisProcess = `${hostname()}:${process.pid}`

/** Whether the process that began a job is gone: by its pid where it ran here, by its silence elsewhere. */
export function isGone(owner: string, silentSeconds: number): boolean {
  const [host, pid] = [
    owner.slice(0, owner.lastIndexOf(':')),
    Number(owner.slice(owner.lastIndexOf(':') + 1))
  ]
  if (host !== hostname() || !Number.isInteger(pid)) return silentSeconds > silentFor
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}
