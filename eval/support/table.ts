/** Rows as a table for a terminal: text to the left, numbers to the right. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[]
): string {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? shown(cell) : cell))
  )
  const widths = head.map((title, i) =>
    Math.max(title.length, ...cells.map((row) => (row[i] ?? '').length))
  )
  const line = (row: readonly string[], source?: readonly (string | number)[]) =>
    row
      .map((cell, i) =>
        typeof source?.[i] === 'number'
          ? cell.padStart(widths[i] ?? 0)
          : cell.padEnd(widths[i] ?? 0)
      )
      .join('  ')
      .trimEnd()
  return [
    line(head),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...cells.map((row, i) => line(row, rows[i]))
  ].join('\n')
}

function shown(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en')
  return value.toFixed(Math.abs(value) < 10 ? 3 : 1)
}
