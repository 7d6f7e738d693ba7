import type { Driver, QueryResult } from 'neo4j-driver'

export interface BoltLogin {
  readonly uri: string
  readonly user: string
  readonly password: string
}

/**
 * ready: queries are answered. refused: the password is wrong. failed: the server is up but its
 * database cannot be opened, for this reason. silent: nothing yet.
 */
export type BoltAnswer =
  | { readonly state: 'ready' }
  | { readonly state: 'refused' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'silent' }

/** Asks a Neo4j for one row, once, for at most some five seconds. Never throws. */
export async function askBolt(login: BoltLogin): Promise<BoltAnswer> {
  // Only here: every command of the command line reads this file, and few ask.
  const { default: neo4j } = await import('neo4j-driver')
  const driver = neo4j.driver(login.uri, neo4j.auth.basic(login.user, login.password), {
    connectionTimeout: 2000,
    connectionAcquisitionTimeout: 5000,
    maxConnectionPoolSize: 2,
    maxTransactionRetryTime: 0,
    telemetryDisabled: true
  })
  try {
    // In the language of all that follows: another one would be loaded for this alone.
    await ask(driver, 'neo4j', 'CYPHER 25 RETURN 1')
    return { state: 'ready' }
  } catch (error) {
    return await understand(driver, codeOf(error))
  } finally {
    await driver.close()
  }
}

async function understand(driver: Driver, code: string): Promise<BoltAnswer> {
  if (code === 'Neo.ClientError.Security.Unauthorized') return { state: 'refused' }
  if (!code.includes('DatabaseUnavailable')) return { state: 'silent' }
  try {
    const show =
      "SHOW DATABASES YIELD name, statusMessage WHERE name = 'neo4j' RETURN statusMessage"
    const row = (await ask(driver, 'system', show)).records[0]
    const reason: unknown = row?.get('statusMessage')
    return typeof reason === 'string' && reason !== ''
      ? { state: 'failed', reason }
      : { state: 'silent' }
  } catch {
    return { state: 'silent' }
  }
}

/** In a transaction of its own, without the driver's retries: whoever waits asks again. */
async function ask(driver: Driver, database: string, query: string): Promise<QueryResult> {
  const session = driver.session({ database, defaultAccessMode: 'READ' })
  try {
    return await session.run(query, {}, { timeout: 5000 })
  } finally {
    await session.close()
  }
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}
