import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface OrdinaryFile {
  readonly path: string
  readonly text: string
}

const text =
  /\.(?:[cm]?[jt]sx?|md|markdown|txt|json|ya?ml|html?|css|py|sh|toml|ini|cypher|graphql|rst)$/i
const documentation =
  /(?:^|\/)(?:readme|changelog|changes|history|contributing|migration|upgrading|api|security)[^/]*$|(?:^|\/)docs?\/.*\.(?:md|markdown|txt|rst)$|\.md$/i
const longest = 400_000

/** About `most` text files under some folders, evenly taken from all of them in order of their paths: the same ones each time. */
export function ordinaryFiles(folders: readonly string[], most: number): OrdinaryFile[] {
  const paths = folders.flatMap((folder) => filesIn(folder)).filter((path) => text.test(path))
  return evenly(paths, most).flatMap(read)
}

/** The documentation that packages ship, of at most so many packages. */
export function packageDocumentation(folder: string, packages: number): OrdinaryFile[] {
  return evenly(packagesIn(folder), packages)
    .flatMap((one) =>
      filesIn(join(folder, one)).filter(
        (path) => !path.includes('/node_modules/', folder.length + one.length)
      )
    )
    .filter((path) => documentation.test(path) && /\.(?:md|markdown|txt|rst)$/i.test(path))
    .flatMap(read)
}

function packagesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@')
        ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`)
        : [name]
    )
    .sort()
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function evenly<T>(items: readonly T[], most: number): T[] {
  const step = Math.max(1, items.length / most)
  return Array.from(
    { length: Math.min(most, items.length) },
    (_, i) => items[Math.floor(i * step)]
  ).filter((item) => item !== undefined)
}

function read(path: string): OrdinaryFile[] {
  if (statSync(path).size > longest) return []
  const content = readFileSync(path, 'utf8')
  return content === '' || content.includes('\u0000') ? [] : [{ path, text: content }]
}
