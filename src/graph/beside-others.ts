import { setTimeout as pause } from 'node:timers/promises'

/** What Neo4j says where another process made the same index or constraint a moment before: IF NOT EXISTS looks too early. */
const madeMeanwhile =
  /^Neo\.(?:ClientError\.Schema\.(?:EquivalentSchemaRuleAlreadyExists|IndexAlreadyExists|ConstraintAlreadyExists|IndexWithNameAlreadyExists|ConstraintWithNameAlreadyExists)|TransientError\.)/

const attempts = 6

/** Runs a change of the schema that several processes may make at once; what another just made is met the next time. */
export async function besideOthers<T>(change: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await change()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (attempt === attempts || !madeMeanwhile.test(code)) throw error
      await pause(100 * attempt)
    }
  }
}
