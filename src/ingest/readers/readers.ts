import type { Reader, ReaderKind } from '../reader.js'
import { devdocs } from './devdocs/devdocs.js'

/** Every kind of source that can be ingested. */
export const readers: Readonly<Record<ReaderKind, Reader>> = {
  devdocs,
  markdown: devdocs,
  'npm-package': devdocs,
  'python-package': devdocs
}
