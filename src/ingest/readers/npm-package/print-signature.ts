import type ts from 'typescript'
import { cleanText } from '../../text/clean-text.js'
import type { ParameterText } from './package-model.js'
import { typescript } from './typescript.js'

export const longestSignature = 2_000

let made: ts.Printer | undefined

/** A node as TypeScript on one line, without comments. */
export function printNode(node: ts.Node, source = node.getSourceFile()): string {
  const t = typescript()
  made ??= t.createPrinter({ removeComments: true, omitTrailingSemicolon: false })
  return cleanText(
    made
      .printNode(t.EmitHint.Unspecified, node, source)
      .replace(/([([])\s*\n\s*/g, '$1')
      .replace(/\s*\n\s*([)\]])/g, '$1')
      .replace(/\s*\n\s*/g, ' ')
      // Where a type lies in the package tells its users nothing.
      .replace(/\bimport\((?:"[^"]*"|'[^']*')\)\./g, '')
      .trim()
  )
}

/** The signature of a declaration as its users read it: no body, no modifiers that say nothing to them. */
export function signatureOf(node: ts.Node, name?: string): string {
  const t = typescript()
  if (t.isClassLike(node) || t.isInterfaceDeclaration(node)) return headOf(node, name)
  if (t.isModuleDeclaration(node)) return `namespace ${name ?? node.name.text}`
  if (t.isSourceFile(node)) return ''
  if (isField(node)) return fieldOf(node)
  if (t.isEnumMember(node)) return `${printNode(node.parent.name)}.${printNode(node)}`
  const text = printNode(withoutBody(node), node.getSourceFile())
    .replace(/^(?:(?:export|default|declare|public|abstract|async|override|function) )+/, '')
    .replace(/;$/, '')
  return t.isConstructorDeclaration(node) ? text.replace(/^constructor/, 'new ') : text
}

type Field = ts.VariableDeclaration | ts.PropertyDeclaration | ts.PropertySignature

function isField(node: ts.Node): node is Field {
  const t = typescript()
  return (
    t.isVariableDeclaration(node) || t.isPropertyDeclaration(node) || t.isPropertySignature(node)
  )
}

/** `readonly name?: type` */
function fieldOf(node: Field): string {
  const t = typescript()
  const flags = t.getCombinedModifierFlags(node)
  const modifiers = [
    (flags & t.ModifierFlags.Static) === 0 ? '' : 'static ',
    (flags & t.ModifierFlags.Readonly) === 0 ? '' : 'readonly '
  ].join('')
  const mark = !t.isVariableDeclaration(node) && node.questionToken !== undefined ? '?' : ''
  const type = node.type === undefined ? valueOf(node) : `: ${printNode(node.type)}`
  return `${modifiers}${printNode(node.name)}${mark}${type}`
}

/** A constant without a type is its value, where that is short. */
function valueOf(node: ts.Node): string {
  const value = (node as ts.VariableDeclaration).initializer
  const text = value === undefined ? '' : printNode(value)
  return text === '' || text.length > 80 ? '' : ` = ${text}`
}

function headOf(node: ts.ClassLikeDeclaration | ts.InterfaceDeclaration, name?: string): string {
  const t = typescript()
  const isAbstract = (t.getCombinedModifierFlags(node) & t.ModifierFlags.Abstract) !== 0
  const word = t.isInterfaceDeclaration(node)
    ? 'interface'
    : isAbstract
      ? 'abstract class'
      : 'class'
  const types = typeParameters(node)
  const clauses = node.heritageClauses?.map((one) => ` ${printNode(one)}`).join('') ?? ''
  const title = node.name?.text ?? name ?? ''
  const line = `${word} ${title}${types}${clauses}`
  const calls = t.isInterfaceDeclaration(node)
    ? node.members.filter((one) => t.isCallSignatureDeclaration(one))
    : []
  return [line, ...calls.map((call) => `    ${printNode(call).replace(/;$/, '')}`)].join('\n')
}

function typeParameters({
  typeParameters: all
}: ts.ClassLikeDeclaration | ts.InterfaceDeclaration): string {
  return all === undefined ? '' : `<${all.map((one) => printNode(one)).join(', ')}>`
}

function withoutBody(node: ts.Node): ts.Node {
  const t = typescript()
  const make = t.factory
  if (t.isFunctionDeclaration(node) && node.body !== undefined) {
    const { name, typeParameters, parameters, type } = node
    return make.createFunctionDeclaration(
      undefined,
      undefined,
      name,
      typeParameters,
      parameters,
      type,
      undefined
    )
  }
  if (t.isMethodDeclaration(node) && node.body !== undefined) {
    const { name, questionToken, typeParameters, parameters, type } = node
    return make.createMethodSignature(
      undefined,
      name,
      questionToken,
      typeParameters,
      parameters,
      type
    )
  }
  if (t.isConstructorDeclaration(node) && node.body !== undefined)
    return make.createConstructorDeclaration(undefined, node.parameters, undefined)
  if (t.isGetAccessorDeclaration(node) && node.body !== undefined)
    return make.createGetAccessorDeclaration(
      undefined,
      node.name,
      node.parameters,
      node.type,
      undefined
    )
  return node
}

/** What is called: a function, or the function type that a constant or property has. */
export function callablesOf(node: ts.Node): readonly ts.SignatureDeclarationBase[] {
  const t = typescript()
  if (t.isFunctionLike(node)) return [node]
  if (t.isInterfaceDeclaration(node))
    return node.members.filter((m) => t.isCallSignatureDeclaration(m))
  let type = (node as { type?: ts.TypeNode }).type
  while (type !== undefined && t.isParenthesizedTypeNode(type)) type = type.type
  if (type === undefined || t.isTypeAliasDeclaration(node)) return []
  if (t.isFunctionTypeNode(type)) return [type]
  return t.isTypeLiteralNode(type)
    ? type.members.filter((m) => t.isCallSignatureDeclaration(m))
    : []
}

/** The parameters of a declaration, those of an options object that is written out among them. */
export function parametersOf(
  node: ts.Node,
  said: Readonly<Record<string, string>>,
  textOf: (member: ts.Node) => string
): ParameterText[] {
  const t = typescript()
  const saidOf = (name: string, member: ts.Node) => textOf(member) || (said[name] ?? '')
  return callablesOf(node).flatMap((call) =>
    call.parameters.flatMap((p): ParameterText[] => {
      if (!t.isParameter(p)) return []
      const name = printNode(p.name)
      const shown = `${p.dotDotDotToken ? '...' : ''}${name}${p.questionToken ? '?' : ''}`
      const own: ParameterText = {
        name: shown,
        type: p.type === undefined ? null : printNode(p.type),
        default: p.initializer === undefined ? null : printNode(p.initializer),
        text: said[name] ?? ''
      }
      const fields = p.type !== undefined && t.isTypeLiteralNode(p.type) ? p.type.members : []
      return [own, ...fields.flatMap((field) => optionOf(name, field, saidOf))]
    })
  )
}

function optionOf(
  owner: string,
  field: ts.TypeElement,
  saidOf: (name: string, member: ts.Node) => string
): ParameterText[] {
  const t = typescript()
  if (field.name === undefined || !t.isIdentifier(field.name) || !/^[\w$]+$/.test(owner)) return []
  const name = `${owner}.${field.name.text}`
  const text = saidOf(name, field)
  const type = t.isPropertySignature(field) && field.type ? printNode(field.type) : null
  return [{ name: name + (field.questionToken ? '?' : ''), type, default: null, text }]
}

/** Code of at most `limit` characters, cut after a token. */
export function cutAtToken(code: string, limit = longestSignature): string {
  if (code.length <= limit) return code
  const t = typescript()
  const scanner = t.createScanner(t.ScriptTarget.Latest, true, t.LanguageVariant.Standard, code)
  let end = 0
  while (scanner.scan() !== t.SyntaxKind.EndOfFileToken) {
    if (scanner.getTokenEnd() > limit - 2) break
    end = scanner.getTokenEnd()
  }
  return `${code.slice(0, end)} …`
}
