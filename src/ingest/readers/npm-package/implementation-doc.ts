import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type ts from 'typescript'
import { createHomes } from './api-pages.js'
import { isInternal, readDoc, saysSomething } from './doc-comment.js'
import type { DocText } from './package-model.js'
import { typescript } from './typescript.js'

/** Bytes of one source that is read, and how many are read: only silent declarations are looked up. */
const largestSource = 1_000_000
const mostSources = 600

/** Exported names, and members as `Class.member`, with where they are implemented. */
type Implemented = ReadonlyMap<string, ts.Node>

/** The comment at the code that a declaration was made of; undefined where nothing is said there. */
export type ReadImplementationDoc = (node: ts.Declaration) => DocText | undefined

/**
 * Where a function is overloaded its comment stands at the implementation, which declarations leave out (most of rxjs);
 * so it is read from the source that the declaration map names, if the package ships it, or from the JavaScript beside the
 * declaration. `root` is the package that is read; each file is read once.
 */
export function createImplementationDocs(root: string): ReadImplementationDoc {
  const homeOf = createHomes(root)
  const sources = new Map<string, Implemented>()
  const byDeclarations = new Map<string, readonly Implemented[]>()
  const implementedIn = (source: string): Implemented => {
    const known = sources.get(source)
    if (known !== undefined) return known
    const isRead = sources.size < mostSources && isSmallFile(source)
    const found: Implemented = isRead ? readSource(source) : new Map()
    sources.set(source, found)
    return found
  }
  const implementationsOf = (declarations: string): readonly Implemented[] => {
    const known = byDeclarations.get(declarations)
    if (known !== undefined) return known
    const found = sourcesOf(declarations, homeOf(declarations).root).map(implementedIn)
    byDeclarations.set(declarations, found)
    return found
  }
  return (node) => {
    const key = keyOf(node)
    if (key === undefined) return undefined
    return implementationsOf(node.getSourceFile().fileName)
      .flatMap((implemented) => implemented.get(key) ?? [])
      .filter((at) => !isInternal(at))
      .map(readDoc)
      .find(saysSomething)
  }
}

/** By what it is found where it is implemented: `name`, `Class.member`; undefined where it is none of what code implements. */
function keyOf(node: ts.Declaration): string | undefined {
  const t = typescript()
  const name = nameOf(node)
  if (name === undefined) return undefined
  if (t.isFunctionDeclaration(node) || t.isClassLike(node) || t.isVariableDeclaration(node))
    return name
  if (!t.isClassElement(node) || !t.isClassLike(node.parent)) return undefined
  return `${nameOf(node.parent) ?? ''}.${name}`
}

function nameOf(node: ts.Declaration): string | undefined {
  const t = typescript()
  const name = t.getNameOfDeclaration(node)
  return name !== undefined && t.isIdentifier(name) ? name.text : undefined
}

/** Where a file of declarations may have come from, the source of its map first. */
function sourcesOf(declarations: string, home: string): string[] {
  const beside = declarations.replace(/\.d\.([cm]?)ts$/, '.$1js')
  if (beside === declarations) return []
  const source = mappedSource(declarations, home)
  return [...(source === undefined ? [] : [source]), beside]
}

/** The source that the map of a file of declarations names, within the same package. */
function mappedSource(declarations: string, home: string): string | undefined {
  const map = `${declarations}.map`
  if (!isSmallFile(map)) return undefined
  try {
    const { sources, sourceRoot = '' } = JSON.parse(readFileSync(map, 'utf8')) as {
      sources: string[]
      sourceRoot?: string
    }
    const [first = ''] = sources
    const source = resolve(dirname(declarations), sourceRoot, first)
    return source.startsWith(`${home}/`) ? source : undefined
  } catch {
    // A map that cannot be read names no source.
    return undefined
  }
}

function isSmallFile(file: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat?.isFile() === true && stat.size <= largestSource
}

function readSource(file: string): Implemented {
  const t = typescript()
  const text = readFileSync(file, 'utf8')
  const source = t.createSourceFile(file, text, t.ScriptTarget.Latest, true)
  const found = new Map<string, ts.Node>()
  // Of a function's overloads and its implementation the last has the body.
  for (const statement of source.statements) {
    if (t.isVariableStatement(statement)) {
      for (const one of statement.declarationList.declarations) add(found, one)
    } else if (t.isFunctionDeclaration(statement) || t.isClassDeclaration(statement)) {
      add(found, statement)
      if (t.isClassDeclaration(statement))
        for (const member of statement.members) add(found, member, nameOf(statement))
    }
  }
  return found
}

function add(found: Map<string, ts.Node>, node: ts.Declaration, owner?: string): void {
  const name = nameOf(node)
  if (name !== undefined) found.set(owner === undefined ? name : `${owner}.${name}`, node)
}
