import type { MarkedExtension, Token, Tokens } from 'marked'
import { beginsWithTag } from '../html-tags.js'
import { escapeHtml } from './pieces.js'

/** What an inline construct becomes: code, HTML, or Markdown to go on with. */
type Inline = { readonly code: string } | { readonly html: string } | { readonly inner: string }

interface Rule {
  readonly pattern: RegExp
  /** Whether it may follow a letter or digit. */
  readonly afterWord: boolean
  read(match: RegExpExecArray): Inline | undefined
}

const attribute = String.raw`(?:[.#][\w:.-]+|[\w:@-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+))`
const codeRoles =
  /^(?:(?:py|c|cpp|js|rst|std):)?(?:func|meth|class|mod|attr|exc|obj|data|const|type|member|macro|var|property|decorator|option|envvar|code|literal|file|command|program|samp|kbd|keyword|token|confval|module|function|method)$/i

const rules: readonly Rule[] = [
  { pattern: /^\{(?:\+\+|==)([^{}]*?)(?:\+\+|==)\}/, afterWord: true, read: inner },
  { pattern: /^\{--[^{}]*?--\}/, afterWord: true, read: nothing },
  { pattern: /^\{>>[^{}]*?<<\}/, afterWord: true, read: nothing },
  { pattern: /^\{~~[^{}]*?~>([^{}]*?)~~\}/, afterWord: true, read: inner },
  // {role}`text` of MyST, :role:`text` of reStructuredText.
  { pattern: /^\{([\w:.+-]+)\}(`+)([^`][\s\S]*?)\2(?!`)/, afterWord: true, read: role },
  { pattern: /^:([a-z][\w:+-]*):(`)([^`\n]+)`/i, afterWord: false, read: role },
  // Attributes of what stands before.
  {
    pattern: new RegExp(`^\\{:?[ \\t]*${attribute}(?:[ \\t]+${attribute})*[ \\t]*\\}`),
    afterWord: true,
    read: ownId
  },
  {
    pattern: /^\{\{[ \t]*([^{}\n`]+?)[ \t]*\}\}/,
    afterWord: true,
    read: (m) => ({ code: m[1] ?? '' })
  },
  { pattern: /^==(?=\S)([^=\n]+?)(?<=\S)==(?!=)/, afterWord: false, read: inner },
  { pattern: /^\^\^(?=\S)([^^\n]+?)(?<=\S)\^\^/, afterWord: false, read: inner },
  { pattern: /^\+\+("?[a-z\d][\w"-]*(?:\+"?[\w-]+"?)*)\+\+/i, afterWord: false, read: keys },
  {
    pattern: /^\[\^([^\]\s]+)\]/,
    afterWord: true,
    read: (m) => ({ html: `[${escapeHtml(m[1] ?? '')}]` })
  },
  { pattern: /^\^\[([^\]\n]+)\]/, afterWord: true, read: (m) => ({ inner: ` (${m[1] ?? ''})` }) },
  { pattern: /^\^([^\s^[\]]{1,40})\^(?!\^)/, afterWord: true, read: raised('sup') },
  { pattern: /^~([^\s~]{1,40})~(?!~)/, afterWord: true, read: raised('sub') },
  { pattern: /^:(?:[a-z\d]+-)+[a-z\d-]+:/, afterWord: false, read: nothing },
  { pattern: /^:[a-z][a-z\d]*(?:_[a-z\d]+)*:(?![\w`])/, afterWord: false, read: nothing },
  {
    pattern: /^:([a-z][\w-]*)\[([^\]\n]+)\](?:\{[^}\n]*\})?/i,
    afterWord: false,
    read: (m) => ({ inner: m[2] ?? '' })
  },
  {
    pattern: /^\$\$?(?![\s\d$])([^$\n]*?[\\^_{=+<>][^$\n]*?|[A-Za-z])(?<!\s)\$\$?(?![\w$])/,
    afterWord: false,
    read: formula
  },
  { pattern: /^\\\(([^\n]*?[\\^_{=][^\n]*?)\\\)/, afterWord: true, read: formula },
  {
    pattern: /^\[\[([^\][|\n]+)(?:\|([^\][\n]+))?\]\]/,
    afterWord: false,
    read: (m) => ({ inner: m[2] ?? m[1] ?? '' })
  },
  { pattern: /^!\[\[([^\][|\n]+)(?:\|([^\][\n]+))?\]\]/, afterWord: false, read: nothing }
]

function inner(match: RegExpExecArray): Inline {
  return { inner: match[1] ?? '' }
}

/** An id among attributes is kept for the heading that it names. */
function ownId(match: RegExpExecArray): Inline {
  const id = /#([\w:.-]+)/.exec(match[0])?.[1]
  return { html: id === undefined ? '' : `<span class="own-id" id="${id}"></span>` }
}

function nothing(): Inline {
  return { html: '' }
}

function raised(name: 'sup' | 'sub') {
  return (match: RegExpExecArray): Inline => ({
    html: `<${name}>${escapeHtml(match[1] ?? '')}</${name}>`
  })
}

function formula(match: RegExpExecArray): Inline {
  return { html: `<span class="math">${escapeHtml(match[1] ?? '')}</span>` }
}

function keys(match: RegExpExecArray): Inline {
  const pressed = (match[1] ?? '').split('+').map((key) => key.replaceAll('"', ''))
  return { code: pressed.map((key) => key.charAt(0).toUpperCase() + key.slice(1)).join('+') }
}

/** A role says its text: `title <target>` its title, `~package.name` its last part. */
function role(match: RegExpExecArray): Inline {
  const name = (match[1] ?? '').toLowerCase()
  const said = (match[3] ?? '').trim()
  if (name === 'math') return { html: `<span class="math">${escapeHtml(said)}</span>` }
  if (name === 'sub' || name === 'sup')
    return raised(name)([said, said] as unknown as RegExpExecArray)
  if (/^(?:octicon|fa[brs]?|material\w*|icon|raw|index|eval|bdg\S*-line-none)$/.test(name))
    return nothing()
  const title = /^([\s\S]+?)\s*<[^<>]+>$/.exec(said)?.[1] ?? said.replace(/^<([^<>]+)>$/, '$1')
  if (codeRoles.test(name)) return { code: title.replace(/^!/, '').replace(/^~(?:[\w.]*\.)?/, '') }
  return { inner: title.replace(/^[!~]/, '') }
}

/** What dialects add within a line: roles, attributes, marks, keys, notes, icons and formulas. */
export const inlineDialects: MarkedExtension = {
  extensions: [
    {
      name: 'dialect',
      level: 'inline',
      start: (text) => {
        const found = text.slice(0, 4_000).search(/[<{:=^+~$]|!?\[[[^]|\\\(/)
        return found === -1 ? undefined : found
      },
      // oxlint-disable-next-line complexity -- One case for each way in which it is written.
      tokenizer(text, tokens): Tokens.Generic | undefined {
        if (text.startsWith('<')) return beginsWithTag(text) ? undefined : bareLess
        if (!/^(?:[{:=^+~$]|!?\[[[^]|\\\()/.test(text)) return undefined
        const isAfterWord = /[\p{L}\p{N}]$/u.test(tokens.at(-1)?.raw ?? '')
        for (const rule of rules) {
          if (isAfterWord && !rule.afterWord) continue
          const match = rule.pattern.exec(text)
          const read = match === null ? undefined : rule.read(match)
          if (match === null || read === undefined) continue
          return { type: 'dialect', raw: match[0], tokens: tokensOf(read, match[0], this.lexer) }
        }
        return undefined
      },
      renderer(token) {
        return this.parser.parseInline(token.tokens ?? [])
      }
    }
  ]
}

/** A `<` that begins no tag. */
const bareLess: Tokens.Generic = {
  type: 'dialect',
  raw: '<',
  tokens: [{ type: 'text', raw: '<', text: '<' }]
}

function tokensOf(
  read: Inline,
  raw: string,
  lexer: { inlineTokens(text: string): Token[] }
): Token[] {
  if ('code' in read) return [{ type: 'codespan', raw, text: read.code }]
  if ('html' in read) return [{ type: 'html', raw, text: read.html, block: false, pre: false }]
  return lexer.inlineTokens(read.inner)
}
