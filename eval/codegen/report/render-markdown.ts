import type { Block } from './block.js'

/** A report as Markdown; figures are files beside it. */
export function renderMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(renderBlock).join('\n\n')}\n`
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inline(block.text)}`
    case 'text':
      return inline(block.text)
    case 'list':
      return block.items.map((item) => `- ${inline(item)}`).join('\n')
    case 'table':
      return [
        row(block.head),
        row(block.head.map((_, at) => (at === 0 ? '---' : '---:'))),
        ...block.rows.map(row)
      ].join('\n')
    case 'figure':
      return `![${inline(block.title)}](figures/${block.name}.svg)`
    case 'times':
      return `<!-- times -->\n\n${block.blocks.map(renderBlock).join('\n\n')}\n\n<!-- /times -->`
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => inline(cell).replaceAll('|', '\\|')).join(' | ')} |`
}

/** Names of models and errors come from outside: they must not become markup. */
function inline(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('<', '&lt;')
}
