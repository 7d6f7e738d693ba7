/** The last line of a program's output that says something, fit for a sentence; '' where there is none. */
export function oneLine(output: string, longest = 300): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at ') && !line.startsWith('... '))
  const cause = lines.findLast((line) => line.startsWith('Caused by:'))
  const error = lines.findLast((line) => / ERROR |Exception|^Error/.test(line))
  const line = cause ?? error ?? lines.at(-1) ?? ''
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}
