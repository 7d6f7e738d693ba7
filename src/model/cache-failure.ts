import { CairnError } from '../errors.js'

/** What was to be put where, and how much room it takes. */
interface Kept {
  /** In a sentence: `the model 'x'`. */
  readonly what: string
  readonly folder: string
  readonly megabytes: number
}

/** Why something could not be put into the cache, where the disk is at fault; undefined for every other cause. */
export function cacheFailure(
  { what, folder, megabytes }: Kept,
  cause: unknown
): CairnError | undefined {
  const code = (cause as { code?: unknown }).code
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const sentence = `No room for ${what} in '${folder}'; expected about ${String(megabytes)} MB. Free some, or set CAIRN_CACHE to another folder.`
    return new CairnError('DISK_FULL', sentence, { cause, details: { folder } })
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR') {
    const sentence = `${what.replace(/^t/, 'T')} cannot be written to '${folder}'; expected a folder that may be written. Set CAIRN_CACHE to one.`
    return new CairnError('NOT_CONFIGURED', sentence, { cause, details: { field: 'CAIRN_CACHE' } })
  }
  return undefined
}
