import { existsSync, statSync } from 'node:fs'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { badInput, CairnError } from '../../src/errors.js'
import { readJsonLines } from '../retrieval/problems.js'

type Options = NonNullable<ParseArgsConfig['options']>

/** Reads a verb's flags. @throws CairnError BAD_INPUT for one that there is not, or that lacks its value */
export function readFlags<const T extends Options>(
  args: readonly string[],
  options: T
): ReturnType<typeof parseArgs<{ args: string[]; options: T }>>['values'] {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw badFlag(error, options)
  }
}

function badFlag(error: unknown, options: Options): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (!code.startsWith('ERR_PARSE_ARGS')) return error
  const named = /'(?:-\w, )?(--?[^' ]+|[^']+)/.exec(message)?.[1] ?? ''
  const known = Object.keys(options)
    .map((name) => `--${name}`)
    .join(', ')
  if (code.endsWith('UNKNOWN_OPTION')) return badInput('a flag', named, `one of ${known}`)
  if (code.endsWith('UNEXPECTED_POSITIONAL'))
    return badInput('a word without a flag', named, `flags only: ${known}`)
  const takes = options[named.replace(/^--/, '')]?.type === 'string'
  return badInput(named, '', takes ? 'a value after it' : 'no value')
}

/** @throws CairnError BAD_INPUT */
export function wholeNumber(flag: string, text: string, least: number): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isSafeInteger(value) && value >= least) return value
  throw badInput(flag, text, `a whole number from ${least}`)
}

/** @throws CairnError BAD_INPUT */
export function numberWithin(flag: string, text: string, most: number): number {
  const value = Number(text)
  if (text.trim() !== '' && value >= 0 && value <= most) return value
  throw badInput(flag, text, `a number from 0 to ${most}`)
}

/** A flag that a verb cannot do without. @throws CairnError BAD_INPUT */
export function needed(flag: string, value: string | undefined, expected: string): string {
  if (value !== undefined && value.trim() !== '') return value
  throw new CairnError('BAD_INPUT', `${flag} is missing; expected ${expected}.`, {
    details: { field: flag, value: value ?? null, expected }
  })
}

/** @throws CairnError BAD_INPUT where there is no such file */
export function fileAt(flag: string, path: string): string {
  if (existsSync(path) && statSync(path).isFile()) return path
  throw badInput(flag, path, 'a file that is there')
}

/** @throws CairnError BAD_INPUT where there is no such folder */
export function folderAt(flag: string, path: string): string {
  if (existsSync(path) && statSync(path).isDirectory()) return path
  throw badInput(flag, path, 'a folder that is there')
}

/** The lines of a file of JSON Lines, packed or not. @throws CairnError BAD_INPUT naming the line at fault */
export function linesOf<T>(flag: string, path: string): T[] {
  fileAt(flag, path)
  try {
    return readJsonLines<T>(path)
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    throw badInput(flag, path, `JSON Lines, packed by gzip or not (${said.slice(0, 200)})`)
  }
}
