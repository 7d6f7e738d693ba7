/** A fence: its indentation, its marks and what stands behind them. */
const fence = /^(?<indent>[ \t>]*)(?<marks>`{3,}|~{3,})(?<info>[^`]*)$/

/** What is no program: diagrams and what other fences hold are documentation of another kind. */
const noCode =
  /^\{?\s*(?:mermaid|math|note|warning|tip|admonition|toctree|eval-rst|include|figure|image|myst-example|autodoc2|list-table)\b|^:{3,}/i

/** The fenced code blocks of a Markdown text, without their fences and the annotations that dialects put into them. */
export function codeBlocks(markdown: string): string[] {
  const blocks: string[] = []
  let open: { marks: string; indent: number; info: string; lines: string[] } | null = null
  for (const line of markdown.split('\n')) {
    const { indent = '', marks = '', info = '' } = fence.exec(line)?.groups ?? {}
    if (open === null) {
      if (marks !== '') open = { marks, indent: indent.length, info: info.trim(), lines: [] }
    } else if (marks.startsWith(open.marks) && info.trim() === '') {
      if (!noCode.test(open.info)) blocks.push(open.lines.join('\n'))
      open = null
    } else open.lines.push(line.slice(Math.min(open.indent, line.length)))
  }
  return blocks.filter((block) => !hasDirectives.test(block))
}

/** Marks that a dialect takes out of code: highlighted, added, removed, folded lines; what another file holds. */
const hasDirectives =
  /\[!code|\/\/ highlight-|\(\d+\)!|\u001b\[|^\s*:[\w-]+:|--8<--|^<<<|\{\{|<!--|^\s*(?:import|export) .* from '@site/m
