import type ts from 'typescript'
import { typescript } from './typescript.js'

/** Where an imported or re-exported name comes from; `*` is the whole module. */
export interface Origin {
  readonly from: string
  readonly name: string
}

/** What a module, or a namespace in it, declares and passes on. */
export interface Scope {
  readonly declared: ReadonlyMap<string, readonly ts.Statement[]>
  readonly imports: ReadonlyMap<string, Origin>
  /** Names given to the outside, and what they are in here or where they come from. */
  readonly exports: ReadonlyMap<string, string | Origin>
  readonly stars: readonly string[]
  /** The name that `export =` gives. */
  readonly whole: string | null
}

interface OpenScope {
  readonly declared: Map<string, ts.Statement[]>
  readonly imports: Map<string, Origin>
  readonly exports: Map<string, string | Origin>
  readonly stars: string[]
  whole: string | null
}

export function parseDeclarations(file: string, text: string): ts.SourceFile {
  const t = typescript()
  return t.createSourceFile(file, text, t.ScriptTarget.Latest, true, t.ScriptKind.TS)
}

/** The scope of a file; one that only declares modules (`declare module 'x'`) is read as those modules. */
export function fileScope(source: ts.SourceFile): Scope {
  const t = typescript()
  const modules = source.statements.filter(
    (s) => t.isModuleDeclaration(s) && t.isStringLiteral(s.name)
  )
  const isModule = source.statements.some(
    (s) => t.isExportDeclaration(s) || t.isExportAssignment(s) || isExported(s)
  )
  const inner = isModule
    ? []
    : modules.flatMap((m) => namespaceStatements(m as ts.ModuleDeclaration))
  return readScope([...source.statements, ...inner], !isModule)
}

/** The scope of all parts of a namespace: what is declared in one is given out. */
export function namespaceScope(statements: readonly ts.Statement[]): Scope {
  const t = typescript()
  const inner = statements
    .filter((s) => t.isModuleDeclaration(s))
    .flatMap((s) => namespaceStatements(s))
  return readScope(inner, true)
}

function namespaceStatements(declaration: ts.ModuleDeclaration): readonly ts.Statement[] {
  const t = typescript()
  const { body } = declaration
  if (body === undefined) return []
  if (t.isModuleBlock(body)) return body.statements
  return t.isModuleDeclaration(body) ? [body] : []
}

function readScope(statements: readonly ts.Statement[], givesAll: boolean): Scope {
  const scope: OpenScope = {
    declared: new Map(),
    imports: new Map(),
    exports: new Map(),
    stars: [],
    whole: null
  }
  for (const statement of statements) {
    for (const name of namesOf(statement)) {
      scope.declared.set(name, [...(scope.declared.get(name) ?? []), statement])
      if (givesAll || isExported(statement))
        scope.exports.set(isDefault(statement) ? 'default' : name, name)
    }
    readImport(statement, scope)
    readExport(statement, scope)
  }
  return scope
}

function namesOf(statement: ts.Statement): string[] {
  const t = typescript()
  if (t.isVariableStatement(statement)) {
    const { declarations } = statement.declarationList
    return declarations.flatMap((d) => (t.isIdentifier(d.name) ? [d.name.text] : []))
  }
  if (t.isModuleDeclaration(statement)) {
    return t.isIdentifier(statement.name) ? [statement.name.text] : []
  }
  return isNamed(statement) ? [statement.name?.text ?? 'default'] : []
}

function isNamed(
  statement: ts.Statement
): statement is
  | ts.FunctionDeclaration
  | ts.ClassDeclaration
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.EnumDeclaration {
  const t = typescript()
  const tests = [
    t.isFunctionDeclaration,
    t.isClassDeclaration,
    t.isInterfaceDeclaration,
    t.isTypeAliasDeclaration,
    t.isEnumDeclaration
  ]
  return tests.some((test) => test(statement))
}

function readImport(statement: ts.Statement, scope: OpenScope): void {
  const t = typescript()
  if (t.isImportEqualsDeclaration(statement)) readImportEquals(statement, scope)
  if (!t.isImportDeclaration(statement)) return
  const from = specifierText(statement.moduleSpecifier)
  const clause = statement.importClause
  if (from === null || clause === undefined) return
  if (clause.name) scope.imports.set(clause.name.text, { from, name: 'default' })
  if (clause.namedBindings) readBindings(clause.namedBindings, from, scope)
}

function readBindings(bindings: ts.NamedImportBindings, from: string, scope: OpenScope): void {
  if (typescript().isNamespaceImport(bindings)) {
    scope.imports.set(bindings.name.text, { from, name: '*' })
    return
  }
  for (const one of bindings.elements) {
    scope.imports.set(one.name.text, { from, name: (one.propertyName ?? one.name).text })
  }
}

function specifierText(specifier: ts.Expression | undefined): string | null {
  return specifier !== undefined && typescript().isStringLiteral(specifier) ? specifier.text : null
}

/** `import x = require('y')` and `export import X = Y.Z`. */
function readImportEquals(statement: ts.ImportEqualsDeclaration, scope: OpenScope): void {
  const t = typescript()
  const reference = statement.moduleReference
  if (t.isExternalModuleReference(reference)) {
    if (t.isStringLiteral(reference.expression)) {
      scope.imports.set(statement.name.text, { from: reference.expression.text, name: 'default' })
    }
  } else if (isExported(statement)) scope.exports.set(statement.name.text, reference.getText())
}

function readExport(statement: ts.Statement, scope: OpenScope): void {
  const t = typescript()
  if (t.isExportAssignment(statement)) readAssignment(statement, scope)
  if (!t.isExportDeclaration(statement)) return
  const from = specifierText(statement.moduleSpecifier)
  const clause = statement.exportClause
  if (clause === undefined) {
    if (from !== null) scope.stars.push(from)
  } else if (t.isNamespaceExport(clause)) {
    if (from !== null) scope.exports.set(clause.name.text, { from, name: '*' })
  } else {
    for (const one of clause.elements) {
      const name = (one.propertyName ?? one.name).text
      scope.exports.set(one.name.text, from === null ? name : { from, name })
    }
  }
}

function readAssignment(statement: ts.ExportAssignment, scope: OpenScope): void {
  if (!typescript().isIdentifier(statement.expression)) return
  if (statement.isExportEquals === true) scope.whole = statement.expression.text
  else scope.exports.set('default', statement.expression.text)
}

function hasModifier(statement: ts.Statement, kind: ts.SyntaxKind): boolean {
  const t = typescript()
  return (
    t.canHaveModifiers(statement) &&
    (t.getModifiers(statement)?.some((m) => m.kind === kind) ?? false)
  )
}

function isExported(statement: ts.Statement): boolean {
  return hasModifier(statement, typescript().SyntaxKind.ExportKeyword)
}

function isDefault(statement: ts.Statement): boolean {
  return hasModifier(statement, typescript().SyntaxKind.DefaultKeyword)
}
