import type { MarkedExtension, RendererThis, Token, Tokens, TokenizerThis } from 'marked'

/** What a construct of a dialect is made of. */
export type Piece =
  | { readonly kind: 'markdown'; readonly text: string }
  /** A line above what follows, such as the name of a tab. */
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string; readonly info: string }
  | { readonly kind: 'html'; readonly text: string }
  | { readonly kind: 'terms'; readonly terms: readonly string[]; readonly text: string }

/** A construct at the beginning of a text: how much of it, and what it holds. */
export interface Construct {
  readonly raw: string
  readonly pieces: readonly Piece[]
}

export type ReadConstruct = (text: string) => Construct | undefined

const deepest = 16
const depths = new WeakMap<object, number>()

/**
 * A block of a dialect as an extension of the parser. `begins` must match where the construct may
 * begin, at the beginning of a line.
 */
export function blockExtension(name: string, begins: RegExp, read: ReadConstruct): MarkedExtension {
  const start = new RegExp(`(?:^|\\n)(?=${begins.source})`, begins.flags)
  const here = new RegExp(`^(?:${begins.source})`, begins.flags)
  return {
    extensions: [
      {
        name,
        level: 'block',
        start: (text) => startIn(text, start),
        tokenizer(text): Tokens.Generic | undefined {
          return tokenize(this, { name, text, begins: here, read })
        },
        renderer(this: RendererThis, token): string {
          return `<div>${this.parser.parse(token.tokens ?? [])}</div>\n`
        }
      }
    ]
  }
}

/** Looked for as far as the paragraph goes: the parser asks once for each. */
function startIn(text: string, start: RegExp): number | undefined {
  const blank = text.indexOf('\n\n')
  const found = (blank === -1 ? text : text.slice(0, blank)).search(start)
  if (found === -1) return undefined
  return text[found] === '\n' ? found + 1 : found
}

function tokenize(
  context: TokenizerThis,
  what: { name: string; text: string; begins: RegExp; read: ReadConstruct }
): Tokens.Generic | undefined {
  const { name, text, begins, read } = what
  if (!begins.test(text)) return undefined
  const { lexer } = context
  const depth = depths.get(lexer) ?? 0
  if (depth >= deepest) return undefined
  const found = read(text)
  if (found === undefined || found.raw === '') return undefined
  depths.set(lexer, depth + 1)
  try {
    const tokens = found.pieces.flatMap((piece) => tokensOf(piece, lexer))
    return { type: name, raw: found.raw, tokens }
  } finally {
    depths.set(lexer, depth)
  }
}

type Lexer = TokenizerThis['lexer']

function tokensOf(piece: Piece, lexer: Lexer): Token[] {
  switch (piece.kind) {
    case 'markdown': {
      const tokens: Token[] = []
      const { top } = lexer.state
      lexer.state.top = true
      lexer.blockTokens(piece.text, tokens)
      lexer.state.top = top
      return tokens
    }
    case 'code':
      return [{ type: 'code', raw: piece.text, text: piece.text, lang: piece.info }]
    case 'html':
      return [{ type: 'html', raw: piece.text, text: piece.text, block: true, pre: false }]
    case 'title':
      return [line(piece.text, 'headline', lexer)]
    case 'terms':
      return [
        ...piece.terms.map((term) => line(term, 'term', lexer)),
        html('<dd>'),
        ...tokensOf({ kind: 'markdown', text: piece.text }, lexer),
        html('</dd>')
      ]
  }
}

function html(text: string): Token {
  return { type: 'html', raw: text, text, block: true, pre: false }
}

function line(text: string, type: string, lexer: Lexer): Token {
  const tokens: Token[] = []
  lexer.inline(text, tokens)
  return { type, raw: text, text, tokens }
}

/** How lines above and terms are set. */
export const lines: MarkedExtension = {
  extensions: [
    {
      name: 'headline',
      renderer(token) {
        return `<p class="admonition-title">${this.parser.parseInline(token.tokens ?? [])}</p>\n`
      }
    },
    {
      name: 'term',
      renderer(token) {
        return `<dt>${this.parser.parseInline(token.tokens ?? [])}</dt>\n`
      }
    }
  ]
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The lines from the first on that are indented by so much or blank, and what they say without the indent. */
export function indented(lines: readonly string[], width: number): { count: number; text: string } {
  let count = 0
  let end = 0
  for (const line of lines) {
    const indent = line.search(/\S/)
    if (indent !== -1 && indent < width) break
    count++
    if (indent !== -1) end = count
  }
  const text = lines
    .slice(0, end)
    .map((line) => line.slice(Math.min(width, Math.max(0, line.search(/\S/)))))
    .join('\n')
  return { count: end, text }
}

/** The first lines of a text as they stand, with their line end. */
export function firstLines(text: string, count: number): string {
  let end = 0
  for (let n = 0; n < count; n++) {
    const next = text.indexOf('\n', end)
    if (next === -1) return text
    end = next + 1
  }
  return text.slice(0, end)
}
