/** A fence: its indentation, its marks and what stands behind them. */
const fence = /^(?<indent>[ \t>]*)(?<marks>`{3,}|~{3,})(?<info>[^`]*)$/

/** What is no program: diagrams and what other fences hold are documentation of another kind. */
const noCode =
  /^\{?\s*(?:mermaid|math|note|warning|tip|admonition|toctree|eval-rst|include|figure|image|myst-example|autodoc2|list-table)\b|^:{3,}/i

interface Open {
  readonly marks: string
  readonly indent: number
  readonly info: string
  readonly lines: string[]
}

/** The fenced code blocks of a Markdown text, without their fences and the annotations that dialects put into them. */
export function codeBlocks(markdown: string): string[] {
  const blocks: string[] = []
  let open: Open | null = null
  for (const line of markdown.split('\n')) {
    if (open === null) open = openedBy(line)
    else if (isEnd(line, open)) {
      blocks.push(...codeOf(open))
      open = null
    } else open.lines.push(line.slice(Math.min(open.indent, line.length)))
  }
  return blocks
}

function openedBy(line: string): Open | null {
  const { indent = '', marks = '', info = '' } = fence.exec(line)?.groups ?? {}
  return marks === '' ? null : { marks, indent: indent.length, info: info.trim(), lines: [] }
}

function isEnd(line: string, { marks }: Open): boolean {
  const end = openedBy(line)
  return end !== null && end.marks.startsWith(marks) && end.info === ''
}

function codeOf({ info, lines }: Open): string[] {
  const block = lines.join('\n')
  const isCode = !noCode.test(info) && !hasDirectives.test(block) && !block.includes(escape)
  return isCode ? [block] : []
}

/** Begins the codes of a terminal, which no text keeps. */
const escape = String.fromCharCode(27)

/** Marks that a dialect takes out of code: highlighted, added, removed, folded lines; what another file holds. */
const hasDirectives =
  /\[!code|\/\/ highlight-|\(\d+\)!|^\s*:[\w-]+:|--8<--|^<<<|\{\{|<!--|^\s*(?:import|export) .* from '@site/m
