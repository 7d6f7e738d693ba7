import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'

export interface LockedVersion {
  readonly name: string
  readonly version: string
}

/** Lock files above this are passed over. */
const maxBytes = 32 * 1024 * 1024
const mostVersions = 100
const mostFolders = 30

type Read = (text: string) => Iterable<readonly [string, string]>

/** Lock files by their names, the surest of an ecosystem first. */
const lockFiles: readonly (readonly [string, Read])[] = [
  ['package-lock.json', npmLock],
  ['npm-shrinkwrap.json', npmLock],
  ['pnpm-lock.yaml', pnpmLock],
  ['yarn.lock', yarnLock],
  ['uv.lock', tomlLock],
  ['poetry.lock', tomlLock],
  ['requirements.txt', requirements]
]

/**
 * The versions that the project around a folder has locked, of the libraries that a question speaks of; a lock file that
 * cannot be read counts as none.
 */
export function lockedVersions(folder: string, question: string): LockedVersion[] {
  const words = new Set(question.toLowerCase().match(/@?[\w][\w./-]*/g) ?? [])
  const parts = new Set([...words].flatMap((word) => [word, ...word.split(/[./]/)]))
  const found = new Map<string, string>()
  for (const [name, read] of lockFiles) {
    const text = nearest(folder, name)
    if (text === null) continue
    try {
      for (const [library, version] of read(text)) {
        const wanted = library.toLowerCase()
        if ((words.has(wanted) || parts.has(wanted)) && !found.has(library))
          found.set(library, version)
      }
    } catch {
      // A lock file that is broken is the package manager's to complain of.
    }
  }
  return [...found].slice(0, mostVersions).map(([name, version]) => ({ name, version }))
}

/** The file of this name in the folder or the next one above it that has one. */
function nearest(folder: string, name: string): string | null {
  let at = folder
  for (let i = 0; i < mostFolders; i += 1) {
    const path = join(at, name)
    try {
      if (statSync(path).size <= maxBytes) return readFileSync(path, 'utf8')
    } catch {
      // Not here.
    }
    if (dirname(at) === at) return null
    at = dirname(at)
  }
  return null
}

function* npmLock(text: string): Iterable<readonly [string, string]> {
  const { packages = {}, dependencies = {} } = JSON.parse(text) as {
    packages?: Record<string, { version?: string }>
    dependencies?: Record<string, { version?: string }>
  }
  for (const [path, { version }] of Object.entries(packages)) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1]
    if (name !== undefined && version !== undefined) yield [name, version]
  }
  for (const [name, { version }] of Object.entries(dependencies))
    if (version !== undefined) yield [name, version]
}

function* pnpmLock(text: string): Iterable<readonly [string, string]> {
  const lock = parse(text) as { packages?: Record<string, unknown> } | null
  for (const key of Object.keys(lock?.packages ?? {})) {
    const [, name, version] = /^\/?((?:@[^/@]+\/)?[^/@]+)[@/](\d[^(_]*)/.exec(key) ?? []
    if (name !== undefined && version !== undefined) yield [name, version]
  }
}

function* yarnLock(text: string): Iterable<readonly [string, string]> {
  for (const [, name = '', version = ''] of text.matchAll(
    /^"?((?:@[^/@"\s]+\/)?[^@"\s]+)@[^\n]*:\n\s+version:?\s+"?([^"\s]+)"?/gm
  ))
    yield [name, version]
}

function* tomlLock(text: string): Iterable<readonly [string, string]> {
  for (const [, name = '', version = ''] of text.matchAll(
    /^\[\[package\]\]\s*\nname = "([^"\n]+)"\s*\nversion = "([^"\n]+)"/gm
  ))
    yield [name, version]
}

function* requirements(text: string): Iterable<readonly [string, string]> {
  for (const [, name = '', version = ''] of text.matchAll(
    /^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*==\s*([\w.]+)/gm
  ))
    yield [name, version]
}
