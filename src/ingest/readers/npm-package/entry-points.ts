import { createResolver } from './compiler.js'
import type { PackageRoot } from './package-model.js'
import { typescript } from './typescript.js'

/** A module that users of a package import. */
export interface EntryPoint {
  /** What stands in the import, without an ending: `date-fns`, `three/addons/loaders/GLTFLoader`. */
  readonly specifier: string
  readonly file: string
}

type Json = Readonly<Record<string, unknown>>

const mostEntries = 3_000
const deepestFolder = 8
const declaration = /\.d\.[cm]?ts$/
/** Parts of a package that a pattern lets through and that nobody is meant to import. */
const inner = /(?:^|\/)(?:_[^/]*|internal|__tests__|tests?|src|node_modules|fixtures?)(?:\/|$)/

/** The package's own modules, the package itself first, resolved as the compiler resolves an import. */
export function entryPoints(pkg: PackageRoot): EntryPoint[] {
  const resolve = createResolver(pkg)
  const json = readJson(`${pkg.root}/package.json`)
  const found: EntryPoint[] = []
  const seen = new Set<string>()
  for (const subpath of ['', ...subpaths(pkg, json)]) {
    if (found.length >= mostEntries) break
    const specifier = subpath === '' ? pkg.importName : `${pkg.importName}/${bare(subpath)}`
    const file = seen.has(specifier) ? undefined : resolve(subpath)
    seen.add(specifier)
    if (file !== undefined) found.push({ specifier, file })
  }
  return found
}

/** Without the ending, which would look like a part of a name. */
function bare(subpath: string): string {
  return subpath.replace(/\.[cm]?js$/, '')
}

function readJson(file: string): Json {
  try {
    const json: unknown = JSON.parse(typescript().sys.readFile(file) ?? '{}')
    return typeof json === 'object' && json !== null ? (json as Json) : {}
  } catch {
    return {}
  }
}

function subpaths(pkg: PackageRoot, json: Json): string[] {
  const { exports } = json
  const isMap =
    typeof exports === 'object' &&
    exports !== null &&
    Object.keys(exports).some((key) => key.startsWith('.'))
  if (isMap) return exportedSubpaths(pkg, exports as Json)
  if (exports !== undefined && exports !== null) return []
  return [...typesVersionsSubpaths(json), ...looseSubpaths(pkg)]
}

function exportedSubpaths(pkg: PackageRoot, exports: Json): string[] {
  const plain: string[] = []
  const patterns: string[] = []
  const files = Object.keys(exports).some((key) => key.includes('*')) ? allFiles(pkg.root) : []
  for (const [key, target] of Object.entries(exports)) {
    if (!key.startsWith('./') || target === null) continue
    const subpath = key.slice(2)
    if (!subpath.includes('*')) {
      if (!/\.(?:json|css|scss|wasm|map)$/.test(subpath)) plain.push(subpath)
      continue
    }
    const stars = new Set(targetsOf(target).flatMap((path) => starsOf(path, files)))
    for (const star of [...stars].sort(byDepth)) patterns.push(subpath.replace('*', star))
  }
  return [...plain, ...patterns]
}

function byDepth(a: string, b: string): number {
  return a.split('/').length - b.split('/').length || (a < b ? -1 : 1)
}

/** All files that a value of `exports` names, whatever the condition. */
function targetsOf(target: unknown, depth = 0): string[] {
  if (typeof target === 'string') return [target.replace(/^\.\//, '')]
  if (typeof target !== 'object' || target === null || depth > 8) return []
  return Object.values(target).flatMap((one) => targetsOf(one, depth + 1))
}

/** What the star of a target may stand for, so that it names a file with declarations. */
function starsOf(target: string, files: readonly string[]): string[] {
  const [before = '', after] = target.split('*')
  if (after === undefined) return []
  const ending = after.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '')
  return files.flatMap((file) => {
    const bare = file.replace(declaration, '')
    if (!declaration.test(file) || !bare.startsWith(before) || !bare.endsWith(ending)) return []
    const star = bare.slice(before.length, bare.length - ending.length)
    if (star === '' || inner.test(star)) return []
    // Where the pattern has no ending of its own, the import names the code's.
    return [after === '' ? `${star}.js` : star]
  })
}

function typesVersionsSubpaths(json: Json): string[] {
  const versions = json['typesVersions']
  if (typeof versions !== 'object' || versions === null) return []
  const keys = Object.values(versions).flatMap((paths: unknown) =>
    typeof paths === 'object' && paths !== null ? Object.keys(paths) : []
  )
  return [...new Set(keys.filter((key) => key !== '.' && !key.includes('*')))]
}

/** Without `exports` every file can be imported; those that are meant lie at the top, or have a package.json of their own. */
function looseSubpaths({ root, name }: PackageRoot): string[] {
  const { sys } = typescript()
  const isTypes = name.startsWith('@types/')
  const top = sys
    .readDirectory(root, ['.d.ts', '.d.mts', '.d.cts'], undefined, undefined, 1)
    .map((file) => file.slice(root.length + 1).replace(declaration, ''))
    .filter((file) => !file.includes('/') && !/^(?:_|index$)/.test(file))
    .filter((file) => isTypes || sys.fileExists(`${root}/${file}.js`))
  const folders = sys
    .getDirectories(root)
    .filter((folder) => !/^(?:_|\.|node_modules$|ts\d)/.test(folder))
    .filter((folder) => sys.fileExists(`${root}/${folder}/package.json`))
  return [...folders, ...top]
}

function allFiles(root: string): string[] {
  return typescript()
    .sys.readDirectory(
      root,
      ['.d.ts', '.d.mts', '.d.cts'],
      ['node_modules'],
      undefined,
      deepestFolder
    )
    .map((file) => file.slice(root.length + 1))
}
