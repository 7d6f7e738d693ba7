import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packageRoot } from '../../../../src/package-root.js'
import { testNeo4j } from '../../../support/neo4j.js'

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** What processes of eval need to use the Neo4j of this run and compare words only. */
export function testSettings(home: string): Record<string, string> {
  const { uri, user, password } = testNeo4j()
  return {
    CAIRN_EMBEDDER: 'lexical',
    CAIRN_HOME: home,
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password
  }
}

/** Runs `eval:codegen` as a user would, in a folder and with settings of its own. */
export async function runCodegen(
  args: readonly string[],
  { cwd, settings }: { readonly cwd: string; readonly settings: Readonly<Record<string, string>> }
): Promise<Ended> {
  const command = [join(packageRoot(), 'dist/eval/codegen.js'), ...args]
  const env = { ...process.env, ...settings }
  try {
    return { ...(await promisify(execFile)(process.execPath, command, { cwd, env })), code: 0 }
  } catch (error) {
    return error as Ended
  }
}
