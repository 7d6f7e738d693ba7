import type { ParameterRecord } from '../../../domain/documentation.js'
import { cleanText } from '../../text/clean-text.js'
import { shorten } from '../../text/first-sentence.js'
import { childElements, hasClass, isElement } from '../../text/html-query.js'
import type { HtmlElement, HtmlNode } from '../../text/html-tree.js'
import { joinBlocks } from '../../text/blocks.js'
import { renderBlocks } from '../../text/render-blocks.js'
import { renderInline } from '../../text/render-inline.js'
import { readTerm } from '../../text/render-term.js'
import type { SignatureParameter } from './signature.js'

const parameterFields = /^(?:other )?(?:parameters?|arguments?|args|keyword arguments?)$/i

/**
 * What is said of the parameters in a description: its field lists where it has them, with the
 * signature's names, order and defaults.
 */
export function documentedParameters(
  body: readonly HtmlNode[],
  signature: readonly SignatureParameter[]
): ParameterRecord[] {
  const names = signature.map((p) => p.name)
  const described = fieldLists(body).flatMap((list) => readFields(list, names))
  return mergeParameters(signature, described)
}

/** The signature's parameters, completed by their descriptions, then those that only the description knows. */
export function mergeParameters(
  signature: readonly SignatureParameter[],
  described: readonly ParameterRecord[]
): ParameterRecord[] {
  const byName = new Map<string, ParameterRecord>()
  for (const one of described) {
    for (const name of one.name.split(/\s*,\s*/)) {
      if (!byName.has(bareName(name))) byName.set(bareName(name), { ...one, name })
    }
  }
  const known = signature.map((p): ParameterRecord => {
    const text = byName.get(bareName(p.name))
    byName.delete(bareName(p.name))
    return {
      name: p.name,
      type: text?.type ?? p.type,
      default: p.default ?? text?.default ?? null,
      description: text?.description ?? null
    }
  })
  return [...known, ...byName.values()].map(clean)
}

function clean(p: ParameterRecord): ParameterRecord {
  const tidy = (text: string | null) => (text === null || text === '' ? null : cleanText(text))
  return {
    name: cleanText(p.name),
    type: tidy(p.type),
    default: tidy(p.default),
    description: tidy(p.description)
  }
}

function bareName(name: string): string {
  return name.replace(/^\*+|\?$/g, '')
}

/** Field lists of a description itself, not those of what is nested in it. */
function fieldLists(body: readonly HtmlNode[]): HtmlElement[] {
  return body.filter(isElement).flatMap((node) => {
    if (node.name === 'dl') return hasClass(node, 'field-list') ? [node] : []
    return node.name === 'dd' || node.name === 'div' ? fieldLists(node.children) : []
  })
}

function readFields(list: HtmlElement, names: readonly string[]): ParameterRecord[] {
  const found: ParameterRecord[] = []
  let isWanted = false
  for (const child of childElements(list)) {
    const label = child.name === 'dt' ? renderInline(child.children, { plain: true }) : undefined
    if (label !== undefined) isWanted = parameterFields.test(label.replace(/\s*:$/, ''))
    else if (isWanted) found.push(...readField(child, names))
  }
  return found
}

function readField(dd: HtmlElement, names: readonly string[]): ParameterRecord[] {
  const [first] = childElements(dd)
  if (first?.name === 'dl') return readDefinitions(dd, names)
  if (first?.name === 'ul') return childElements(first).flatMap(readDashed)
  return first === undefined ? [] : readDashed(dd)
}

function readDefinitions(dd: HtmlElement, names: readonly string[]): ParameterRecord[] {
  const found: ParameterRecord[] = []
  for (const dl of childElements(dd).filter((child) => child.name === 'dl')) {
    for (const child of childElements(dl)) {
      if (child.name === 'dt')
        found.push({ ...splitDefault(readTerm(child, names)), description: null })
      else describeLast(found, child)
    }
  }
  return found
}

function describeLast(found: ParameterRecord[], dd: HtmlElement): void {
  const last = found.pop()
  if (last === undefined) return
  const text = firstText(dd.children)
  found.push({
    ...last,
    default: last.default ?? defaultIn(text),
    description: text === '' ? null : shorten(text)
  })
}

/** `**name** (type) – description`, as Google-style docstrings are set. */
function readDashed(item: HtmlElement): ParameterRecord[] {
  const text = firstText(item.children)
  const match =
    /^(\*{0,2}[\w.]+(?:, \*{0,2}[\w.]+)*)\s*(?:\(((?:[^()]|\([^()]*\))*)\))?\s*(?:–|--?|:)\s*(.*)$/s.exec(
      text
    )
  if (match === null) return []
  const [, name = '', type, description = ''] = match
  return [
    {
      name,
      type: type?.replace(/,? ?\boptional$/, '') ?? null,
      default: defaultIn(description),
      description: description === '' ? null : shorten(description)
    }
  ]
}

function firstText(nodes: readonly HtmlNode[]): string {
  const blocks = renderBlocks(nodes)
  const end = blocks.findIndex((block, at) => at > 0 && block.kind !== 'text')
  return joinBlocks(end === -1 ? blocks.slice(0, 2) : blocks.slice(0, Math.min(2, end)))
}

/** A default value that stands in the type, `bool, default False`, taken out of it. */
export function splitDefault(term: { name: string; type: string | null }) {
  const match = /,? *\bdefault(?:s to| is|:|=)? *(.+)$/i.exec(term.type ?? '')
  if (match === null) return { ...term, default: null }
  const type = (term.type ?? '').slice(0, match.index)
  return {
    ...term,
    type: type === '' ? null : type,
    default: match[1]?.replace(/^[=:] */, '') ?? null
  }
}

/** The value that a text calls the default. */
export function defaultIn(text: string): string | null {
  const match = /\bdefaults?(?: value)?(?: is| to|:|=| =)+ *(`[^`]+`|[^\s,;)]+)/i.exec(text)
  return match?.[1]?.replace(/^`|`$/g, '').replace(/\.$/, '') ?? null
}
