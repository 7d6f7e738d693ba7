import { renderInline } from '../../text/render-inline.js'
import { hasClass, isElement } from '../../text/html-query.js'
import type { HtmlElement, HtmlNode } from '../../text/html-tree.js'

export interface SignatureParameter {
  readonly name: string
  readonly type: string | null
  readonly default: string | null
}

const modifiers =
  /^(?:(?:abstract|async|async-for|awaitable|class|classmethod|coroutine|decorator|exception|final|property|readonly|static|staticmethod|@) ?)+(?=[A-Za-z_*])/

/** A `dt` as one line: `class pandas.DataFrame(data=None, index=None)`. */
export function signatureLine(dt: HtmlElement): string {
  if (hasClass(dt, 'c') || hasClass(dt, 'cpp')) return cSignatureLine(dt)
  const line = tidySignature(renderInline(spaced(dt.children), { plain: true }))
  return line.replace(/ = <ufunc '\w+'>$/, '')
}

/** In C, where all white space between words is lost. */
function cSignatureLine(dt: HtmlElement): string {
  const words = dt.children.flatMap((node) => [' ', node])
  return tidySignature(renderInline(words, { plain: true }))
    .replace(/ ([(,])/g, '$1')
    .replace(/\* /g, '*')
}

/** Sphinx writes `<em class="property">class</em><span>…`: the space is a matter of style sheets. */
function spaced(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node) => {
    if (!isElement(node) || !hasClass(node, 'property')) return [node]
    return [' ', node, ' ']
  })
}

/** White space as Python programmers write it. */
export function tidySignature(text: string): string {
  return text
    .replace(/[¶#]\s*$/, '')
    .replace(/\s+/g, ' ')
    .replace(/([([{]) /g, '$1')
    .replace(/,? ([)\]}])/g, '$1')
    .replace(/ ([,:])/g, '$1')
    .replace(/ ?→ ?/g, ' -> ')
    .replace(/(\w) \(/g, '$1(')
    .trim()
}

/** The line without modifiers and without what stands before the object's own name. */
export function bareSignature(line: string): string {
  return line.replace(modifiers, '').replace(/^(?:[A-Za-z_][\w$]*\.)+(?=[A-Za-z_$])/, '')
}

/** Whether a line says more than the object's name. */
export function isTelling(bare: string): boolean {
  return /[(:=[]/.test(bare)
}

/** The parameters in a signature's parentheses; optional ones may be in brackets as `range(start[, stop])`. */
export function signatureParameters(line: string): SignatureParameter[] {
  const inner = insideParentheses(line)
  const plain = /\[\s*,|,\s*\[(?!.*=\s*\[)|^\[/.test(inner) ? inner.replace(/[[\]]/g, '') : inner
  return splitTopLevel(plain)
    .map(readParameter)
    .filter((p): p is SignatureParameter => p !== undefined)
}

function readParameter(text: string): SignatureParameter | undefined {
  const [left, value] = splitOnce(text.trim(), '=')
  const [name, type] = splitOnce(left.trim(), ':')
  if (!/^\*{0,2}[A-Za-z_$][\w$]*\??$/.test(name.trim())) return undefined
  return { name: name.trim(), type: type?.trim() ?? null, default: value?.trim() ?? null }
}

function insideParentheses(line: string): string {
  const open = line.indexOf('(')
  if (open === -1) return ''
  let depth = 0
  for (let at = open; at < line.length; at++) {
    const c = line.charAt(at)
    if (c === '(') depth++
    else if (c === ')' && --depth === 0) return line.slice(open + 1, at)
  }
  return line.slice(open + 1)
}

const opening = new Set(['(', '[', '{'])
const closing = new Set([')', ']', '}'])

/** Where commas stand outside of brackets and quotes. */
function splitTopLevel(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quote = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const c = text.charAt(at)
    if (quote !== '') {
      if (c === quote) quote = ''
    } else if (c === "'" || c === '"') quote = c
    else if (opening.has(c)) depth++
    else if (closing.has(c)) depth--
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  parts.push(text.slice(from))
  return parts
}

function splitOnce(text: string, by: string): [string, string?] {
  const at = text.indexOf(by)
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + by.length)]
}
