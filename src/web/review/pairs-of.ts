import type { InsightSource } from './review-types.js'

/** An attempt that has code. */
export type WithCode = InsightSource & { readonly code: string }

/** An attempt that failed and one that passed at the same problem. */
export interface Pair {
  readonly problem: string
  readonly fail: WithCode
  readonly pass: WithCode
}

/**
 * One pair for each problem at which somebody failed and somebody passed, those first that show what the claim is about:
 * the passed attempt is one that it was drawn from and names it, the failed one shares the most lines with it.
 */
export function pairsOf(attempts: readonly WithCode[], about: readonly string[]): Pair[] {
  const names = about.map((name) => name.split('.').at(-1) ?? name)
  const tells = ({ code, own }: WithCode) =>
    (own ? 2 : 0) + (names.some((name) => code.includes(name)) ? 1 : 0)
  const problems = new Set(attempts.flatMap(({ problem }) => problem ?? []))
  const pairs = [...problems].flatMap((problem): Pair[] => {
    const at = attempts.filter((attempt) => attempt.problem === problem)
    const pass = best(
      at.filter(({ outcome }) => outcome === 'passed'),
      tells
    )
    if (pass === undefined) return []
    const fail = best(
      at.filter(({ outcome, code }) => outcome === 'failed' && code !== pass.code),
      sharedWith(pass)
    )
    return fail === undefined ? [] : [{ problem, fail, pass }]
  })
  return pairs.sort((a, b) => tells(b.pass) - tells(a.pass))
}

/** The first that has the most of it. */
function best<T>(of: readonly T[], how: (one: T) => number): T | undefined {
  return of.reduce<T | undefined>(
    (top, one) => (top === undefined || how(one) > how(top) ? one : top),
    undefined
  )
}

/** How many lines an attempt shares with another, so that what decided is seen. */
function sharedWith({ code }: WithCode): (attempt: WithCode) => number {
  const lines = new Set(code.split('\n').map((line) => line.trim()))
  return (attempt) => attempt.code.split('\n').filter((line) => lines.has(line.trim())).length
}
