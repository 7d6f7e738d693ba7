import {
  chmodSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { dirname } from 'node:path'
import { CairnError } from '../../errors.js'
import { backupOf, type FileChange } from './plan.js'

/** Settings of a user may hold keys of other servers. */
const freshMode = { user: 0o600, project: 0o644 }

/**
 * Writes a change whole or not at all. The file as it was stays beside it until the change is taken back; its mode
 * is kept.
 * @throws CairnError BAD_SOURCE where the file cannot be written
 */
export function writeChange(
  change: FileChange,
  { scope, remove }: { scope: keyof typeof freshMode; remove: boolean }
): void {
  if (change.before === change.after) return
  try {
    if (change.after === null) removeFile(change.file)
    else writeText(change, change.after, { scope, remove })
  } catch (error) {
    const { file } = change
    const why = (error as NodeJS.ErrnoException).code ?? 'unknown reason'
    throw new CairnError('BAD_SOURCE', `${file} cannot be written (${why}); it is as it was.`, {
      cause: error,
      details: { field: file, value: why, expected: 'a file that may be written' }
    })
  }
}

function writeText(
  { file, before, isOurs }: FileChange,
  after: string,
  { scope, remove }: { scope: keyof typeof freshMode; remove: boolean }
): void {
  const mode = (statSync(file, { throwIfNoEntry: false })?.mode ?? freshMode[scope]) & 0o777
  mkdirSync(dirname(file), { recursive: true })
  // What holds something of ours already is not what it was before.
  if (before !== null && !remove && !isOurs) replace(backupOf(file), before, mode)
  replace(file, after, mode)
  if (remove) rmSync(backupOf(file), { force: true })
}

function replace(file: string, text: string, mode: number): void {
  const fresh = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(fresh, text, { mode })
    // The mode above passes the process's mask.
    chmodSync(fresh, mode)
    renameSync(fresh, file)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
}

function removeFile(file: string): void {
  rmSync(file)
  try {
    rmdirSync(dirname(file))
  } catch {
    // Something else is in its folder.
  }
}
