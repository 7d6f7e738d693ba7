import type { Trust, NoteSource } from '../domain/field-note.js'
import type { Database } from '../graph/database.js'
import { isSameSubject } from './notes/group-notes.js'
import { lastOf } from './notes/subject-of.js'
import { badInput } from '../errors.js'
import {
  notesAbout as notesAboutNodes,
  notesLearnedIn as notesLearnedInRows,
  notesNamed as notesNamedRows,
  notesOf as notesOfRows
} from '../graph/queries.js'

/** A field note as an answer shows it: it speaks for all that say the same. */
export interface FieldNote {
  readonly id: string
  readonly text: string
  readonly happens: string
  readonly when: string | null
  readonly instead: string | null
  readonly shownBy: string | null
  readonly noteKind: string | null
  readonly source: NoteSource
  readonly trust: Trust
  /** Independent task sessions in which it was seen, at least one. */
  readonly witnesses: number
  /** Different principals that Cairn knows among them; all unknown ones are one. */
  readonly principals: number
  /** The principal that saw it, where it is the only one. */
  readonly by: string | null
  /** How much it counts, above 0 up to 1. */
  readonly weight: number
  /** Whether another note says the opposite. */
  readonly disputed: boolean
  readonly space: string
  readonly subjects: readonly string[]
  /** Those of the ids asked for that it is about. */
  readonly apis: readonly string[]
  /** Those of the attempts asked for in which it was learned. */
  readonly learnedIn: readonly string[]
}

const usualLimit = 30

/**
 * The field notes about APIs or errors, by their ids, best founded first, each behaviour once. The same sentence that
 * stands in two spaces is one. Conventions of a project come only where it is the project asked for.
 */
export async function notesAbout(
  db: Database,
  asked: {
    readonly apis: readonly string[]
    readonly spaces: readonly string[]
    /** Hash of the asker's project, as `projectHash` makes it. */
    readonly project?: string | null
    readonly limit?: number
  }
): Promise<FieldNote[]> {
  const { apis, spaces, project = null, limit = usualLimit } = asked
  if (apis.length === 0) return []
  const rows = await db.run(notesAboutNodes, { apis, spaces, project, limit })
  return distinctNotes(rows.map((row) => ({ ...row, learnedIn: [] })))
}

/**
 * The field notes about what code calls, where no documentation is held: by names as code writes them, `Table.order`
 * or `order`. A name with a dot leaves out what ends otherwise; `roots` are the modules that the code imports.
 */
export async function notesNamed(
  db: Database,
  asked: {
    readonly names: readonly string[]
    readonly roots: readonly string[]
    readonly spaces: readonly string[]
    readonly project?: string | null
    readonly limit?: number
  }
): Promise<FieldNote[]> {
  const { names, roots, spaces, project = null, limit = usualLimit } = asked
  const keys = [...new Set(names.map((name) => lastOf(name).toLowerCase()))]
  if (keys.length === 0) return []
  const rows = await db.run(notesNamedRows, { keys, spaces, project, limit: limit * 3 })
  const fits = rows.filter(({ subjects }) =>
    subjects.some((subject) => names.some((name) => isOfName(subject, name, roots)))
  )
  return distinctNotes(fits.map((row) => ({ ...row, apis: [], learnedIn: [] }))).slice(0, limit)
}

/** The field notes that were learned in these attempts, best founded first, each behaviour once. */
export async function notesLearnedIn(
  db: Database,
  asked: {
    readonly traces: readonly string[]
    readonly spaces: readonly string[]
    readonly limit?: number
  }
): Promise<FieldNote[]> {
  const { traces, spaces, limit = usualLimit } = asked
  if (traces.length === 0) return []
  const rows = await db.run(notesLearnedInRows, { traces, spaces, limit })
  return distinctNotes(rows.map((row) => ({ ...row, apis: [] })))
}

/**
 * The page of field notes about an API or a whole library, by its name: best founded first, each behaviour once.
 * Conventions of projects are not among them.
 * @throws CairnError BAD_INPUT for a name that is empty or too long
 */
export async function notesOf(
  db: Database,
  asked: { readonly of: string; readonly spaces: readonly string[]; readonly limit: number }
): Promise<FieldNote[]> {
  const name = asked.of.trim()
  if (name === '' || name.length > longestName)
    throw badInput('of', name.slice(0, 50), `1 to ${String(longestName)} characters`)
  const { spaces, limit } = asked
  const rows = await db.run(notesOfRows, { name: name.toLowerCase(), spaces, limit })
  return distinctNotes(rows.map((row) => ({ ...row, apis: [], learnedIn: [] })))
}

const longestName = 200

/** Of the same last name, and of a module at hand where both tell of one. */
function isOfName(subject: string, name: string, roots: readonly string[]): boolean {
  if (isSameSubject(subject, `api:${name}`)) return true
  const [root = ''] = subject.replace(/^api:/, '').split('.')
  return lastOf(subject) === lastOf(name) && !name.includes('.') && roots.includes(root)
}

type NoteRow = Omit<FieldNote, 'source' | 'trust'> & {
  readonly source: string
  readonly trust: string
}

/** The same notes out of several lists, each once, with all that any of them tells of what was asked. */
export function joinedNotes(lists: readonly (readonly FieldNote[])[]): FieldNote[] {
  const joined = new Map<string, FieldNote>()
  for (const note of lists.flat()) {
    const known = joined.get(note.id)
    joined.set(
      note.id,
      known === undefined
        ? note
        : {
            ...known,
            apis: [...new Set([...known.apis, ...note.apis])],
            learnedIn: [...new Set([...known.learnedIn, ...note.learnedIn])]
          }
    )
  }
  return [...joined.values()]
}

function distinctNotes(rows: readonly NoteRow[]): FieldNote[] {
  const distinct = new Map<string, FieldNote>()
  for (const row of rows) {
    const key = row.text.toLowerCase()
    const note = { ...row, source: row.source as NoteSource, trust: row.trust as Trust }
    if (!distinct.has(key)) distinct.set(key, note)
  }
  return [...distinct.values()]
}
