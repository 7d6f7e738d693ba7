/** What sort of behaviour a field note tells of. */
export const noteKinds = [
  'silent-trap',
  'misleading-error',
  'undocumented-default',
  'works-instead',
  'performance',
  'environment',
  'project-convention'
] as const
export type NoteKind = (typeof noteKinds)[number]

/** Where a field note comes from, best first. */
export const noteSources = ['said', 'written', 'difference', 'model'] as const
export type NoteSource = (typeof noteSources)[number]

/** How far the server trusts what a trace shows, best first; no sender can set it. */
export const trustLevels = ['confirmed', 'observed', 'imported', 'self-reported'] as const
export type Trust = (typeof trustLevels)[number]

/** One behaviour that an agent learned, as it says it. */
export interface LearnedNote {
  /** One or two APIs, options, tools or an error; `project` for a convention of this project. */
  readonly about: string | readonly string[]
  readonly when?: string
  readonly happens: string
  readonly instead?: string
  /** The shortest code that shows it. */
  readonly shownBy?: string
  readonly kind?: NoteKind
}

/** Lengths in characters; `shownBy` also in lines. */
export const noteLimits = {
  notes: 20,
  about: 2,
  aboutLength: 200,
  when: 300,
  happens: 600,
  instead: 400,
  shownBy: 2_000,
  shownByLines: 15
} as const

export interface NoteParts {
  /** As it is shown: `Table.order`. */
  readonly about: readonly string[]
  readonly when: string | null
  readonly happens: string
  readonly instead: string | null
}

/** The note as one sentence or two: what it is about, when, what happens, what to do instead. */
export function noteText({ about, when, happens, instead }: NoteParts): string {
  const said = trimmed(happens)
  const named = about.filter((name) => !mentions(said, name)).map((name) => `\`${name}\``)
  const lead = [named.join(' and '), trimmed(when ?? '')].filter((part) => part !== '').join(', ')
  const cure = trimmed(instead ?? '')
  const first = lead === '' ? capital(said) : `${lead}: ${said}`
  return `${first}.${cure === '' ? '' : ` Instead: ${cure}.`}`
}

/** Whether a text names something by its whole name or the last piece of it, as code would. */
export function mentions(text: string, name: string): boolean {
  const last = name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf(' ')) + 1)
  if (text.includes(name)) return true
  const bare = last.replace(/[^\w-]/g, '')
  return bare.length > 2 && new RegExp(`(?<![\\w])${escaped(bare)}(?![\\w])`).test(text)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&')
}

function trimmed(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;:,]+$/, '')
}

function capital(text: string): string {
  return /^[a-z][a-z]* /.test(text) ? `${text.slice(0, 1).toUpperCase()}${text.slice(1)}` : text
}

/** What a source is worth before anybody confirmed the note, 0 to 1. */
const sourceWeight: Readonly<Record<NoteSource, number>> = {
  said: 0.6,
  written: 0.4,
  difference: 0.3,
  model: 0.25
}

/**
 * How much a note counts, 0 to 1: by where it comes from, how many independent sessions and principals saw it, and
 * what spoke against it since. 0 where more say that it is wrong than saw it.
 */
export function noteWeight(note: {
  readonly source: NoteSource
  readonly trust: Trust
  readonly witnesses: number
  readonly principals: number
  readonly disputes: number
}): number {
  const { source, trust, witnesses, principals, disputes } = note
  if (disputes > 0 && disputes >= Math.max(1, witnesses)) return 0
  const trusted = trust === 'confirmed' ? 0.3 : trust === 'observed' ? 0.2 : 0
  const seen =
    0.1 * Math.min(3, Math.max(0, witnesses - 1)) + 0.1 * Math.min(2, Math.max(0, principals - 1))
  const weight = Math.min(1, sourceWeight[source] + trusted + seen)
  return Math.round((weight / (1 + disputes)) * 1000) / 1000
}
