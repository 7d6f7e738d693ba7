import { createHash } from 'node:crypto'
import type { RawPage } from '../reader.js'

/** A hash of all that `parse` sees of a page, and of the parser's version. */
export function pageHash(page: RawPage, parserVersion: string): string {
  return createHash('sha256')
    .update(`${parserVersion}\0${JSON.stringify(page.context)}\0`)
    .update(page.body)
    .digest('hex')
}
