import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common'
import { parser } from '@lezer/javascript'
import { importedNames } from './javascript-imports.js'
import { bufferLength, parseSafely, readableCode } from './readable-code.js'
import { createUseCollector, type CodeUse, type UseCollector } from './use-collector.js'

/** What a name or an expression stands for: something documented, an instance of it, or what it gives. */
interface ScriptValue {
  readonly ref: string
  readonly kind: 'self' | 'instance' | 'result'
}

interface ScriptWalk {
  readonly code: string
  readonly values: Map<number, ScriptValue>
  readonly names: Map<string, ScriptValue>
  readonly uses: UseCollector
}

const tolerant = parser.configure({ dialect: 'ts jsx', bufferLength })

/** Globals that platform documentation names. */
const platform: ReadonlySet<string> = new Set(
  'JSON Math Promise Object Array Number String Date Intl Reflect Symbol Map Set URL URLSearchParams AbortController fetch structuredClone Buffer process document window localStorage crypto performance'.split(
    ' '
  )
)

/** The APIs that JavaScript or TypeScript uses, in order; keys of options objects count as keywords. */
export function javascriptUses(code: string): CodeUse[] {
  const walk: ScriptWalk = {
    code: readableCode(code),
    values: new Map(),
    names: new Map(),
    uses: createUseCollector()
  }
  parseSafely(tolerant, walk.code).iterate({
    enter: () => undefined,
    leave: (node: SyntaxNodeRef) => {
      leavers[node.name]?.(node.node, walk)
    }
  })
  return walk.uses.list()
}

const leavers: Readonly<Record<string, (node: SyntaxNode, walk: ScriptWalk) => void>> = {
  ImportDeclaration: leaveImport,
  VariableDeclaration: leaveDeclaration,
  AssignmentExpression: leaveAssignment,
  VariableName: leaveName,
  MemberExpression: leaveMember,
  CallExpression: leaveCall,
  DynamicImport: (node, walk) => {
    requiredModule(node, walk)
  },
  NewExpression: leaveNew,
  AwaitExpression: passOn,
  ParenthesizedExpression: passOn,
  InstantiationExpression: passOn,
  JSXIdentifier: leaveElement
}

function leaveImport(node: SyntaxNode, walk: ScriptWalk): void {
  for (const { name, ref } of importedNames(
    walk.code.slice(node.from, Math.min(node.to, node.from + 4000))
  )) {
    walk.names.set(name, { ref, kind: 'self' })
  }
}

function leaveName(node: SyntaxNode, walk: ScriptWalk): void {
  const name = textOf(node, walk)
  const bound = walk.names.get(name)
  const value = bound ?? (platform.has(name) ? { ref: name, kind: 'self' as const } : undefined)
  if (value === undefined) return
  give(node, value, walk)
  if (value.kind === 'self' && isCalled(node)) addUse(node, value, walk)
}

function leaveMember(node: SyntaxNode, walk: ScriptWalk): void {
  const property = node.getChild('PropertyName')
  const base = node.firstChild
  if (property === null || base === null) return
  const member = textOf(property, walk)
  const value = valueAt(base, walk)
  if (value === undefined) addUnknown(node, member, walk)
  else {
    const ref = `${value.ref}.${member}`.slice(-300)
    const kind = value.kind === 'result' ? 'result' : 'self'
    give(node, { ref, kind }, walk)
    if (isCalled(node) || (value.kind === 'self' && !goesOn(node)))
      addUse(node, { ref, kind }, walk)
  }
}

/** A method of something that the code does not tell: kept under the receiver's name. */
function addUnknown(node: SyntaxNode, member: string, walk: ScriptWalk): void {
  const base = node.firstChild
  if (!isCalled(node) || base?.name !== 'VariableName') return
  const head = textOf(base, walk)
  if (!silent.has(head)) addUse(node, { ref: `${head}.${member}`, kind: 'self' }, walk)
}

/** Receivers whose methods are the language's everyday words. */
const silent: ReadonlySet<string> = new Set(['console', 'this', 'module', 'exports'])

function leaveCall(node: SyntaxNode, walk: ScriptWalk): void {
  const callee = node.firstChild
  if (callee === null) return
  if (requiredModule(node, walk)) return
  const value = valueAt(callee, walk)
  if (value !== undefined) give(node, { ref: value.ref, kind: 'result' }, walk)
}

/** `require('name')` and `import('name')` stand for the module; whether the node is one of these. */
function requiredModule(node: SyntaxNode, walk: ScriptWalk): boolean {
  const text = walk.code.slice(node.from, Math.min(node.to, node.from + 250))
  const module = /^(?:require|import)\(\s*['"]([^'"\n]+)['"]\s*\)$/.exec(text)?.[1]
  const ref =
    module === undefined ? undefined : importedNames(`import * as x from '${module}'`)[0]?.ref
  if (ref !== undefined) give(node, { ref, kind: 'self' }, walk)
  return ref !== undefined
}

function leaveNew(node: SyntaxNode, walk: ScriptWalk): void {
  const made = node.firstChild?.nextSibling
  if (!made || !/^(?:VariableName|MemberExpression)$/.test(made.name)) return
  const ref = valueAt(made, walk)?.ref ?? textOf(made, walk)
  give(node, { ref, kind: 'instance' }, walk)
  walk.uses.add({ name: ref, keywords: keysOf(node, walk) })
}

function passOn(node: SyntaxNode, walk: ScriptWalk): void {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    const value = valueAt(child, walk)
    if (value === undefined) continue
    give(node, value, walk)
    return
  }
}

/** `<Button>`: an element whose name came from a module. */
function leaveElement(node: SyntaxNode, walk: ScriptWalk): void {
  const value = walk.names.get(textOf(node, walk))
  const isOpening = node.parent !== null && /OpenTag|SelfClosing/.test(node.parent.name)
  if (value?.kind === 'self' && isOpening) walk.uses.add({ name: value.ref, keywords: [] })
}

function leaveDeclaration(node: SyntaxNode, walk: ScriptWalk): void {
  for (const equals of node.getChildren('Equals')) {
    let target = equals.prevSibling
    if (target?.name === 'TypeAnnotation') target = target.prevSibling
    bind(target, valueAt(equals.nextSibling, walk), walk)
  }
}

function leaveAssignment(node: SyntaxNode, walk: ScriptWalk): void {
  if (node.firstChild?.name === 'VariableName')
    bind(node.firstChild, valueAt(node.lastChild, walk), walk)
}

function bind(target: SyntaxNode | null, value: ScriptValue | undefined, walk: ScriptWalk): void {
  if (target === null || value === undefined) return
  if (/^Variable/.test(target.name)) walk.names.set(textOf(target, walk), value)
  if (target.name !== 'ObjectPattern') return
  for (const property of target.getChildren('PatternProperty').slice(0, 100)) {
    const local = property.getChild('VariableDefinition')
    if (local === null) continue
    const key = textOf(property.getChild('PropertyName') ?? local, walk)
    walk.names.set(textOf(local, walk), { ref: `${value.ref}.${key}`, kind: value.kind })
  }
}

function addUse(node: SyntaxNode, value: ScriptValue, walk: ScriptWalk): void {
  const name = value.ref
  const keywords = isCalled(node) && node.parent ? keysOf(node.parent, walk) : []
  // What a call gives is not known without its types: a method of the same library at best.
  const guess = { candidates: [{ qualifiedName: name, weight: 0.5 }] }
  walk.uses.add({ name, keywords, ...(value.kind === 'result' ? guess : {}) })
}

function keysOf(call: SyntaxNode, walk: ScriptWalk): string[] {
  const options = call.getChild('ArgList')?.getChildren('ObjectExpression').at(-1)
  return (options?.getChildren('Property') ?? []).slice(0, 100).flatMap((property) => {
    const key = property.getChild('PropertyDefinition')
    return key === null ? [] : [textOf(key, walk)]
  })
}

function isCalled(node: SyntaxNode): boolean {
  const parent = node.parent
  if (parent?.name === 'InstantiationExpression') return isCalled(parent)
  return (
    parent?.name === 'CallExpression' &&
    parent.from === node.from &&
    parent.getChild('ArgList')?.from !== node.from
  )
}

function goesOn(node: SyntaxNode): boolean {
  const parent = node.parent?.name
  return (parent === 'MemberExpression' && node.nextSibling !== null) || parent === 'NewExpression'
}

function give(node: SyntaxNode, value: ScriptValue, walk: ScriptWalk): void {
  walk.values.set(node.from * 1_048_576 + node.to, value)
}

function valueAt(node: SyntaxNode | null, walk: ScriptWalk): ScriptValue | undefined {
  return node === null ? undefined : walk.values.get(node.from * 1_048_576 + node.to)
}

function textOf(node: SyntaxNode, walk: ScriptWalk): string {
  return walk.code.slice(node.from, Math.min(node.to, node.from + 200))
}
