const fence = /^ {0,3}(`{3,}|~{3,})/
const tag =
  /<\/?(?:[A-Z][\w.]*|[a-z]+\.[\w.]+)?(?:\s+(?:[^<>{}"'`]|"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\})*)?\/?>/g

/**
 * MDX as Markdown: imports, exports, comments and component tags are taken out, what components say
 * in their titles and labels is kept as text. Code is left alone.
 */
export function stripMdx(text: string): string {
  let open = ''
  let inModule = false
  const lines = text.split('\n').map((line) => {
    const mark = fence.exec(line)?.[1] ?? ''
    if (open !== '') {
      if (mark.startsWith(open)) open = ''
      return line
    }
    if (mark !== '') {
      open = mark
      return line
    }
    inModule = inModule
      ? line.trim() !== ''
      : /^(?:import\s+[\w{*'"]|export\s+(?:const|default|function|let|var|\{|\*))/.test(line)
    return inModule ? '' : stripLine(line)
  })
  return lines.join('\n')
}

function stripLine(line: string): string {
  return line
    .split(/(`[^`]*`)/)
    .map((piece) => (piece.startsWith('`') ? piece : stripPiece(piece)))
    .join('')
}

function stripPiece(piece: string): string {
  return piece.replace(/\{\/\*.*?\*\/\}/g, '').replace(tag, (whole) => {
    const said = /\s(?:title|label|summary)=["']([^"']+)["']/.exec(whole)?.[1]
    return said === undefined ? '' : `**${said}** `
  })
}
