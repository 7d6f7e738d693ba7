import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { usesExperience } from '../arms/arms.js'
import type { Answer, Cell } from './answers.js'
import { openAgentMemory } from './agent-memory.js'
import { runAgent, type AgentRun } from './agent.js'
import { openAppendLog } from './append-log.js'
import { createLimit } from './limit.js'
import type { Plan } from './plan.js'
import { createProgress } from './progress.js'

/** A line of agents.jsonl. */
interface AgentLine extends AgentRun {
  readonly key: string
}

/**
 * Has a coding agent solve each problem, in a folder of its own, with Cairn at hand as an MCP server in the arms that
 * use experience and without in `none`. What an agent wrote is on the disk before the next begins.
 * @throws Error for an arm that an agent cannot be put in
 */
export async function runAgents(
  plan: Plan,
  cells: readonly Cell[],
  { offline }: { readonly offline: boolean }
): Promise<Answer[]> {
  const odd = cells.find(({ arm }) => arm !== 'none' && arm !== 'insights')
  if (odd !== undefined)
    throw new Error(
      `--agent goes with the arms none (no Cairn) and insights (Cairn with all it knows); --arms holds ${odd.arm}`
    )
  const log = openAppendLog<AgentLine>(join(plan.flags.out, 'agents.jsonl'))
  const known = new Map(log.entries.map((line) => [line.key, line]))
  const missing = cells.filter((cell) => !known.has(keyOf(plan, cell)))
  const needed = !offline && missing.some(({ arm }) => usesExperience(arm))
  const memory = needed ? await openAgentMemory(plan) : null
  const bar = createProgress('agents', offline ? 0 : missing.length)
  const within = createLimit(plan.flags.parallel)
  try {
    const runOne = async (cell: Cell) => {
      const { agent = '', agentSeconds: seconds } = plan.flags
      const server = usesExperience(cell.arm) ? (memory?.serverFor(cell.problem) ?? null) : null
      const run = await runAgent(cell.problem, { command: agent, seconds, server })
      const line = { key: keyOf(plan, cell), ...run }
      log.append(line)
      known.set(line.key, line)
      bar.tick()
    }
    if (!offline) await Promise.all(missing.map((cell) => within(() => runOne(cell))))
  } finally {
    bar.stop()
    log.close()
    await memory?.close()
  }
  return cells.map((cell) => answerOf(cell, known.get(keyOf(plan, cell))))
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
