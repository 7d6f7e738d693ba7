import { codeNames } from '../../text/html-names.js'
import { descendants, lineText } from '../../text/html-query.js'
import type { HtmlElement } from '../../text/html-tree.js'

const instead =
  /\b(?:use|using|replaced by|replaced with|renamed(?: to)?|moved to|in favou?r of|prefer|see|now supports)\b|\binstead\b/i
const directly = /(?:\b(?:use|using|by|with|to|favou?r of)|[Uu]se the function) ?$/i

/** A notice names a few; a page of names is no notice. */
const mostNames = 20

/** The qualified names that a deprecation notice says to use instead: only such as it links or sets as code. */
export function replacements(notice: HtmlElement, qualifiedName: string): string[] {
  const found = new Set<string>()
  const names = [...descendants(notice.children, (e) => !isName(e))].filter(isName)
  for (const element of names.slice(0, mostNames)) {
    const around = sentenceAround(notice, element)
    if (!instead.test(around)) continue
    const name = readName(element, { qualifiedName, around })
    if (name !== undefined && !isOwn(name, qualifiedName)) found.add(name)
  }
  return [...found]
}

function isName(element: HtmlElement): boolean {
  return element.name === 'a' || element.name === 'cite' || codeNames.has(element.name)
}

function isOwn(name: string, qualifiedName: string): boolean {
  return name === qualifiedName || qualifiedName.startsWith(`${name}.`)
}

function sentenceAround(notice: HtmlElement, element: HtmlElement): string {
  const name = lineText([element])
  const sentences = lineText([notice]).split(/(?<=[.!?:;])\s+/)
  return sentences.filter((sentence) => sentence.includes(name)).join(' ')
}

function readName(
  element: HtmlElement,
  at: { qualifiedName: string; around: string }
): string | undefined {
  const anchor = /#([A-Za-z_][\w.]*)$/.exec(element.attribs['href'] ?? '')?.[1]
  if (anchor?.includes('.') === true || isTitled(element, anchor)) return anchor
  const code = lineText([element])
  const [before = '', after = ''] = at.around.split(code, 2)
  const isObject = directly.test(before) && !/^ (?:argument|parameter|keyword|option)/.test(after)
  return qualify(code, {
    own: at.qualifiedName.split('.'),
    isObject: isObject || code.endsWith(')')
  })
}

/** Sphinx titles the link to an object with the object's full name. */
function isTitled(link: HtmlElement, anchor: string | undefined): boolean {
  return anchor !== undefined && link.attribs['title'] === anchor
}

/** A name as code writes it, qualified by the surroundings of the API that names it. */
function qualify(
  code: string,
  { own, isObject }: { own: readonly string[]; isObject: boolean }
): string | undefined {
  const name = /^~?([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(?:\(.*\))?$/.exec(code)?.[1]
  if (name === undefined || /^(?:None|True|False|self)$/.test(name)) return undefined
  const [first = ''] = name.split('.')
  if (own[0] === first) return name
  if (!name.includes('.')) return isObject ? [...own.slice(0, -1), name].join('.') : undefined
  const at = own.indexOf(first)
  return at > 0 ? [...own.slice(0, at), name].join('.') : name
}
