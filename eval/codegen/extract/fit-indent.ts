import { commonIndent, withoutCommonIndent } from './reads-as-python.js'

/**
 * Indents a solution as the place asks that it goes to: a prompt that ends inside a function wants its lines
 * indented like the marker, any other wants none. Code that is indented so already is left as it is.
 */
export function fitIndent(code: string, prompt: string): string {
  const marker = prompt.trimEnd().split('\n').at(-1) ?? ''
  const wanted = marker.length - marker.trimStart().length
  const have = commonIndent(code)
  if (wanted === 0) return have === 0 ? code : withoutCommonIndent(code)
  if (have > 0) return code
  // A first line that lost its indentation when the reply was trimmed would not fit those below it.
  const lines = code.split('\n')
  const body = lines.slice(1).join('\n')
  const pad = ' '.repeat(wanted)
  if (commonIndent(body) >= wanted && !/:\s*(?:#.*)?$/.test(lines[0] ?? ''))
    return [pad + (lines[0] ?? ''), ...lines.slice(1)].join('\n')
  return lines.map((line) => (line.trim() === '' ? line : pad + line)).join('\n')
}
