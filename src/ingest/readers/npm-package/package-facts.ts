import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { badSource } from '../bad-source.js'

export interface PackageFacts {
  readonly root: string
  readonly name: string
  readonly version: string
  readonly homepage: string | null
}

type Json = Readonly<Record<string, unknown>>

/**
 * What the package.json of an installed package says. `source` is the package's folder, or its name
 * as it is found from the working folder. @throws CairnError BAD_SOURCE
 */
export async function readPackage(source: string): Promise<PackageFacts> {
  const root = await findRoot(source)
  const file = join(root, 'package.json')
  const json = await readJson(file)
  const { name, version, homepage } = json
  if (typeof name !== 'string' || name === '' || typeof version !== 'string') {
    throw badSource(file, 'has no name or no version', 'Give the folder of an installed package')
  }
  return {
    root,
    name,
    version,
    homepage: typeof homepage === 'string' && /^https?:/.test(homepage) ? homepage : null
  }
}

/** `@types/express` declares what is imported as `express`. */
export function importNameOf(name: string): string {
  return name.replace(/^@types\/(?:(.+)__)?/, (_, scope?: string) =>
    scope === undefined ? '' : `@${scope}/`
  )
}

/** The package of declarations that stands in for one that has none: `@types/express`, `@types/scope__name`. */
export async function readTypesPackage(facts: PackageFacts): Promise<PackageFacts | undefined> {
  const name = `@types/${facts.name.replace(/^@/, '').replace('/', '__')}`
  const root = await installedAbove(facts.root, name)
  return root === undefined ? undefined : await readPackage(root)
}

/**
 * The installed packages that a pattern means, found from the package's own folder: `@acme/core`, or
 * all of a scope (`@acme/*`). @throws CairnError BAD_SOURCE if there is none
 */
export async function readSisters(facts: PackageFacts, pattern: string): Promise<PackageFacts[]> {
  if (!/^(?:@[\w.-]+\/)?(?:[\w.-]+|\*)$/.test(pattern) || pattern === '*')
    throw noSister(facts, pattern)
  const names = pattern.endsWith('/*') ? await ofScope(facts.root, pattern.slice(0, -2)) : [pattern]
  const found: PackageFacts[] = []
  for (const name of names) {
    const root = await installedAbove(facts.root, name)
    if (root !== undefined && root !== facts.root) found.push(await readPackage(root))
  }
  if (found.length === 0) throw noSister(facts, pattern)
  return found
}

async function ofScope(from: string, scope: string): Promise<string[]> {
  const names = new Set<string>()
  for (const folder of foldersAbove(from)) {
    const inside = await readdir(join(folder, 'node_modules', scope)).catch(() => [])
    for (const name of inside) names.add(`${scope}/${name}`)
  }
  return [...names].sort()
}

async function installedAbove(from: string, name: string): Promise<string | undefined> {
  for (const folder of foldersAbove(from)) {
    const installed = join(folder, 'node_modules', name)
    if (await isFile(join(installed, 'package.json'))) return realpath(installed)
  }
  return undefined
}

function* foldersAbove(from: string): Generator<string> {
  for (let at = from; ; at = dirname(at)) {
    yield at
    if (at === dirname(at)) return
  }
}

function noSister({ name }: PackageFacts, pattern: string): Error {
  return badSource(
    pattern,
    `means no package that is installed beside ${name}`,
    "Give a package's name, or all of a scope as @scope/*"
  )
}

async function findRoot(source: string): Promise<string> {
  const folder = resolve(source)
  if (await isFile(join(folder, 'package.json'))) return realpath(folder)
  if (/^(?:@[\w.-]+\/)?[\w.-]+$/.test(source)) {
    const installed = await installedAbove(process.cwd(), source)
    if (installed !== undefined) return installed
  }
  throw badSource(
    source,
    'is neither the folder of an npm package (one with a package.json) nor the name of a package installed here',
    'Install it first, or give its folder'
  )
}

async function readJson(file: string): Promise<Json> {
  try {
    const json: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (typeof json === 'object' && json !== null) return json as Json
  } catch {
    // Said below, as for JSON that is no object.
  }
  throw badSource(file, 'is not a JSON object', 'Install the package again')
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
