import { CairnError } from '../../errors.js'
import { diskFull } from './free-space.js'

/** Turns what the file system refuses in a folder into a sentence about it; other errors stay as they are. */
export function systemFailure(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (error instanceof CairnError) return error
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return diskFull(folder, 'nothing can be written there')
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS' && code !== 'ENOTDIR') return error
  return new CairnError(
    'NOT_CONFIGURED',
    `Cairn may not write in ${folder} (${code}); make it belong to the user who runs Cairn, or set CAIRN_HOME and CAIRN_CACHE to folders of that user.`,
    { cause: error, details: { field: 'folder', value: folder } }
  )
}
