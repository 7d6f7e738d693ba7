import type ts from 'typescript'
import type { ApiKind } from '../../../domain/documentation.js'
import type { ApiPages, OpenApi } from './api-pages.js'
import { describeMember } from './describe-symbol.js'
import type { Member, TypeReader } from './described-types.js'
import { membersWithin } from './described-types.js'
import { saysSomething } from './doc-comment.js'
import type { DeclaredForm } from './package-model.js'
import { signatureOf } from './print-signature.js'
import { typescript } from './typescript.js'

/** Members of another package that an heir may bring; more is a base such as all attributes of HTML. */
export const mostForeign = 120
export const mostNames = 150_000
export const mostInherited = 25_000
/** A member is named on so many heirs at most, classes first; more would only crowd out the member. */
const mostHeirs = 100
const mostSilent = 20
const deepestLiteral = 3

/** A package while its members are collected. */
export interface Reading {
  readonly pages: ApiPages
  readonly types: TypeReader
  /** Options that the package's documentation tells of, by name. */
  readonly told: ReadonlyMap<string, string>
  /** By a member's first declaration, the section that tells of it. */
  readonly hosts: Map<ts.Node, OpenApi>
  /** By a member's first declaration, on how many it is named without a comment. */
  readonly silent: Map<ts.Node, number>
  readonly foreign: Set<string>
  names: number
  inherited: number
}

interface MemberOwner {
  readonly symbol: ts.Symbol
  readonly isWhole: boolean
  readonly api: OpenApi
}

/** Whether a member is declared by the symbol itself. */
export function isOwnMember(symbol: ts.Symbol, { nodes }: Member): boolean {
  for (let at: ts.Node | undefined = nodes[0]; at !== undefined; at = at.parent)
    if (symbol.declarations?.some((one) => one === at) === true) return true
  return false
}

/** Names members on what has them; the first that has one tells of it, the others are its heirs. */
export function addMembers(
  reading: Reading,
  { symbol, isWhole, api }: MemberOwner,
  members: readonly Member[]
): void {
  const { pages } = reading
  const homeOf = (node: ts.Node) => pages.packageOf(node.getSourceFile().fileName)
  const place = symbol.declarations?.[0]
  const own = place === undefined ? '' : homeOf(place)
  const isForeign = (member: Member) => {
    const node = member.nodes[0]
    return node !== undefined && homeOf(node) !== own && !isWhole
  }
  const foreign = members.filter(isForeign)
  const isTooMany = foreign.length > mostForeign
  if (isTooMany) reading.foreign.add(api.qualifiedName)
  for (const member of members)
    if (!isTooMany || !isForeign(member)) addMember(reading, api, { member, depth: 0 })
}

interface NewMember {
  readonly member: Member
  readonly node: ts.Declaration
  readonly qualifiedName: string
  readonly kind: ApiKind
}

function addMember(
  reading: Reading,
  owner: OpenApi,
  { member, depth }: { member: Member; depth: number }
): void {
  const [node] = member.nodes
  if (node === undefined || reading.names >= mostNames) return
  const qualifiedName = `${owner.qualifiedName}.${member.name}`
  const kind: ApiKind = typescript().isEnumMember(node) ? 'constant' : member.kind
  const one = { member, node, qualifiedName, kind }
  if (reading.hosts.has(node) || reading.silent.has(node)) addHeir(reading, owner, one)
  else if (reading.pages.take(qualifiedName)) {
    addFirst(reading, owner, one)
    if (depth < deepestLiteral) addWithin(reading, owner, { ...one, depth })
  }
}

/** What is told of elsewhere is named here. */
function addHeir(reading: Reading, owner: OpenApi, one: NewMember): void {
  const { node, qualifiedName, kind } = one
  const host = reading.hosts.get(node)
  const silent = reading.silent.get(node) ?? 0
  const isFull = host === undefined ? silent >= mostSilent : host.heirs.length >= mostHeirs
  if (isFull || reading.inherited >= mostInherited || !reading.pages.take(qualifiedName)) return
  reading.inherited += 1
  if (host !== undefined) host.heirs.push({ qualifiedName, kind, signature: null })
  else {
    reading.silent.set(node, silent + 1)
    owner.bare.push({ qualifiedName, kind, signature: signatureOf(node) })
  }
}

/** A section of its own, or a place in the overview of its owner where it says nothing. */
function addFirst(reading: Reading, owner: OpenApi, one: NewMember): void {
  const { member, node, qualifiedName, kind } = one
  const { pages, hosts, types, silent } = reading
  reading.names += 1
  const forms = withTold(reading, one, describeMember(member, types))
  if (kind !== 'method' && !forms.some(({ doc }) => saysSomething(doc))) {
    silent.set(node, 1)
    owner.bare.push({ qualifiedName, kind, signature: signatureOf(node) })
    return
  }
  const anchor = `${owner.anchor}.${member.name}`
  const page = pageFor(reading, owner, node)
  hosts.set(node, pages.add(page, { qualifiedName, anchor, parent: owner, kind, forms }))
}

/** What users pass: its properties are what documentation calls options. */
const optionsType = /(?:Options|Opts|Config|Configuration|Settings|Props|Init)(?:\.\w+)?$/

/** An option whose declaration says nothing says what the package's documentation says of it. */
function withTold(
  { told }: Reading,
  { member, kind, qualifiedName }: NewMember,
  forms: DeclaredForm[]
): DeclaredForm[] {
  const text = told.get(member.name)
  const [first, ...others] = forms
  const isSilent = !forms.some(({ doc }) => saysSomething(doc))
  const owner = qualifiedName.slice(0, -member.name.length - 1)
  if (text === undefined || first === undefined || !isSilent) return forms
  if (kind === 'constant' || !optionsType.test(owner)) return forms
  return [{ ...first, doc: { ...first.doc, text } }, ...others]
}

/** The members of an object type that is written out: `retry: { limit: number }`. */
function addWithin(reading: Reading, owner: OpenApi, one: NewMember & { depth: number }): void {
  const inner = membersWithin(reading.types, one.node)
  if (inner.length === 0) return
  const within: OpenApi = {
    ...owner,
    qualifiedName: one.qualifiedName,
    anchor: `${owner.anchor}.${one.member.name}`
  }
  for (const member of inner) addMember(reading, within, { member, depth: one.depth + 1 })
}

/** Where it is declared, if that is in the package, else with its owner. */
function pageFor({ pages }: Reading, owner: OpenApi, node: ts.Node): OpenApi['page'] {
  const { fileName } = node.getSourceFile()
  const isNear = pages.packageOf(fileName) === '' || fileName.endsWith(`/${owner.page.file}`)
  return isNear ? pages.pageOf(fileName) : owner.page
}
