import { badInput, CairnError } from '../../errors.js'
import { redact } from '../../domain/redact.js'
import type { Database } from '../../graph/database.js'
import { noteWeight, reportNote as writeReport } from '../../graph/queries.js'
import type { Embedder } from '../../model/embedder.js'
import { settleNotes } from './settle-notes.js'

/** Somebody says that a field note is wrong or out of date. */
export interface NoteReport {
  /** Id of the note. */
  readonly note: string
  /** What happened instead, in a sentence. */
  readonly happened: string
  /** Version of what the note is about with which it happened; null where unknown. */
  readonly version?: string | null
}

/** A report as it was taken in. */
export interface ReportedNote {
  readonly note: string
  readonly text: string
  /** How much the note counts now, 0 to 1; at 0 it is not shown. */
  readonly weight: number
  /** Notes that say the same. */
  readonly members: readonly string[]
}

/** Bounds of a report, in characters. */
const longest = { happened: 1_000, version: 100 } as const
/** Reports that one note keeps, the latest. */
const mostReports = 50

/**
 * Writes down that a note is wrong: it weighs less at once. One report of each who reports counts; a later one takes
 * the place of the earlier. Secrets are taken out.
 * @throws CairnError BAD_INPUT, NOT_FOUND where no note of the space has the id
 */
export async function reportNote(
  deps: { readonly db: Database; readonly embedder: Embedder },
  report: NoteReport,
  at: { readonly space: string; readonly by: string }
): Promise<ReportedNote> {
  const happened = said('happened', report.happened)
  const version = report.version == null ? null : said('version', report.version)
  const id = report.note.trim()
  const [row] = await deps.db.write((tx) =>
    tx.run(writeReport, {
      id,
      space: at.space,
      by: at.by,
      report: JSON.stringify({ by: at.by, happened, version, at: new Date().toISOString() }),
      most: mostReports
    })
  )
  if (row === undefined)
    throw new CairnError('NOT_FOUND', `Nothing in sight has the id '${id.slice(0, 200)}'.`, {
      details: { field: 'note', value: id.slice(0, 200) }
    })
  await settleNotes(deps, at.space, [id])
  const [now] = await deps.db.run(noteWeight, { id })
  return { note: row.id, text: row.text, weight: now?.weight ?? 0, members: row.members }
}

function said(field: keyof typeof longest, value: string): string {
  const text = redact(value.replace(/\s+/g, ' ').trim()).text
  if (text !== '' && text.length <= longest[field]) return text
  throw badInput(
    field,
    text === '' ? 'empty' : `${String(text.length)} characters long`,
    `1 to ${String(longest[field])} characters`
  )
}
