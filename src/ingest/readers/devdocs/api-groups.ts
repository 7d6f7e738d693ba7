import type { ApiKind } from '../../../domain/documentation.js'
import { hasClass, idOf, isElement } from '../../text/html-query.js'
import type { HtmlElement, HtmlNode } from '../../text/html-tree.js'

/** Signatures (`dt`) and their common description (`dd`) in a Sphinx page. */
export interface ApiGroup {
  readonly dl: HtmlElement
  readonly kind: ApiKind
  /** The kind of object as Sphinx calls it: `method`, `cmdoption`, `c macro`. */
  readonly domain: string
  readonly terms: readonly HtmlElement[]
  /** Those of `terms` that have an id no other group has. */
  readonly named: readonly HtmlElement[]
  readonly body: readonly HtmlElement[]
  /** The group in whose description this one lies. */
  readonly within: ApiGroup | null
}

const kinds: Readonly<Record<string, ApiKind>> = {
  class: 'class',
  struct: 'class',
  union: 'class',
  exception: 'exception',
  function: 'function',
  macro: 'function',
  decorator: 'function',
  method: 'method',
  classmethod: 'method',
  staticmethod: 'method',
  decoratormethod: 'method',
  attribute: 'attribute',
  member: 'attribute',
  property: 'property',
  data: 'attribute',
  var: 'attribute',
  enumerator: 'constant',
  type: 'type',
  enum: 'type',
  cmdoption: 'option',
  option: 'option',
  envvar: 'option',
  pdbcommand: 'option',
  opcode: 'constant',
  module: 'module'
}

/** All groups of a page in document order. */
export function findApiGroups(root: HtmlElement): ApiGroup[] {
  const found: ApiGroup[] = []
  collect(root.children, null, { found, ids: new Set() })
  return found
}

interface Search {
  readonly found: ApiGroup[]
  readonly ids: Set<string>
}

function collect(nodes: readonly HtmlNode[], within: ApiGroup | null, search: Search): void {
  for (const node of nodes) {
    if (!isElement(node)) continue
    const domain = node.name === 'dl' ? domainOf(node) : undefined
    if (domain === undefined) collect(node.children, within, search)
    else collectGroups(node, { domain, within }, search)
  }
}

function collectGroups(
  dl: HtmlElement,
  at: { domain: string; within: ApiGroup | null },
  search: Search
): void {
  for (const { terms, body } of runs(dl)) {
    const named = terms.filter((dt) => isNew(idOf(dt), search.ids))
    if (named.length === 0) {
      collect(body, at.within, search)
      continue
    }
    const kind = kindOf(at.domain, named)
    const group = { dl, kind, domain: at.domain, terms, named, body, within: at.within }
    search.found.push(group)
    collect(body, group, search)
  }
}

function isNew(id: string, ids: Set<string>): boolean {
  if (id === '' || ids.has(id)) return false
  ids.add(id)
  return true
}

/** Terms and the descriptions that follow them. */
function runs(dl: HtmlElement): { terms: HtmlElement[]; body: HtmlElement[] }[] {
  const all: { terms: HtmlElement[]; body: HtmlElement[] }[] = []
  for (const child of dl.children) {
    if (!isElement(child)) continue
    const last = all.at(-1)
    if (child.name === 'dt') {
      if (last?.body.length === 0) last.terms.push(child)
      else all.push({ terms: [child], body: [] })
    } else if (last !== undefined) last.body.push(child)
  }
  return all
}

function domainOf(dl: HtmlElement): string | undefined {
  const classes = (dl.attribs['class'] ?? '').split(/\s+/).filter((name) => name !== 'py')
  const name = classes.find((c) => kinds[c] !== undefined)
  if (name !== undefined)
    return classes.includes('c') || classes.includes('cpp') ? `c ${name}` : name
  const signed = dl.children.some(
    (n) => isElement(n) && n.name === 'dt' && hasClass(n, 'sig-object')
  )
  return signed ? 'attribute' : undefined
}

function kindOf(domain: string, named: readonly HtmlElement[]): ApiKind {
  const kind = kinds[domain.replace('c ', '')] ?? 'attribute'
  const isConstant = named.some((dt) => /(?:^|\.)[A-Z][A-Z\d_]+$/.test(idOf(dt)))
  return kind === 'attribute' && isConstant ? 'constant' : kind
}

/** Terms without an id of their own are overloads of the one before. */
export function termsByName(group: ApiGroup): { anchor: string; terms: HtmlElement[] }[] {
  const all: { anchor: string; terms: HtmlElement[] }[] = []
  let early: HtmlElement[] = []
  for (const dt of group.terms) {
    const last = all.at(-1)
    if (group.named.includes(dt)) {
      all.push({ anchor: idOf(dt), terms: [...early, dt] })
      early = []
    } else if (last === undefined) early.push(dt)
    else last.terms.push(dt)
  }
  return all
}
