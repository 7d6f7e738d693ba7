import neo4j from 'neo4j-driver'
import { testNeo4j } from '../support/neo4j.js'

async function ask(
  text: string,
  params: Record<string, string> = {}
): Promise<Record<string, unknown> | undefined> {
  const { uri, user, password } = testNeo4j()
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password))
  try {
    const { records } = await driver.executeQuery(text, params)
    return records[0]?.toObject()
  } finally {
    await driver.close()
  }
}

/** Where the order that was learned last is kept, and by which embedder it was learned. */
export async function learnedNode(): Promise<{ id: string; embedder: string }> {
  const row = await ask(
    "MATCH (m:Meta) WHERE m.id STARTS WITH 'ranking:' AND m.report IS NOT NULL RETURN m.id AS id, m.report AS report"
  )
  const { embedder } = JSON.parse(String(row?.['report'])) as { embedder: string }
  return { id: String(row?.['id']), embedder }
}

/** Puts an order in force as learning does. */
export async function setRanking(id: string, ranking: string): Promise<void> {
  await ask('MATCH (m:Meta {id: $id}) SET m.ranking = $ranking', { id, ranking })
}
