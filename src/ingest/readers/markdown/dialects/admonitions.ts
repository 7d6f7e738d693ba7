import { isAdmonition } from './directives.js'
import type { Construct, Piece } from './pieces.js'
import { blockExtension, firstLines, indented } from './pieces.js'

/** `Note` above what a construct of that kind holds, or its own title; a short one on the same line. */
export function admonition(kind: string, title: string | null, text: string): Piece[] {
  const name = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase().replace(/[-_]/g, ' ')
  const said = title ?? name
  if (said === '') return [{ kind: 'markdown', text }]
  const isRunning = /^\p{L}/u.test(text.trimStart()) && !/^[^\n]+\n[-=]+\s*$/m.test(text)
  if (title === null && isRunning)
    return [{ kind: 'markdown', text: `**${said}:** ${text.trimStart()}` }]
  return [
    { kind: 'title', text: said },
    { kind: 'markdown', text }
  ]
}

/** `!!! note "Title"`, `??? note`, `???+ note` and `=== "Tab"` of Python-Markdown, with an indented body. */
export const pythonBlocks = blockExtension(
  'pythonBlock',
  / {0,3}(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+\S/,
  // oxlint-disable-next-line complexity -- One case for each way in which it is written.
  (text): Construct | undefined => {
    const all = text.split('\n', 5_000)
    const head = /^( {0,3})(!!!|\?\?\?\+?|===[!+]*)[ \t]+(.*?)[ \t]*$/.exec(all[0] ?? '')
    if (head === null) return undefined
    const [, margin = '', mark = '', said = ''] = head
    const body = indented(all.slice(1), margin.length + 4)
    const raw = firstLines(text, body.count + 1)
    const quoted = /"(.*)"\s*$/.exec(said)?.[1] ?? /'(.*)'\s*$/.exec(said)?.[1] ?? null
    if (mark.startsWith('===')) {
      if (quoted === null) return undefined
      return {
        raw,
        pieces: [
          { kind: 'title', text: quoted },
          { kind: 'markdown', text: body.text }
        ]
      }
    }
    const kind = /^[\w-]+/.exec(said)?.[0] ?? ''
    return { raw, pieces: admonition(kind, quoted?.replaceAll('\\"', '"') ?? null, body.text) }
  }
)

/** `> [!NOTE] Title` of GitHub and Obsidian. */
export const alerts = blockExtension(
  'alert',
  / {0,3}>[ \t]*\[!\w/,
  (text): Construct | undefined => {
    const quote = /^(?: {0,3}>[^\n]*(?:\n|$))+/.exec(text)?.[0]
    const head = /^ {0,3}>[ \t]*\[!([\w-]+)(?:\|[^\]]*)?\][+-]?[ \t]*([^\n]*)/.exec(text)
    if (quote === undefined || head === null) return undefined
    const body = quote.replace(/^[^\n]*\n?/, '').replace(/^ {0,3}> ?/gm, '')
    const title = (head[2] ?? '').trim()
    return { raw: quote, pieces: admonition(head[1] ?? '', title === '' ? null : title, body) }
  }
)

/** `/// kind | Title` … `///` of PyMdown, with options as indented YAML. */
export const slashBlocks = blockExtension(
  'slashBlock',
  / {0,3}\/{3,}[ \t]+[a-z]/,
  (text): Construct | undefined => {
    const head = /^ {0,3}(\/{3,})[ \t]+([a-z][\w-]*)[ \t]*(?:\|[ \t]*(.*?))?[ \t]*(?:\n|$)/.exec(
      text
    )
    if (head === null) return undefined
    const [first, mark = '', kind = '', said = ''] = head
    const closing = new RegExp(`^ {0,3}${mark}[ \\t]*$`, 'm')
    const rest = text.slice(first.length)
    const end = closing.exec(rest)
    if (end === null) return undefined
    const body = rest.slice(0, end.index).replace(/^(?: {4}[\w-]+:[^\n]*\n)+/, '')
    const raw = text.slice(0, first.length + end.index + end[0].length)
    if (kind === 'html') return { raw, pieces: [{ kind: 'markdown', text: body }] }
    const title = said === '' ? (isAdmonition(kind) ? null : '') : said
    return { raw, pieces: admonition(kind, title, body) }
  }
)
