import { join } from 'node:path'
import { readConfig } from '../../../src/config.js'
import { keptMemoryReport, prepareContexts, type Prepared } from '../arms/prepare-contexts.js'
import type { ExecutionEnvironment } from '../execute/executor.js'
import {
  judgeAllHelp,
  judgeAllQuality,
  type HelpScore,
  type QualityScore
} from '../judges/judge-all.js'
import { cellsOf, executeAll, generateAll, type Answer } from './answers.js'
import { openAppendLog, type AppendLog } from './append-log.js'
import { createAsker, type Ask } from './asker.js'
import type { CallLine } from './calls.js'
import { openExecution } from './execution.js'
import { extractCode } from './extract-code.js'
import type { Plan } from './plan.js'
import { createProgress } from './progress.js'
import { runAgents, type AgentAnswers, type ArmRun } from './run-agents.js'

/** All that a run brought, from which the report is made. */
export interface MatrixResult {
  readonly answers: readonly Answer[]
  readonly quality: readonly QualityScore[]
  readonly help: readonly HelpScore[]
  readonly prepared: Prepared
  readonly calls: readonly CallLine[]
  /** Of agents; none where models were asked. */
  readonly agentRuns: readonly ArmRun[]
  /** What ran the candidates; null where nothing did. */
  readonly execution: ExecutionEnvironment | null
}

/** `run`: everything. `judge`: no new code. `report`: no model is asked at all. */
export type Stage = 'run' | 'judge' | 'report'

/**
 * The whole matrix: contexts, code, tests, judges. Whatever is in the folder of the run already is taken from there, so
 * that a run that was killed goes on, and one that is whole asks nobody anything.
 * @throws CairnError CONFLICT where the memory holds what is under test, NOT_CONFIGURED
 */
export async function runMatrix(plan: Plan, stage: Stage = 'run'): Promise<MatrixResult> {
  const { flags } = plan
  // An agent asks the memory itself.
  const byAgent = flags.agent !== undefined
  const contexts = byAgent ? null : await prepareContexts(plan)
  const log = openAppendLog<CallLine>(join(flags.out, 'calls.jsonl'))
  try {
    const { answers: generated, runs } = await generate(plan, { contexts, log, stage })
    const prepared = contexts ?? { contexts: new Map(), memory: keptMemoryReport(plan) }
    const { answers, execution } = await execute(plan, generated)
    const judged = await judge(plan, answers, { prepared, log, stage })
    return { answers, ...judged, prepared, calls: log.entries, agentRuns: runs, execution }
  } finally {
    log.close()
  }
}

interface Running {
  readonly log: AppendLog<CallLine>
  readonly stage: Stage
}

async function generate(
  plan: Plan,
  { contexts, log, stage }: Running & { readonly contexts: Prepared | null }
): Promise<AgentAnswers> {
  const { flags, held } = plan
  const cells = cellsOf({ ...flags, tested: held.tested })
  if (contexts === null) return runAgents(plan, cells, { offline: stage !== 'run' })
  const answers = await withProgress('replies', cells.length, (onDone) => {
    const ask = askerOf(plan, { log, offline: stage !== 'run' })
    return generateAll(cells, {
      ask: counted(ask, onDone),
      extract: extractCode,
      contexts: contexts.contexts,
      temperature: flags.temperature,
      maxTokens: flags.maxTokens
    })
  })
  return { answers, runs: [] }
}

async function execute(
  { flags }: Plan,
  answers: readonly Answer[]
): Promise<{ answers: readonly Answer[]; execution: ExecutionEnvironment | null }> {
  if (!flags.execute) return { answers, execution: null }
  const execution = await openExecution(flags)
  try {
    const done = await executeAll(answers, execution.execute)
    return { answers: done, execution: execution.environment }
  } finally {
    await execution.close()
  }
}

async function judge(
  plan: Plan,
  answers: readonly Answer[],
  { prepared, log, stage }: Running & { readonly prepared: Prepared }
): Promise<Pick<MatrixResult, 'quality' | 'help'>> {
  const { judges, models } = plan.flags
  if (judges.length === 0) return { quality: [], help: [] }
  const ask = askerOf(plan, { log, offline: stage === 'report' })
  const { tested } = plan.held
  const scored = answers.filter(({ code }) => code !== null).length + tested.length
  const quality = await withProgress('judgements of code', judges.length * scored, (onDone) =>
    judgeAllQuality(counted(ask, onDone), judges, { answers, tested })
  )
  const writer = models[0] ?? ''
  const { contexts } = prepared
  if (contexts.size === 0) return { quality, help: [] }
  const help = await withProgress(
    'judgements of help, two solutions each',
    judges.length * contexts.size * 2,
    (onDone) => judgeAllHelp(counted(ask, onDone), judges, { answers, tested, contexts, writer })
  )
  return { quality, help }
}

/** How the models of a run are asked: with its limits, and its folder for a memory. */
export function askerOf(
  { flags }: Plan,
  { log, offline }: { readonly log: AppendLog<CallLine>; readonly offline: boolean }
): Ask {
  const { parallel, tries, retryFailed, timeoutSeconds } = flags
  const timeoutMs = timeoutSeconds * 1_000
  return createAsker({
    config: readConfig(),
    log,
    parallel,
    tries,
    timeoutMs,
    retryFailed,
    offline
  })
}

export function counted(ask: Ask, onDone: () => void): Ask {
  return async (call) => {
    const reply = await ask(call)
    onDone()
    return reply
  }
}

export async function withProgress<T>(
  unit: string,
  total: number,
  work: (onDone: () => void) => Promise<T>
): Promise<T> {
  const bar = createProgress(unit, total)
  try {
    return await work(bar.tick)
  } finally {
    bar.stop()
  }
}
