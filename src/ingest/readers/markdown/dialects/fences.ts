import { directivePieces } from './directives.js'
import type { Construct, Piece } from './pieces.js'
import { blockExtension, escapeHtml } from './pieces.js'

/** ```` ```{name} argument ```` of MyST: a directive between backticks, tildes or colons. */
export const fencedDirectives = blockExtension(
  'fencedDirective',
  / {0,3}(?:`{3,}|~{3,})[ \t]*\{[a-z]/i,
  (text): Construct | undefined => {
    const head = /^( {0,3})(`{3,}|~{3,})[ \t]*\{([a-z][\w:.+-]*)\}[ \t]*([^\n]*)(?:\n|$)/i.exec(
      text
    )
    if (head === null) return undefined
    const [first, margin = '', ticks = '', name = '', argument = ''] = head
    const rest = text.slice(first.length)
    const closing = new RegExp(`^ {0,3}${ticks}${ticks[0] ?? ''}*[ \\t]*$`, 'm').exec(rest)
    const body = rest
      .slice(0, closing?.index ?? rest.length)
      .replace(new RegExp(`^ {0,${String(margin.length)}}`, 'gm'), '')
    const end = closing === null ? text.length : first.length + closing.index + closing[0].length
    return { raw: text.slice(0, end), pieces: directivePieces({ name, argument, body }) }
  }
)

export interface FenceInfo {
  readonly language: string
  /** File name or label that the fence gives the code; '' where it gives none. */
  readonly title: string
}

/** What stands after the backticks of a fence, in the ways of all dialects. */
export function readFenceInfo(info: string): FenceInfo {
  const text = info.trim()
  const braced = /^\{([^}]*)\}/.exec(text)?.[1]
  const first = braced ?? text
  const language =
    braced === undefined
      ? (/^[^\s{,[:=]+/.exec(first)?.[0] ?? '')
      : (/(?:^|\s)[.=]?([A-Za-z][\w+#-]*)/.exec(first)?.[1] ?? '')
  return { language: /^[\w+#.-]+$/.test(language) ? language : '', title: titleIn(text) }
}

function titleIn(text: string): string {
  const said =
    /(?:title|filename|caption|file|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|\{?["']([^"']*)["']\}?)/.exec(
      text
    )
  if (said !== null) return (said[1] ?? said[2] ?? said[3] ?? '').trim()
  return /\[([^\][]+)\]\s*(?:\{[^}]*\}\s*)?$/.exec(text)?.[1]?.trim() ?? ''
}

/** Code as HTML, its title above it, without the marks that tell a renderer what to light up. */
export function codeHtml({ text, lang = '' }: { text: string; lang?: string | undefined }): string {
  const { language, title } = readFenceInfo(lang)
  const head = title === '' ? '' : `<p class="admonition-title">${escapeHtml(title)}</p>\n`
  const code = escapeHtml(withoutMarks(text, lang))
  const name = language === '' ? '' : ` class="language-${language}"`
  return `${head}<pre><code${name}>${code}\n</code></pre>\n`
}

const comment = '(?://|#|--|/\\*|<!--|\\{/\\*|;|%)'
const endOfComment = '(?:\\*/\\}|\\*/|-->)?'
const inlineMark = new RegExp(
  `[ \\t]*${comment}[ \\t]*(?:\\[!code[^\\]]*\\]|\\(\\d+\\)!?)[ \\t]*${endOfComment}[ \\t]*$`,
  'gm'
)
const lineMark = new RegExp(
  `^[ \\t]*${comment}[ \\t]*(?:highlight-(?:next-line|start|end)|This-will-error|--8<-- \\[(?:start|end)[^\\]]*\\]|#(?:end)?region\\b.*|(?:end)?region snippet.*)[ \\t]*${endOfComment}[ \\t]*\\n?`,
  'gm'
)

function withoutMarks(code: string, info: string): string {
  const bare = code.replace(lineMark, '').replace(inlineMark, '')
  return /\btwoslash\b/.test(info)
    ? bare.replace(/^[ \t]*\/\/[ \t]*(?:@\w+:?.*|---cut(?:-\w+)?---|\^[?|].*)\n?/gm, '')
    : bare
}

/** `$$` … `$$` and `\[` … `\]`: a formula. */
export const formulas = blockExtension(
  'formula',
  / {0,3}(?:\$\$|\\\[)/,
  (text): Construct | undefined => {
    const match =
      /^ {0,3}(?:\$\$([\s\S]+?)\$\$|\\\[([\s\S]+?)\\\])[ \t]*(?:\([\w:-]+\))?[ \t]*(?:\{#[\w:-]+\})?[ \t]*(?:\n|$)/.exec(
        text
      )
    const tex = match?.[1] ?? match?.[2]
    if (match === null || tex === undefined || /\n[ \t]*\n/.test(tex)) return undefined
    const piece: Piece = {
      kind: 'html',
      text: `<div class="math">${escapeHtml(tex.trim())}</div>\n`
    }
    return { raw: match[0], pieces: [piece] }
  }
)
