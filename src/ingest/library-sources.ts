import { nameForms } from '../domain/code-terms.js'
import type { LibraryRecord } from '../domain/documentation.js'
import type { ReaderKind } from './reader.js'

/** What one source of a library said of it when it last came in. */
export interface SourceEntry {
  /** Kind and name, such as `markdown:docs`; '' for what a library was before its sources were told apart. */
  readonly source: string
  /** Hash of all that it held; null while it comes in or goes. */
  readonly fingerprint: string | null
  readonly title: string
  readonly importNames: readonly string[]
  readonly homepage: string | null
}

/** A library as the graph knows it. */
export interface LibraryState extends Pick<LibraryRecord, 'ecosystem' | 'name' | 'version'> {
  readonly sources: string | null
  readonly title: string
  readonly importNames: readonly string[]
  readonly homepage: string | null
}

/** Those that know most of a library come first: what they say of it counts. */
const order = [
  'npm-package',
  'python-package',
  'devdocs',
  'markdown'
] as const satisfies readonly ReaderKind[]

/** The sources of a library; none where it is not there yet. */
export function readEntries(state: LibraryState | undefined): readonly SourceEntry[] {
  if (state === undefined) return []
  const { sources, title, importNames, homepage } = state
  if (sources === null) return [{ source: '', fingerprint: '', title, importNames, homepage }]
  return JSON.parse(sources) as SourceEntry[]
}

/** These sources with one of them as it is now, in the order in which they are believed. */
export function withEntry(
  entries: readonly SourceEntry[],
  entry: SourceEntry
): readonly SourceEntry[] {
  return [...withoutEntry(entries, entry.source), entry].sort(
    (a, b) => rankOf(a) - rankOf(b) || (a.source < b.source ? -1 : 1)
  )
}

export function withoutEntry(
  entries: readonly SourceEntry[],
  source: string
): readonly SourceEntry[] {
  return entries.filter((one) => one.source !== source)
}

function rankOf({ source }: SourceEntry): number {
  const at = order.findIndex((kind) => source.startsWith(`${kind}:`))
  return at < 0 ? order.length : at
}

/** What a library is, from all its sources: the same in whatever order they came. */
export function libraryProperties(
  library: Pick<LibraryRecord, 'ecosystem' | 'name' | 'version'>,
  key: string,
  entries: readonly SourceEntry[]
) {
  const { ecosystem, name, version } = library
  const title = entries.find((one) => one.title !== '')?.title ?? name
  const importNames = entries.find((one) => one.importNames.length > 0)?.importNames ?? []
  const names = [name, title, ...importNames].flatMap(nameForms)
  return {
    ecosystem,
    name,
    version,
    key,
    title,
    importNames,
    homepage: entries.find((one) => one.homepage !== null)?.homepage ?? null,
    names: [...new Set(names)].join(' '),
    sources: JSON.stringify(entries),
    state: entries.every((one) => one.fingerprint !== null) ? 'complete' : 'ingesting'
  }
}
