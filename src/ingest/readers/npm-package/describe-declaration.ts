import type ts from 'typescript'
import type { ApiKind, ApiRecord, ParameterRecord } from '../../../domain/documentation.js'
import type { Block } from '../../text/blocks.js'
import { codeBlock, headBlock } from '../../text/blocks.js'
import { cleanText } from '../../text/clean-text.js'
import { firstSentence, shorten } from '../../text/first-sentence.js'
import { firstByName } from '../first-by-name.js'
import type { SectionDraft } from '../section-records.js'
import type { Member } from './describe-members.js'
import { lineOf, membersOf, parameterNodes } from './describe-members.js'
import type { DocComment } from './jsdoc.js'
import { deprecationText, docBlocks, nested, readDocComment } from './jsdoc.js'
import type { NamedDeclaration } from './parse-declarations.js'
import { typescript } from './typescript.js'

const longestSignature = 2000

/** The sections of one public declaration: itself, then its members. */
export function describeDeclaration(
  declaration: NamedDeclaration,
  statements: readonly ts.Statement[],
  page: SectionDraft
): SectionDraft[] {
  const t = typescript()
  const anchor = declaration.name || declaration.prefix
  const qualifiedName = qualify(declaration)
  const own = statements.filter((s) => !t.isModuleDeclaration(s) || statements.length === 1)
  const fields = own.flatMap(fieldsOf)
  const section = describe({
    anchor,
    parent: page,
    qualifiedName,
    kind: kindOf(own),
    nodes: own.map((s) => declarationNode(s, declaration.local.at(-1) ?? '')),
    fields,
    aliases: declaration.aliases.map((name) => qualify({ ...declaration, name }))
  })
  return [section, ...own.flatMap((s) => memberSections(s, { section, anchor, qualifiedName }))]
}

function qualify({ prefix, name }: Pick<NamedDeclaration, 'prefix' | 'name'>): string {
  return name === '' ? prefix : `${prefix}.${name}`
}

interface Described {
  readonly anchor: string
  readonly parent: SectionDraft
  readonly qualifiedName: string
  readonly kind: ApiKind
  readonly nodes: readonly ts.Node[]
  readonly fields: readonly Member[]
  readonly aliases: readonly string[]
}

function describe(one: Described): SectionDraft {
  const docs = one.nodes.map(readDocComment)
  const doc = docs.find((d) => d.text !== '' || d.deprecated !== null) ?? docs[0]
  const signatures = [...new Set(one.nodes.map(signatureOf))].filter((line) => line !== '')
  const described = doc === undefined ? { body: [], after: [] } : docBlocks(doc)
  const parameters = [
    ...one.nodes.flatMap((n) => parametersOf(n, readDocComment(n))),
    ...one.fields.map(fieldRecord)
  ]
  const blocks = [
    codeBlock(cleanText(signatures.join('\n')), 'ts'),
    ...described.body,
    ...parameterBlocks(one.nodes),
    ...fieldBlocks(one.fields),
    ...described.after
  ]
  const api: ApiRecord = {
    qualifiedName: one.qualifiedName,
    kind: one.kind,
    signature:
      signatures.length === 0 ? null : cleanText(signatures.join('\n').slice(0, longestSignature)),
    summary: firstSentence(described.body.find((b) => b.kind === 'text')?.text ?? ''),
    parameters: firstByName(parameters, (p) => p.name.replace(/^\.\.\.|\?$/g, '')),
    deprecated: doc?.deprecated == null ? null : deprecationOf(doc.deprecated, described.after),
    aliasOf: one.aliases,
    replacedBy: []
  }
  return {
    anchor: one.anchor,
    title: one.qualifiedName,
    parent: one.parent,
    blocks,
    links: [],
    apis: [api]
  }
}

/** As it stands in the text: the blocks that the notice became. */
function deprecationOf(text: string, after: readonly Block[]): string {
  const start = deprecationText(text).slice(0, 11)
  return after.find((block) => block.text.startsWith(start))?.text ?? deprecationText(text)
}

function memberSections(
  statement: ts.Statement,
  at: { section: SectionDraft; anchor: string; qualifiedName: string }
): SectionDraft[] {
  const t = typescript()
  if (!t.isClassDeclaration(statement) && !t.isInterfaceDeclaration(statement)) return []
  return membersOf(statement)
    .filter(
      (member) =>
        member.name !== '()' && (member.kind === 'method' || t.isClassDeclaration(statement))
    )
    .map((member) =>
      describe({
        anchor: `${at.anchor}.${member.name}`,
        parent: at.section,
        qualifiedName: `${at.qualifiedName}.${member.name}`,
        kind: member.kind,
        nodes: member.nodes,
        fields: [],
        aliases: []
      })
    )
}

/** The properties of an interface, which are told with it; a class's have sections of their own. */
function fieldsOf(statement: ts.Statement): Member[] {
  const t = typescript()
  if (!t.isInterfaceDeclaration(statement)) return []
  return membersOf(statement).filter((member) => member.kind === 'property')
}

function kindOf(statements: readonly ts.Statement[]): ApiKind {
  const t = typescript()
  const is = (test: (s: ts.Statement) => boolean) => statements.some(test)
  if (is(t.isClassDeclaration)) return 'class'
  if (is(t.isFunctionDeclaration)) return 'function'
  if (is(t.isVariableStatement)) return 'constant'
  return is(t.isModuleDeclaration) && statements.length === 1 ? 'module' : 'type'
}

/** Of `const a, b`, the one that is meant; its comment stands on the statement. */
function declarationNode(statement: ts.Statement, name: string): ts.Node {
  const t = typescript()
  if (!t.isVariableStatement(statement)) return statement
  const { declarations } = statement.declarationList
  const found = declarations.find((d) => t.isIdentifier(d.name) && d.name.text === name)
  return declarations.length > 1 && found !== undefined ? found : statement
}

function signatureOf(node: ts.Node): string {
  const t = typescript()
  if (t.isClassDeclaration(node) || t.isInterfaceDeclaration(node)) return headOf(node)
  if (t.isModuleDeclaration(node)) return `namespace ${node.name.text}`
  const line = lineOf(node)
  if (t.isConstructorDeclaration(node)) return line.replace(/^constructor/, 'new ')
  return line.replace(/^(?:function|const|let|var) /, '')
}

/** A class or interface without its members. */
function headOf(node: ts.ClassDeclaration | ts.InterfaceDeclaration): string {
  const text = node.getText()
  const body = node.members.pos - node.getStart()
  const calls = membersOf(node).find((member) => member.name === '()')
  const head = text.slice(0, body).replace(/\{\s*$/, '')
  const line = head
    .replace(/\s+/g, ' ')
    .replace(/^(?:(?:export|default|declare) )+/, '')
    .trim()
  return [line, ...(calls?.nodes ?? []).map((call) => `    ${lineOf(call)}`)].join('\n')
}

function parametersOf(node: ts.Node, doc: DocComment): ParameterRecord[] {
  return parameterNodes(node).map((p) => {
    const name = p.name.getText().replace(/\s+/g, ' ')
    const text = doc.parameters.get(name)
    const shown = `${p.dotDotDotToken ? '...' : ''}${name}${p.questionToken ? '?' : ''}`
    return {
      name: cleanText(shown),
      type: p.type === undefined ? null : cleanText(shorten(p.type.getText())),
      default: p.initializer === undefined ? null : cleanText(p.initializer.getText()),
      description: text === undefined || text === '' ? null : cleanText(shorten(text))
    }
  })
}

function parameterBlocks(nodes: readonly ts.Node[]): Block[] {
  const blocks: Block[] = []
  const seen = new Set<string>()
  for (const node of nodes) {
    for (const [name, text] of readDocComment(node).parameters) {
      if (text === '' || seen.has(name)) continue
      seen.add(name)
      blocks.push(headBlock(name, seen.size > 1), ...nested(text))
    }
  }
  return blocks.length === 0 ? [] : [headBlock('Parameters'), ...blocks]
}

function fieldBlocks(fields: readonly Member[]): Block[] {
  if (fields.length === 0) return []
  const blocks = fields.flatMap((field, at): Block[] => {
    const [node] = field.nodes
    if (node === undefined) return []
    const doc = readDocComment(node)
    const note = doc.deprecated === null ? [] : nested(deprecationText(doc.deprecated))
    return [headBlock(cleanText(fieldLine(node)), at > 0), ...nested(doc.text), ...note]
  })
  return [headBlock('Properties'), ...blocks]
}

/** `name? : type` */
function fieldLine(node: ts.Node): string {
  return lineOf(node).replace(/^(readonly )?([\w$'"-]+\??): /, '$1$2 : ')
}

function fieldRecord(field: Member): ParameterRecord {
  const t = typescript()
  const [node] = field.nodes
  const isField = node !== undefined && t.isPropertySignature(node)
  const text = node === undefined ? '' : readDocComment(node).text
  return {
    name: field.name + (isField && node.questionToken ? '?' : ''),
    type: isField && node.type !== undefined ? cleanText(shorten(node.type.getText())) : null,
    default: null,
    description: text === '' ? null : cleanText(shorten(text))
  }
}
