import { parser } from '@lezer/python'

/** What a sentence of prose that happens to parse does not hold. */
const doing = [
  'AssignStatement',
  'UpdateStatement',
  'ImportStatement',
  'FunctionDefinition',
  'ClassDefinition',
  'CallExpression',
  'ReturnStatement',
  'DeleteStatement',
  'ForStatement',
  'IfStatement',
  'WithStatement'
]

/** Longer than any solution; the parser has no limit of its own. */
const longest = 20_000

/** Whether a text is a program, or part of one, and not prose: it parses without an error and does something. */
export function readsAsPython(text: string): boolean {
  if (text.length > longest) return false
  const met = new Set<string>()
  parser.parse(withoutCommonIndent(text)).iterate({
    enter: (node) => {
      met.add(node.type.isError ? 'error' : node.name)
    }
  })
  return !met.has('error') && doing.some((name) => met.has(name))
}

/** The text moved left by the indentation that all its lines share. */
export function withoutCommonIndent(text: string): string {
  const shared = commonIndent(text)
  return shared === 0
    ? text
    : text
        .split('\n')
        .map((line) => line.slice(Math.min(shared, line.length - line.trimStart().length)))
        .join('\n')
}

/** How many characters of indentation all lines share but for blank ones and comments, which Python does not count. */
export function commonIndent(text: string): number {
  const lines = text.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line))
  return lines.length === 0
    ? 0
    : Math.min(...lines.map((line) => line.length - line.trimStart().length))
}
