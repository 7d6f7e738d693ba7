/** A package at a version. `ecosystem` is the purl type where there is one: pypi, npm, generic, docs. */
export interface LibraryRecord {
  readonly ecosystem: string
  readonly name: string
  readonly version: string
  readonly title: string
  /** Names under which code imports it: `['sklearn']` for scikit-learn, `['np', 'numpy']` is not: aliases are the importer's. */
  readonly importNames: readonly string[]
  readonly homepage: string | null
}

export const apiKinds = [
  'module',
  'class',
  'function',
  'method',
  'attribute',
  'property',
  'option',
  'exception',
  'type',
  'constant'
] as const
export type ApiKind = (typeof apiKinds)[number]

export interface ParameterRecord {
  readonly name: string
  readonly type: string | null
  readonly default: string | null
  readonly description: string | null
}

/** Code of the documentation that shows an API in use, verbatim. */
export interface ExampleRecord {
  /** What is said above it; null where nothing is. */
  readonly title: string | null
  /** As its fence names it: `ts`, `python`; '' where it does not. */
  readonly language: string
  readonly code: string
}

/** Something a program can name. `qualifiedName` is how code would reach it: `pandas.DataFrame.explode`. */
export interface ApiRecord {
  readonly qualifiedName: string
  readonly kind: ApiKind
  /** As written in the documentation, without the qualified prefix: `explode(column, ignore_index=False)`. */
  readonly signature: string | null
  /** First sentence of its documentation, verbatim; '' where there is none. */
  readonly summary: string
  readonly parameters: readonly ParameterRecord[]
  /** What the documentation says about its deprecation, verbatim; null where it is not deprecated. */
  readonly deprecated: string | null
  /** Qualified names that are the same thing under another name. */
  readonly aliasOf: readonly string[]
  /** Qualified names that the documentation tells to use instead. */
  readonly replacedBy: readonly string[]
  /** Code that its own documentation shows; left out where the reader does not look for it. */
  readonly examples?: readonly ExampleRecord[]
}

/**
 * One section of documentation that stands alone. `path` and `anchor` are exactly the source's own
 * (an index entry `a/b#c` is path `a/b`, anchor `c`); `part` counts from 1 where a long section was
 * cut. Within a page (path, anchor, part) is unique, and the first section is the page itself:
 * anchor '' and part 1.
 */
export interface SectionRecord {
  readonly anchor: string
  readonly part: number
  readonly title: string
  /** Titles from the page down to, not including, this section. */
  readonly breadcrumb: readonly string[]
  /** Plain text; code in ``` fences, tables as rows with ` | `, parameters as `name : type` with indented text. */
  readonly text: string
  /** Other anchors by which links reach a place within it, such as `<a id="…">`; left out where it has none. */
  readonly marks?: readonly string[]
  /** Position of the enclosing section in the page's `sections`, null for the page itself. */
  readonly parent: number | null
  /** Targets of links within the same library: `path` or `path#anchor`, resolved, sorted, without repeats. */
  readonly links: readonly string[]
  /** APIs that this section documents. */
  readonly apis: readonly ApiRecord[]
}

/** A page as parsed. `url` is where a person can open it, null where it is not published. */
export interface PageRecord {
  readonly path: string
  readonly url: string | null
  readonly sections: readonly SectionRecord[]
}

/** `pypi/pandas@1.4.0`: the key of a library, unique over all ecosystems. */
export function libraryKey(library: Pick<LibraryRecord, 'ecosystem' | 'name' | 'version'>): string {
  return `${library.ecosystem}/${library.name}@${library.version}`
}

export function libraryId(key: string): string {
  return `library:${key}`
}

export function docId(key: string, at: { path: string; anchor: string; part: number }): string {
  const anchor = at.anchor === '' ? '' : `#${at.anchor}`
  const part = at.part === 1 ? '' : `~${String(at.part)}`
  return `doc:${key}/${at.path}${anchor}${part}`
}

export function apiId(key: string, qualifiedName: string): string {
  return `api:${key}/${qualifiedName}`
}
