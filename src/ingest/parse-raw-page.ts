import type { PageRecord } from '../domain/documentation.js'
import type { RawPage } from './reader.js'
import { readers } from './readers/readers.js'

/** Parses a page with the reader that it came from. */
export function parseRawPage(page: RawPage): PageRecord {
  return readers[page.reader].parse(page)
}
