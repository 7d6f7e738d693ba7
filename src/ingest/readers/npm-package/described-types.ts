import type ts from 'typescript'
import { isInternal, readDoc, saysSomething } from './doc-comment.js'
import { createImplementationDocs, type ReadImplementationDoc } from './implementation-doc.js'
import { typescript } from './typescript.js'

/** A member that users reach on a value, an instance or a type. */
export interface Member {
  readonly name: string
  readonly kind: 'method' | 'property'
  /** Its declarations, overloads in the order in which they stand. */
  readonly nodes: readonly ts.Declaration[]
}

/** What the compiler says of types, restricted to what users are meant to see. */
export interface TypeReader {
  readonly program: ts.Program
  readonly checker: ts.TypeChecker
  /** How many exported constants have the same named type. */
  readonly valuesOfType: ReadonlyMap<ts.Symbol, number>
  readonly implementationDoc: ReadImplementationDoc
}

const mostMembers = 3_000

/** `root` is the folder of the package that is read. */
export function createTypeReader(
  root: string,
  program: ts.Program,
  exported: readonly { readonly symbol: ts.Symbol }[]
): TypeReader {
  const checker = program.getTypeChecker()
  const valuesOfType = countValueTypes(checker, exported)
  return { program, checker, valuesOfType, implementationDoc: createImplementationDocs(root) }
}

function isOwn({ program }: TypeReader, node: ts.Node): boolean {
  return !program.isSourceFileDefaultLibrary(node.getSourceFile())
}

/** The members of a class, an interface, an enum or a type that is an object; inherited ones among them. */
export function membersOfSymbol(types: TypeReader, symbol: ts.Symbol): Member[] {
  const { SymbolFlags } = typescript()
  const { checker } = types
  const has = (flag: ts.SymbolFlags) => (symbol.flags & flag) !== 0
  const at = symbol.declarations?.[0]
  if (at === undefined) return []
  if (has(SymbolFlags.Enum))
    return [...(symbol.exports?.values() ?? [])].flatMap((one) => memberOf(types, one) ?? [])
  const found: Member[] = []
  if (has(SymbolFlags.Class | SymbolFlags.Interface | SymbolFlags.TypeAlias)) {
    const type = checker.getDeclaredTypeOfSymbol(symbol)
    if (isObject(type)) found.push(...membersOfType(types, type, at))
  }
  if (has(SymbolFlags.Class))
    found.push(...membersOfType(types, checker.getTypeOfSymbolAtLocation(symbol, at), at))
  return found
}

/**
 * What is reached on a constant itself. Nothing where it is one of many of its type, or an instance of
 * a class: that is told of where the type is. `isWhole` is what a module is as a whole.
 */
export function membersOfValue(types: TypeReader, symbol: ts.Symbol, isWhole: boolean): Member[] {
  const t = typescript()
  const at = symbol.valueDeclaration
  if (at === undefined || !t.isVariableDeclaration(at)) return []
  const type = types.checker.getTypeOfSymbolAtLocation(symbol, at)
  if (!isObject(type)) return []
  return isWhole || isAlone(types, type) ? membersOfType(types, type, at) : []
}

function isAlone({ valuesOfType }: TypeReader, type: ts.Type): boolean {
  const own = namedType(type)
  if (own === undefined) return true
  return (valuesOfType.get(own) ?? 0) <= 1 && (own.flags & typescript().SymbolFlags.Class) === 0
}

function namedType(type: ts.Type): ts.Symbol | undefined {
  return type.aliasSymbol ?? type.getSymbol()
}

/** The members of a type that is written out where a property is declared. */
export function membersWithin(types: TypeReader, node: ts.Declaration): Member[] {
  const t = typescript()
  const isField = t.isPropertySignature(node) || t.isPropertyDeclaration(node)
  let type = isField ? node.type : undefined
  if (type !== undefined && t.isArrayTypeNode(type)) type = type.elementType
  if (type === undefined || !t.isTypeLiteralNode(type)) return []
  return membersOfType(types, types.checker.getTypeFromTypeNode(type), node)
}

/** The constructors of a class, or those that it inherits. */
export function constructorsOf(types: TypeReader, symbol: ts.Symbol): ts.Declaration[] {
  const t = typescript()
  const at = symbol.valueDeclaration
  if (at === undefined || (symbol.flags & t.SymbolFlags.Class) === 0) return []
  const made = types.checker.getTypeOfSymbolAtLocation(symbol, at).getConstructSignatures()
  return made
    .flatMap(({ declaration }) => (declaration === undefined ? [] : [declaration]))
    .filter((node) => t.isConstructorDeclaration(node) && isOwn(types, node) && !isHidden(node))
}

/** The same member as a base declares it, with a comment. */
export function inheritedDoc(
  types: TypeReader,
  node: ts.Declaration,
  seen = new Set<ts.Node>()
): ts.Declaration | undefined {
  if (seen.has(node.parent)) return undefined
  seen.add(node.parent)
  for (const one of declaredAbove(types, node)) {
    const found = saysSomething(readDoc(one)) ? one : inheritedDoc(types, one, seen)
    if (found !== undefined) return found
  }
  return undefined
}

function declaredAbove(types: TypeReader, node: ts.Declaration): ts.Declaration[] {
  const t = typescript()
  const name = t.getNameOfDeclaration(node)
  const owner = node.parent
  const isType = t.isClassLike(owner) || t.isInterfaceDeclaration(owner)
  if (!isType || name === undefined || !t.isIdentifier(name)) return []
  const bases = (owner.heritageClauses ?? []).flatMap((clause) => clause.types)
  return bases
    .flatMap(
      (base) => types.checker.getTypeAtLocation(base).getProperty(name.text)?.declarations ?? []
    )
    .filter((declared) => isOwn(types, declared))
}

function membersOfType(types: TypeReader, type: ts.Type, at: ts.Node): Member[] {
  const properties = types.checker.getPropertiesOfType(type).slice(0, mostMembers)
  return [
    ...properties.flatMap((one) => memberOf(types, one) ?? []),
    ...indexMembers(types, type, at)
  ]
}

function memberOf(types: TypeReader, symbol: ts.Symbol): Member | undefined {
  if (/^(?:_|#|~|@@|prototype$)/.test(symbol.name)) return undefined
  const nodes = (symbol.declarations ?? []).filter((node) => isOwn(types, node) && !isHidden(node))
  if (nodes.length === 0) return undefined
  return { name: symbol.name, kind: nodes.some(isCallable) ? 'method' : 'property', nodes }
}

function indexMembers(types: TypeReader, type: ts.Type, at: ts.Node): Member[] {
  return types.checker.getIndexInfosOfType(type).flatMap(({ declaration: node }): Member[] => {
    if (node === undefined || !typescript().isIndexSignatureDeclaration(node)) return []
    if (node.getSourceFile() !== at.getSourceFile()) return []
    const name = node.parameters[0]?.name.getText() ?? 'key'
    return [{ name: `[${name}]`, kind: 'property', nodes: [node] }]
  })
}

function countValueTypes(
  checker: ts.TypeChecker,
  exported: readonly { readonly symbol: ts.Symbol }[]
): Map<ts.Symbol, number> {
  const t = typescript()
  const counts = new Map<ts.Symbol, number>()
  for (const { symbol } of exported) {
    const at = symbol.valueDeclaration
    const type = at !== undefined && t.isVariableDeclaration(at) ? at.type : undefined
    if (type === undefined || !t.isTypeReferenceNode(type)) continue
    const named = namedType(checker.getTypeFromTypeNode(type))
    if (named !== undefined) counts.set(named, (counts.get(named) ?? 0) + 1)
  }
  return counts
}

function isObject(type: ts.Type): boolean {
  const { TypeFlags } = typescript()
  return (type.flags & (TypeFlags.Object | TypeFlags.Intersection)) !== 0
}

function isHidden(node: ts.Declaration): boolean {
  const t = typescript()
  const hidden = t.ModifierFlags.Private | t.ModifierFlags.Protected
  const name = t.getNameOfDeclaration(node)
  const isPrivate = name !== undefined && t.isPrivateIdentifier(name)
  return isPrivate || (t.getCombinedModifierFlags(node) & hidden) !== 0 || isInternal(node)
}

function isCallable(node: ts.Declaration): boolean {
  const t = typescript()
  if (t.isMethodDeclaration(node) || t.isMethodSignature(node)) return true
  const isField = t.isPropertySignature(node) || t.isPropertyDeclaration(node)
  return isField && node.type !== undefined && t.isFunctionTypeNode(node.type)
}
