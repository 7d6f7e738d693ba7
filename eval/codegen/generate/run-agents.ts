import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { usesExperience, type ArmName } from '../arms/arms.js'
import type { Answer, Cell } from './answers.js'
import { openAgentMemory, type AgentMemory } from './agent-memory.js'
import { runAgent, type AgentRun } from './agent.js'
import { openAppendLog } from './append-log.js'
import { createLimit } from './limit.js'
import type { Plan } from './plan.js'
import { createProgress } from './progress.js'

/** A line of agents.jsonl. */
interface AgentLine extends AgentRun {
  readonly key: string
}

/** A run of an agent and the arm it was in, for the report. */
export interface ArmRun extends AgentRun {
  readonly arm: ArmName
}

export interface AgentAnswers {
  readonly answers: Answer[]
  readonly runs: readonly ArmRun[]
}

/**
 * Has a coding agent solve each problem, in a folder of its own, with Cairn at hand as an MCP server in the arms that
 * use experience and without in `none`. What an agent wrote is on the disk before the next begins.
 */
export async function runAgents(
  plan: Plan,
  cells: readonly Cell[],
  { offline }: { readonly offline: boolean }
): Promise<AgentAnswers> {
  const log = openAppendLog<AgentLine>(join(plan.flags.out, 'agents.jsonl'))
  const known = new Map(log.entries.map((line) => [line.key, line]))
  const missing = offline ? [] : cells.filter((cell) => !known.has(keyOf(plan, cell)))
  const needed = missing.some(({ arm }) => usesExperience(arm))
  const memory = needed ? await openAgentMemory(plan) : null
  const bar = createProgress('agents', missing.length)
  const within = createLimit(plan.flags.parallel)
  const runOne = async (cell: Cell) => {
    const line = { key: keyOf(plan, cell), ...(await runOf(plan, cell, memory)) }
    log.append(line)
    known.set(line.key, line)
    bar.tick()
  }
  try {
    await Promise.all(missing.map((cell) => within(() => runOne(cell))))
  } finally {
    bar.stop()
    log.close()
    await memory?.close()
  }
  const ended = cells.map((cell) => ({ cell, run: known.get(keyOf(plan, cell)) }))
  return {
    answers: ended.map(({ cell, run }) => answerOf(cell, run)),
    runs: ended.flatMap(({ cell: { arm }, run }) => (run === undefined ? [] : [{ ...run, arm }]))
  }
}

async function runOf(
  { flags }: Plan,
  { arm, problem }: Cell,
  memory: AgentMemory | null
): Promise<AgentRun> {
  const { agent: command = '', agentSeconds: seconds } = flags
  const server = usesExperience(arm) ? ((await memory?.serverFor(problem)) ?? null) : null
  return runAgent(problem, { command, seconds, server })
}

function keyOf({ flags }: Plan, { problem, arm, sample }: Cell): string {
  const content = [flags.agent, flags.agentSeconds, problem.prompt, arm, sample]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)
}

function answerOf(cell: Cell, run: AgentRun | undefined): Answer {
  const code = run?.code ?? null
  const missing = code !== null ? null : run?.timedOut === true ? 'time-out' : 'no-code'
  return { ...cell, code, missing, result: null }
}
