import { readFileSync } from 'node:fs'
import { format, type FormatConfig } from 'oxfmt'

/**
 * Generated code in the form of all other code here.
 * @throws Error where it is no code
 */
export async function tidy(path: string, text: string): Promise<string> {
  const { $schema: _, ...style } = JSON.parse(
    readFileSync('.oxfmtrc.json', 'utf8')
  ) as FormatConfig & { $schema: string }
  const { code, errors } = await format(path, text, style)
  const [error] = errors
  if (error !== undefined) throw new Error(`${path}: ${error.message}`)
  return code
}
