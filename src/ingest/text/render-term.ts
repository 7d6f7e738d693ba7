import { hasClass, isElement, lineText } from './html-query.js'
import type { HtmlElement, HtmlNode } from './html-tree.js'
import { renderInline } from './render-inline.js'

const typeWord =
  '(?:u?int|float|bool|boolean|str|string|bytes|ndarray|array|array_like|array-like|list|dict|mapping|sequence|' +
  'tuple|set|callable|function|object|instance|estimator|iterable|iterator|generator|scalar|sparse|matrix|' +
  'RandomState|Series|DataFrame|Path|None|True|False|type|number|numeric|Bunch|any)'
const gluedByType = new RegExp(`^([A-Za-z_]\\w*?)(${typeWord}\\b.*|\\{.*)$`)

export interface Term {
  readonly name: string
  readonly type: string | null
}

/**
 * The name and type of a described parameter. Pages that lost the markup between the two
 * (`n_clustersint, default=8`) are taken apart by the names that the signature has, else by a word
 * that is a type.
 */
export function readTerm(dt: HtmlElement, knownNames: readonly string[] = []): Term {
  const at = dt.children.findIndex((n) => isElement(n) && hasClass(n, 'classifier'))
  if (at !== -1) {
    const type = renderInline(dt.children.slice(at), { plain: true }).replace(/^:\s*/, '')
    return { name: nameText(dt.children.slice(0, at)), type: type === '' ? null : type }
  }
  const text = nameText(dt.children)
  const spaced = /^(\*{0,2}[\w.]+(?:, *\*{0,2}[\w.]+)*) ?: ?(.+)$/.exec(text)
  if (spaced) return { name: spaced[1] ?? text, type: spaced[2] ?? null }
  return isGlueable(dt) ? unglue(text, knownNames) : { name: text, type: null }
}

/** The term as a line: `name : type`. */
export function renderTerm(dt: HtmlElement, options: { knownNames?: readonly string[] }): string {
  if (hasClass(dt, 'label')) return `[${lineText(dt.children).replace(/^\[|\]$/g, '')}]`
  const { name, type } = readTerm(dt, options.knownNames)
  return type === null ? name : `${name} : ${type}`
}

function nameText(nodes: readonly HtmlNode[]): string {
  return renderInline(nodes, { plain: true }).replace(/\s*:$/, '')
}

function isGlueable(dt: HtmlElement): boolean {
  const inner = dt.children.filter((n) => isElement(n) || n.trim() !== '')
  const [only] = inner
  return inner.length === 1 && isElement(only) && only.name === 'code'
}

function unglue(text: string, knownNames: readonly string[]): Term {
  if (knownNames.includes(text)) return { name: text, type: null }
  const known = knownNames
    .filter((name) => text.startsWith(name) && /^[^\w.]|^[A-Za-z{(]/.test(text.slice(name.length)))
    .sort((a, b) => b.length - a.length)[0]
  if (known !== undefined) return { name: known, type: text.slice(known.length).trim() }
  const [, name, type] = gluedByType.exec(text) ?? []
  return name === undefined || type === undefined ? { name: text, type: null } : { name, type }
}
