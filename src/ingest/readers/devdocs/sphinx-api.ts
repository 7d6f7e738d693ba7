import type { ApiKind, ApiRecord } from '../../../domain/documentation.js'
import { idOf } from '../../text/html-query.js'
import type { HtmlElement, HtmlNode } from '../../text/html-tree.js'
import { firstByName } from '../first-by-name.js'
import type { ApiGroup } from './api-groups.js'
import { sphinxDeprecation } from './deprecation.js'
import { documentedParameters } from './parameters.js'
import { bareSignature, isTelling, signatureLine, signatureParameters } from './signature.js'
import { cleanText } from '../../text/clean-text.js'

export interface SphinxEntry {
  readonly qualifiedName: string
  /** Each term as a line, with the object's full name. */
  readonly lines: readonly string[]
  readonly signature: string | null
}

/** Name and signatures of the terms that stand for one object. */
export function readSphinxEntry(group: ApiGroup, terms: readonly HtmlElement[]): SphinxEntry {
  const anchor = terms.map(idOf).find((id) => id !== '') ?? ''
  const lines = [...new Set(terms.map(signatureLine).map(cleanText))].filter((line) => line !== '')
  const qualifiedName = nameOf(group, anchor, lines[0] ?? '')
  const bare = lines.map(bareSignature)
  const told = bare.filter((line) => group.kind !== 'attribute' || isTelling(line))
  const isBare = told.length === 0 || told.every((line) => qualifiedName.endsWith(line))
  return {
    qualifiedName,
    lines: lines.map((line) => qualifyLine(line, qualifiedName)),
    signature: isBare ? null : told.join('\n')
  }
}

/** The record of an entry; its summary is added once its text is set. */
export function sphinxApi(
  entry: SphinxEntry,
  group: ApiGroup,
  body: readonly HtmlNode[]
): ApiRecord {
  const isCallable = group.kind !== 'option' && !group.domain.startsWith('c ')
  const signature = isCallable ? overloadParameters(entry.signature ?? '') : []
  return {
    qualifiedName: entry.qualifiedName,
    kind: kindOf(group, entry),
    signature: entry.signature,
    summary: '',
    parameters: documentedParameters(body, signature),
    aliasOf: [],
    ...sphinxDeprecation(body, entry.qualifiedName)
  }
}

/** What Sphinx calls data may be called all the same: NumPy's universal functions. */
function kindOf(group: ApiGroup, entry: SphinxEntry): ApiKind {
  const isCalled = group.domain === 'data' && /^\w+\(/.test(entry.signature ?? '')
  return isCalled ? 'function' : group.kind
}

/** Of overloads, the parameters of all, each once, in the order they come up. */
function overloadParameters(signature: string) {
  return firstByName(signature.split('\n').flatMap(signatureParameters), (p) => p.name)
}

function nameOf(group: ApiGroup, anchor: string, line: string): string {
  if (group.domain === 'cmdoption') return optionName(anchor, line)
  if (anchor.startsWith('_CPP')) return cppName(line) ?? anchor
  return anchor.replace(/^c\.(?=\w)/, '').replace(/^(?:envvar|opcode|pdbcommand)-/, '')
}

/** `cmdoption-unittest-b` with `-b, --buffer` is `unittest -b`. */
function optionName(anchor: string, line: string): string {
  const option = /^[^\s,=<[]+/.exec(line)?.[0] ?? ''
  const program = anchor.replace(/^cmdoption-(?:arg-)?/, '').replace(/-?[^-]*$/, '')
  return [program, option].filter((word) => word !== '').join(' ') || anchor
}

function cppName(line: string): string | undefined {
  return /([\w:~]+)(?:\(|<|$)/.exec(line.replace(/^(?:class|struct|enum|type) /, ''))?.[1]
}

/** Writes the full name where the line has only the end of it. */
function qualifyLine(line: string, qualifiedName: string): string {
  const bare = bareSignature(line)
  const shown = /^[A-Za-z_][\w$]*/.exec(bare)?.[0]
  if (shown === undefined || !qualifiedName.endsWith(`.${shown}`)) return line
  const start = line.length - bare.length
  const modifiers = /^(.*? )?(?=\S*$)/.exec(line.slice(0, start))?.[1] ?? ''
  return modifiers + qualifiedName + bare.slice(shown.length)
}
