import neo4j from 'neo4j-driver'
import { testNeo4j } from '../support/neo4j.js'

/** Has whoever writes this node wait until it is let go, as work that takes long waits. */
export async function holdNode(label: string, id: string): Promise<() => Promise<void>> {
  const { uri, user, password } = testNeo4j()
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password))
  const session = driver.session()
  const held = session.beginTransaction()
  await held.run(`MERGE (n:${label} {id: $id}) SET n.held = true`, { id })
  return async () => {
    await held.rollback()
    await session.close()
    await driver.close()
  }
}
