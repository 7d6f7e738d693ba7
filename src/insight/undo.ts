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
  return changes.map(({ insight, before, after }, i) => {
    const current = now[i]
    if (current === undefined || current.version !== after.version) {
      throw decidedSince(last, current?.title ?? insight, insight)
    }
    return { insight, before: current, after: before ?? unmade(current) }
  })
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
