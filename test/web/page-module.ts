import { join } from 'node:path'
import { runnerImport } from 'vite'
import { packageRoot } from '../../src/package-root.js'

/** A module of the pages, by its path in src/web: `tsc` does not compile them for Node. */
export async function pageModule<T extends object>(path: string): Promise<T> {
  const file = join(packageRoot(), 'src', 'web', path)
  const { module } = await runnerImport<T>(file, { configFile: false, logLevel: 'error' })
  return module
}
