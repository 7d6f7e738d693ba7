const token = /[A-Za-z_]\w*|\d+(?:\.\d+)?|'[^'\n]*'|"[^"\n]*"|[^\s\w]/g
const comment = /(^|[^'"])#[^\n]*/g

/** Code as its words and marks: without comments, blanks and line ends. */
export function codeTokens(code: string): string[] {
  return code.replace(comment, '$1').match(token) ?? []
}

const keywords = new Set(
  'and as assert async await break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return True try while with yield'.split(
    ' '
  )
)

/** Names that stand for libraries by custom. */
const customary = new Set(['np', 'pd', 'plt', 'sns', 'tf', 'torch', 'sp', 'sklearn', 'scipy'])

/** The same with every variable called alike, so that renaming hides nothing. */
export function namelessTokens(code: string): string[] {
  const tokens = codeTokens(code)
  return tokens.map((word, at) => {
    const isName = /^[A-Za-z_]/.test(word) && !keywords.has(word) && !customary.has(word)
    const isCalled = tokens[at + 1] === '('
    return isName && !isCalled && tokens[at - 1] !== '.' ? 'name' : word
  })
}

/** Every run of `size` neighbours, each once; one run of all where there are fewer. */
export function runsOf(tokens: readonly string[], size: number): Set<string> {
  const runs = new Set<string>()
  for (let at = 0; at + size <= tokens.length; at += 1)
    runs.add(tokens.slice(at, at + size).join(' '))
  return runs
}

/** The share of the first set that stands in the second; 0 where the first is empty. */
export function shareWithin(runs: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (runs.size === 0) return 0
  let common = 0
  for (const run of runs) if (others.has(run)) common += 1
  return common / runs.size
}
