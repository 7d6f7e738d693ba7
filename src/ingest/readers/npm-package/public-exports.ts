import type { PackageFiles } from './package-files.js'
import type { Origin, Scope } from './declaration-file.js'
import { namespaceScope } from './declaration-file.js'

/** A declaration in the package: the file, and the names from the file's top down to it. */
export interface Declared {
  readonly file: string
  readonly local: readonly string[]
}

export interface PublicExport extends Declared {
  /** How the package's users call it: `Driver`, `OpenAI.Chat`; '' is what the package itself is (`export =`). */
  readonly name: string
  /** Other names of the same declaration. */
  readonly aliases: readonly string[]
}

const mostExports = 50_000
const deepestNamespace = 6

type Found = Declared | { readonly module: string }

/** Follows the exports of a package's entry point through the package's own files. */
export async function publicExports(files: PackageFiles, entry: string): Promise<PublicExport[]> {
  const found = new Map<string, { at: Declared; names: string[] }>()
  const expanded = new Set<string>()
  const queue: { name: string; at: Found; depth: number }[] = []
  const add = (name: string, at: Found, depth: number) => {
    if (queue.length < mostExports && depth <= deepestNamespace) queue.push({ name, at, depth })
  }
  for (const [name, at] of await moduleExports(files, entry)) add(name, at, 0)

  for (const { name, at, depth } of queue) {
    const key = 'module' in at ? `${at.module}#` : `${at.file}#${at.local.join('.')}`
    if (!('module' in at)) {
      const known = found.get(key)
      if (known === undefined) found.set(key, { at, names: [name] })
      else if (!known.names.includes(name)) known.names.push(name)
    }
    if (expanded.has(key)) continue
    expanded.add(key)
    for (const [member, inner] of await membersOf(files, at))
      add(dotted(name, member), inner, depth + 1)
  }
  return [...found.values()].map(({ at, names }) => {
    const [name = '', ...aliases] = preferred(names, at)
    return { ...at, name, aliases }
  })
}

/** `default` is how a module calls it, not its users: they use another name, or the declaration's own. */
function preferred(names: readonly string[], at: Declared): string[] {
  const spoken = names.map((name) => (name === 'default' ? (at.local.at(-1) ?? name) : name))
  return [...new Set(spoken)]
}

function dotted(name: string, member: string): string {
  return name === '' ? member : `${name}.${member}`
}

/** All that a module gives out, by the names it gives. */
async function moduleExports(files: PackageFiles, file: string): Promise<Map<string, Found>> {
  const all = new Map<string, Found>()
  for (const name of await exportNames(files, file, new Set())) {
    const at = await exportOf(files, { file, name }, new Set())
    if (at !== undefined) all.set(name, at)
  }
  return all
}

async function exportNames(
  files: PackageFiles,
  file: string,
  seen: Set<string>
): Promise<Set<string>> {
  const names = new Set<string>()
  const scope = seen.has(file) ? undefined : await files.scope(file)
  seen.add(file)
  if (scope === undefined) return names
  if (scope.whole !== null) return names.add('')
  for (const name of scope.exports.keys()) names.add(name)
  for (const from of scope.stars) {
    const next = await files.resolve(file, from)
    const more = next === undefined ? [] : await exportNames(files, next, seen)
    for (const name of more) if (name !== 'default') names.add(name)
  }
  return names
}

/** What a module gives out under a name: '' is what it is as a whole (`export =`), and so its default. */
async function exportOf(
  files: PackageFiles,
  { file, name }: { file: string; name: string },
  seen: Set<string>
): Promise<Found | undefined> {
  const scope = seen.has(`${file}#${name}`) ? undefined : await files.scope(file)
  seen.add(`${file}#${name}`)
  if (scope === undefined) return undefined
  const place: Place = { file, scope, within: [], seen }
  if (scope.whole !== null) return wholeExport(files, place, name)
  const target = scope.exports.get(name)
  if (target !== undefined) return exportTarget(files, place, target)
  for (const from of scope.stars) {
    const next = await files.resolve(file, from)
    const at = next === undefined ? undefined : await exportOf(files, { file: next, name }, seen)
    if (at !== undefined) return at
  }
  return undefined
}

async function wholeExport(
  files: PackageFiles,
  place: Place,
  name: string
): Promise<Found | undefined> {
  const path = place.scope.whole?.split('.') ?? []
  return localName(files, place, name === '' || name === 'default' ? path : [...path, name])
}

interface Place {
  readonly file: string
  readonly scope: Scope
  /** Names of the namespaces around, from the file's top. */
  readonly within: readonly string[]
  /** What is being looked for already, so that circles end. */
  readonly seen: Set<string>
}

async function exportTarget(
  files: PackageFiles,
  place: Place,
  target: string | Origin
): Promise<Found | undefined> {
  if (typeof target === 'string') return localName(files, place, target.split('.'))
  return fromOrigin(files, place, target)
}

async function fromOrigin(
  files: PackageFiles,
  place: Place,
  origin: Origin
): Promise<Found | undefined> {
  const next = await files.resolve(place.file, origin.from)
  if (next === undefined) return undefined
  if (origin.name === '*') return { module: next }
  return exportOf(files, { file: next, name: origin.name }, place.seen)
}

/** What a name means where it stands: declared here, in the file around, or imported. */
async function localName(
  files: PackageFiles,
  place: Place,
  [name = '', ...rest]: readonly string[]
): Promise<Found | undefined> {
  const at = await firstName(files, place, name)
  if (rest.length === 0 || at === undefined) return at
  const members = await membersOf(files, at)
  const next = members.get(rest[0] ?? '')
  return rest.length === 1 ? next : undefined
}

async function firstName(
  files: PackageFiles,
  place: Place,
  name: string
): Promise<Found | undefined> {
  const { file, scope, within } = place
  if (scope.declared.has(name)) return { file, local: [...within, name] }
  const origin = scope.imports.get(name)
  if (origin !== undefined) return fromOrigin(files, place, origin)
  const top = within.length > 0 ? await files.scope(file) : undefined
  return top && firstName(files, { ...place, scope: top, within: [] }, name)
}

/** What a namespace, or a module taken as one, gives out. */
async function membersOf(files: PackageFiles, at: Found): Promise<Map<string, Found>> {
  if ('module' in at) return moduleExports(files, at.module)
  const members = new Map<string, Found>()
  const scope = await declaredScope(files, at)
  if (scope === undefined) return members
  for (const [name, target] of scope.exports) {
    const inner = await exportTarget(
      files,
      { file: at.file, scope, within: at.local, seen: new Set() },
      target
    )
    if (inner !== undefined) members.set(name, inner)
  }
  return members
}

async function declaredScope(files: PackageFiles, at: Declared): Promise<Scope | undefined> {
  let scope = await files.scope(at.file)
  for (const name of at.local) {
    const statements = scope?.declared.get(name)
    if (statements === undefined) return undefined
    scope = namespaceScope(statements)
  }
  return scope
}
