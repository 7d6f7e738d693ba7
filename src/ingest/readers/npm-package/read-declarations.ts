import type ts from 'typescript'
import type { Reading } from './add-members.js'
import { addMembers, isOwnMember, mostForeign, mostInherited, mostNames } from './add-members.js'
import type { OpenApi } from './api-pages.js'
import { createApiPages } from './api-pages.js'
import { createProgram } from './compiler.js'
import { describeSymbol, fieldsOf } from './describe-symbol.js'
import type { Member } from './described-types.js'
import {
  constructorsOf,
  createTypeReader,
  membersOfSymbol,
  membersOfValue
} from './described-types.js'
import type { EntryPoint } from './entry-points.js'
import { entryPoints } from './entry-points.js'
import type { ExportedSymbol } from './exported-names.js'
import { exportedSymbols } from './exported-names.js'
import type { DeclarationsReply, DeclarationsRequest } from './package-model.js'
import { typescript } from './typescript.js'

interface Owner {
  readonly exported: ExportedSymbol
  readonly api: OpenApi
}

/** The public API of a package as the compiler sees it. @throws CairnError TOO_LARGE */
export function readDeclarations(request: DeclarationsRequest): DeclarationsReply {
  const [first, entries] = firstWithTypes(request)
  if (first === undefined) return { read: null, pages: [], remarks: [] }
  const program = createProgram(entries.map((entry) => entry.file))
  const { symbols, missing, isCut } = exportedSymbols(program, entries)
  const reading: Reading = {
    pages: createApiPages(first.root, request.library),
    types: createTypeReader(first.root, program, symbols),
    told: new Map(Object.entries(request.told)),
    hosts: new Map(),
    silent: new Map(),
    foreign: new Set(),
    names: 0,
    inherited: 0
  }
  const owners = symbols.flatMap((one) => addOwner(reading, one) ?? [])
  const whole = owners.filter(({ exported }) => exported.isWhole)
  for (const owner of whole) addTo(reading, owner, valueMembers(reading, owner))
  for (const owner of owners) addTo(reading, owner, ownMembers(reading, owner, true))
  for (const owner of owners) addTo(reading, owner, valueMembers(reading, owner))
  const classes = owners.filter(({ api }) => api.kind === 'class')
  const others = owners.filter(({ api }) => api.kind !== 'class')
  for (const owner of [...classes, ...others])
    addTo(reading, owner, ownMembers(reading, owner, false))
  return {
    read: first.name,
    pages: reading.pages.finish(),
    remarks: remarksOf(reading, { library: request.library, missing, isCut })
  }
}

function firstWithTypes(
  request: DeclarationsRequest
): [DeclarationsRequest['roots'][number] | undefined, EntryPoint[]] {
  const sisters = request.sisters.flatMap(entryPoints)
  for (const root of request.roots) {
    const entries = entryPoints(root)
    if (entries.length > 0) return [root, [...entries, ...sisters]]
  }
  return [sisters.length > 0 ? request.roots[0] : undefined, sisters]
}

function remarksOf(
  { foreign, names, inherited }: Reading,
  { library, missing, isCut }: { library: string; missing: ReadonlySet<string>; isCut: boolean }
): string[] {
  const remarks: string[] = []
  if (missing.size > 0)
    remarks.push(
      `${library} passes on what is not installed beside it and is left out: ${few(missing)}.`
    )
  if (foreign.size > 0)
    remarks.push(
      `Members that come from more than ${String(mostForeign)} of another package are left out below: ${few(foreign)}.`
    )
  if (inherited >= mostInherited)
    remarks.push(
      `Of the members that are inherited in ${library}, ${String(mostInherited)} are named on their heirs; the others are found under the class that declares them.`
    )
  if (isCut || names >= mostNames)
    remarks.push(
      `${library} declares more names than are read of one package; the rest is left out.`
    )
  return remarks
}

function few(all: ReadonlySet<string>): string {
  const names = [...all].sort()
  const more = names.length > 8 ? ` and ${String(names.length - 8)} more` : ''
  return names.slice(0, 8).join(', ') + more
}

function addOwner(reading: Reading, exported: ExportedSymbol): Owner | undefined {
  const { pages, types } = reading
  const { symbol, qualifiedName, name, aliases } = exported
  const { kind, forms } = describeSymbol(symbol, name.split('.').at(-1) || symbol.name, types)
  const place = symbol.declarations?.[0]
  if (place === undefined || !pages.take(qualifiedName)) return undefined
  reading.names += 1
  const said =
    exported.deprecated === null
      ? forms
      : forms.map((form) => ({ ...form, doc: { ...form.doc, deprecated: exported.deprecated } }))
  const isClass = kind === 'class'
  const members = isEnum(symbol) ? [] : membersOfSymbol(types, symbol)
  const fields = fieldsOf(isClass ? members.filter((one) => isOwnMember(symbol, one)) : members)
  const api = pages.add(pages.pageOf(place.getSourceFile().fileName), {
    qualifiedName,
    anchor: name || qualifiedName,
    parent: null,
    kind,
    forms: said,
    fields,
    aliases
  })
  return { exported, api }
}

function isEnum(symbol: ts.Symbol): boolean {
  return (symbol.flags & typescript().SymbolFlags.Enum) !== 0
}

function valueMembers({ types }: Reading, { exported }: Owner): Member[] {
  return membersOfValue(types, exported.symbol, exported.isWhole)
}

/** The members that the symbol declares itself, or else those that it inherits. */
function ownMembers({ types }: Reading, { exported: { symbol } }: Owner, isOwn: boolean): Member[] {
  const constructors = constructorsOf(types, symbol)
  const made: Member[] =
    constructors.length === 0 ? [] : [{ name: 'constructor', kind: 'method', nodes: constructors }]
  return [...made, ...membersOfSymbol(types, symbol)].filter(
    (member) => isOwnMember(symbol, member) === isOwn
  )
}

function addTo(reading: Reading, { exported, api }: Owner, members: readonly Member[]): void {
  addMembers(reading, { ...exported, api }, members)
}
