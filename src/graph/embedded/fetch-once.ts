import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { takeLock, type OwnerLock } from './owner-lock.js'

const pollMs = 300

/**
 * Makes `folder` exist whole: `fill` writes a draft beside it, which is renamed when `fill` answers
 * true. Where another process is at it already, this one waits for its result instead of fetching
 * twice; where that one fails or dies, this one tries. Answers whether the folder is there.
 */
export async function fetchOnce(
  folder: string,
  fill: (draft: string) => Promise<boolean>
): Promise<boolean> {
  if (await isFolder(folder)) return true
  await mkdir(dirname(folder), { recursive: true })
  const lock = await waitForLock(`${folder}.lock`)
  try {
    if (await isFolder(folder)) return true
    await removeDrafts(folder)
    const draft = `${folder}.draft-${String(process.pid)}`
    await mkdir(draft, { recursive: true })
    try {
      if (!(await fill(draft))) return false
      await rename(draft, folder)
      return true
    } finally {
      await rm(draft, { recursive: true, force: true })
    }
  } finally {
    lock.release()
  }
}

async function waitForLock(path: string): Promise<OwnerLock> {
  for (;;) {
    const taken = takeLock(path)
    if ('lock' in taken) return taken.lock
    await sleep(pollMs)
  }
}

/** What a process left that died while fetching; only the holder of the lock may call this. */
async function removeDrafts(folder: string): Promise<void> {
  const prefix = `${basename(folder)}.draft-`
  const left = (await readdir(dirname(folder))).filter((name) => name.startsWith(prefix))
  await Promise.all(
    left.map((name) => rm(`${dirname(folder)}/${name}`, { recursive: true, force: true }))
  )
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}
