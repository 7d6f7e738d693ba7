import { effectOfClusters, type ClusterArm, type Effect } from './effect.js'

/** Answers to one task under one share, on one side of the lot, as the graph counts them. */
export interface OutcomeRow {
  readonly share: number
  readonly shown: boolean
  readonly task: string
  /** Empty where the host told of none. */
  readonly session: string
  /** Who said how they ended. */
  readonly principal: string
  readonly n: number
  readonly passed: number
}

/** The effect from counted answers, of which no principal has more than all others together. */
export function effectOfRows(rows: readonly OutcomeRow[]): Effect {
  return effectOfClusters(clustered(withinShare(rows)))
}

/** Answers to the same task, and those of one session, are one cluster; so is what is joined by both. */
export function clustered(rows: readonly OutcomeRow[]): ClusterArm[] {
  const parent = new Map<string, string>()
  const rootOf = (name: string): string => {
    let at = name
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    parent.set(name, at)
    return at
  }
  const taskOf = ({ task }: OutcomeRow) => `task ${task}`
  for (const row of rows) {
    if (row.session === '') continue
    parent.set(rootOf(`session ${row.session}`), rootOf(taskOf(row)))
  }
  return rows.map((row) => {
    const { share, shown, n, passed } = row
    return { cluster: rootOf(taskOf(row)), share, shown, n, passed }
  })
}

/**
 * The rows with no more answers of any principal than of all others together, where more than one spoke: whole tasks
 * are left out, by the hash of their words, which tells nothing of how they ended. Of one alone all are kept: a machine
 * with one key has nobody else.
 */
function withinShare(rows: readonly OutcomeRow[]): OutcomeRow[] {
  const said = new Map<string, number>()
  for (const { principal, n } of rows) said.set(principal, (said.get(principal) ?? 0) + n)
  const all = [...said.values()].reduce((sum, n) => sum + n, 0)
  const [loudest, most] = [...said].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0])
  const room = all - most
  if (said.size < 2 || most <= room) return [...rows]
  let taken = 0
  const kept = new Set<string>()
  const theirs = rows.filter(({ principal }) => principal === loudest)
  for (const task of [...new Set(theirs.map((row) => row.task))].sort()) {
    const n = theirs.reduce((sum, row) => (row.task === task ? sum + row.n : sum), 0)
    if (taken + n > room) continue
    taken += n
    kept.add(task)
  }
  return rows.filter(({ principal, task }) => principal !== loudest || kept.has(task))
}
