import type { LibraryRecord, PageRecord } from '../domain/documentation.js'

export const readerKinds = ['devdocs', 'markdown', 'npm-package', 'python-package'] as const
export type ReaderKind = (typeof readerKinds)[number]

/**
 * One page as it stands in its source, with all that is needed to parse it: structured-clonable,
 * because pages are parsed in worker threads.
 */
export interface RawPage {
  readonly reader: ReaderKind
  readonly path: string
  readonly body: string
  /** What the reader knows of the page besides its body; only that reader's `parse` looks inside. */
  readonly context: unknown
}

/**
 * What tells a source from others of its kind in one library. It is the same wherever the project lies, so that the
 * same source brought in again replaces what it brought, and nothing that another one did.
 */
export interface SourceName {
  /** A dump's slug, a package's name, a folder's path within its project; outside of one its own name. */
  readonly name: string
  /** Below which path its pages stand; '' for what is the library's own documentation. */
  readonly below: string
  /**
   * Whether a page that the manifest lacks is gone: one half of a package says nothing of the other. All are, where it
   * is left out.
   */
  readonly covers?: (path: string) => boolean
}

/** A source that was looked through once from end to end and found whole. */
export interface OpenSource {
  readonly library: LibraryRecord
  readonly source: SourceName
  /** Every page's path and a hash of all that `parse` will see of it (body, context, parser version), in source order. */
  readonly manifest: ReadonlyMap<string, string>
  /** What the source leaves out or what had to be passed over, one sentence each, for the operator. */
  readonly remarks: readonly string[]
  /** Streams the wanted pages; memory stays bounded by one page and the reader's buffer. */
  pages(wanted: ReadonlySet<string>): AsyncIterable<RawPage>
}

/**
 * A kind of source. `open` reads all of it, so that a broken source is refused (CairnError
 * BAD_SOURCE or TOO_LARGE, with file and reason) before anything is written. `parse` is pure and
 * runs in a worker.
 */
export interface Reader {
  readonly kind: ReaderKind
  open(source: string, options: ReaderOptions): Promise<OpenSource>
  parse(page: RawPage): PageRecord
}

export interface ReaderOptions {
  /** Overrides for name, version and ecosystem where the source does not say (a folder of Markdown). */
  readonly library?: Partial<Pick<LibraryRecord, 'name' | 'version' | 'ecosystem'>>
  /** Of a package, its API alone or its documentation alone; both where it is left out. */
  readonly only?: 'api' | 'docs'
  /** Packages installed beside an npm package that come in with it: a name, or `@scope/*`. */
  readonly with?: readonly string[]
  /** Bytes of one page's body above which the source is refused. */
  readonly maxPageBytes: number
  readonly signal?: AbortSignal
}
