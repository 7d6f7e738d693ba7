import { CairnError } from '../../errors.js'

/** The refusal of a source: which file, what is wrong with it, and what to do. */
export function badSource(file: string, reason: string, advice: string): CairnError {
  return new CairnError('BAD_SOURCE', `${file} ${reason}. ${advice}.`, { details: { file } })
}
