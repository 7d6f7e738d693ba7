import type { Cairn } from '../../../src/cairn.js'
import { unmarkedMarkdown } from '../../../src/domain/recommendation-markdown.js'
import type { Recommendation } from '../../../src/domain/recommendation.js'
import { emptyEpoch } from '../../learning/judge-arms.js'
import type { AppendLog } from '../generate/append-log.js'
import type { CodeProblem } from '../problems.js'
import type { ArmName } from './arms.js'
import { spaceFor, type HoldOut } from './hold-out.js'
import { irrelevantContext, type Section } from './irrelevant.js'
import { createLeakFinder } from './leaks.js'
import { documentationReader, experienceReader } from './memory-callers.js'
import { countTokens } from './words.js'

/** What a problem's candidates are given in one arm: a line of contexts.jsonl. */
export interface Context {
  readonly problem: string
  readonly arm: ArmName
  readonly text: string
  readonly tokens: number
  /** Whether the reference solution stands in it: documentation may have it as an example. */
  readonly holdsReference: boolean
  readonly ms: number
}

export interface ContextSource {
  readonly held: HoldOut
  /** Tokens that an answer may take, as `recommend` counts them. */
  readonly tokens: number
  readonly seed: number
  readonly experienceSpaces: readonly string[]
  readonly sections: () => Promise<readonly Section[]>
}

/** Which contexts are not written down yet. */
export function missingContexts(
  log: AppendLog<Context>,
  tested: readonly CodeProblem[],
  arms: readonly ArmName[]
): { readonly problem: CodeProblem; readonly arm: ArmName }[] {
  const known = new Set(log.entries.map(({ problem, arm }) => `${problem} ${arm}`))
  return tested.flatMap((problem) =>
    arms.flatMap((arm) =>
      arm === 'none' || known.has(`${problem.id} ${arm}`) ? [] : [{ problem, arm }]
    )
  )
}

/** Makes and writes down what one problem is given in one arm. */
export async function makeContext(
  cairn: Cairn,
  { problem, arm }: { readonly problem: CodeProblem; readonly arm: ArmName },
  source: ContextSource
): Promise<Context> {
  const started = performance.now()
  const text =
    arm === 'irrelevant'
      ? irrelevantContext(problem, {
          sections: await source.sections(),
          like: await answerText(cairn, problem, { ...source, arm: 'documentation' }),
          seed: source.seed
        })
      : await answerText(cairn, problem, { ...source, arm })
  const finder = createLeakFinder([problem])
  return {
    problem: problem.id,
    arm,
    text,
    tokens: countTokens(text),
    holdsReference: finder.inText(text)?.why === 'code',
    ms: Math.round(performance.now() - started)
  }
}

async function answerText(
  cairn: Cairn,
  problem: CodeProblem,
  source: ContextSource & { readonly arm: ArmName }
): Promise<string> {
  const { arm, tokens, held, experienceSpaces } = source
  const reader =
    arm === 'documentation'
      ? documentationReader
      : experienceReader(spaceFor(held, problem), experienceSpaces)
  const asOf = arm === 'insights' ? {} : { asOf: emptyEpoch }
  const advice = await cairn
    .as(reader)
    .recommend({ text: problem.prompt, libraries: [] }, { tokens, withholdShare: 0, ...asOf })
  return stableMarkdown(advice)
}

/** As an agent reads it, but for the answer's own id, which is another every time. */
export function stableMarkdown(advice: Recommendation): string {
  if (advice.items.length === 0) return ''
  // The marks are new each time; the same question has to give the same prompt.
  return unmarkedMarkdown({ ...advice, id: 'recommendation' })
}
