import type { Cairn } from '../../src/cairn.js'
import { readConfig } from '../../src/config.js'
import type { ChatModel } from '../../src/model/chat.js'
import { createChat } from '../../src/model/openai-chat.js'
import { widenQuestion } from '../../src/model/widen-question.js'
import type { RankingWeights } from '../../src/retrieve/ranking-weights.js'
import { stages, type StageTimes } from '../../src/retrieve/memory.js'
import type { Arm } from './arms.js'
import { labelOf, normalLabel } from './labels.js'
import type { SpacesOf } from './learning.js'
import { judge, type Scored } from './metrics.js'
import type { Problem } from './problems.js'

/** How one question of one arm went. */
export interface Run {
  readonly problem: Problem
  /** Null for problems without labels, which are asked all the same. */
  readonly scored: Scored | null
  readonly empty: boolean
  readonly error: string | null
  readonly ms: number
  readonly floorMs: number
  readonly stages: StageTimes | null
}

/** Sections that are asked for: fifty entries, and room for sections that are no entries. */
const limit = 70

/** Asks all questions of one arm. */
export async function runArm(
  cairn: Cairn,
  problems: readonly Problem[],
  how: {
    arm: Arm
    entries: ReadonlySet<string>
    spacesOf: SpacesOf
    weightsOf: (problem: Problem) => RankingWeights | undefined
    onProgress: () => void
  }
): Promise<Run[]> {
  const runs: Run[] = []
  for (const problem of problems) {
    how.onProgress()
    runs.push(await ask(cairn, problem, how))
  }
  return runs
}

async function ask(
  cairn: Cairn,
  problem: Problem,
  how: Parameters<typeof runArm>[2]
): Promise<Run> {
  const weights = how.weightsOf(problem)
  const started = performance.now()
  try {
    const also = await wordings(problem, how.arm)
    const { ranked, ms: stages } = await cairn.retrieve(
      { text: problem.prompt, libraries: [], also },
      {
        spaces: how.spacesOf(problem),
        limit,
        without: how.arm.without,
        ...(weights === undefined ? {} : { weights })
      }
    )
    const ms = performance.now() - started
    const found = ranked.flatMap(({ memory }) => labelOf(memory.id) ?? [])
    const labels = [...new Set(found)].filter((label) => how.entries.has(label))
    const scored = problem.docs.length === 0 ? null : scoredOf(problem, labels)
    const floorMs = await cairn.floor(problem.prompt)
    return { problem, scored, empty: labels.length === 0, error: null, ms, floorMs, stages }
  } catch (error) {
    const nothing = { ms: NaN, floorMs: NaN, stages: null, empty: true }
    return { problem, scored: scoredOf(problem, []), error: String(error), ...nothing }
  }
}

let chat: ChatModel | null | undefined

/** What a chat model makes of the question, for the arms that ask one. */
async function wordings({ prompt }: Problem, { name, widen }: Arm): Promise<readonly string[]> {
  if (widen === undefined) return []
  chat ??= createChat(readConfig())
  if (chat === null) throw new Error(`--arm ${name} needs CAIRN_CHAT_MODEL`)
  return widenQuestion(chat, prompt, widen)
}

function scoredOf(problem: Problem, labels: readonly string[]): Scored {
  const { id, library, family } = problem
  return { id, library, family, ...judge(labels, new Set(problem.docs.map(normalLabel))) }
}

/** Median milliseconds by stage. */
export function stageMedians(runs: readonly Run[]): Record<string, number> {
  return Object.fromEntries(
    stages.map((stage) => {
      const times = runs.flatMap((run) => run.stages?.[stage] ?? []).sort((a, b) => a - b)
      return [stage, times[Math.floor(times.length / 2)] ?? NaN]
    })
  )
}
