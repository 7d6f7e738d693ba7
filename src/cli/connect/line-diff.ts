/** Unchanged lines shown around a change. */
const around = 2

interface Step {
  readonly mark: ' ' | '-' | '+'
  readonly text: string
}

/** What changes from one text to another, line by line, with a little around it; empty for equal texts. */
export function lineDiff(before: string, after: string): string {
  if (before === after) return ''
  const steps = stepsOf(linesOf(before), linesOf(after))
  const near = steps.map((_, i) =>
    steps.slice(Math.max(0, i - around), i + around + 1).some(({ mark }) => mark !== ' ')
  )
  return steps
    .flatMap(({ mark, text }, i) => {
      if (near[i] === true) return [`${mark} ${text}`]
      return near[i - 1] === true && near.indexOf(true, i) >= 0 ? ['  …'] : []
    })
    .join('\n')
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

function stepsOf(before: readonly string[], after: readonly string[]): Step[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  const most = Math.min(before.length, after.length) - head
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const same = (lines: readonly string[]): Step[] => lines.map((text) => ({ mark: ' ', text }))
  return [
    ...same(before.slice(0, head)),
    ...changed(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...same(before.slice(before.length - tail))
  ]
}

/** Above this many pairs of lines everything counts as changed: nobody reads that line by line. */
const mostPairs = 4_000_000

/** The longest common subsequence decides what stays. */
function changed(before: readonly string[], after: readonly string[]): Step[] {
  const gone = (lines: readonly string[]): Step[] => lines.map((text) => ({ mark: '-', text }))
  const come = (lines: readonly string[]): Step[] => lines.map((text) => ({ mark: '+', text }))
  if (before.length * after.length > mostPairs) return [...gone(before), ...come(after)]
  const width = after.length + 1
  const longest = new Uint32Array((before.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      longest[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const steps: Step[] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      steps.push({ mark: ' ', text: before[i] ?? '' })
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) steps.push(...gone(before.slice(i, ++i)))
    else steps.push(...come(after.slice(j, ++j)))
  }
  return [...steps, ...gone(before.slice(i)), ...come(after.slice(j))]
}
