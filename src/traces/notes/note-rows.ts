import { compoundParts } from '../../domain/code-terms.js'
import type { ApiCatalogue } from '../../domain/code-uses/resolve-uses.js'
import type { CodeUse } from '../../domain/code-uses/code-uses.js'
import { contentHash } from '../../domain/content-hash.js'
import { noteText, type NoteKind, type NoteSource } from '../../domain/field-note.js'
import { instructsReader } from '../../domain/instructing.js'
import type { GraphMap } from '../../graph/query.js'
import type { CanonicalTrace } from '../canonical-trace.js'
import { lastOf, subjectOf, type Subject, type SubjectContext } from './subject-of.js'
import { writtenNotes } from './written-notes.js'

/** A field note of one trace, before what it is about has been looked up. */
export interface NoteDraft {
  readonly source: NoteSource
  /** What it is about, as it was said, the first thing first. */
  readonly about: readonly string[]
  readonly when: string | null
  readonly happens: string
  readonly instead: string | null
  readonly shownBy: string | null
  readonly kind: NoteKind | null
  /** Where in the trace it stands. */
  readonly span: string
}

export type NoteRow = GraphMap & { readonly id: string }

/** The field notes of a trace: those that its agent said, and those that stand in what it wrote. */
export function noteDrafts(trace: CanonicalTrace, uses: readonly CodeUse[]): NoteDraft[] {
  const said = (trace.learned ?? []).map((note, i): NoteDraft => ({
    source: 'said',
    about: [note.about].flat(),
    when: textOf(note.when),
    happens: note.happens.trim(),
    instead: textOf(note.instead),
    shownBy: textOf(note.shownBy),
    kind: note.kind ?? null,
    span: `learned[${String(i)}]`
  }))
  const known = new Set(uses.flatMap(({ name }) => name.split('.').slice(-1)))
  const written = writtenNotes(trace, known).map(
    ({ names, happens, span, shownBy }): NoteDraft => ({
      source: 'written',
      about: names,
      when: null,
      happens,
      instead: null,
      shownBy,
      kind: null,
      span
    })
  )
  // What was said apart need not be read out of the text as well.
  const told = said.map(({ happens }) => plain(happens))
  return [
    ...said,
    ...written.filter(({ happens }) => !told.some((one) => plain(happens).includes(one)))
  ]
}

function textOf(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text.trim()
}

export interface NoteContext {
  readonly trace: string
  readonly problem: string
  readonly space: string
  readonly uses: readonly CodeUse[]
  readonly catalogue: ApiCatalogue
  readonly code: string
  readonly libraries: readonly string[]
  readonly project: string | null
}

/** Notes as rows of the statement that writes them; of equal ones of a trace the first. */
export function noteRows(drafts: readonly NoteDraft[], context: NoteContext): NoteRow[] {
  const rows = new Map<string, NoteRow>()
  for (const draft of drafts) {
    const row = noteRow(draft, context)
    if (!rows.has(row.id)) rows.set(row.id, row)
  }
  return [...rows.values()]
}

function noteRow(draft: NoteDraft, context: NoteContext): NoteRow {
  const { about, when, happens, instead, shownBy, kind, source, span } = draft
  const subjects = subjectsOf(about, context)
  const isConvention =
    kind === 'project-convention' || subjects.some(({ name }) => name.startsWith('project:'))
  const project = isConvention ? (context.project ?? 'project:unknown') : null
  const text = noteText({ about: subjects.map(({ shown }) => shown), when, happens, instead })
  const [first] = subjects
  return {
    id: noteId({ space: context.space, project, about, when, happens, instead }),
    trace: context.trace,
    problem: context.problem,
    space: context.space,
    source,
    span,
    text,
    happens,
    when,
    instead,
    shownBy,
    noteKind: kind,
    subject: first?.name ?? 'topic:',
    subjectKey: first?.key ?? '',
    subjects: subjects.map(({ name }) => name),
    about: subjects.map(({ shown }) => shown),
    aboutSaid: [...about],
    nodes: [
      ...subjects.flatMap(({ nodes, provisional }) => [
        ...nodes,
        ...(provisional === null ? [] : [provisional.id])
      ])
    ],
    provisional: subjects.flatMap(({ provisional }) =>
      provisional === null ? [] : [{ ...provisional, name: lastOf(provisional.qualifiedName) }]
    ),
    project,
    terms: compoundParts(`${text} ${about.join(' ')}`, 60).join(' '),
    tainted: [happens, when, instead, shownBy, ...about].some(
      (part) => part !== null && instructsReader(part).found
    )
  }
}

function subjectsOf(about: readonly string[], context: NoteContext): Subject[] {
  const inside: SubjectContext = context
  const found = about.map((one) => subjectOf(one, inside))
  return [...new Map(found.map((one) => [one.name, one])).values()]
}

/** The same claim about the same thing has the same id in a space, whoever says it. */
function noteId(said: {
  readonly space: string
  readonly project: string | null
  readonly about: readonly string[]
  readonly when: string | null
  readonly happens: string
  readonly instead: string | null
}): string {
  const { space, project, about, when, happens, instead } = said
  const names = about.map((one) => plain(lastOf(one.replace(/\(.*$/s, '')))).join(' ')
  const parts = [when ?? '', happens, instead ?? ''].map(plain)
  return `lesson:${contentHash(space, project ?? '', names, ...parts)}`
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[`*"'’]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;:,]+$/, '')
}
