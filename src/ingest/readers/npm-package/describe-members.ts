import type ts from 'typescript'
import { typescript } from './typescript.js'

/** A member of a class or interface, with all its overloads. */
export interface Member {
  readonly name: string
  readonly kind: 'method' | 'property'
  readonly nodes: readonly ts.Node[]
}

/** The public members by name: private, protected, computed and `_internal` ones are left out. */
export function membersOf(node: ts.ClassDeclaration | ts.InterfaceDeclaration): Member[] {
  const found = new Map<string, { kind: Member['kind']; nodes: ts.Node[] }>()
  for (const member of node.members) {
    const name = memberName(member)
    if (name === undefined || isHidden(member)) continue
    const known = found.get(name)
    if (known === undefined)
      found.set(name, { kind: isCallable(member) ? 'method' : 'property', nodes: [member] })
    else known.nodes.push(member)
  }
  return [...found].map(([name, member]) => ({ name, ...member }))
}

function memberName(member: ts.Node): string | undefined {
  const t = typescript()
  if (t.isConstructorDeclaration(member)) return 'constructor'
  if (t.isCallSignatureDeclaration(member)) return '()'
  const name = t.isClassElement(member) || t.isTypeElement(member) ? member.name : undefined
  if (name === undefined || t.isPrivateIdentifier(name) || t.isComputedPropertyName(name))
    return undefined
  return t.isIdentifier(name) || t.isStringLiteral(name) ? name.text : undefined
}

function isHidden(member: ts.Node): boolean {
  const t = typescript()
  const flags = t.getCombinedModifierFlags(member as ts.Declaration)
  if ((flags & (t.ModifierFlags.Private | t.ModifierFlags.Protected)) !== 0) return true
  return (memberName(member) ?? '').startsWith('_')
}

function isCallable(member: ts.Node): boolean {
  const t = typescript()
  if (
    t.isMethodDeclaration(member) ||
    t.isMethodSignature(member) ||
    t.isConstructorDeclaration(member)
  )
    return true
  if (t.isCallSignatureDeclaration(member)) return true
  const isField = t.isPropertySignature(member) || t.isPropertyDeclaration(member)
  return isField && member.type !== undefined && t.isFunctionTypeNode(member.type)
}

/** A node's own text on one line, without its comment, modifiers and semicolon. */
export function lineOf(node: ts.Node): string {
  return node
    .getText()
    .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*$/gm, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^(?:(?:export|default|declare|public|abstract|async|override) )+/, '')
    .replace(/[;,]\s*$/, '')
    .replace(/([([]) /g, '$1')
    .replace(/,? ([)\]])/g, '$1')
    .replace(/^((?:function )?[\w$]+(?:<[^(]*>)?) \(/, '$1(')
    .trim()
}

/** The parameters of a function, or of the function type that a field has. */
export function parameterNodes(node: ts.Node): readonly ts.ParameterDeclaration[] {
  const t = typescript()
  if (t.isFunctionLike(node)) return node.parameters.filter((p) => t.isParameter(p))
  const isField = t.isPropertySignature(node) || t.isPropertyDeclaration(node)
  return isField && node.type !== undefined && t.isFunctionTypeNode(node.type)
    ? node.type.parameters.slice()
    : []
}
