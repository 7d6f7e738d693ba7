import { join, resolve } from 'node:path'
import type { Cairn } from '../../../src/cairn.js'
import { removeServerRecord, writeServerRecord } from '../../../src/cli/server-record.js'
import { createLog } from '../../../src/log.js'
import { packageRoot } from '../../../src/package-root.js'
import { startServer } from '../../../src/server.js'
import { evalConfig } from '../../support/open-cairn.js'
import { spaceFor } from '../arms/hold-out.js'
import { keepMemoryReport, openMemoryGraph, prepareMemory } from '../arms/prepare-contexts.js'
import type { McpServer } from './agent.js'
import type { CodeProblem } from '../problems.js'
import type { Plan } from './plan.js'

/** A Cairn that agents can ask. */
export interface AgentMemory {
  /** An entry with a key of its own: what one agent writes down no other reads, for it may be at the same family. */
  serverFor(problem: CodeProblem): Promise<McpServer>
  close(): Promise<void>
}

/** Builds and checks the memory like that of any arm, then opens its doors to agents that see one fold's space each. */
export async function openAgentMemory(plan: Plan): Promise<AgentMemory> {
  const building = await openMemoryGraph(plan)
  const home = building.home
  try {
    keepMemoryReport(plan, await prepareMemory(building.cairn, plan))
  } finally {
    await building.cairn.close()
  }
  // Every insight is shown: what is measured here is the whole of the memory.
  const config = { ...evalConfig(home, plan.flags.embedder), withholdPercent: 0 }
  const server = await startServer(config, { log: createLog('warn') })
  writeServerRecord(home, { pid: process.pid, url: server.url })
  const run = Date.now().toString(36)
  let agents = 0
  return {
    serverFor: async (problem) => {
      agents += 1
      const name = `evaluated-${run}-${agents}`
      const spaces = [spaceFor(plan.held, problem), ...plan.flags.experienceSpaces]
      return {
        command: process.execPath,
        args: [join(packageRoot(), 'dist/src/cli/main.js'), 'mcp'],
        env: { CAIRN_HOME: resolve(home), CAIRN_KEY: await keyOf(server.cairn, name, spaces) }
      }
    },
    close: async () => {
      removeServerRecord(home)
      await server.close()
    }
  }
}

/** A key that reads these spaces and writes in a private one. */
async function keyOf({ access }: Cairn, name: string, spaces: readonly string[]): Promise<string> {
  const { principal, key } = await access.makePrincipal({
    name,
    role: 'agent',
    space: `private-${name}`
  })
  for (const space of spaces)
    await access.addMember({ space, principal: principal.id, can: 'read' })
  return key
}
