import type { Reader, ReaderKind } from '../reader.js'
import { devdocs } from './devdocs/devdocs.js'
import { markdown } from './markdown/markdown.js'
import { npmPackage } from './npm-package/npm-package.js'
import { pythonPackage } from './python-package/python-package.js'

/** Every kind of source that can be ingested. */
export const readers: Readonly<Record<ReaderKind, Reader>> = {
  devdocs,
  markdown,
  'npm-package': npmPackage,
  'python-package': pythonPackage
}
