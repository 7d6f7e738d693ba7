import { escapeHtml } from '../dialects/pieces.js'
import { inlineHtml } from './inline.js'
import type { Lines, Page } from './page.js'
import { ledBy } from './page.js'

/** `:name: text` with the lines that belong to it. */
export interface Field {
  readonly name: string
  readonly body: Lines
}

const parameter = /^(?:param|parameter|arg|argument|key|keyword|kwarg|kwparam)\s+/
const typeOf = /^(?:type|paramtype|kwtype|vartype)\s+/
const raised = /^(?:raises?|except|exception)(?:\s+|$)/
const variable = /^(?:i|c)?var\s+/
const plain: Readonly<Record<string, string | undefined>> = {
  __proto__: null as never,
  return: 'Returns',
  returns: 'Returns',
  rtype: 'Return type',
  yields: 'Yields',
  yield: 'Yields',
  ytype: 'Yield type'
}
/** For the builder of the pages. */
const silent = /^(?:orphan|tocdepth|nocomments|nosearch|no-search|allow_comments|meta.*)$/i

/** Fields as Sphinx sets them: one list of what is said of parameters, one entry for what is returned. */
export function fieldListHtml(fields: readonly Field[], page: Page): string {
  const types = new Map<string, string>()
  for (const { name, body } of fields) {
    const [mark] = typeOf.exec(name) ?? []
    if (mark !== undefined) types.set(name.slice(mark.length).trim(), body.join(' ').trim())
  }
  const groups = new Map<string, string[]>()
  const add = (label: string, html: string) => {
    const known = groups.get(label)
    if (known === undefined) groups.set(label, [html])
    else known.push(html)
  }
  for (const field of fields) {
    const { name } = field
    if (typeOf.test(name) || silent.test(name)) continue
    const label = listLabel(name)
    if (label === undefined) add(plain[name.toLowerCase()] ?? name, page.blocks(field.body))
    else add(label, `<li>${namedHtml(field, types, page)}</li>\n`)
  }
  const entries = [...groups].map(([label, parts]) => entryHtml(label, parts, page))
  return entries.length === 0 ? '' : `<dl class="field-list">\n${entries.join('')}</dl>\n`
}

function listLabel(name: string): string | undefined {
  if (parameter.test(name)) return 'Parameters'
  if (raised.test(name)) return 'Raises'
  return variable.test(name) ? 'Variables' : undefined
}

function entryHtml(label: string, parts: readonly string[], page: Page): string {
  const html = parts.join('')
  const body = html.startsWith('<li>') ? `<ul>\n${html}</ul>` : html
  return `<dt>${inlineHtml(label, page)}</dt>\n<dd>${body}</dd>\n`
}

/** `param int size` with its text as `size (int) – text`. */
function namedHtml({ name, body }: Field, types: ReadonlyMap<string, string>, page: Page): string {
  const words = name.replace(/^\S+\s*/, '').trim()
  const said = page.blocks(body)
  if (words === '') return said
  const isRaised = raised.test(name)
  const gap = isRaised ? -1 : words.lastIndexOf(' ')
  const own = words.slice(gap + 1).replace(/\\(.)/g, '$1')
  const type = gap === -1 ? (types.get(own) ?? '') : words.slice(0, gap)
  const inBrackets = type === '' ? '' : ` (<em>${inlineHtml(type, page)}</em>)`
  const dash = said === '' ? '' : ' – '
  return ledBy(`<strong>${escapeHtml(own)}</strong>${inBrackets}${dash}`, said)
}
