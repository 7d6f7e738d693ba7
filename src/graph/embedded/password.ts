import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CairnError } from '../../errors.js'
import { oneLine } from './one-line.js'
import { runCommand } from './run-command.js'
import { utf8Locale } from './with-variables.js'

/** The only user of the embedded Neo4j. */
export const neo4jUser = 'neo4j'

/** The password of the embedded Neo4j under `folder`; null where none was made yet. */
export async function readPassword(folder: string): Promise<string | null> {
  try {
    const text = (await readFile(passwordFile(folder), 'utf8')).trim()
    return text === '' ? null : text
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

export interface AdminCommand {
  readonly java: string
  /** Java's argument file. */
  readonly argumentFile: string
}

/**
 * The password, made and set before the first start, when Neo4j would still accept its well-known one.
 * @throws CairnError GRAPH_REFUSED where there is data but no password for it
 */
export async function ensurePassword(folder: string, admin: AdminCommand): Promise<string> {
  const known = await readPassword(folder)
  const hasUsers = existsSync(join(folder, 'data', 'databases', 'system'))
  if (known !== null && hasUsers) return known
  if (hasUsers) throw passwordLost(folder)
  // One that begins with a dash was made by an older Cairn and never set: the command took it for an option.
  const password = known === null || known.startsWith('-') ? await makePassword(folder) : known
  await setInitialPassword(folder, admin)
  return password
}

function passwordFile(folder: string): string {
  return join(folder, 'password')
}

async function makePassword(folder: string): Promise<string> {
  const password = randomBytes(24).toString('hex')
  const draft = `${passwordFile(folder)}.draft`
  await writeFile(draft, password, { mode: 0o600 })
  await rename(draft, passwordFile(folder))
  return password
}

/** The password reaches the command by its file (`@file`): other users can read a command line. */
async function setInitialPassword(folder: string, admin: AdminCommand): Promise<void> {
  const main = 'org.neo4j.server.startup.Neo4jAdminCommand'
  const args = [`@${admin.argumentFile}`, main, 'dbms', 'set-initial-password']
  const run = await runCommand(admin.java, [...args, `@${passwordFile(folder)}`], {
    timeoutMs: 120_000,
    variables: { ...utf8Locale, NEO4J_HOME: folder, NEO4J_CONF: join(folder, 'conf') }
  })
  if (run.code === 0) return
  throw new CairnError(
    'GRAPH_UNAVAILABLE',
    `The password of the embedded Neo4j in ${folder} could not be set: ${oneLine(run.output)}`,
    { details: { field: 'folder', value: folder } }
  )
}

function passwordLost(folder: string): CairnError {
  return new CairnError(
    'GRAPH_REFUSED',
    `${passwordFile(folder)} is missing, and without it the data in ${folder} cannot be opened; put the file back, or move ${folder} away to start with an empty graph.`,
    { details: { field: 'password', value: passwordFile(folder) } }
  )
}
