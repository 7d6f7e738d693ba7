import { statfs } from 'node:fs/promises'
import { CairnError } from '../../errors.js'

const neededMb = 200

/** Refuses to start on a nearly full disk, where Neo4j would fail half-way. @throws CairnError DISK_FULL */
export async function requireFreeSpace(folder: string, needMb = neededMb): Promise<void> {
  const freeMb = await freeSpaceMb(folder)
  if (freeMb >= needMb) return
  throw diskFull(
    folder,
    `only ${String(freeMb)} MB of at least ${String(needMb)} MB are free there`
  )
}

/** What is left for us on the disk that holds a folder, MiB. */
export async function freeSpaceMb(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return Math.floor((bavail * bsize) / 1_048_576)
}

/** The failure of a full disk. `reason` ends the sentence. */
export function diskFull(folder: string, reason: string): CairnError {
  return new CairnError(
    'DISK_FULL',
    `The disk that holds ${folder} is full: ${reason}; make room, or set CAIRN_HOME or CAIRN_CACHE to a folder on another disk.`,
    { details: { field: 'folder', value: folder } }
  )
}
