import { after, standingOf, stored } from '../domain/insight-decisions.js'
import { insightsOfNotes } from '../graph/queries.js'
import { inTurn, type Deciding, type TurnDeps } from './turn.js'

/** Said of what rests on a note that somebody reported to be wrong. */
export const reportedFlag = 'reported'

/**
 * Flags the insights that rest on notes which somebody reported to be wrong. One in force goes back to the queue but
 * stays in force until somebody decides.
 * @returns ids of those that are flagged now and were not before
 */
export async function flagReported(
  deps: TurnDeps,
  report: { readonly notes: readonly string[]; readonly text: string },
  space: string
): Promise<string[]> {
  const rows = await deps.db.run(insightsOfNotes, { notes: [...report.notes], space })
  if (rows.length === 0) return []
  return inTurn(deps, space, async (turn) => {
    const held = await turn.hold(rows.map(({ id }) => id))
    const decisions = held.flatMap((insight): Deciding[] => {
      const standing = after('age', standingOf(insight))
      if (standing === null || insight.flags.includes(reportedFlag)) return []
      const flags = [...insight.flags, reportedFlag].sort()
      const to = { ...insight, ...stored(standing), flags }
      return [
        {
          kind: 'age',
          by: 'cairn',
          reason: `A note that it rests on was reported to be wrong: ${report.text.slice(0, 300)}`,
          changes: [{ insight: insight.id, before: insight, after: to }]
        }
      ]
    })
    await turn.write(decisions)
    return decisions.flatMap(({ changes }) => changes.map(({ insight }) => insight))
  })
}
