import type { Block } from './blocks.js'
import { headBlock, indent, joinBlocks } from './blocks.js'
import { ignoredInText } from './html-noise.js'
import { childElements, descendants, lineText } from './html-query.js'
import type { HtmlElement, HtmlNode } from './html-tree.js'

type RenderNodes = (nodes: readonly HtmlNode[]) => Block[]

const sectionNames = new Set(['thead', 'tbody', 'tfoot'])

/**
 * A table as rows `a | b`. Tables that only lay code out are read as what they hold, and a table of
 * names under one heading (TensorFlow's arguments) as terms with indented text.
 */
export function renderTable(table: HtmlElement, render: RenderNodes): Block[] {
  const rows = rowsOf(table)
  if (holdsCode(table))
    return rows.flatMap((row) => cellsOf(row).flatMap((c) => render(c.children)))
  const caption = childElements(table).find((child) => child.name === 'caption')
  const head = caption === undefined ? [] : render([caption])
  const title = tableTitle(rows)
  if (title !== undefined) {
    return [...head, headBlock(title), ...rows.slice(1).flatMap((row) => termRow(row, render))]
  }
  const lines = rows.map((row) => rowText(row, render)).filter((line) => line !== '')
  return [...head, ...lines.map((text, at): Block => ({ kind: 'row', text, tight: at > 0 }))]
}

function rowsOf(table: HtmlElement): HtmlElement[] {
  return childElements(table).flatMap((child) => {
    if (child.name === 'tr') return [child]
    return sectionNames.has(child.name) ? rowsOf(child) : []
  })
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return childElements(row).filter((cell) => !ignoredInText(cell))
}

function holdsCode(table: HtmlElement): boolean {
  for (const element of descendants(table.children)) if (element.name === 'pre') return true
  return false
}

function tableTitle(rows: readonly HtmlElement[]): string | undefined {
  const [first] = rows
  if (first === undefined || rows.length < 2) return undefined
  const [cell, ...others] = cellsOf(first)
  if (cell?.name !== 'th' || others.length > 0 || cell.attribs['colspan'] === undefined)
    return undefined
  return lineText(cell.children)
}

function termRow(row: HtmlElement, render: RenderNodes): Block[] {
  const [name, ...texts] = cellsOf(row)
  if (name === undefined) return []
  if (texts.length === 0) return render(name.children).map((b) => ({ ...b, tight: true }))
  const term = headBlock(lineText(name.children), true)
  const inner = texts.flatMap((cell) => render(cell.children))
  return [term, ...inner.map((block) => ({ ...indent(block, '    '), tight: true }))]
}

function rowText(row: HtmlElement, render: RenderNodes): string {
  const cells = cellsOf(row).map((cell) =>
    joinBlocks(render(cell.children)).replace(/\s+/g, ' ').trim()
  )
  if (cells.every((cell) => cell === '')) return ''
  return cells.join(' | ').replace(/(?: \| )+$/, '')
}
