import { extractCode as codeIn } from '../extract/extract-code.js'
import { fitIndent } from '../extract/fit-indent.js'
import type { CodeProblem } from '../problems.js'

/** The code of a reply as it goes into the program; null where there is none. */
export function extractCode(reply: string, { prompt }: Pick<CodeProblem, 'prompt'>): string | null {
  const { code } = codeIn(reply)
  return code.trim() === '' ? null : fitIndent(code, prompt)
}
