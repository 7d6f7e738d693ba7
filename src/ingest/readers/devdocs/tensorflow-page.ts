import type { ApiKind, ApiRecord, ParameterRecord } from '../../../domain/documentation.js'
import { joinBlocks, textBlock } from '../../text/blocks.js'
import { cleanText } from '../../text/clean-text.js'
import { shorten } from '../../text/first-sentence.js'
import {
  childElements,
  descendants,
  hasClass,
  idOf,
  isElement,
  lineText
} from '../../text/html-query.js'
import type { HtmlElement, HtmlNode } from '../../text/html-tree.js'
import { renderBlocks } from '../../text/render-blocks.js'
import type { Deprecation } from './deprecation.js'
import { readNotice } from './deprecation.js'
import type { Draft, SplitPage } from './draft.js'
import { createDraft } from './draft.js'
import { defaultIn, mergeParameters } from './parameters.js'
import { bareSignature, signatureParameters, tidySignature } from './signature.js'
import { titleOf } from './heading-title.js'

/** Whether a page comes from TensorFlow's own documentation generator. */
export function isTensorflowPage(root: HtmlElement): boolean {
  return apiHeading(root) !== undefined
}

function apiHeading(root: HtmlElement): HtmlElement | undefined {
  return root.children
    .filter(isElement)
    .find((n) => n.name === 'h1' && hasClass(n, 'devsite-page-title'))
}

export interface TensorflowPage extends SplitPage {
  readonly apis: ReadonlyMap<Draft, ApiRecord>
}

/** The page of one symbol, and a section for each of its methods. */
export function splitTensorflowPage(root: HtmlElement): TensorflowPage {
  const heading = apiHeading(root)
  const title = heading === undefined ? '' : titleOf(heading)
  const page = createDraft('', null, { level: 1, title })
  const drafts = [page]
  const skip = new Set<HtmlElement>()
  const names = new Set<string>()
  let at = page
  let inMethods = false
  for (const node of root.children.filter((n) => n !== heading && !isSourceLink(n))) {
    if (isElement(node) && node.name === 'h2') {
      inMethods = idOf(node) === 'methods'
      at = page
      if (inMethods) continue
    }
    if (inMethods && isMethod(node, names)) {
      at = createDraft(idOf(node), page, { title: titleOf(node) })
      names.add(at.anchor)
      drafts.push(at)
    } else at.nodes.push(node)
  }
  return { drafts, skip, apis: describe(page, drafts, skip) }
}

function isMethod(node: HtmlNode, names: ReadonlySet<string>): node is HtmlElement {
  return isElement(node) && node.name === 'h3' && idOf(node) !== '' && !names.has(idOf(node))
}

function isSourceLink(node: HtmlNode): boolean {
  return isElement(node) && node.name === 'p' && /^View source$/.test(lineText(node.children))
}

function describe(page: Draft, drafts: Draft[], skip: Set<HtmlElement>): Map<Draft, ApiRecord> {
  const apis = new Map<Draft, ApiRecord>()
  const name = page.title.replace(/^Module: /, '')
  const kind = pageKind(page, drafts.length > 1)
  const aliases = readAliases(page, skip, name)
  page.title = name
  apis.set(page, readApi(page, { name, kind, aliases }))
  for (const draft of drafts.slice(1)) {
    const method = `${name}.${draft.title}`
    draft.title = method
    apis.set(draft, readApi(draft, { name: method, kind: 'method', aliases: [] }))
  }
  return apis
}

/** Takes the notice of aliases out of the page, and sets one line in its place. */
function readAliases(page: Draft, skip: Set<HtmlElement>, name: string): string[] {
  const at = page.nodes.findIndex(
    (node) =>
      isElement(node) && hasClass(node, 'expandable') && /^View aliases/.test(lineText([node]))
  )
  const box = page.nodes[at]
  if (!isElement(box)) return []
  skip.add(box)
  const codes = [...descendants([box])].filter((e) => e.name === 'code').map((e) => lineText([e]))
  const aliases = [...new Set(codes)].filter(
    (code) => /^[A-Za-z_][\w.]*$/.test(code) && code !== name
  )
  if (aliases.length > 0) page.lead.push(textBlock(`Aliases: ${aliases.join(', ')}`))
  return aliases
}

function pageKind(page: Draft, hasMethods: boolean): ApiKind {
  if (page.title.startsWith('Module: ')) return 'module'
  const last = page.title.split('.').at(-1) ?? ''
  if (/(?:Error|Exception|Warning)$/.test(last)) return 'exception'
  if (hasMethods || isClassPage(page)) return 'class'
  if (signaturePre(page.nodes) !== undefined)
    return /^[A-Z][a-z]/.test(last) && isClassLike(page) ? 'class' : 'function'
  return /^[A-Z]/.test(last) ? 'class' : 'attribute'
}

function isClassPage(page: Draft): boolean {
  return page.nodes.some((node) => isElement(node) && /^Inherits From:/.test(lineText([node])))
}

function isClassLike(page: Draft): boolean {
  return !page.nodes.some((node) => isElement(node) && tableName(node) === 'Returns')
}

function signaturePre(nodes: readonly HtmlNode[]): HtmlElement | undefined {
  return nodes.filter(isElement).find((n) => n.name === 'pre' && hasClass(n, 'tfo-signature-link'))
}

function readApi(draft: Draft, is: { name: string; kind: ApiKind; aliases: string[] }): ApiRecord {
  const pre = signaturePre(draft.nodes)
  const line = pre === undefined ? null : bareSignature(tidySignature(lineText(pre.children)))
  const described = draft.nodes.filter(isElement).flatMap(readArguments)
  return {
    qualifiedName: cleanText(is.name),
    kind: is.kind,
    signature: line === null || line === '' ? null : cleanText(line),
    summary: '',
    parameters: mergeParameters(line === null ? [] : signatureParameters(line), described),
    aliasOf: is.aliases,
    ...readDeprecation(draft.nodes, is.name)
  }
}

function tableName(node: HtmlElement): string | undefined {
  if (node.name !== 'table') return undefined
  for (const element of descendants(node.children)) {
    if (element.name === 'th') return lineText([element])
  }
  return undefined
}

function readArguments(table: HtmlElement): ParameterRecord[] {
  if (!/^(?:Args|Arguments)$/.test(tableName(table) ?? '')) return []
  return [...descendants(table.children)]
    .filter((e) => e.name === 'tr')
    .flatMap((row) => {
      const [name, text] = childElements(row).filter((cell) => cell.name === 'td')
      if (name === undefined || text === undefined) return []
      const description = joinBlocks(renderBlocks(text.children))
      return [
        {
          name: lineText([name]),
          type: null,
          default: defaultIn(description),
          description: shorten(description)
        }
      ]
    })
}

const notice =
  /\b(?:THIS (?:FUNCTION|CLASS|METHOD) IS DEPRECATED|DEPRECATED FUNCTION)\b|^(?:Warning:? )?Deprecated\b/

function readDeprecation(nodes: readonly HtmlNode[], name: string): Deprecation {
  const aside = nodes
    .filter(isElement)
    .find((n) => (n.name === 'aside' || n.name === 'blockquote') && notice.test(lineText([n])))
  if (aside === undefined) return { deprecated: null, replacedBy: [] }
  const read = readNotice(aside, name)
  const spelled = [...lineText([aside]).matchAll(/\buse (?:the )?`?(tf(?:\.\w+)+)/gi)]
  const names = [...read.replacedBy, ...spelled.map((match) => match[1] ?? '')]
  const full = names.map((other) => (other.startsWith('tf.') ? other : `tf.${other}`))
  return { ...read, replacedBy: [...new Set(full)].filter((other) => other !== name) }
}
