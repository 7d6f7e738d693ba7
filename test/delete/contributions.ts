import type { Query } from '../../src/graph/query.js'

/** A word that stands in what is deleted and nowhere else. */
export const word = 'quokkafish'

const traceback = (name: string) =>
  `Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n${name}Error: no ${name}`

/** A canonical trace that teaches something of `name`; its code and its error have that word. */
export function attempt(name: string, agent: string, passed = false): object {
  const code = `import kit\nkit.load('${name}')\nkit.${passed ? 'both' : 'left'}_${name}()`
  return {
    schema: 'cairn.trace/1',
    id: `${name}-${agent}`,
    task: { text: `Load the ${name} sheet and sum its ${name} column.` },
    agent: { name: agent },
    steps: [
      {
        role: 'agent',
        instruction: `Load ${name}`,
        action: { kind: 'code', input: code },
        state: { text: code, language: 'python', runs: passed },
        observation: passed ? 'ok' : traceback(name)
      }
    ],
    outcome: {
      status: passed ? 'passed' : 'failed',
      judgedBy: 'tests',
      ...(passed ? {} : { error: traceback(name) })
    },
    solution: code
  }
}

/** What has a word in one of its properties. */
export const holding: Query<{ word: string }, { readonly found: string }> = {
  name: 'holding',
  access: 'read',
  integers: [],
  columns: { found: 'string' },
  text: `CALL () {
      MATCH (n) WHERE any(key IN keys(n) WHERE key <> 'id' AND toString(toStringOrNull(n[key])) CONTAINS $word) RETURN labels(n)[0] + ' ' + n.id AS found
      UNION ALL
      MATCH ()-[r]->() WHERE any(key IN keys(r) WHERE toString(toStringOrNull(r[key])) CONTAINS $word) RETURN type(r) AS found
    } RETURN found`
}

/** Those of these nodes that are found by meaning. */
export const embedded: Query<{ ids: readonly string[] }, { readonly id: string }> = {
  name: 'embedded',
  access: 'read',
  integers: [],
  columns: { id: 'string' },
  text: 'MATCH (n) WHERE n.id IN $ids AND n.embedding IS NOT NULL RETURN n.id AS id ORDER BY id'
}

/** On how many attempts, of how many and at how many problems an insight says that it rests. */
export const counted: Query<{ id: string }, { readonly counts: readonly number[] }> = {
  name: 'counted',
  access: 'read',
  integers: [],
  columns: { counts: 'int[]' },
  text: 'MATCH (i:Insight {id: $id}) RETURN [i.support, i.agents, i.problems] AS counts'
}

/** What a node is by now, and how it is marked. */
export const labelled: Query<
  { id: string },
  { readonly label: string; readonly flags: readonly string[] }
> = {
  name: 'labelled',
  access: 'read',
  integers: [],
  columns: { label: 'string', flags: 'string[]' },
  text: 'MATCH (n {id: $id}) RETURN labels(n)[0] AS label, coalesce(n.flags, []) AS flags'
}
