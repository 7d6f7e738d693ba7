import type { Database } from '../graph/database.js'
import { lessonsByFile } from '../graph/queries.js'
import type { Where } from './formats/format.js'

/** What an import found in one file, or in all files of a format. */
export interface ImportCount {
  readonly file: string | null
  /** Empty where no format was recognised. */
  readonly format: string
  /** Good ones: accepted and known. */
  traces: number
  steps: number
  /** Artefact states and errors, of the traces that were not known before. */
  states: number
  errors: number
  /** Errors that were gone later in the same run, of the traces that were not known before. */
  resolved: number
  /** Field notes found, of the traces that were not known before. */
  notes: number
  /** How the traces ended. */
  passed: number
  failed: number
  unknown: number
  /** Lessons that the traces of the file taught, those taken in earlier among them. */
  lessons: number
  accepted: number
  known: number
  rejected: number
  skipped: number
  /** Files that are read with another one: of sub-agents, of sessions that were resumed, beside a trial. Only in the total. */
  elsewhere: number
}

/** Something that was not taken in. */
export interface ImportFault extends Where {
  readonly kind: 'rejected' | 'skipped'
  readonly reason: string
  /** The field at fault, of what was rejected. */
  readonly path?: string
  readonly expected?: string
}

export interface ImportSummary {
  readonly dryRun: boolean
  readonly total: ImportCount
  readonly formats: readonly ImportCount[]
  /** The first thousand files. */
  readonly files: readonly ImportCount[]
  /** The first fifty; the counts say how many there are. */
  readonly faults: readonly ImportFault[]
  /** How often each reason was met, the most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[]
  readonly rejectedFile: string | null
  readonly ms: number
}

export type ImportEvent = Partial<Omit<ImportCount, 'file' | 'format'>>

/** Counts as an import goes; its memory is bounded whatever comes. */
export interface ImportTally {
  count(
    at: { readonly file: string; readonly format?: string | undefined },
    event: ImportEvent
  ): void
  fault(fault: ImportFault): void
  /** A file that is read with another one. */
  elsewhere(): void
  summary(
    db: Database,
    about: Pick<ImportSummary, 'dryRun' | 'rejectedFile' | 'ms'>
  ): Promise<ImportSummary>
}

const mostFiles = 1_000
const mostFaults = 50
const mostReasons = 200

export function createTally(): ImportTally {
  const files = new Map<string, ImportCount>()
  const formats = new Map<string, ImportCount>()
  const total = newCount(null, 'all')
  const faults: ImportFault[] = []
  const reasons = new Map<string, number>()
  return {
    count: ({ file, format = '' }, event) => {
      const key = `${file}\n${format}`
      if (!files.has(key) && files.size < mostFiles) files.set(key, newCount(file, format))
      if (!formats.has(format)) formats.set(format, newCount(null, format))
      for (const row of [total, files.get(key), formats.get(format)]) if (row) add(row, event)
    },
    elsewhere: () => {
      total.elsewhere += 1
    },
    fault: (fault) => {
      if (faults.length < mostFaults) faults.push(fault)
      // Numbers in a reason do not make another reason.
      const reason = fault.reason.replace(/\d+/g, '#')
      if (reasons.has(reason) || reasons.size < mostReasons)
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    },
    summary: async (db, about) => {
      await countLessons(db, { files, formats, total })
      const sorted = [...reasons].map(([reason, count]) => ({ reason, count }))
      return {
        ...about,
        total,
        formats: [...formats.values()].sort((a, b) => (a.format < b.format ? -1 : 1)),
        files: [...files.values()],
        faults,
        reasons: sorted.sort((a, b) => b.count - a.count)
      }
    }
  }
}

function newCount(file: string | null, format: string): ImportCount {
  const ended = { passed: 0, failed: 0, unknown: 0 }
  const found = { states: 0, errors: 0, resolved: 0, notes: 0, lessons: 0 }
  const none = { traces: 0, steps: 0, ...found, ...ended }
  return { file, format, ...none, accepted: 0, known: 0, rejected: 0, skipped: 0, elsewhere: 0 }
}

function add(row: ImportCount, event: ImportEvent): void {
  for (const [name, by] of Object.entries(event) as [keyof ImportEvent, number][]) row[name] += by
}

async function countLessons(
  db: Database,
  rows: {
    files: ReadonlyMap<string, ImportCount>
    formats: ReadonlyMap<string, ImportCount>
    total: ImportCount
  }
): Promise<void> {
  const names = [...new Set([...rows.files.values()].flatMap(({ file }) => file ?? []))]
  for (const { file, format, lessons } of await db.run(lessonsByFile, { files: names })) {
    const row = rows.files.get(`${file}\n${format}`)
    for (const counted of [row, rows.formats.get(format), row && rows.total])
      if (counted) counted.lessons += lessons
  }
}
