import type ts from 'typescript'
import type { ApiKind } from '../../../domain/documentation.js'
import type { Member, TypeReader } from './described-types.js'
import { inheritedDoc } from './described-types.js'
import { readDoc, saysSomething } from './doc-comment.js'
import type { DeclaredForm, DocText, FieldText } from './package-model.js'
import { callablesOf, parametersOf, signatureOf, printNode } from './print-signature.js'
import { typescript } from './typescript.js'

const mostForms = 40

/** The declarations of an exported symbol as forms, values before types, and what kind of thing it is. */
export function describeSymbol(
  symbol: ts.Symbol,
  name: string,
  types: TypeReader
): { kind: ApiKind; forms: DeclaredForm[] } {
  const nodes = [...(symbol.declarations ?? [])].sort((a, b) => rank(a) - rank(b))
  const first = nodes[0]
  const said = nodes.filter((node) => rank(node) < moduleRank || node === first)
  const docs = withImplementation(said.slice(0, mostForms), types)
  return {
    kind: first === undefined ? 'type' : kindOf(nodes),
    forms: docs.map(({ node, doc }) => {
      // That the type of the same name is deprecated says nothing of the value.
      const isBeside = first !== undefined && rank(first) <= lastValue && rank(node) > lastValue
      return formOf(node, isBeside ? { ...doc, deprecated: null } : doc, name)
    })
  }
}

interface Said {
  readonly node: ts.Declaration
  readonly doc: DocText
}

/** Declarations with their comments; where all that is said is that a form is deprecated, the first that says nothing says what its implementation does. */
function withImplementation(nodes: readonly ts.Declaration[], types: TypeReader): Said[] {
  const all = nodes.map((node) => ({ node, doc: readDoc(node) }))
  if (all.some(({ doc }) => saysSomething(doc) && doc.deprecated === null)) return all
  const silent = all.find(({ doc }) => !saysSomething(doc))
  const doc = silent && types.implementationDoc(silent.node)
  return doc === undefined ? all : all.map((one) => (one === silent ? { ...one, doc } : one))
}

/** The declarations of a member as forms; one that says nothing says what its base says. */
export function describeMember(member: Member, types: TypeReader): DeclaredForm[] {
  const all = withImplementation(member.nodes, types)
  const saying = all.find(({ doc }) => saysSomething(doc))
  const [first] = member.nodes
  const base = saying === undefined && first ? inheritedDoc(types, first) : undefined
  const isPair = member.nodes.some((node) => typescript().isGetAccessor(node))
  const said = isPair ? withoutSetters(all) : all
  return said.slice(0, mostForms).map(({ node, doc }, at) => {
    const own = isPair ? (saying?.doc ?? doc) : doc
    return formOf(node, base !== undefined && at === 0 ? readDoc(base) : own, member.name)
  })
}

/** Of a getter and its setter, the getter. */
function withoutSetters(all: readonly Said[]): readonly Said[] {
  return all.filter(({ node }) => !typescript().isSetAccessor(node))
}

function formOf(node: ts.Declaration, doc: DocText, name: string): DeclaredForm {
  return {
    signature: withDefault(signatureOf(node, name), node, doc.defaultValue),
    parameters: parametersOf(node, doc.parameters, (member) => summaryOf(readDoc(member))),
    doc
  }
}

/** `name?: type = default`, where the default is code. */
function withDefault(signature: string, node: ts.Node, value: string | null): string {
  const t = typescript()
  const code = value?.replace(/^`{1,3}(?:\w+\n)?|`{1,3}$/g, '').trim() ?? ''
  const isField = t.isPropertySignature(node) || t.isPropertyDeclaration(node)
  if (!isField || code === '' || code.length > 80 || / = /.test(signature)) return signature
  const isCode =
    /^(?:[\w$.]+(?:\([^()]*\))?|-?[\d._]+\w*|'[^'\n]*'|"[^"\n]*"|`[^`\n]*`|\[[^\n]*\]|\{[^\n]*\})$/
  return isCode.test(code) ? `${signature} = ${code}` : signature
}

/** The properties of a type, for its overview. */
export function fieldsOf(members: readonly Member[]): FieldText[] {
  const t = typescript()
  return members.flatMap((member): FieldText[] => {
    const [node] = member.nodes
    if (member.kind !== 'property' || node === undefined) return []
    const doc = readDoc(node)
    const type =
      t.isPropertySignature(node) || t.isPropertyDeclaration(node) ? node.type : undefined
    const isOptional = 'questionToken' in node && node.questionToken !== undefined
    return [
      {
        name: member.name + (isOptional ? '?' : ''),
        line: signatureOf(node).replace(/^((?:readonly )?[\w$'"-]+\??): /, '$1 : '),
        type: type === undefined ? null : printNode(type),
        default: doc.defaultValue,
        text: summaryOf(doc)
      }
    ]
  })
}

function summaryOf(doc: DocText): string {
  return doc.summary === '' ? doc.text : doc.summary
}

const lastValue = 3
const moduleRank = 9

/** Values stand before types, and both before the namespace of the same name. */
function rank(node: ts.Declaration): number {
  const t = typescript()
  if (t.isClassLike(node)) return 0
  if (t.isFunctionLike(node)) return 1
  if (t.isVariableDeclaration(node)) return 2
  if (t.isEnumDeclaration(node)) return 3
  if (t.isTypeAliasDeclaration(node)) return 4
  if (t.isInterfaceDeclaration(node)) return 5
  return t.isModuleDeclaration(node) || t.isSourceFile(node) ? moduleRank : 6
}

function kindOf(nodes: readonly ts.Declaration[]): ApiKind {
  const t = typescript()
  const [first] = nodes
  if (first === undefined) return 'type'
  if (t.isClassLike(first)) return 'class'
  if (t.isFunctionLike(first)) return 'function'
  if (t.isVariableDeclaration(first)) return callablesOf(first).length > 0 ? 'function' : 'constant'
  if (rank(first) === moduleRank) return 'module'
  return t.isEnumDeclaration(first) || rank(first) < 6 ? 'type' : 'constant'
}
