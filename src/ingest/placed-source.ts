import type { LibraryRecord, PageRecord } from '../domain/documentation.js'
import type { OpenSource, RawPage, ReaderKind } from './reader.js'

/** A source whose pages stand where its library has them. */
export interface PlacedSource {
  /** Kind and name, such as `markdown:docs`: what its pages bear, and by what it is replaced or removed. */
  readonly id: string
  readonly kind: ReaderKind
  readonly library: LibraryRecord
  /** Below which path its pages stand; '' where they keep their own. */
  readonly below: string
  /** Path in the library and hash of every page. */
  readonly manifest: ReadonlyMap<string, string>
  readonly remarks: readonly string[]
  /** Whether a page of this source that the manifest lacks is gone, rather than not looked at. */
  covers(path: string): boolean
  /** The wanted pages, named by their paths in the library; each still has the path that its reader knows. */
  pages(wanted: ReadonlySet<string>): AsyncIterable<RawPage>
  /** A page as it was parsed, with its own path and those of its links as they are in the library. */
  place(page: PageRecord): PageRecord
}

/** Puts the pages of a source below its path. */
export function placeSource(source: OpenSource, kind: ReaderKind): PlacedSource {
  const { library, manifest, remarks, source: named } = source
  const { name, below, covers = () => true } = named
  const before = below === '' ? '' : `${below}/`
  const id = `${kind}:${name}`
  if (before === '') {
    const pages = (wanted: ReadonlySet<string>) => source.pages(wanted)
    return { id, kind, library, below, manifest, remarks, covers, pages, place: (page) => page }
  }
  const within = (path: string) => path.slice(before.length)
  return {
    id,
    kind,
    library,
    below,
    remarks,
    manifest: new Map([...manifest].map(([path, hash]) => [before + path, hash])),
    covers: (path) => path.startsWith(before) && covers(within(path)),
    pages: (wanted) => source.pages(new Set([...wanted].map(within))),
    place: (page) => ({
      ...page,
      path: before + page.path,
      sections: page.sections.map((section) => ({
        ...section,
        links: section.links.map((link) => before + link)
      }))
    })
  }
}
