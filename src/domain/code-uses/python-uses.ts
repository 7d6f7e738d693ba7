import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common'
import { parser } from '@lezer/python'
import { customaryModules, typesByLibraries, typesByName } from './customary-names.js'
import { bindAssignment, bindHeader, createList } from './python-bindings.js'
import { pythonImport } from './python-imports.js'
import { bufferLength, parseSafely } from './readable-code.js'
import { pythonReady } from './python-ready.js'
import {
  createWalk,
  give,
  goesOn,
  isCallee,
  keyForm,
  keywordsOf,
  textOf,
  valueAt,
  type Walk
} from './python-walk.js'
import type { TypeGuess } from './receiver-types.js'
import { createUseCollector, type CodeUse } from './use-collector.js'
import {
  callOf,
  instanceOf,
  isKnown,
  memberOf,
  subscriptOf,
  unknownValue,
  type Value
} from './values.js'

const tolerant = parser.configure({ bufferLength })

/**
 * The APIs that Python code uses, in order, by a tolerant parse: what cannot be read is passed over.
 * `context` is code that runs before and whose own uses are not counted.
 */
export function pythonUses(code: string, context = ''): CodeUse[] {
  const walk = createWalk()
  readInto(pythonReady(context), walk)
  return readInto(pythonReady(code), walk)
}

/** What was bound before stays bound; values and uses are of this text alone. */
function readInto(text: string, before: Walk): CodeUse[] {
  const walk: Walk = { ...before, code: text, values: new Map(), uses: createUseCollector() }
  noteLibraries(text, walk.libraries)
  parseSafely(tolerant, text).iterate({
    enter: (node) => {
      enter(node, walk)
    },
    leave: (node) => {
      leavers[node.name]?.(node.node, walk)
    }
  })
  return walk.uses.list()
}

/** Libraries must be known before the first receiver is guessed. */
function noteLibraries(code: string, libraries: Set<string>): void {
  for (const [, module = ''] of code.matchAll(/\b(?:import|from)[ \t]+([A-Za-z_]\w{0,60})/g)) {
    libraries.add(module)
  }
  for (const [, head = ''] of code.matchAll(/\b([A-Za-z]{2,10})\.[A-Za-z_]/g)) {
    const module = customaryModules.get(head)
    if (module !== undefined) libraries.add(module.split('.')[0] ?? module)
  }
}

function enter(ref: SyntaxNodeRef, walk: Walk): void {
  if (ref.name === 'Body') bindHeader(ref.node, walk)
  else if (ref.name === 'FunctionDefinition') {
    const name = ref.node.getChild('VariableName')
    if (name === null) return
    walk.functions.push(textOf(name, walk))
    walk.names.set(textOf(name, walk), unknownValue)
  }
}

const leavers: Readonly<Record<string, (node: SyntaxNode, walk: Walk) => void>> = {
  ImportStatement: leaveImport,
  VariableName: leaveName,
  MemberExpression: leaveMember,
  CallExpression: leaveCall,
  AssignStatement: bindAssignment,
  ReturnStatement: leaveReturn,
  FunctionDefinition: (_, walk) => {
    walk.functions.pop()
  },
  BinaryExpression: leaveOperator,
  UnaryExpression: leaveOperator,
  ParenthesizedExpression: leaveOperator,
  ConditionalExpression: leaveOperator,
  TupleExpression: createList,
  String: (node, walk) => {
    give(node, instanceOf('str'), walk)
  },
  FormatString: (node, walk) => {
    give(node, instanceOf('str'), walk)
  },
  ArrayExpression: createList,
  ArrayComprehensionExpression: createList,
  DictionaryExpression: (node, walk) => {
    give(node, instanceOf('dict'), walk)
  }
}

function leaveImport(node: SyntaxNode, walk: Walk): void {
  for (const { name, ref } of pythonImport(node, walk.code)) {
    if (name === '*') walk.stars.push(ref)
    else walk.names.set(name, { ref, types: [] })
  }
}

function leaveName(node: SyntaxNode, walk: Walk): void {
  if (node.parent?.name === 'ImportStatement') return
  const value = valueOfName(textOf(node, walk), isCallee(node), walk)
  give(node, value, walk)
  const isUse = isCallee(node) && value.ref !== undefined
  if (isUse || (value.ref?.includes('.') === true && isReadAlone(node))) {
    walk.uses.add({ name: value.ref, keywords: keywordsOf(node, walk) })
  }
}

function valueOfName(name: string, isCalled: boolean, walk: Walk): Value {
  const bound = walk.names.get(name)
  if (bound !== undefined && isKnown(bound)) return bound
  const module = customaryModules.get(name)
  if (module !== undefined) return { ref: module, types: [] }
  if (!isCalled) return { types: typesByName(name, walk.libraries) }
  if (bound !== undefined || builtIns.has(name)) return unknownValue
  const star = walk.stars.at(-1)
  if (star !== undefined) return { ref: `${star}.${name}`, types: [] }
  return /^[A-Z]\w*[a-z]/.test(name) ? { ref: name, types: [] } : unknownValue
}

const builtIns: ReadonlySet<string> = new Set(
  'print len range str int float list dict set tuple zip map filter enumerate sorted sum min max abs any all open type isinstance super round reversed bool bytes iter next getattr setattr hasattr repr input vars id Exception'.split(
    ' '
  )
)

/** A name that came from a module and is handed on, not called: `df.apply(safe_load)`. */
function isReadAlone(node: SyntaxNode): boolean {
  const parent = node.parent?.name
  return parent === 'ArgList' && node.nextSibling?.name !== 'AssignOp'
}

function leaveMember(node: SyntaxNode, walk: Walk): void {
  const base = node.firstChild
  if (base === null) return
  const value = valueAt(base, walk)
  const property = node.getChild('PropertyName')
  if (property === null) {
    give(node, subscriptOf(value, keyForm(node, walk)), walk)
    return
  }
  const member = textOf(property, walk)
  give(node, memberOf(value, member, isCallee(node)), walk)
  if (value.ref === undefined) addMemberUse({ node, base, member, value }, walk)
  else if (!goesOn(node)) {
    const name = valueAt(node, walk).ref ?? member
    walk.uses.add({ name, keywords: keywordsOf(node, walk) })
  }
}

function addMemberUse(
  at: { node: SyntaxNode; base: SyntaxNode; member: string; value: Value },
  walk: Walk
): void {
  const { node, base, member } = at
  const known = at.value.types.length > 0
  if (!known && !isCallee(node)) return
  const types = known ? at.value.types : typesByLibraries(walk.libraries, 0.4)
  const open = types.filter(({ name }) => /[.A-Z]/.test(name) && !name.startsWith('list:'))
  if (open.length === 0) return
  const keywords = keywordsOf(node, walk)
  const [first] = open
  if (open.length === 1 && first?.weight === 1) {
    walk.uses.add({ name: `${first.name}.${member}`, keywords })
    return
  }
  // A number or a list has no such member, so its share goes to what may have it.
  const scale = sumOf(types) / sumOf(open)
  const candidates = open.map(({ name, weight }) => ({
    qualifiedName: `${name}.${member}`,
    weight: Math.round(weight * scale * 1000) / 1000
  }))
  const head = base.name === 'VariableName' ? textOf(base, walk) : ''
  walk.uses.add({ name: `${head}.${member}`, candidates, keywords })
}

function sumOf(types: readonly TypeGuess[]): number {
  return types.reduce((sum, { weight }) => sum + weight, 0)
}

function leaveCall(node: SyntaxNode, walk: Walk): void {
  const callee = node.firstChild
  if (callee === null) return
  const value = valueAt(callee, walk)
  const isLocal = callee.name === 'VariableName' && value.ref === undefined
  const result = isLocal
    ? walk.names.get(`${textOf(callee, walk)}()`)
    : callOf(value, asksGrid(node, walk))
  give(node, result ?? unknownValue, walk)
}

/** Whether the call asks for several of what it makes: `plt.subplots(2)`, `ncols=n`, not `(1, 1)`. */
function asksGrid(node: SyntaxNode, walk: Walk): boolean {
  const args = node.getChild('ArgList')
  return args !== null && severalAsked.test(textOf(args, walk))
}

const severalAsked = /^\(\s*(?:1\s*,\s*)?(?!1\b|\w+\s*=)\w|\bn(?:rows|cols)\s*=\s*(?!1\b)\w/

function leaveReturn(node: SyntaxNode, walk: Walk): void {
  const name = walk.functions.at(-1)
  const value = valueAt(node.lastChild, walk)
  if (name !== undefined && isKnown(value)) walk.names.set(`${name}()`, value)
}

/** Operators and brackets keep the kind of their first part that has one. */
function leaveOperator(node: SyntaxNode, walk: Walk): void {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    const value = valueAt(child, walk)
    if (value.types.length > 0 && !/^(?:str|number)$/.test(value.types[0]?.name ?? '')) {
      give(node, value, walk)
      return
    }
  }
}
