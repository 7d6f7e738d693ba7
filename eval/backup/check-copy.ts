import type { CopiedEdge, CopiedNode, CopiedRow } from './copied-rows.js'
import type { Told } from './writers.js'

/** What is wrong with a copy: how often each rule is broken, and the first case of it. */
export type Findings = Readonly<Record<string, { readonly times: number; readonly first: string }>>

export interface Expected {
  /** All that was acknowledged, until after the copy. */
  readonly told: readonly Told[]
  /** When the copy was asked for, and when it was there. */
  readonly askedAt: number
  readonly doneAt: number
}

type Key = string | number

interface Seen {
  readonly idOf: Map<Key, string>
  /** What each node says, by what it says it of. */
  readonly said: Readonly<Record<Rule, Map<Key, number>>>
  readonly found: Readonly<Record<Rule, Map<Key, number>>>
  readonly loose: string[]
  readonly counts: { nodes: number; edges: number }
}

/** What holds after every transaction of Cairn: a number that a node says, or that its kind demands, and the edges that bear it out. */
const rules = {
  'uses that a node counts and the feedback that used it': true,
  'steps that a trace counts and its steps': true,
  'one problem for every trace': true,
  'one answer for every feedback': true
}
type Rule = keyof typeof rules
const [uses, steps, problem, answer] = Object.keys(rules) as [Rule, Rule, Rule, Rule]

/**
 * Reads a copy of a graph to which writers.ts wrote, and says what no state of that graph can have had: edges without
 * their ends, transactions that are half in, acknowledged writes that lack, later ones that are in without earlier ones.
 */
export async function checkCopy(
  rows: AsyncIterable<CopiedRow>,
  expected: Expected
): Promise<{ findings: Findings; nodes: number; edges: number; told: number }> {
  const seen = nothingSeen()
  for await (const row of rows) {
    if ('node' in row) seeNode(seen, row.node)
    else seeEdge(seen, row.edge)
  }
  const ids = new Set(seen.idOf.values())
  const findings = {
    ...broken('edges without their ends', seen.loose),
    ...Object.assign({}, ...(Object.keys(rules) as Rule[]).map((rule) => halves(seen, rule))),
    ...moments(ids, expected)
  } as Findings
  const told = expected.told.filter(({ id }) => ids.has(id)).length
  return { findings, ...seen.counts, told }
}

function nothingSeen(): Seen {
  const maps = () =>
    Object.fromEntries(Object.keys(rules).map((rule) => [rule, new Map()])) as Seen['said']
  return {
    idOf: new Map(),
    said: maps(),
    found: maps(),
    loose: [],
    counts: { nodes: 0, edges: 0 }
  }
}

function seeNode({ idOf, said, counts }: Seen, { key, labels, properties }: CopiedNode): void {
  counts.nodes += 1
  const id = String(properties['id'])
  idOf.set(key, id)
  const used = properties['evidenceUses']
  if (typeof used === 'number') said[uses].set(key, used)
  if (labels.includes('Trace')) {
    said[steps].set(id, Number(properties['steps']))
    said[problem].set(key, 1)
  }
  if (labels.includes('Feedback')) said[answer].set(key, 1)
}

function seeEdge({ idOf, found, loose, counts }: Seen, edge: CopiedEdge): void {
  counts.edges += 1
  const { from, type, to, properties } = edge
  if (!idOf.has(from) || !idOf.has(to))
    loose.push(`${type} from ${idOf.get(from) ?? 'nothing'} to ${idOf.get(to) ?? 'nothing'}`)
  const add = (rule: Rule, key: Key) => found[rule].set(key, (found[rule].get(key) ?? 0) + 1)
  if (type === 'USED') add(uses, to)
  else if (type === 'STEP') add(steps, String(properties['trace']))
  else if (type === 'ATTEMPTS') add(problem, from)
  else if (type === 'ON') add(answer, from)
}

function halves({ idOf, said, found }: Seen, rule: Rule): Findings {
  const keys = new Set([...said[rule].keys(), ...found[rule].keys()])
  const cases = [...keys].flatMap((key) => {
    const [one, other] = [said[rule].get(key) ?? 0, found[rule].get(key) ?? 0]
    return one === other ? [] : [`${idOf.get(key) ?? key}: ${one} and ${other}`]
  })
  return broken(rule, cases)
}

/** Whoever sends a write after he heard of another has both in a copy, or the first alone, or none. */
function moments(ids: ReadonlySet<string>, { told, askedAt, doneAt }: Expected): Findings {
  const held = told.filter(({ id }) => ids.has(id))
  const newest = Math.max(askedAt, ...held.map(({ sentAt }) => sentAt))
  const lacking = told.filter(({ id, ackedAt }) => ackedAt < newest && !ids.has(id))
  const early = held.filter(({ sentAt }) => sentAt > doneAt)
  return {
    ...broken(
      'acknowledged before, and not in',
      lacking.map(({ id }) => id)
    ),
    ...broken(
      'sent afterwards, and in',
      early.map(({ id }) => id)
    )
  }
}

function broken(rule: string, cases: readonly string[]): Findings {
  const [first] = cases
  return first === undefined ? {} : { [rule]: { times: cases.length, first } }
}
