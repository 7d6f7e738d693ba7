import { publicSpace } from '../domain/caller.js'
import { compareApis, compareVersions, type ApiChange } from '../domain/api-changes.js'
import { after, standingOf, stored } from '../domain/insight-decisions.js'
import { apiId } from '../domain/documentation.js'
import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import {
  apisOfVersion,
  flagLessons,
  flagShortcuts,
  restingOn,
  spacesWithTraces,
  versionsOf
} from '../graph/queries.js'
import { changesSeen, type ApiChangeSeen } from './insight-in-full.js'
import type { Held } from './standing.js'
import { inTurn, type Deciding, type TurnDeps } from './turn.js'

/** Said of what rests on an API that changed. */
export const apiChangedFlag = 'api-changed'

/** What became of what rests on an older version. */
export interface AgeingReport {
  readonly from: string
  readonly to: string
  readonly changes: number
  /** Ids of the insights that were flagged; those in force went back to the queue. */
  readonly insights: readonly string[]
  readonly lessons: number
  /** Traces whose shortcuts were flagged. */
  readonly shortcuts: number
}

/**
 * Flags what rests on APIs that changed or went between an older version of these libraries and the
 * newest that is here: insights, lessons and shortcuts get the flag `api-changed` and the
 * differences. An approved insight goes back to the queue but stays in force until somebody decides.
 * Differences that were flagged once are not flagged again, so this may run after every ingestion.
 */
export async function flagChanged(
  deps: TurnDeps,
  libraries: readonly string[],
  space: string
): Promise<AgeingReport[]> {
  const families = await familiesOf(deps.db, libraries, space)
  const reports: AgeingReport[] = []
  // What is public is built on in every space.
  const resting = space === publicSpace ? await spacesOf(deps.db) : [space]
  for (const versions of families) {
    const newest = versions.at(-1)
    for (const older of versions.slice(0, -1)) {
      if (newest === undefined) continue
      const changes = await changesBetween(deps.db, older, newest)
      const told = changes
        .filter(({ kind }) => kind !== 'added')
        .map((change) => ({ ...change, from: older, to: newest }))
      const flagged = { insights: [] as string[], lessons: 0, shortcuts: 0 }
      for (const at of resting) {
        const there = await flagResting(deps, told, at)
        flagged.insights.push(...there.insights)
        flagged.lessons += there.lessons
        flagged.shortcuts += there.shortcuts
      }
      reports.push({ from: older, to: newest, changes: told.length, ...flagged })
    }
  }
  return reports
}

async function spacesOf(db: Database): Promise<string[]> {
  const rows = await db.run(spacesWithTraces, {})
  return [...new Set([publicSpace, ...rows.map(({ id }) => id)])]
}

/** Keys of all versions of each library named (by key, name or title, in whatever case), the oldest first. */
export async function familiesOf(
  db: Database,
  libraries: readonly string[],
  space: string
): Promise<string[][]> {
  const families = new Map<string, { key: string; version: string }[]>()
  const asked = libraries.map((library) => library.toLowerCase())
  for (const row of await db.run(versionsOf, { libraries: asked, space })) {
    const family = `${row.ecosystem}/${row.name}`
    families.set(family, [...(families.get(family) ?? []), row])
  }
  return [...families.values()].map((versions) =>
    versions.sort((a, b) => compareVersions(a.version, b.version)).map(({ key }) => key)
  )
}

export async function changesBetween(
  db: Database,
  older: string,
  newer: string
): Promise<ApiChange[]> {
  const [before, now] = await Promise.all([
    db.run(apisOfVersion, { library: older }),
    db.run(apisOfVersion, { library: newer })
  ])
  return compareApis(before, now)
}

interface Resting {
  readonly id: string
  readonly label: string
  /** JSON of all differences that it is flagged for now. */
  readonly changes: string
}

/** APIs asked about in one statement. */
const perStatement = 2_000

async function flagResting(
  deps: TurnDeps,
  changes: readonly ApiChangeSeen[],
  space: string
): Promise<Pick<AgeingReport, 'insights' | 'lessons' | 'shortcuts'>> {
  const resting = await newsFor(deps.db, changes, space)
  const of = (label: string) => resting.filter((node) => node.label === label)
  const rows = (nodes: readonly Resting[]) =>
    nodes.map(({ id, changes: told }) => ({ id, changes: told }))
  const insights = of('Insight')
  const lessons = of('Lesson')
  const shortcuts = of('Trace')
  if (lessons.length > 0) await deps.db.run(flagLessons, { rows: rows(lessons) })
  if (shortcuts.length > 0) await deps.db.run(flagShortcuts, { rows: rows(shortcuts) })
  if (insights.length > 0) await sendBack(deps, insights, space)
  return {
    insights: insights.map(({ id }) => id),
    lessons: lessons.length,
    shortcuts: shortcuts.length
  }
}

/** What rests on the APIs and is not flagged for all of this yet. */
async function newsFor(
  db: Database,
  changes: readonly ApiChangeSeen[],
  space: string
): Promise<Resting[]> {
  const byApi = new Map<string, ApiChangeSeen[]>()
  for (const change of changes) byApi.set(change.api, [...(byApi.get(change.api) ?? []), change])
  const ids = [...new Set(changes.map(({ from, api }) => apiId(from, api)))]
  const news: Resting[] = []
  for (let i = 0; i < ids.length; i += perStatement) {
    const apis = ids.slice(i, i + perStatement)
    for (const row of await db.run(restingOn, { apis, space })) {
      const known = changesSeen(row.changes)
      const keys = new Set(known.map(keyOf))
      const fresh = row.apis
        .flatMap((api) => byApi.get(api) ?? [])
        .filter((change) => !keys.has(keyOf(change)))
      if (fresh.length > 0)
        news.push({ id: row.id, label: row.label, changes: JSON.stringify([...known, ...fresh]) })
    }
  }
  return news
}

/** The same difference, whichever two versions showed it first. */
function keyOf({ api, kind, after: now }: ApiChange): string {
  return JSON.stringify([api, kind, now])
}

async function sendBack(
  deps: TurnDeps,
  insights: readonly Resting[],
  space: string
): Promise<void> {
  await inTurn(deps, space, async (turn) => {
    const held = await turn.hold(insights.map(({ id }) => id))
    await turn.write(
      held.flatMap((insight, i): Deciding[] => {
        const changes = insights[i]?.changes
        if (changes === undefined) throw new CairnError('BUG', 'an insight without its changes')
        return aged(insight, changes)
      })
    )
  })
}

function aged(held: Held, changes: string): Deciding[] {
  const standing = after('age', standingOf(held))
  if (standing === null) return []
  const flags = [...new Set([...held.flags, apiChangedFlag])].sort()
  const to = { ...held, ...stored(standing), flags, changes }
  const told = changesSeen(changes).map(({ api, kind }) => `${api} (${kind})`)
  const shown = told.slice(0, 5).join(', ')
  const more = told.length > 5 ? ` and ${told.length - 5} more` : ''
  return [
    {
      kind: 'age',
      by: 'cairn',
      reason: `What it rests on changed: ${shown}${more}.`,
      changes: [{ insight: held.id, before: held, after: to }]
    }
  ]
}
