import type { CodeProblem } from '../problems.js'
import { codeTokens, namelessTokens, runsOf, shareWithin } from './code-tokens.js'

/** Why a text must not stand in the memory of a test. */
export interface Leak {
  readonly problem: string
  readonly family: string
  readonly why: 'family' | 'prompt' | 'code'
  readonly says: string
}

export interface LeakFinder {
  /** The family as it is written down, whatever the text. */
  ofFamily(family: string): Leak | null
  /** The text repeats the problem of a family under test, or has its solution in it. */
  inText(text: string): Leak | null
}

/** Neighbouring words that make a run of a problem's text; runs of code. */
const wordRun = 5
const codeRun = 6

/** A run that so many families share is the benchmark's way of speaking and tells nothing. */
const commonFrom = 3

/** From this share of a problem's own runs on, a text is that problem in near the same words. */
const promptShare = 0.5
const fewRuns = 8
const shortPromptShare = 0.9

/** A solution this long is found by its runs whatever its variables are called; a shorter one as it stands. */
const longCode = 12
const codeShare = 0.8
/** Below this nothing can be told: `x = f(x)` stands everywhere. */
const shortestCode = 7

/**
 * Finds the problems under test, or their reference solutions, in the texts of a memory. It errs on the side of
 * finding: a solution of a few marks that another family needs too is found as well.
 * @param known all problems of the benchmark, to tell a problem's own words from what all share
 */
export function createLeakFinder(
  tested: readonly CodeProblem[],
  known: readonly CodeProblem[] = tested
): LeakFinder {
  const common = commonRuns(known)
  const prints = tested.map((problem) => fingerprintOf(problem, common))
  const byRun = indexOf(prints)
  const byFamily = new Map(tested.map((problem) => [problem.family, problem]))
  return {
    ofFamily: (family) => {
      const problem = byFamily.get(family)
      if (problem === undefined) return null
      return leak(problem, 'family', `it is of the family ${family}, which is under test`)
    },
    inText: (text) => inPrompts(text, byRun) ?? inCode(text, prints)
  }
}

interface Fingerprint {
  readonly problem: CodeProblem
  readonly words: ReadonlySet<string>
  readonly least: number
  /** Runs of a long solution with its variables called alike, or a short one as it stands. */
  readonly code: ReadonlySet<string>
  readonly literal: string | null
}

function fingerprintOf(problem: CodeProblem, common: ReadonlySet<string>): Fingerprint {
  const all = wordRuns(problem.prompt)
  const own = new Set([...all].filter((run) => !common.has(run)))
  const tokens = codeTokens(problem.reference)
  const isLong = tokens.length >= longCode
  const isShort = !isLong && tokens.length >= shortestCode
  return {
    problem,
    words: own.size >= fewRuns ? own : all,
    least: own.size >= fewRuns ? promptShare : shortPromptShare,
    code: isLong ? runsOf(namelessTokens(problem.reference), codeRun) : new Set(),
    literal: isShort ? ` ${tokens.join(' ')} ` : null
  }
}

function wordRuns(text: string): Set<string> {
  return runsOf(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [], wordRun)
}

function commonRuns(known: readonly CodeProblem[]): Set<string> {
  const families = new Map<string, Set<string>>()
  for (const { prompt, family } of known) {
    for (const run of wordRuns(prompt)) {
      const having = families.get(run)
      if (having === undefined) families.set(run, new Set([family]))
      else having.add(family)
    }
  }
  return new Set([...families].flatMap(([run, { size }]) => (size >= commonFrom ? [run] : [])))
}

type Index = ReadonlyMap<string, readonly Fingerprint[]>

function indexOf(prints: readonly Fingerprint[]): Index {
  const index = new Map<string, Fingerprint[]>()
  for (const print of prints) {
    for (const run of print.words) {
      const having = index.get(run)
      if (having === undefined) index.set(run, [print])
      else having.push(print)
    }
  }
  return index
}

function inPrompts(text: string, index: Index): Leak | null {
  const hits = new Map<Fingerprint, number>()
  for (const run of wordRuns(text))
    for (const print of index.get(run) ?? []) hits.set(print, (hits.get(print) ?? 0) + 1)
  for (const [print, count] of hits) {
    const share = count / print.words.size
    if (share < print.least) continue
    const percent = Math.round(share * 100)
    return leak(print.problem, 'prompt', `${percent} % of the words of its problem stand in it`)
  }
  return null
}

function inCode(text: string, prints: readonly Fingerprint[]): Leak | null {
  const runs = runsOf(namelessTokens(text), codeRun)
  const literal = ` ${codeTokens(text).join(' ')} `
  for (const { problem, code, literal: short } of prints) {
    if (shareWithin(code, runs) >= codeShare)
      return leak(problem, 'code', 'its reference solution stands in it')
    if (short !== null && literal.includes(short))
      return leak(problem, 'code', 'its reference solution stands in it, mark for mark')
  }
  return null
}

function leak({ id, family }: CodeProblem, why: Leak['why'], says: string): Leak {
  return { problem: id, family, why, says }
}
