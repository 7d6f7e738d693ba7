import { directivePieces } from './directives.js'
import type { Construct, Piece } from './pieces.js'
import { blockExtension } from './pieces.js'

/** `::: kind Title` of VitePress, `:::kind[Title]` of Docusaurus, `:::{kind} argument` of MyST, `::: name` of mkdocstrings. */
export const containers = blockExtension(
  'container',
  / {0,3}:{2,}[ \t]*[\w{.]/,
  // oxlint-disable-next-line complexity -- One case for each way in which it is written.
  (text): Construct | undefined => {
    const head = /^( {0,3})(:{2,})([^\n]*)(?:\n|$)/.exec(text)
    if (head === null) return undefined
    const [first, , colons = '', said = ''] = head
    const { name, argument, isLeaf } = readHead(said, colons.length)
    if (name === '') return undefined
    if (isLeaf) return { raw: first, pieces: directivePieces({ name, argument, body: '' }) }
    const rest = text.slice(first.length)
    const end = closingOf(rest, colons.length)
    if (end === undefined && isIdentifier(said)) return reference(first, said, rest)
    if (colons.length < 3) return undefined
    const body = rest.slice(0, end?.index ?? rest.length)
    return {
      raw: first + rest.slice(0, end?.end ?? rest.length),
      pieces: pieces(name, argument, body)
    }
  }
)

interface Head {
  readonly name: string
  readonly argument: string
  /** A directive of two colons has no body. */
  readonly isLeaf: boolean
}

function readHead(said: string, colons: number): Head {
  const match =
    /^[ \t]*(?:\{([\w:.+-]+)\}|([\w.:-]+))[ \t]*(?:\[((?:[^[\]]|\[[^\]]*\])*)\])?[ \t]*(.*?)[ \t]*$/.exec(
      said
    )
  const [, braced, plain, bracketed, after = ''] = match ?? []
  const name = (braced ?? plain ?? '').replace(/^\./, '')
  const attributes = /^\{[^}]*\}$/
  const rest = after.replace(/\{[^{}]*\}\s*$/, '').trim()
  return {
    name: name || (attributes.test(said.trim()) ? 'div' : ''),
    argument: bracketed ?? rest,
    isLeaf: colons === 2 && plain !== undefined && bracketed !== undefined
  }
}

/** Kinds that only hold what stands in them. */
const groups =
  /^(?:code-group|tabs?|tab-set|tabset|grid|div|cards?|card-group|steps|columns?|row|group|raw|v-pre|center|left|right|margin|sidebar|epigraph|aside)$/

function pieces(name: string, argument: string, body: string): Piece[] {
  if (!groups.test(name.toLowerCase())) return directivePieces({ name, argument, body })
  const inner = body.replace(/^(?:[ \t]*:[\w-]+:.*\n)+/, '')
  const title = /^\d[\d ]*$|^\{/.test(argument) ? '' : argument
  return [
    ...(title === '' ? [] : [{ kind: 'title', text: title } as const]),
    { kind: 'markdown', text: inner }
  ]
}

/** `::: package.module.Name` stands for what is told of that object; the name is all there is. */
function reference(first: string, said: string, rest: string): Construct {
  const options = /^(?:(?: {4}|\t)[^\n]*(?:\n|$))*/.exec(rest)?.[0] ?? ''
  return { raw: first + options, pieces: [{ kind: 'markdown', text: `\`${said.trim()}\`` }] }
}

function isIdentifier(said: string): boolean {
  return /^\s+[A-Za-z_]\w*(?:\.\w+)*\s*$/.test(said)
}

/**
 * Where the container ends: at a line of as many colons. Containers of the same length within it
 * are its own as far as they are closed too.
 */
// oxlint-disable-next-line complexity -- One case for each way in which it is written.
function closingOf(text: string, colons: number): { index: number; end: number } | undefined {
  const line = /^([ \t]*)(?:(`{3,}|~{3,})[^\n]*|(:{3,})[ \t]*([^\n]*))$/gm
  let depth = 0
  let first: { index: number; end: number } | undefined
  let fence = ''
  for (let match = line.exec(text); match !== null; match = line.exec(text)) {
    const [whole, , ticks, run = '', after = ''] = match
    if (ticks !== undefined) {
      if (fence === '') fence = ticks
      else if (ticks.startsWith(fence) && whole.trim() === ticks) fence = ''
    } else if (fence === '' && run.length >= colons) {
      if (after !== '') depth += run.length === colons && !isIdentifier(` ${after}`) ? 1 : 0
      else {
        const end = { index: match.index, end: line.lastIndex }
        first ??= end
        if (depth === 0) return end
        depth--
      }
    }
  }
  return first
}
