import { statSync, watch, type FSWatcher } from 'node:fs'

/** How often folders are looked at where nothing tells of changes, in milliseconds. */
const pollMs = 60_000

/** What changes in folders, from when it was opened: nothing that comes between two waits is missed. */
export interface Changes {
  /**
   * Waits until what changed has rested, or it is time to look anyway, or the signal says to end. What changes from
   * then on is for the next wait.
   */
  next(signal: AbortSignal): Promise<void>
  close(): void
}

/**
 * Watches folders and all below them; one that comes into being later is watched from the next wait on.
 * @param restMs how long nothing must have changed
 */
export function watchChanges(folders: () => readonly string[], restMs: number): Changes {
  const open = new Map<string, FSWatcher>()
  let rested: number | null = null
  let wake: () => void = () => undefined
  const heard = () => {
    rested = performance.now() + restMs
    wake()
  }
  const openMissing = () => {
    for (const folder of folders()) if (!open.has(folder)) openOne(open, folder, heard)
  }
  openMissing()
  return {
    next: async (signal) => {
      openMissing()
      const latest = performance.now() + pollMs
      while (!signal.aborted) {
        const left = Math.min(rested ?? latest, latest) - performance.now()
        if (left <= 0) break
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
          signal.addEventListener('abort', wake, { once: true })
        })
        signal.removeEventListener('abort', wake)
      }
      rested = null
    },
    close: () => {
      for (const watcher of open.values()) watcher.close()
      open.clear()
    }
  }
}

/** A folder that is not there, or a system that tells of nothing, is looked at every minute instead. */
function openOne(open: Map<string, FSWatcher>, folder: string, heard: () => void): void {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return
  try {
    const watcher = watch(folder, { recursive: true, persistent: false }, heard)
    open.set(folder, watcher)
    // What lies there already may not have rested when it is first looked at.
    heard()
    watcher.on('error', () => {
      watcher.close()
      open.delete(folder)
    })
  } catch {
    // Looked at all the same.
  }
}
