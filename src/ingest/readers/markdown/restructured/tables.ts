import { inlineHtml } from './inline.js'
import { bulletItems } from './lists.js'
import type { Lines, Page, ReadBlock } from './page.js'
import { dedented, isBlank, trimmed } from './page.js'

/** A table with more columns is a drawing. */
const mostColumns = 64

/** Cells of rows: the lines of each. */
type Row = readonly Lines[]

function tableHtml(rows: readonly Row[], heads: number, page: Page): string {
  const html = rows.map((row, at) => {
    const name = at < heads ? 'th' : 'td'
    const cells = row.map((cell) => `<${name}>${page.blocks(trimmed(dedented(cell)))}</${name}>`)
    return `<tr>${cells.join('')}</tr>\n`
  })
  return rows.length === 0 ? '' : `<table>\n${html.join('')}</table>\n`
}

/** `+---+` above and below the rows. */
export function gridTableAt(lines: Lines, at: number, page: Page): ReadBlock | undefined {
  const border = lines[at] ?? ''
  if (!/^\+-[-+]*-\+$/.test(border)) return undefined
  let end = at
  while (/^[+|]/.test(lines[end] ?? '')) end++
  const starts = [...border.matchAll(/\+/g)].map(({ index }) => index)
  if (end - at < 3 || starts.length > mostColumns + 1) return undefined
  const { rows, heads } = gridRows(lines.slice(at + 1, end), starts)
  return { html: tableHtml(rows, heads, page), end }
}

function gridRows(lines: Lines, starts: readonly number[]) {
  const rows: string[][][] = []
  let heads = 0
  let row: string[][] = []
  for (const line of lines) {
    if (/^\+[-=+]|[+|][-=]{2,}\+$/.test(line)) {
      if (row.length > 0) rows.push(row)
      if (line.startsWith('+=')) heads = rows.length
      row = []
    } else addLine(row, line, starts)
  }
  return { rows, heads }
}

/** Cuts a line of a grid at its columns; one that has no bar there goes over several. */
function addLine(row: string[][], line: string, starts: readonly number[]): void {
  let from = 0
  for (let column = 1; column < starts.length; column++) {
    const to = starts[column] ?? line.length
    const isEdge =
      line.charAt(to) === '|' || line.charAt(to) === '+' || column === starts.length - 1
    if (!isEdge) continue
    while (row.length <= from) row.push([])
    row[from]?.push(line.slice((starts[from] ?? 0) + 1, to).trimEnd())
    from = column
  }
}

/** Columns under and over lines of `=`, with a space between them. */
export function simpleTableAt(lines: Lines, at: number, page: Page): ReadBlock | undefined {
  const border = lines[at] ?? ''
  if (!isBorder(border)) return undefined
  const starts = [...border.matchAll(/=+/g)].map(({ index }) => index)
  const borders = bordersFrom(lines, at)
  const last = borders.at(-1)
  if (last === undefined || starts.length > mostColumns) return undefined
  const middle = borders.length > 1 ? (borders[0] ?? at) : at
  const heads = simpleRows(lines.slice(at + 1, middle), starts)
  const rows = simpleRows(lines.slice(middle + 1, last), starts)
  return { html: tableHtml([...heads, ...rows], heads.length, page), end: last + 1 }
}

/** A line that has nothing in the first column goes on with the row above it. */
function simpleRows(lines: Lines, starts: readonly number[]): Row[] {
  const rows: string[][][] = []
  for (const line of lines) {
    if (/^[- ]*$/.test(line)) continue
    const cells = cellsOf(line, starts)
    const last = cells[0] === '' ? rows.at(-1) : undefined
    if (last === undefined) rows.push(cells.map((cell) => [cell]))
    else for (const [column, cell] of cells.entries()) last[column]?.push(cell)
  }
  return rows
}

function isBorder(line: string): boolean {
  return /^=+(?: +=+)+$/.test(line)
}

/** The lines of `=` that belong to the table: the last has a blank line after it, as has none but the first two. */
function bordersFrom(lines: Lines, at: number): number[] {
  const found: number[] = []
  for (let n = at + 1; n < lines.length && found.length < 2; n++) {
    if (!isBorder(lines[n] ?? '')) continue
    found.push(n)
    if (isBlank(lines[n + 1])) break
  }
  return found
}

/** Cuts a line at its columns; text that goes on over the gap between two stands in the first. */
function cellsOf(line: string, starts: readonly number[]): string[] {
  const cells: string[] = starts.map(() => '')
  let from = 0
  for (let column = 1; column <= starts.length; column++) {
    const to = starts[column]
    const isOver = to !== undefined && line.charAt(to - 1).trim() !== ''
    if (isOver) continue
    cells[from] = line.slice(starts[from] ?? 0, to).trim()
    from = column
  }
  return cells
}

interface Listed {
  readonly title: string
  /** How many rows are heads, or the head itself. */
  readonly head: string | undefined
  readonly lines: Lines
}

/** A list of lists. */
export function listTableHtml({ title, head, lines }: Listed, page: Page): string {
  const rows = bulletItems(lines).map((item) => bulletItems(item))
  return captionHtml(title, page) + tableHtml(rows, Number(head) || 0, page)
}

/** Values with commas between them, in quotation marks where they have some of their own. */
export function csvTableHtml({ title, head, lines }: Listed, page: Page): string {
  const rows = [...(head === undefined ? [] : [head]), ...joined(lines)].map(valuesOf)
  return captionHtml(title, page) + tableHtml(rows, head === undefined ? 0 : 1, page)
}

/** A value in quotation marks may go over several lines. */
function joined(lines: Lines): string[] {
  const out: string[] = []
  let isOpen = false
  let parts: string[] = []
  for (const line of lines) {
    parts.push(line)
    if ((line.split('"').length - 1) % 2 === 1) isOpen = !isOpen
    if (isOpen) continue
    out.push(parts.join('\n'))
    parts = []
  }
  return [...out, parts.join('\n')].filter((row) => row.trim() !== '')
}

function valuesOf(row: string): string[][] {
  const values = row.matchAll(/\s*(?:"((?:[^"]|"")*)"[^,]*|([^,]*))(?:,|$)/g)
  const all = [...values].map(
    ([, quoted, bare = '']) => quoted?.replaceAll('""', '"') ?? bare.trim()
  )
  // The end of the row matches once more.
  if (all.at(-1) === '') all.pop()
  return all.slice(0, mostColumns).map((value) => value.split('\n'))
}

function captionHtml(title: string, page: Page): string {
  return title === '' ? '' : `<p class="admonition-title">${inlineHtml(title, page)}</p>\n`
}
