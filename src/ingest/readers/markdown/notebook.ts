interface Cell {
  readonly cell_type?: unknown
  readonly source?: unknown
  readonly input?: unknown
}

/**
 * A Jupyter notebook as Markdown: its text, and its code in fences, without what was put out.
 * @returns undefined where the text is no notebook
 */
export function notebookAsMarkdown(text: string): string | undefined {
  const book = parsed(text)
  const cells = cellsOf(book)
  if (book === undefined || cells === undefined) return undefined
  const language = languageOf(book)
  return cells
    .map((cell) => cellText(cell, language))
    .filter((said) => said !== '')
    .join('\n\n')
}

type Book = Readonly<Record<string, unknown>>

function parsed(text: string): Book | undefined {
  try {
    return recordOf(JSON.parse(text))
  } catch {
    return undefined
  }
}

function recordOf(value: unknown): Book | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Book)
    : undefined
}

/** Since format 4 a notebook has cells; before it had sheets of them. */
function cellsOf(book: Book | undefined): Cell[] | undefined {
  if (book === undefined || typeof book['nbformat'] !== 'number') return undefined
  const sheets: unknown = book['worksheets']
  const lists: unknown[] = Array.isArray(sheets)
    ? sheets.map((sheet) => recordOf(sheet)?.['cells'])
    : [book['cells']]
  if (!lists.every((list) => Array.isArray(list))) return undefined
  return lists.flat().flatMap((cell: unknown): Cell[] => {
    const record = recordOf(cell)
    return record === undefined ? [] : [record]
  })
}

function languageOf(book: Book): string {
  const meta = recordOf(book['metadata'])
  const name =
    recordOf(meta?.['language_info'])?.['name'] ?? recordOf(meta?.['kernelspec'])?.['language']
  return typeof name === 'string' && /^[\w+#.-]{1,30}$/.test(name) ? name : 'python'
}

function cellText(cell: Cell, language: string): string {
  const source = cell.source ?? cell.input
  const text = Array.isArray(source)
    ? source.filter((line) => typeof line === 'string').join('')
    : source
  if (typeof text !== 'string' || text.trim() === '') return ''
  if (cell.cell_type === 'markdown') return text
  if (cell.cell_type === 'heading') return `# ${text}`
  if (cell.cell_type !== 'code') return ''
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`
}
