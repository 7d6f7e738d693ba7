import type ts from 'typescript'
import type { EntryPoint } from './entry-points.js'
import { isInternal } from './doc-comment.js'
import { typescript } from './typescript.js'

/** A symbol that users reach, under the name that they are meant to use. */
export interface ExportedSymbol {
  readonly symbol: ts.Symbol
  /** `date-fns.addDays`, `express.Response`; the module's own name for what it is as a whole. */
  readonly qualifiedName: string
  /** The part after the module: `addDays`; '' for the module as a whole. */
  readonly name: string
  readonly aliases: readonly string[]
  /** Whether it is what the module is as a whole: `export =`, or its default. */
  readonly isWhole: boolean
  /** What the export itself says of its deprecation; null where it says nothing. */
  readonly deprecated: string | null
}

export interface ExportedSymbols {
  readonly symbols: readonly ExportedSymbol[]
  /** Modules that are passed on and that are not installed. */
  readonly missing: ReadonlySet<string>
  readonly isCut: boolean
}

interface Name {
  readonly module: string
  readonly name: string
  readonly isDefault: boolean
  readonly deprecated: string | null
}

interface Asked extends Name {
  readonly symbol: ts.Symbol
  readonly depth: number
}

const mostExports = 60_000
const deepestNamespace = 6
const mostAliases = 8

interface Walk {
  readonly program: ts.Program
  readonly checker: ts.TypeChecker
  readonly queue: Asked[]
  readonly found: Map<ts.Symbol, Name[]>
  readonly missing: Set<string>
  isCut: boolean
}

/** Follows what the entry points export through namespaces, re-exports and other packages. */
export function exportedSymbols(
  program: ts.Program,
  entries: readonly EntryPoint[]
): ExportedSymbols {
  const checker = program.getTypeChecker()
  const walk: Walk = {
    program,
    checker,
    queue: [],
    found: new Map(),
    missing: new Set(),
    isCut: false
  }
  for (const { specifier, symbol } of modulesOf(program, entries)) {
    for (const one of moduleExports(checker, symbol))
      ask(walk, { ...one, module: specifier, depth: 0 })
    for (const file of starsOf(symbol))
      if (checker.getSymbolAtLocation(file) === undefined) walk.missing.add(file.text)
  }
  for (const asked of walk.queue) follow(walk, asked)
  const root = entries[0]?.specifier ?? ''
  const symbols = [...walk.found].map(([symbol, names]) => exported(symbol, names, root))
  return { symbols, missing: walk.missing, isCut: walk.isCut }
}

function ask(walk: Walk, asked: Asked): void {
  if (asked.depth > deepestNamespace) return
  if (walk.queue.length < mostExports) walk.queue.push(asked)
  else walk.isCut = true
}

function follow(walk: Walk, asked: Asked): void {
  const { checker, found, missing, program } = walk
  const target = targetOf(checker, asked.symbol)
  if (target === undefined) {
    const from = importedFrom(asked.symbol)
    if (from !== undefined) missing.add(from)
    return
  }
  if (isOfLanguage(program, target) || target.declarations?.some(isInternal) === true) return
  const { module, name, isDefault, deprecated } = asked
  const known = found.get(target)
  if (known !== undefined) {
    known.push({ module, name, isDefault, deprecated })
    return
  }
  found.set(target, [{ module, name, isDefault, deprecated }])
  if ((target.flags & typescript().SymbolFlags.Module) !== 0) followInto(walk, asked, target)
}

/** The names of a namespace, or of a module that is given out as one. */
function followInto(
  walk: Walk,
  { module, name, isDefault, depth }: Asked,
  target: ts.Symbol
): void {
  for (const symbol of walk.checker.getExportsOfModule(target)) {
    if (symbol.name === 'default' || symbol.name === 'export=') continue
    const full = isDefault || name === '' ? symbol.name : `${name}.${symbol.name}`
    ask(walk, { symbol, module, name: full, isDefault: false, deprecated: null, depth: depth + 1 })
  }
}

function modulesOf(
  program: ts.Program,
  entries: readonly EntryPoint[]
): { specifier: string; symbol: ts.Symbol }[] {
  const checker = program.getTypeChecker()
  const modules: { specifier: string; symbol: ts.Symbol }[] = []
  const folders = new Set<string>()
  for (const { specifier, file } of entries) {
    const source = program.getSourceFile(file)
    const symbol = source && checker.getSymbolAtLocation(source)
    if (symbol !== undefined) modules.push({ specifier, symbol })
    else if (source !== undefined) folders.add(file.slice(0, file.lastIndexOf('/') + 1))
  }
  // A file that is no module declares the modules of others: `declare module 'fs'`.
  for (const symbol of folders.size === 0 ? [] : checker.getAmbientModules()) {
    const specifier = symbol.name.replace(/^"|"$/g, '')
    const isOwn = symbol.declarations?.some((one) =>
      [...folders].some((folder) => one.getSourceFile().fileName.startsWith(folder))
    )
    if (isOwn !== true || /[*]|^\.|^node:/.test(specifier)) continue
    modules.push({ specifier, symbol })
  }
  return modules
}

/** What a module gives out; with `export =`, what it is, and the members that come with it. */
function moduleExports(
  checker: ts.TypeChecker,
  module: ts.Symbol
): Pick<Asked, 'symbol' | 'name' | 'isDefault' | 'deprecated'>[] {
  const whole = module.exports?.get(typescript().InternalSymbolName.ExportEquals)
  if (whole !== undefined) return [{ symbol: whole, name: '', isDefault: true, deprecated: null }]
  return checker.getExportsOfModule(module).map((symbol) => ({
    symbol,
    name: symbol.name,
    isDefault: symbol.name === 'default',
    deprecated: deprecationOfExport(symbol)
  }))
}

/** A comment at `export { a as b }` speaks of the name, not of what is meant by it. */
function deprecationOfExport(symbol: ts.Symbol): string | null {
  const t = typescript()
  for (const node of symbol.declarations ?? []) {
    if (!t.isExportSpecifier(node)) continue
    const tag = t.getJSDocTags(node).find((one) => t.isJSDocDeprecatedTag(one))
    if (tag !== undefined) return t.getTextOfJSDocComment(tag.comment) ?? ''
  }
  return null
}

function targetOf(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol | undefined {
  const isAlias = (symbol.flags & typescript().SymbolFlags.Alias) !== 0
  const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol
  return (target.declarations?.length ?? 0) === 0 ? undefined : target
}

function isOfLanguage(program: ts.Program, symbol: ts.Symbol): boolean {
  return (
    symbol.declarations?.every((one) => program.isSourceFileDefaultLibrary(one.getSourceFile())) ===
    true
  )
}

/** The module from which an export comes that could not be found. */
function importedFrom(symbol: ts.Symbol): string | undefined {
  const t = typescript()
  for (let node: ts.Node | undefined = symbol.declarations?.[0]; node; node = node.parent) {
    if (!t.isExportDeclaration(node) && !t.isImportDeclaration(node)) continue
    const from = node.moduleSpecifier
    if (from !== undefined && t.isStringLiteral(from)) return from.text
  }
  return undefined
}

function starsOf(module: ts.Symbol): ts.StringLiteral[] {
  const t = typescript()
  const star = module.exports?.get(t.InternalSymbolName.ExportStar)
  return (star?.declarations ?? []).flatMap((node) =>
    t.isExportDeclaration(node) && node.moduleSpecifier && t.isStringLiteral(node.moduleSpecifier)
      ? [node.moduleSpecifier]
      : []
  )
}

/** Best is a name that is not deprecated, then one of the package itself, then one that is not the default. */
function exported(symbol: ts.Symbol, names: readonly Name[], root: string): ExportedSymbol {
  const order = (one: Name) =>
    (one.deprecated === null ? 0 : 4) +
    (one.module === root ? 0 : 2) +
    (one.isDefault && one.name !== '' ? 1 : 0)
  const [first, ...others] = [...names].sort((a, b) => order(a) - order(b))
  if (first === undefined) throw new RangeError('an exported symbol without a name')
  const own = spoken(first)
  const aliases = others.map(spoken).filter((name) => name !== own)
  return {
    symbol,
    qualifiedName: own,
    name: first.isDefault ? '' : first.name,
    aliases: [...new Set(aliases)].slice(0, mostAliases),
    isWhole: first.isDefault,
    deprecated: first.deprecated
  }
}

/** Users call a module's default as they call the module. */
function spoken({ module, name, isDefault }: Name): string {
  return isDefault || name === '' ? module : `${module}.${name}`
}
