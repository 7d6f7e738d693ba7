import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Cairn } from '../../../src/cairn.js'
import { removeServerRecord, writeServerRecord } from '../../../src/cli/server-record.js'
import { createLog } from '../../../src/log.js'
import { startServer } from '../../../src/server.js'
import { evalConfig } from '../../support/open-cairn.js'
import { memorySpace } from '../arms/hold-out.js'
import { openMemoryGraph, prepareMemory } from '../arms/prepare-contexts.js'
import type { McpServer } from './agent.js'
import type { CodeProblem } from '../problems.js'
import type { Plan } from './plan.js'

/** A Cairn that agents can ask, each with the key of its fold. */
export interface AgentMemory {
  serverFor(problem: CodeProblem): McpServer
  close(): Promise<void>
}

/** Builds and checks the memory like that of any arm, then opens its doors to agents that see one fold's space each. */
export async function openAgentMemory(plan: Plan): Promise<AgentMemory> {
  const building = await openMemoryGraph(plan)
  const home = building.home
  try {
    await prepareMemory(building.cairn, plan)
  } finally {
    await building.cairn.close()
  }
  // Every insight is shown: what is measured here is the whole of the memory.
  const config = { ...evalConfig(home, plan.flags.embedder), withholdPercent: 0 }
  const server = await startServer(config, { log: createLog('warn') })
  writeServerRecord(home, { pid: process.pid, url: server.url })
  const folds = Array.from({ length: plan.held.folds }, (_, fold) => fold)
  const keys = await Promise.all(
    folds.map((fold) => keyOf(server.cairn, fold, plan.flags.experienceSpaces))
  )
  return {
    serverFor: ({ family }) => ({
      command: process.execPath,
      args: [fileURLToPath(new URL('../../../src/cli/main.js', import.meta.url)), 'mcp'],
      env: {
        CAIRN_HOME: resolve(home),
        CAIRN_KEY: keys[plan.held.foldOf.get(family) ?? 0] ?? ''
      }
    }),
    close: async () => {
      removeServerRecord(home)
      await server.close()
    }
  }
}

/** A key of this run alone: what the agents write goes to their own space, which no arm reads. */
async function keyOf({ access }: Cairn, fold: number, more: readonly string[]): Promise<string> {
  const name = `evaluated-${fold}-${Date.now().toString(36)}`
  const { principal, key } = await access.makePrincipal({
    name,
    role: 'agent',
    space: `private-${name}`
  })
  for (const space of [memorySpace(fold), ...more])
    await access.addMember({ space, principal: principal.id, can: 'read' })
  return key
}
