import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { badSource } from '../bad-source.js'

export interface PackageFacts {
  readonly root: string
  readonly name: string
  readonly version: string
  readonly homepage: string | null
  /** Entry points with their declaration files: '' is the package itself, else the subpath. */
  readonly entries: readonly TypesEntry[]
}

export interface TypesEntry {
  readonly subpath: string
  readonly file: string
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
    homepage: typeof homepage === 'string' && /^https?:/.test(homepage) ? homepage : null,
    entries: await typesEntries(root, json)
  }
}

/** The package of declarations that stands in for one that has none: `@types/express`, `@types/scope__name`. */
export async function readTypesPackage(facts: PackageFacts): Promise<PackageFacts | undefined> {
  const name = `@types/${facts.name.replace(/^@/, '').replace('/', '__')}`
  const up = facts.name.startsWith('@') ? ['..', '..'] : ['..']
  const beside = resolve(facts.root, ...up, name)
  return (await isFile(join(beside, 'package.json'))) ? await readPackage(beside) : undefined
}

async function findRoot(source: string): Promise<string> {
  const folder = resolve(source)
  if (await isFile(join(folder, 'package.json'))) return realpath(folder)
  if (/^(?:@[\w.-]+\/)?[\w.-]+$/.test(source)) {
    for (let at = process.cwd(); ; at = dirname(at)) {
      const installed = join(at, 'node_modules', source)
      if (await isFile(join(installed, 'package.json'))) return realpath(installed)
      if (at === dirname(at)) break
    }
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

async function typesEntries(root: string, json: Json): Promise<TypesEntry[]> {
  const named = new Map<string, string>()
  for (const [subpath, target] of exportTargets(json['exports'])) {
    const types = typesOf(target)
    if (types !== undefined) named.set(subpath, types)
  }
  const main = [json['types'], json['typings'], named.get(''), beside(json['main']), 'index.d.ts']
  const found: TypesEntry[] = []
  for (const path of main) {
    const file = typeof path === 'string' ? await declarationAt(root, path) : undefined
    if (file === undefined) continue
    found.push({ subpath: '', file })
    break
  }
  for (const [subpath, path] of named) {
    const file = subpath === '' ? undefined : await declarationAt(root, path)
    if (file !== undefined) found.push({ subpath, file })
  }
  return found
}

/** The subpaths of `exports` without patterns. */
function exportTargets(exports: unknown): [string, unknown][] {
  if (typeof exports !== 'object' || exports === null) return [['', exports]]
  const pairs = Object.entries(exports)
  if (!pairs.some(([key]) => key.startsWith('.'))) return [['', exports]]
  return pairs
    .filter(([key]) => key.startsWith('.') && !key.includes('*') && !key.endsWith('.json'))
    .map(([key, target]) => [key.replace(/^\.\/?/, ''), target])
}

/** The first target under a `types` condition, else a declaration file named outright. */
function typesOf(target: unknown, depth = 0): string | undefined {
  if (typeof target === 'string') return /\.d\.[cm]?ts$/.test(target) ? target : undefined
  if (typeof target !== 'object' || target === null || depth > 8) return undefined
  const conditions = target as Json
  const first = conditions['types']
  if (typeof first === 'string') return first
  for (const inner of [first, ...Object.values(conditions)]) {
    const found = typesOf(inner, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

function beside(main: unknown): string | undefined {
  if (typeof main !== 'string' || main === '') return undefined
  return `${main.replace(/\.[cm]?js$/, '')}.d.ts`
}

async function declarationAt(root: string, path: string): Promise<string | undefined> {
  const file = resolve(root, path)
  if (!file.startsWith(root + sep)) return undefined
  for (const candidate of [file, `${file}.d.ts`, join(file, 'index.d.ts')]) {
    if (/\.d\.[cm]?ts$/.test(candidate) && (await isFile(candidate))) return candidate
  }
  return undefined
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
