import { CairnError } from '../errors.js'
import { decisionsOn } from '../graph/queries.js'
import { stored } from '../domain/insight-decisions.js'
import type { Held, Snapshot } from './standing.js'
import { changesOf, type Deciding, type Turn } from './turn.js'

/**
 * Takes back the last decision on an insight, with all that followed from it: every insight that it
 * changed stands as before. What it had made (the revision of an edit, the whole of a merge, the
 * parts of a split) stays as history, rejected. Undoing an undo takes that back in turn.
 * @throws CairnError BAD_INPUT where nothing was decided, CONFLICT where another insight that the
 * decision changed has been decided on since
 */
export async function undo(turn: Turn, held: Held): Promise<Deciding['changes']> {
  const [last] = await turn.tx.run(decisionsOn, { id: held.id, limit: 1 })
  if (last === undefined) {
    throw new CairnError(
      'BAD_INPUT',
      `Nothing has been decided on insight '${held.title}' yet; there is nothing to undo.`,
      { details: { field: 'insight', value: held.id, expected: 'an insight that was decided on' } }
    )
  }
  const changes = changesOf(last)
  const now = await turn.hold(changes.map(({ insight }) => insight))
  for (const [i, { insight }] of changes.entries()) {
    if (!(await isLatest(turn, insight, last.id)))
      throw decidedSince(last, now[i]?.title ?? insight, insight)
  }
  return changes.map(({ insight, before, after }, i) => {
    const current = now[i]
    if (current === undefined) throw decidedSince(last, insight, insight)
    const back = before === null ? unmade(current) : keepingNews(before, after, current)
    return { insight, before: current, after: back }
  })
}

/** Decisions that are looked through for the last one in effect. */
const mostLooked = 50

/**
 * Whether a decision is the last one on an insight, or the last one in effect: what was taken back is not, and neither
 * is what took it back. So whoever edits, approves and undoes may go on to undo the edit.
 */
async function isLatest({ tx }: Turn, insight: string, decision: string): Promise<boolean> {
  const decisions = await tx.run(decisionsOn, { id: insight, limit: mostLooked })
  if (decisions[0]?.id === decision) return true
  let undone = 0
  for (const { id, kind } of decisions) {
    if (kind === 'undo') undone += 1
    else if (undone % 2 === 0) return id === decision
    else undone = 0
  }
  return false
}

/** What curation found out since the decision stays found out: undoing takes back only what the decision changed. */
function keepingNews(before: Snapshot, after: Snapshot, current: Snapshot): Snapshot {
  const raised = current.flags.filter((flag) => !after.flags.includes(flag))
  // An approval makes flags acknowledged: only what is neither any more was cleared.
  const known = [...current.flags, ...current.acknowledged]
  const gone = [...after.flags, ...after.acknowledged].filter((flag) => !known.includes(flag))
  const cleared = new Set(gone)
  const flags = [...new Set([...before.flags, ...raised])].filter((flag) => !cleared.has(flag))
  const { tainted, changes } = current
  return {
    ...before,
    flags,
    ...(tainted === after.tainted ? {} : { tainted }),
    ...(changes === after.changes ? {} : { changes })
  }
}

function unmade(current: Held): Snapshot {
  return { ...current, ...stored('rejected'), claimedBy: null, claimedAt: null, supersedes: [] }
}

function decidedSince(
  last: { kind: string; by: string; at: string },
  title: string,
  insight: string
): CairnError {
  return new CairnError(
    'CONFLICT',
    `The '${last.kind}' of ${last.by} at ${last.at} changed insight '${title}' too, and that has been decided on since. Undo the later decision first.`,
    { details: { field: 'insight', value: insight, decision: last.kind, decidedBy: last.by } }
  )
}
