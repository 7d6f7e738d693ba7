import { codeTokens, namelessTokens, runsOf, shareWithin } from '../arms/code-tokens.js'

/** By what a hint gives a solution away. */
export type GivenAway = {
  readonly by: 'line' | 'code' | 'calls'
  readonly says: string
} | null

/** A line shorter than this, blanks left out, may be common to all solutions. */
const shortestLine = 12
/** Neighbouring words and marks of code, and the share of a solution's such runs from which on a hint holds it. */
const run = 4
const mostShare = 0.5
/** As many in a row are no coincidence, whatever the share. */
const longestRun = 10
/** Naming one or two APIs is what a colleague would do; all of three or more, in their order, is a recipe. */
const fewestCalls = 3

/**
 * Whether a hint hands the reference solution over instead of pointing to it: a line of it stands in the hint; half of its
 * code does, with the variables called otherwise too; or the hint names every API that it calls, in the order in which
 * it calls them.
 */
export function givesAway(hint: string, reference: string): GivenAway {
  return lineOf(hint, reference) ?? codeOf(hint, reference) ?? callsOf(hint, reference)
}

function lineOf(hint: string, reference: string): GivenAway {
  const bare = squeezed(hint)
  const line = reference
    .split('\n')
    .map((one) => one.replace(/#.*$/, '').trim())
    .find((one) => isTelling(one) && bare.includes(squeezed(one)))
  return line === undefined ? null : { by: 'line', says: 'a line of the solution stands in it' }
}

function isTelling(line: string): boolean {
  return squeezed(line).length >= shortestLine && !/^(?:import|from)\s/.test(line)
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '').replaceAll('"', "'")
}

function codeOf(hint: string, reference: string): GivenAway {
  for (const tokensOf of [codeTokens, namelessTokens]) {
    const [said, solution] = [tokensOf(hint), tokensOf(reference)]
    const share = shareWithin(runsOf(solution, run), runsOf(said, run))
    if (share >= mostShare)
      return { by: 'code', says: `${Math.round(share * 100)} % of the solution stands in it` }
    const long = runsOf(solution, longestRun)
    if (shareWithin(long, runsOf(said, longestRun)) > 0)
      return {
        by: 'code',
        says: `${longestRun} words and marks of the solution stand in it in a row`
      }
  }
  return null
}

/** What code calls, by the last name, in the order in which it is written. */
export function callNames(code: string): string[] {
  const tokens = codeTokens(code)
  return tokens.filter(
    (word, at) => /^[A-Za-z_]/.test(word) && tokens[at + 1] === '(' && word !== 'print'
  )
}

function callsOf(hint: string, reference: string): GivenAway {
  const calls = callNames(reference)
  if (new Set(calls).size < fewestCalls) return null
  const words = hint.match(/[A-Za-z_]\w*/g) ?? []
  let at = 0
  for (const word of words) if (word === calls[at]) at += 1
  if (at < calls.length) return null
  return { by: 'calls', says: `it names all ${calls.length} calls of the solution in their order` }
}
