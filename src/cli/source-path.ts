import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * A source as the server understands it: the server works in a folder of its own, so that paths, and
 * names of packages installed here, are made absolute from the folder of the caller.
 */
export function sourcePath(reader: string, source: string, from: string): string {
  if (reader === 'python-package' || source.trim() === '' || /^(?:npm|upload):/.test(source))
    return source
  const path = resolve(from, source)
  if (reader !== 'npm-package' || existsSync(join(path, 'package.json'))) return path
  for (let at = from; ; at = dirname(at)) {
    const installed = join(at, 'node_modules', source)
    if (existsSync(join(installed, 'package.json'))) return installed
    if (at === dirname(at)) return source
  }
}
