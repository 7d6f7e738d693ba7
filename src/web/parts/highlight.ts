import { parser as javascript } from '@lezer/javascript'
import { parser as python } from '@lezer/python'
import { highlightCode, tagHighlighter, tags } from '@lezer/highlight'

export interface Token {
  readonly text: string
  /** Class of the style sheet, empty for plain text. */
  readonly style: string
}

const styles = tagHighlighter([
  { tag: [tags.keyword, tags.self, tags.operatorKeyword], class: 'k' },
  { tag: [tags.string, tags.special(tags.string)], class: 's' },
  { tag: [tags.number, tags.bool, tags.null], class: 'n' },
  { tag: tags.comment, class: 'c' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], class: 'f' },
  { tag: [tags.className, tags.typeName, tags.definition(tags.variableName)], class: 'd' }
])

/** Longer code is shown plain, so that a page never stands still. */
const mostHighlighted = 60_000

const parsers = {
  python: python,
  javascript: javascript.configure({ dialect: 'ts jsx' })
} as const

export type Language = keyof typeof parsers

/** What a text most likely is; Python unless something speaks for JavaScript. */
export function languageOf(text: string): Language {
  const signs = /(\bconst |\blet |=>|;\s*$|\bfunction\b|\bimport .+ from ['"]|\brequire\(|===)/m
  return signs.test(text) ? 'javascript' : 'python'
}

/** Lines of tokens. */
export function highlightLines(text: string, language: Language): Token[][] {
  if (text.length > mostHighlighted) {
    return text.split('\n').map((line) => [{ text: line, style: '' }])
  }
  const lines: Token[][] = [[]]
  highlightCode(
    text,
    parsers[language].parse(text),
    styles,
    (token, style) => lines.at(-1)?.push({ text: token, style }),
    () => lines.push([])
  )
  return lines
}
