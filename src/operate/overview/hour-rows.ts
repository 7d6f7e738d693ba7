import type { OutcomeRow } from '../../domain/effect-rows.js'
import type { GraphMap } from '../../graph/query.js'

/** An hour and a day in milliseconds; hours begin as UTC's do. */
export const hourMs = 3_600_000
export const dayMs = 24 * hourMs

/** When the hour of a moment began. */
export function hourOf(at: number): number {
  return at - (at % hourMs)
}

/** From a moment up to another, in milliseconds since 1970; both begin an hour. */
export interface Window extends GraphMap {
  readonly from: number
  readonly to: number
}

/** What was found within windows of a space, counted by the hour. */
export interface Found {
  readonly answers: readonly {
    readonly hour: number
    readonly asked: number
    readonly answered: number
    readonly helped: number
    readonly unhelped: number
  }[]
  readonly lots: readonly ({ readonly hour: number } & Lot)[]
  readonly attempts: readonly {
    readonly hour: number
    readonly source: string
    readonly outcome: string
    readonly n: number
    readonly last: number
  }[]
  readonly grown: readonly { readonly hour: number; readonly kind: string; readonly n: number }[]
}

type Lot = Omit<OutcomeRow, 'principal'>

/** Lots that an hour keeps at most; of a busier one the first by share and task, which tells nothing of how they ended. */
const mostLots = 2_000

/** One row for each hour in which something happened; of the same rows in any order the same. Pure. */
export function hourRows(space: string, found: Found): GraphMap[] {
  const all = [...found.answers, ...found.lots, ...found.attempts, ...found.grown]
  const hours = [...new Set(all.map(({ hour }) => hour))].sort((a, b) => a - b)
  const of = {
    answers: byHour(found.answers),
    lots: byHour(found.lots),
    attempts: byHour(found.attempts),
    grown: byHour(found.grown)
  }
  return hours.map((at) => ({
    id: `hour:${space}:${new Date(at).toISOString().slice(0, 13)}`,
    at,
    ...answersIn(of.answers.get(at)?.[0]),
    ...attemptsIn(of.attempts.get(at) ?? []),
    ...grownIn(of.grown.get(at) ?? []),
    lots: (of.lots.get(at) ?? []).map(lotText).sort().slice(0, mostLots)
  }))
}

const noAnswers = { asked: 0, answered: 0, helped: 0, unhelped: 0 }

function answersIn(answers: Found['answers'][number] | undefined): typeof noAnswers {
  const { asked, answered, helped, unhelped } = answers ?? noAnswers
  return { asked, answered, helped, unhelped }
}

function attemptsIn(came: Found['attempts']) {
  return {
    attempts: came.reduce((sum, { n }) => sum + n, 0),
    came: came.map(cameText).sort()
  }
}

function grownIn(kinds: Found['grown']) {
  const count = (kind: string) => kinds.find((one) => one.kind === kind)?.n ?? 0
  return {
    problems: count('problems'),
    notes: count('notes'),
    insights: count('insights'),
    gaps: count('gaps')
  }
}

/** Words of a source and an outcome are one, so that Cypher takes it apart at the spaces. */
function cameText({ source, outcome, n, last }: Found['attempts'][number]): string {
  const word = (text: string) => text.replace(/\s+/g, '-') || 'unknown'
  return [word(source), word(outcome), n, last].join(' ')
}

/** Characters of a hash that tell tasks and sessions apart. */
const told = 20

function lotText({ share, shown, task, session, n, passed }: Lot): string {
  return JSON.stringify([share, shown, task.slice(-told), session.slice(-told), n, passed])
}

/** A lot as an hour keeps it. */
export function readLot(text: string): OutcomeRow {
  const [share, shown, task, session, n, passed] = JSON.parse(text) as [
    number,
    boolean,
    string,
    string,
    number,
    number
  ]
  return { share, shown, task, session, principal: '', n, passed }
}

function byHour<T extends { readonly hour: number }>(rows: readonly T[]): Map<number, T[]> {
  const hours = new Map<number, T[]>()
  for (const row of rows) hours.set(row.hour, [...(hours.get(row.hour) ?? []), row])
  return hours
}
