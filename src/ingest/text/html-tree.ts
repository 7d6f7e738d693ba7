import { Parser } from 'htmlparser2'
import { blockNames, ignoredNames } from './html-names.js'

export interface HtmlElement {
  readonly name: string
  readonly attribs: Record<string, string>
  readonly parent: HtmlElement | null
  readonly children: HtmlNode[]
  /** Whether a block element lies somewhere below. */
  holdsBlock: boolean
}

export type HtmlNode = HtmlElement | string

/** Elements nested deeper are flattened into the one at this depth, so that recursion over a tree is safe. */
const deepest = 400
/** From here on a page is not markup that anybody wrote (and the parser's own stack gets slow): it is read as bare text. */
const absurd = 10_000
const slice = 65_536

/** Parses HTML, however broken, to a tree whose depth is bounded. Scripts, styles and form controls are left out. */
export function parseHtml(html: string): HtmlElement {
  const build = createBuilder()
  const parser = new Parser({
    onopentag: build.open,
    onclosetag: build.close,
    ontext: build.text
  })
  for (let at = 0; at < html.length; at += slice) {
    parser.write(html.slice(at, at + slice))
    if (build.isAbsurd()) return bareText(html)
  }
  parser.end()
  return build.root
}

function createBuilder() {
  const root = element('#root', {}, null)
  let current = root
  let depth = 0
  let flattened = 0
  let ignored = 0
  let worst = 0

  return {
    root,
    isAbsurd: () => worst > absurd,
    open: (name: string, attribs: Record<string, string>): void => {
      if (ignored > 0 || ignoredNames.has(name)) {
        ignored++
        return
      }
      if (depth >= deepest) {
        flattened++
        worst = Math.max(worst, flattened)
        return
      }
      const child = element(name, attribs, current)
      current.children.push(child)
      if (blockNames.has(name)) markHolders(current)
      current = child
      depth++
    },
    close: (): void => {
      if (ignored > 0) ignored--
      else if (flattened > 0) flattened--
      else if (current.parent !== null) {
        current = current.parent
        depth--
      }
    },
    text: (data: string): void => {
      if (ignored > 0) return
      const last = current.children.length - 1
      const before = current.children[last]
      if (typeof before === 'string') current.children[last] = before + data
      else current.children.push(data)
    }
  }
}

function element(
  name: string,
  attribs: Record<string, string>,
  parent: HtmlElement | null
): HtmlElement {
  return { name, attribs, parent, children: [], holdsBlock: false }
}

function markHolders(from: HtmlElement): void {
  let at: HtmlElement | null = from
  while (at !== null && !at.holdsBlock) {
    at.holdsBlock = true
    at = at.parent
  }
}

function bareText(html: string): HtmlElement {
  const root = element('#root', {}, null)
  root.children.push(html.replace(/<[^<>]*>/g, ' '))
  return root
}
