const stackLine = /^(at |\.\.\. \d+ more|Suppressed:)/
const exceptionName =
  /^(Caused by: |Exception in thread "\w+" )?([a-z]\w*\.)+[A-Z]\w*(Exception|Error): /

/** The line of a program's output that tells most, fit for a sentence; '' where there is none. */
export function oneLine(output: string, longest = 300): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !stackLine.test(line))
  const cause = lines.findLast((line) => line.startsWith('Caused by:'))
  const error = lines.findLast((line) => / ERROR |Exception|^Error/.test(line))
  const line = (cause ?? error ?? lines.at(-1) ?? '').replace(exceptionName, '').replace(/\.$/, '')
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}
