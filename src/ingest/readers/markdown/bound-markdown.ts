const deepestIndent = 100
const mostCells = 2_000_000

/**
 * Takes from Markdown what would cost the parser more than its length: lists nested by more than a
 * hundred spaces lie as deep as that, and tables that would have millions of cells are read as text.
 */
export function boundMarkdown(text: string): string {
  const lines = text.split('\n')
  const bounded = lines.map((line) => {
    if (/^[\s|:-]*\|[\s|:-]*$/.test(line) && columns(line) * lines.length > mostCells) return ''
    const indent = line.search(/\S/)
    return indent > deepestIndent ? line.slice(indent - deepestIndent) : line
  })
  return bounded.join('\n')
}

function columns(line: string): number {
  return line.split('|').length
}
