import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { CairnError } from './errors.js'

/** The folder of Cairn's own package.json: sources and compiled code lie at different depths below it. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'schema')) || !existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder)
      throw new CairnError('BUG', 'the package has no schema folder beside its package.json')
    folder = parent
  }
  return folder
}

/** A compiled module of ours, for a thread: threads run compiled code, also when the tests run the sources. */
export function compiledFile(path: string): URL {
  return pathToFileURL(join(packageRoot(), 'dist', 'src', path))
}
