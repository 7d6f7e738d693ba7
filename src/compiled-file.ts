import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packageRoot } from './package-root.js'

/** A compiled module of ours, for a thread: threads run compiled code, also when the tests run the sources. */
export function compiledFile(path: string): URL {
  return pathToFileURL(join(packageRoot(), 'dist', 'src', path))
}
