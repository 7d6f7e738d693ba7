import { diffLines } from 'diff'

/** What stands between a failed and a passed attempt, where it is small enough to be said. */
export interface CodeChange {
  readonly removed: string
  readonly added: string
  /** Name of the function that the changed line calls. */
  readonly callee: string
  /** Lines that differ. */
  readonly size: number
}

const mostLines = 400
const mostChanged = 4

/** The change from `failed` to `passed`; undefined where more than a few lines differ, or other code stands in their place. */
export function codeChange(failed: string, passed: string): CodeChange | undefined {
  const [before, after] = [bareLines(failed), bareLines(passed)]
  if (before.length > mostLines || after.length > mostLines) return undefined
  const parts = diffLines(before.join('\n'), after.join('\n'), { timeout: 200 })
  if (parts === undefined) return undefined
  const removed = parts.filter((part) => part.removed).flatMap(({ value }) => linesOf(value))
  const added = parts.filter((part) => part.added).flatMap(({ value }) => linesOf(value))
  const size = removed.length + added.length
  const isSmall =
    added.length > 0 && removed.length <= mostChanged / 2 && added.length <= mostChanged / 2
  if (!isSmall) return undefined
  if (removed.length > 0 && !isEdit(removed.join('\n'), added.join('\n'))) return undefined
  const callee = calleeOf(removed.join('\n'), added.join('\n'))
  if (callee === undefined) return undefined
  return { removed: removed.join('\n').trim(), added: added.join('\n').trim(), callee, size }
}

/** Of what both hold, in tokens (Dice); beneath it, one program stands in place of another. */
const leastShared = 0.5

/** Whether what was added is what was removed, changed: most of its names, numbers and signs stay. */
function isEdit(removed: string, added: string): boolean {
  const [before, after] = [tokensOf(removed), tokensOf(added)]
  const left = [...before]
  const shared = after.filter((token) => {
    const at = left.indexOf(token)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return (2 * shared.length) / (before.length + after.length) >= leastShared
}

/**
 * Whether the same calls with the same arguments by name stand in both, so that values alone differ: where a test
 * judged, that tells what this task wanted and nothing of the call.
 */
export function isOfValuesAlone({ removed, added }: CodeChange): boolean {
  return removed !== '' && shapeOf(removed) === shapeOf(added)
}

/** The functions, members and arguments by name that code writes, in order. */
function shapeOf(code: string): string {
  const names = code
    .replace(/(["'])(?:(?!\1).)*\1/g, '')
    .matchAll(/\.?\b[A-Za-z_]\w*(?=\()|\.[A-Za-z_]\w*|[(,]\s*([A-Za-z_]\w*)=(?!=)/g)
  return [...names].map(([whole, keyword]) => keyword ?? whole).join(' ')
}

/** Names, numbers and texts of code, without its punctuation, which is alike everywhere. */
function tokensOf(code: string): string[] {
  return code.match(/[A-Za-z_]\w*|\d+(?:\.\d+)?|(["'])(?:(?!\1).)*\1/g) ?? []
}

/** Without comments, blank lines and indentation, which change nothing that a note would tell. */
function bareLines(code: string): string[] {
  return code
    .split('\n')
    .map((line) => line.replace(/\s#\s.*$|^#.*$/, '').trim())
    .filter((line) => line !== '')
}

function linesOf(value: string): string[] {
  return value.split('\n').filter((line) => line.trim() !== '')
}

/** The innermost call whose arguments differ, else the last one called. */
function calleeOf(removed: string, added: string): string | undefined {
  const before = new Set(callsIn(removed).map(({ whole }) => whole))
  const changed = callsIn(added).filter(({ whole }) => !before.has(whole))
  return changed.at(-1)?.name
}

export function callsIn(code: string): { readonly name: string; readonly whole: string }[] {
  const found: { name: string; whole: string }[] = []
  for (const match of code.matchAll(/([A-Za-z_]\w*)\(/g)) {
    const from = match.index
    let depth = 0
    let to = from + match[0].length - 1
    for (; to < code.length; to += 1) {
      if (code[to] === '(') depth += 1
      if (code[to] === ')') depth -= 1
      if (depth === 0) break
    }
    found.push({ name: match[1] ?? '', whole: code.slice(from, to + 1) })
  }
  return found
}

/** The change in words: an argument that came in, or what became what. */
export function changeText({ removed, added, callee }: CodeChange, error: string | null): string {
  const failed = error === null ? 'failed' : `failed with ${error}`
  const one = argumentOf({ removed, added, callee })
  if (one !== undefined) return `without \`${one}\` it ${failed}, with it passed`
  if (removed === '') return `without the line \`${oneLine(added)}\` it ${failed}, with it passed`
  return `\`${oneLine(removed)}\` ${failed}; \`${oneLine(added)}\` passed`
}

/** The one argument of the callee that was added, all others being the same. */
function argumentOf({
  removed,
  added,
  callee
}: Pick<CodeChange, 'removed' | 'added' | 'callee'>): string | undefined {
  const of = (code: string) => callsIn(code).find(({ name }) => name === callee)?.whole
  const [before, after] = [of(removed), of(added)]
  if (before === undefined || after === undefined) return undefined
  const [had, has] = [argumentsOf(before), argumentsOf(after)]
  const extra = has.filter((one) => !had.includes(one))
  return extra.length === 1 && had.every((one) => has.includes(one)) ? extra[0] : undefined
}

function argumentsOf(call: string): string[] {
  const inner = call.slice(call.indexOf('(') + 1, -1)
  const found: string[] = []
  let depth = 0
  let at = 0
  for (let i = 0; i <= inner.length; i += 1) {
    const c = inner[i] ?? ','
    if ('([{'.includes(c)) depth += 1
    if (')]}'.includes(c)) depth -= 1
    if (c === ',' && depth <= 0) {
      found.push(inner.slice(at, i).trim())
      at = i + 1
    }
  }
  return found.filter((one) => one !== '')
}

function oneLine(code: string): string {
  const line = code
    .replace(/`/g, "'")
    .replace(/\s*\n\s*/g, ' ; ')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > 140 ? `${line.slice(0, 139)}…` : line
}
