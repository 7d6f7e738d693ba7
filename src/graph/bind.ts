import neo4j from 'neo4j-driver'
import type { Query } from './query.js'

/** The parameters of a query as the driver is to send them: whole numbers where Cypher needs such. */
export function bind<P, R>(query: Query<P, R>, params: P): Record<string, unknown> {
  const bound: Record<string, unknown> = { ...(params as Record<string, unknown>) }
  for (const name of query.integers) {
    const value = bound[name]
    if (typeof value === 'number') bound[name] = neo4j.int(value)
    else if (Array.isArray(value)) bound[name] = value.map((v) => neo4j.int(v as number))
  }
  return bound
}
