import type { Cairn } from '../../../src/cairn.js'
import type { CandidateResult } from '../execute/candidate-result.js'
import type { Ask } from '../generate/asker.js'
import type { CodeProblem } from '../problems.js'

/** What a team has at hand for one problem. */
export interface TeamTools {
  readonly ask: Ask
  /** In the order of the command line; of a pair the instructor comes first. */
  readonly models: readonly string[]
  readonly rounds: number
  /** Lessons that are shown at most. */
  readonly lessons: number
  /** Cosine of two texts by Cairn's embedder. */
  readonly likeness: (first: string, second: string) => Promise<number>
  /** Runs code under a test of DS-1000's form. */
  readonly run: (test: string, code: string) => Promise<CandidateResult>
  /** Cairn as this problem may see it; null without memory. */
  readonly memory: Cairn | null
}

/** One way that somebody of a team went: versions of the code one after the other, and what was said of it. */
export interface Course {
  readonly model: string
  readonly versions: readonly {
    /** What was asked for, where somebody asked in words. */
    readonly instruction: string | null
    readonly code: string
    readonly runs: boolean
  }[]
  readonly lesson: string | null
}

/** What a team ended with. */
export interface TeamOutcome {
  readonly problem: string
  readonly family: string
  /** Null where no code came. */
  readonly code: string | null
  readonly rounds: number
  /** Calls that brought no reply. */
  readonly faults: number
  /** Of code that was made faster; null for other teams. */
  readonly timed: { readonly speedup: number; readonly compiled: boolean } | null
  /** How the chain of states went; null for teams without one. */
  readonly chain: {
    readonly edges: number
    readonly nodes: number
    readonly shortestPath: number
  } | null
  /** How often something of the memory was shown. */
  readonly remembered: number
  /** What others could learn from. */
  readonly courses: readonly Course[]
}

export type Team = (problem: CodeProblem, tools: TeamTools) => Promise<TeamOutcome>
