import { setTimeout as wait } from 'node:timers/promises'
import { attachEmbedded } from '../../src/graph/embedded/embedded.js'
import { openDatabase, type Database } from '../../src/graph/database.js'
import {
  brokenDecisions,
  brokenDocumentation,
  brokenExperience,
  unfinishedJobs
} from '../../src/graph/queries.js'
import { createLog } from '../../src/log.js'
import { activities } from './activities.js'
import type { Door } from './client.js'
import type { Activity, Doing } from './doing.js'
import type { FaultKind, Scene } from './kinds.js'
import { Refused, type Ledger } from './ledger.js'
import { startLoad } from './load.js'
import type { FaultedHome } from './place.js'

export interface CycleOptions {
  readonly kind: FaultKind
  readonly scene: Scene
  readonly ledger: Ledger
  readonly folder: string
}

/** What one cycle came to. */
export interface Cycle {
  readonly kind: string
  readonly activity: string
  /** From the end of the fault until the graph answered, in seconds. */
  readonly backAfter: number
  /** Whether Cairn had to be started again by hand. */
  readonly restarted: boolean
  /** How long the work took to its end and the questions afterwards, in seconds. */
  readonly checkedIn: number
  readonly acknowledged: number
  readonly sentAgain: number
  /** Jobs that ended as failed and were started again, with what they said. */
  readonly retried: readonly string[]
  /** What must not be; each line begins with what sort it is: LOST, DOUBLED, STUCK, BROKEN, REFUSED. */
  readonly findings: readonly string[]
}

/** The longest that Cairn may take to answer by itself after a fault. */
const backWithinMs = 120_000
/** The longest that work may go on once everything answers: a lease of another machine is watched for 15 s. */
const quietWithinMs = 120_000

/** Lets work go on, strikes at a random moment of it, heals, and asks for all that was ever acknowledged. */
export async function runCycle(options: CycleOptions): Promise<Cycle> {
  const { kind, scene, ledger } = options
  const before = ledger.acknowledged()
  const retried: string[] = []
  const other = (await kind.prepare?.(scene)) ?? null
  const worked = await workedUnderFault(options, other, retried)
  const { activity, backAfter, back, restarted } = worked
  const findings = [...worked.refused]
  const tried = async (work: () => Promise<readonly string[]>) => {
    try {
      findings.push(...(await work()))
    } catch (error) {
      findings.push(`${error instanceof Refused ? 'REFUSED' : 'STUCK'} ${String(error)}`)
    }
  }
  const quiet = performance.now()
  if (!back) findings.push('STUCK it does not answer, not even when it is started again')
  const sent = { again: 0 }
  await tried(async () => {
    sent.again = await ledger.resend()
    return activity.finish()
  })
  await withGraph(scene.place, async (db) => {
    await tried(() => untilQuiet(db))
    await tried(() => ledger.compare(db))
    await tried(() => brokenRules(db))
  })
  return {
    kind: kind.name,
    activity: activity.name,
    backAfter,
    restarted,
    acknowledged: ledger.acknowledged() - before,
    sentAgain: sent.again,
    retried,
    checkedIn: (performance.now() - quiet) / 1_000,
    findings
  }
}

interface Worked {
  readonly activity: Activity
  readonly backAfter: number
  readonly back: boolean
  readonly restarted: boolean
  readonly refused: readonly string[]
}

async function workedUnderFault(
  { kind, scene, ledger, folder }: CycleOptions,
  other: FaultedHome | null,
  retried: string[]
): Promise<Worked> {
  const { place, random, cycle } = scene
  const through = { place: other ?? place }
  const door: Door = { url: () => through.place.url(), key: () => through.place.key() }
  const db = graphOf(place)
  const doing: Doing = { door, shell: place.shell, ledger, db, folder, cycle, retried }
  const choices = Object.values(activities)
  const make = choices[cycle % choices.length] ?? activities.record
  const activity = make(doing)
  const load = startLoad(other === null ? [door, door] : [door, place], ledger, `load-${cycle}`)
  const refused: string[] = []
  await wait(300)
  const going = activity.go().catch((error: unknown) => {
    if (error instanceof Refused) refused.push(`REFUSED ${error.message}`)
  })
  await wait(random() * 2_500)
  await kind.strike(scene, other)
  through.place = place
  const struckAt = performance.now()
  await kind.heal?.(scene, other)
  const { back, restarted } = await backAgain(place)
  const backAfter = (performance.now() - struckAt) / 1_000
  refused.push(...(await load.stop()))
  await going
  await other?.stop()
  return { activity, backAfter, back, restarted, refused }
}

async function backAgain(place: FaultedHome): Promise<{ back: boolean; restarted: boolean }> {
  if (await place.answers(backWithinMs)) return { back: true, restarted: false }
  await place.stop()
  await place.start().catch(() => undefined)
  return { back: await place.answers(backWithinMs), restarted: true }
}

/** Opened anew for each statement: its server may be another one after a fault. */
function graphOf(place: FaultedHome): Pick<Database, 'run'> {
  return { run: (query, params) => withGraph(place, (db) => db.run(query, params)) }
}

async function withGraph<T>(place: FaultedHome, work: (db: Database) => Promise<T>): Promise<T> {
  const graph = await attachEmbedded(place.home)
  if (graph === null) throw new Error('the Neo4j of this home does not answer')
  const { uri, user, password } = graph
  const db = openDatabase({ uri, user, password, database: 'neo4j', log: createLog('silent') })
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}

/** Waits until no job goes on. */
async function untilQuiet(db: Database): Promise<readonly string[]> {
  const until = performance.now() + quietWithinMs
  for (;;) {
    const left = await db.run(unfinishedJobs, {})
    if (left.length === 0) return []
    if (performance.now() > until)
      return left.map(
        ({ id, kind, token }) =>
          `STUCK ${kind} ${id}, ${token === null ? 'in nobody’s hands' : 'leased'}`
      )
    await wait(300)
  }
}

async function brokenRules(db: Database): Promise<readonly string[]> {
  const rows = [
    ...(await db.run(brokenDocumentation, {})),
    ...(await db.run(brokenExperience, {})),
    ...(await db.run(brokenDecisions, {}))
  ]
  return rows.map(({ rule, times, first }) => `BROKEN ${rule}: ${times}, first ${first}`)
}
