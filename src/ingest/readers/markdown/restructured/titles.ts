import type { Lines } from './page.js'
import { isBlank, isIndented } from './page.js'

export interface Title {
  readonly text: string
  /** The mark that it is underlined with, and whether it is overlined too. */
  readonly style: string
  readonly end: number
}

/** The mark that a line repeats, such as `=` in `=====`; undefined where it is no such line. */
export function ruleMark(line: string | undefined): string | undefined {
  return line === undefined ? undefined : /^([!-/:-@[-`{-~])\1*$/.exec(line)?.[1]
}

/** The title that begins at a line, or undefined. */
export function titleAt(lines: Lines, at: number): Title | undefined {
  const line = lines[at] ?? ''
  if (line.length > 1 && ruleMark(line) !== undefined) return overlinedAt(lines, at)
  const under = mayBeTitle(line) ? underlineOf(line, lines[at + 1] ?? '') : undefined
  return under === undefined ? undefined : { text: line, style: under, end: at + 2 }
}

function overlinedAt(lines: Lines, at: number): Title | undefined {
  const text = (lines[at + 1] ?? '').trim()
  const mark = lines[at]?.charAt(0) ?? ''
  const isWhole = lines[at + 2] === lines[at] && text !== '' && ruleMark(text) === undefined
  return isWhole ? { text, style: mark + mark, end: at + 3 } : undefined
}

function mayBeTitle(line: string): boolean {
  return !isBlank(line) && !isIndented(line) && !line.startsWith('.. ')
}

/** `::` and runs of a few signs underline nothing, if they are shorter than what stands above them. */
function underlineOf(line: string, below: string): string | undefined {
  const isShort = below.length < 4 && below.length < line.length
  return isShort || below === '::' || below === '..' ? undefined : ruleMark(below)
}
