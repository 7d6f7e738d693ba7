import { contentHash } from '../domain/content-hash.js'
import { compoundParts } from '../domain/code-terms.js'
import { noteText } from '../domain/field-note.js'
import { instructsReader } from '../domain/instructing.js'
import type { Transaction } from '../graph/database.js'
import {
  attemptsAt,
  clearDerived,
  confirmOutcomes,
  joinResolutions,
  removeLessons,
  removeProvisional,
  retireLessons,
  settleNotes,
  wakeNotes,
  writeNotes
} from '../graph/queries.js'
import type { GraphMap } from '../graph/query.js'
import { changeText, codeChange, isOfValuesAlone, type CodeChange } from './notes/code-change.js'
import { lastOf } from './notes/subject-of.js'
import { useFromText } from './uses-of.js'

type Attempt = {
  readonly problem: string
  readonly id: string
  readonly outcome: string
  readonly code: string
  readonly uses: readonly string[]
  readonly type: string | null
  readonly apis: readonly GraphMap[]
}

/**
 * Brings what follows from all attempts at some problems up to date: who resolved whose error, whose success another bears out, and the notes that
 * tell what changed between a failed and a passed attempt. It depends on the set of attempts alone.
 * @returns ids of the notes that may have changed
 */
export async function deriveNotes(
  tx: Transaction,
  at: { readonly problems: readonly string[]; readonly space: string }
): Promise<string[]> {
  const problems = at.problems.toSorted()
  const { space } = at
  await tx.run(joinResolutions, { problems, space })
  await tx.run(confirmOutcomes, { problems, traces: [] })
  const attempts = await tx.run(attemptsAt, { problems, space })
  const rows = problems.flatMap((problem) =>
    differences(
      attempts.filter((one) => one.problem === problem),
      space
    )
  )
  const keep = rows.map((row) => `${row.id} ${row.trace}`)
  const gone = await tx.run(clearDerived, { problems, space, keep })
  if (rows.length > 0) await tx.run(writeNotes, { rows })
  return [...new Set([...rows.map(({ id }) => id), ...gone.map(({ id }) => id)])]
}

/**
 * Makes what is said of notes anew from the traces behind them; those that nobody says any more go.
 * @returns ids of the notes to be put beside the others
 */
export async function settleChanged(
  tx: Transaction,
  ids: readonly string[],
  space: string
): Promise<string[]> {
  const distinct = [...new Set(ids)].sort()
  if (distinct.length === 0) return []
  const settled = await tx.run(settleNotes, { ids: distinct })
  const gone = settled.filter(({ left }) => left === 0)
  if (gone.length === 0) return settled.map(({ id }) => id)
  const left = { ids: gone.map(({ id }) => id) }
  const keys = [...new Set(gone.flatMap(({ key }) => (key === null ? [] : [key])))].sort()
  const woken = await tx.run(wakeNotes, { keys, space, except: left.ids })
  await tx.run(removeLessons, left)
  await tx.run(retireLessons, left)
  const names = [...new Set(gone.flatMap(({ subjects }) => subjects.map(lastOf)))]
  await tx.run(removeProvisional, { names, space })
  return [...settled.filter(({ left }) => left > 0), ...woken].map(({ id }) => id)
}

/** Differences said of one problem. */
const mostNotes = 3

/** Whether it was a test that found the result wrong, not the library that refused the call. */
function isVerdict(type: string | null): boolean {
  return type === null || /assert/i.test(type)
}

/** Errors of one's own code, which tell nothing of what it calls. */
const slips = /^(?:Name|Syntax|Indentation|Tab|Reference|UnboundLocal)Error$/

type DerivedRow = GraphMap & { readonly id: string; readonly trace: string }

function differences(attempts: readonly Attempt[], space: string): DerivedRow[] {
  const passed = attempts.filter(({ outcome }) => outcome === 'passed')
  const failed = attempts.filter(
    ({ outcome, type }) => outcome === 'failed' && !slips.test(type ?? '')
  )
  const found = failed.flatMap((attempt) => {
    const changes = passed.flatMap((one) => {
      const change = codeChange(attempt.code, one.code)
      if (change === undefined || (isVerdict(attempt.type) && isOfValuesAlone(change))) return []
      return [{ change, failed: attempt, passed: one }]
    })
    return changes.sort(nearest).slice(0, 1)
  })
  const rows = found.flatMap((one) => rowsOf(one, space))
  const ids = [...new Set(rows.map(({ id }) => id))].sort().slice(0, mostNotes)
  return rows.filter(({ id }) => ids.includes(id))
}

interface Difference {
  readonly change: CodeChange
  readonly failed: Attempt
  readonly passed: Attempt
}

function nearest(a: Difference, b: Difference): number {
  return a.change.size - b.change.size || (a.passed.id < b.passed.id ? -1 : 1)
}

/** A difference is a note of both attempts; of what neither documentation nor an import names there is none. */
function rowsOf({ change, failed, passed }: Difference, space: string): DerivedRow[] {
  const subject = subjectOf(change.callee, passed) ?? subjectOf(change.callee, failed)
  if (subject === undefined) return []
  const happens = changeText(change, failed.type)
  const about = [subject.shown]
  const text = noteText({ about, when: null, happens, instead: null })
  const shownBy = [...lines(change.removed, '- '), ...lines(change.added, '+ ')]
    .slice(0, 15)
    .join('\n')
  const row = {
    id: `lesson:${contentHash(space, 'difference', subject.name, happens)}`,
    problem: passed.problem,
    space,
    source: 'difference',
    span: 'code',
    text,
    happens,
    when: null,
    instead: null,
    shownBy,
    noteKind: null,
    subject: subject.name,
    subjectKey: change.callee.toLowerCase(),
    subjects: [subject.name],
    about,
    aboutSaid: about,
    nodes: [...subject.nodes],
    provisional: [],
    project: null,
    embedding: null,
    terms: compoundParts(text, 60).join(' '),
    tainted: instructsReader(`${text}\n${shownBy}`).found
  }
  return [failed.id, passed.id].map((trace) => ({ ...row, trace }))
}

function lines(code: string, sign: string): string[] {
  return code === '' ? [] : code.split('\n').map((line) => `${sign}${line}`)
}

/** What the code means by a callee: the documented API that it is linked to, else the import that it comes from. */
function subjectOf(
  callee: string,
  { uses, apis }: Attempt
): { name: string; shown: string; nodes: readonly string[] } | undefined {
  const linked = apis.filter(({ name }) => typeof name === 'string' && lastOf(name) === callee)
  const [first] = linked
  if (typeof first?.['name'] === 'string') {
    const name = first['name']
    const nodes = linked.flatMap((one) =>
      one['name'] === name && typeof one['id'] === 'string' ? [one['id']] : []
    )
    return { name: `api:${name}`, shown: shortName(name), nodes }
  }
  const use = uses
    .map((text) => useFromText(text).name)
    .filter((name) => name.indexOf('.') > 0 && lastOf(name) === callee)
    .sort()[0]
  return use === undefined ? undefined : { name: `api:${use}`, shown: shortName(use), nodes: [] }
}

function shortName(name: string): string {
  const pieces = name.split('.')
  return pieces.length > 2 ? pieces.slice(-2).join('.') : name
}
