/** Characters that cannot stand in a page, for where components opened and closed on lines of their own. */
export const marks = { open: '\u0002', close: '\u0003', any: /[\u0002\u0003]/g } as const // oxlint-disable-line no-control-regex

const deepest = 100

/** Takes away the indent that lines have because they stand in components, and the marks of these. */
export function dedentComponents(text: string): string {
  if (!text.includes(marks.open) && !text.includes(marks.close)) return text
  /** Indents to take, from the outermost in; undefined until a line says it. */
  const open: { at: number; width: number | undefined }[] = []
  const lines = text.split('\n').map((line) => {
    if (line.includes(marks.close)) open.pop()
    const indent = line.search(/\S/)
    const inner = open.at(-1)
    if (inner !== undefined && inner.width === undefined && indent !== -1)
      inner.width = Math.max(0, indent - inner.at)
    const taken = open.reduce((sum, { width = 0 }) => sum + width, 0)
    const clean = line.replaceAll(marks.any, '').slice(Math.min(taken, Math.max(0, indent)))
    if (line.includes(marks.open) && open.length < deepest)
      open.push({ at: Math.max(0, indent), width: undefined })
    return clean
  })
  return lines.join('\n')
}
