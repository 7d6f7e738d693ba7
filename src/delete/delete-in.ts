import { adviceBands, creditsOf, feedbackOutcomes, helpfulnessBands } from '../domain/credit.js'
import { changeEvidence, changeOf } from '../graph/change-evidence.js'
import type { Transaction } from '../graph/database.js'
import {
  answersAndFeedback,
  confirmOutcomes,
  detachLessons,
  detachTraces,
  entomb,
  lessonsOfNothing,
  recountInsights,
  removeAsked,
  removeOrphans,
  toDelete
} from '../graph/queries.js'
import { deriveNotes, settleChanged } from '../traces/derive-notes.js'

/** What a deletion removed. */
export interface Deleted {
  /** Ids of what was named, and of notes, feedback and candidates that rested on nothing else. */
  readonly ids: readonly string[]
  /** States, errors, problems and gaps that nothing else is tied to. */
  readonly orphans: number
  /** Insights in which a person had a hand: they stay, counted anew and marked `sources-deleted`. */
  readonly marked: readonly string[]
}

export interface Deleting {
  readonly by: string
  /** ISO 8601. */
  readonly at: string
  readonly spaces: readonly string[]
}

/** Deletes these nodes with all that rests on them alone, in the transaction that it is given. */
export async function deleteIn(
  tx: Transaction,
  ids: readonly string[],
  { by, at, spaces }: Deleting
): Promise<Deleted> {
  const named = await tx.run(toDelete, { ids, spaces })
  const of = (label: string) => named.filter((one) => one.label === label).map(({ id }) => id)
  const rest = await tx.run(detachTraces, { ids: of('Trace') })
  const all = (field: 'states' | 'errors' | 'problems' | 'lessons' | 'insights') => [
    ...new Set(rest.flatMap((row) => row[field]))
  ]
  const where = [...new Set(named.flatMap((one) => (one.label === 'Trace' ? one.space : [])))]
  const told = [...new Set([...all('lessons'), ...(await derivedAnew(tx, all('problems'), where))])]
  const bare = (await tx.run(lessonsOfNothing, { ids: told })).map(({ id }) => id)
  const lessons = [...new Set([...of('Lesson'), ...bare])]
  const drawn = (await tx.run(detachLessons, { ids: lessons })).flatMap((row) => row.insights)
  const answers = of('Recommendation')
  const { feedback, used } = await takeBack(tx, [...answers, ...of('Feedback')])
  const asked = await tx.run(removeAsked, { ids: [...answers, ...feedback] })
  const touched = [...new Set([...all('insights'), ...drawn])]
  const insights = await tx.run(recountInsights, { ids: touched })
  const drafts = insights.filter((one) => one.bare && one.draft).map(({ id }) => id)
  const gone = [...of('Trace'), ...lessons, ...answers, ...feedback, ...drafts]
  await tx.run(entomb, { ids: gone, named: named.map(({ id }) => id), by, at })
  await tx.run(confirmOutcomes, { problems: [], traces: used })
  for (const space of where)
    await settleChanged(
      tx,
      told.filter((id) => !gone.includes(id)),
      space
    )
  const orphans = await tx.run(removeOrphans, {
    states: all('states'),
    errors: all('errors'),
    problems: all('problems')
  })
  return {
    ids: gone,
    orphans: (orphans[0]?.removed ?? 0) + (asked[0]?.removed ?? 0),
    marked: insights.map(({ id }) => id).filter((id) => !drafts.includes(id))
  }
}

/**
 * What followed from attempts that are gone beside others at their problems: whose errors were resolved, whose success
 * was borne out, what changed between them, which quotes both. @returns the notes that may have changed
 */
async function derivedAnew(
  tx: Transaction,
  problems: readonly string[],
  spaces: readonly string[]
): Promise<string[]> {
  const notes: string[] = []
  for (const space of spaces) notes.push(...(await deriveNotes(tx, { problems, space })))
  return notes
}

/** Takes back the evidence of what was said of these answers. @returns the ids of that feedback, and of what it had used */
async function takeBack(
  tx: Transaction,
  ids: readonly string[]
): Promise<{ readonly feedback: readonly string[]; readonly used: readonly string[] }> {
  const said = await tx.run(answersAndFeedback, { ids })
  const changes = said.flatMap(
    ({ outcome, helpfulness, advice, libraries, used, at, space, sender, ...row }) => {
      const signal = {
        outcome: feedbackOutcomes.find((one) => one === outcome) ?? 'unknown',
        helpfulness: helpfulnessBands.find((one) => one === helpfulness) ?? null,
        advice: adviceBands.find((one) => one === advice) ?? null
      }
      const cited = row.cited.map((node) => ({
        id: typeof node['id'] === 'string' ? node['id'] : '',
        library: typeof node['library'] === 'string' ? node['library'] : null,
        versions: typeof node['versions'] === 'string' ? node['versions'] : null
      }))
      const credits = creditsOf(signal, { cited, used, libraries })
      return credits.map((credit) => ({
        space,
        ...changeOf(credit, { of: sender, at, takenBack: true })
      }))
    }
  )
  for (const space of new Set(changes.map((one) => one.space)))
    await changeEvidence(
      tx,
      space,
      changes.filter((one) => one.space === space)
    )
  return {
    feedback: said.map(({ id }) => id),
    used: [...new Set(said.flatMap((one) => one.used))]
  }
}
