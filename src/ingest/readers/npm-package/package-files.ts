import { stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { CairnError } from '../../../errors.js'
import { readTextFile } from '../read-text-file.js'
import type { Scope } from './declaration-file.js'
import { fileScope, parseDeclarations } from './declaration-file.js'

/** The declaration files of a package, read once each and no more than a bound. */
export interface PackageFiles {
  scope(file: string): Promise<Scope | undefined>
  /** The declaration file that a specifier in `from` means; undefined if it lies outside of the package. */
  resolve(from: string, specifier: string): Promise<string | undefined>
  text(file: string): Promise<string>
  /** A file's path in the package, without its ending. */
  pathOf(file: string): string
  /** Packages whose exports this one passes on. */
  readonly outside: ReadonlySet<string>
}

const mostFiles = 5000

export function createPackageFiles(
  root: string,
  { maxPageBytes, signal }: { maxPageBytes: number; signal?: AbortSignal | undefined }
): PackageFiles {
  const scopes = new Map<string, Scope>()
  const texts = new Map<string, string>()
  const resolved = new Map<string, string | undefined>()
  const outside = new Set<string>()

  async function text(file: string): Promise<string> {
    const known = texts.get(file)
    if (known !== undefined) return known
    if (signal?.aborted === true)
      throw new CairnError('CANCELLED', `Reading ${root} was cancelled.`)
    if (texts.size >= mostFiles) throw tooMany(root)
    const read = await readTextFile(file, maxPageBytes)
    texts.set(file, read)
    return read
  }

  return {
    outside,
    text,
    pathOf: (file) =>
      relative(root, file)
        .split(sep)
        .join('/')
        .replace(/\.d\.[cm]?ts$/, ''),
    async scope(file) {
      const known = scopes.get(file)
      if (known !== undefined) return known
      const scope = fileScope(parseDeclarations(file, await text(file)))
      scopes.set(file, scope)
      return scope
    },
    async resolve(from, specifier) {
      if (!specifier.startsWith('.')) {
        outside.add(specifier)
        return undefined
      }
      const target = resolve(dirname(from), specifier)
      if (!resolved.has(target)) resolved.set(target, await declarationOf(target, root))
      return resolved.get(target)
    }
  }
}

async function declarationOf(target: string, root: string): Promise<string | undefined> {
  if (!`${target}${sep}`.startsWith(root + sep)) return undefined
  const bare = target.replace(/\.(?:d\.)?[cm]?[jt]s$/, '')
  const module = /\.m[jt]s$/.test(target) ? ['.d.mts', '.d.ts'] : ['.d.ts', '.d.mts', '.d.cts']
  const candidates = [
    ...module.map((ending) => bare + ending),
    `${target}.d.ts`,
    join(target, 'index.d.ts')
  ]
  for (const candidate of candidates) if (await isFile(candidate)) return candidate
  return undefined
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

function tooMany(root: string): CairnError {
  return new CairnError(
    'TOO_LARGE',
    `${root} declares its types in more than ${String(mostFiles)} files, the most that are read of one package; give a smaller package.`,
    { details: { file: root, limit: mostFiles } }
  )
}
