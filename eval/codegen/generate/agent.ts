import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CodeProblem } from '../problems.js'
import { codeMessages } from './code-messages.js'

/** An MCP server as hosts of agents write it down. */
export interface McpServer {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

export interface AgentRun {
  /** What stood in solution.py; null where nothing did. */
  readonly code: string | null
  readonly timedOut: boolean
  readonly exit: number | null
  readonly ms: number
  /** The end of what it said. */
  readonly said: string
}

export interface AgentOptions {
  /**
   * A command for a shell. {task}, {solution} and {mcp} in it stand for the paths of the task, of the file that the agent
   * writes its solution to, and of the MCP configuration.
   */
  readonly command: string
  readonly seconds: number
  /** Cairn's; null without. */
  readonly server: McpServer | null
}

const longestSolution = 200_000
const longestSaid = 4_000

/** An agent knows of Cairn by its entry alone, and of the graph below not at all: with none it must find neither in its surroundings. */
const forgetCairn = "unset $(env | cut -d= -f1 | grep -E '^(CAIRN|NEO4J)_[A-Z0-9_]*$')"

/**
 * Runs a coding agent on one problem in a folder that is thrown away: TASK.md is there, .mcp.json too, solution.py is
 * expected. Whatever it started is ended with it when the time is over. This keeps agents apart from each other, not
 * from the machine: run strangers' agents in a container.
 */
export async function runAgent(problem: CodeProblem, options: AgentOptions): Promise<AgentRun> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-agent-'))
  const started = performance.now()
  try {
    const paths = writeTask(folder, problem, options.server)
    const command = options.command.replace(
      /\{(task|solution|mcp)\}/g,
      (_, name: keyof typeof paths) => `'${paths[name].replaceAll("'", `'\\''`)}'`
    )
    const ended = await runShell(command, folder, options.seconds)
    return {
      ...ended,
      code: solutionIn(paths.solution),
      ms: Math.round(performance.now() - started)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

function writeTask(folder: string, problem: CodeProblem, server: McpServer | null) {
  const paths = {
    task: join(folder, 'TASK.md'),
    solution: join(folder, 'solution.py'),
    mcp: join(folder, '.mcp.json')
  }
  const [system, user] = codeMessages(problem, null).map(({ content }) => content)
  const where = [
    'Write the code, and nothing else, to the file solution.py in this folder.',
    ...(server === null
      ? []
      : ['The MCP server `cairn` knows documentation and what other agents learned: ask it first.'])
  ]
  writeFileSync(paths.task, [system ?? '', where.join(' '), user ?? '', ''].join('\n\n'))
  const mcpServers = server === null ? {} : { cairn: server }
  writeFileSync(paths.mcp, `${JSON.stringify({ mcpServers }, null, 2)}\n`)
  return paths
}

function solutionIn(file: string): string | null {
  if (!existsSync(file)) return null
  const code = readFileSync(file, 'utf8').slice(0, longestSolution)
  return code.trim() === '' ? null : code
}

async function runShell(
  command: string,
  folder: string,
  seconds: number
): Promise<Pick<AgentRun, 'timedOut' | 'exit' | 'said'>> {
  // A group of its own, so that all it starts can be ended together.
  const child = spawn('sh', ['-c', `${forgetCairn}\n${command}`], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let said = ''
  const hear = (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-longestSaid)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  let timedOut = false
  const timer = setTimeout(() => {
    timedOut = true
    endGroup(child)
  }, seconds * 1_000)
  const exit = await new Promise<number | null>((resolve) => {
    child.once('error', () => {
      resolve(null)
    })
    child.once('exit', resolve)
  })
  clearTimeout(timer)
  // What it left running would outlive its folder.
  endGroup(child)
  return { timedOut, exit, said }
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing of it is left.
  }
}
