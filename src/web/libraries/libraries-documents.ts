export const librariesDocument = /* GraphQL */ `
  query Libraries {
    libraries {
      id
      key
      ecosystem
      name
      version
      title
      state
      ingestedAt
      docs
      apis
      space
      pinned
      sources {
        source
        pages
        waiting
      }
    }
  }
`

export const removalDocument = /* GraphQL */ `
  query LibraryRemoval($library: String!, $source: String) {
    libraryRemoval(library: $library, source: $source) {
      pages
      docs
      apis
      cited
    }
  }
`

export const removeDocument = /* GraphQL */ `
  mutation RemoveLibrary($library: String!, $source: String) {
    removeLibrary(library: $library, source: $source) {
      id
    }
  }
`

export const pinDocument = /* GraphQL */ `
  mutation PinLibrary($library: String!, $pinned: Boolean!) {
    pinLibrary(library: $library, pinned: $pinned) {
      id
      pinned
    }
  }
`

export const ingestDocument = /* GraphQL */ `
  mutation Ingest($input: IngestInput!) {
    ingest(input: $input) {
      id
    }
  }
`

export const changesDocument = /* GraphQL */ `
  query ApiChanges($library: String!, $added: Boolean!) {
    apiChanges(library: $library, added: $added) {
      from
      to
      added
      removed
      signature
      deprecated
      changes {
        api
        kind
        before
        after
      }
    }
  }
`

export interface Library {
  readonly id: string
  readonly key: string
  readonly ecosystem: string
  readonly name: string
  readonly version: string
  readonly title: string
  readonly state: string
  readonly ingestedAt: string | null
  readonly docs: number
  readonly apis: number
  readonly space: string
  readonly pinned: boolean
  readonly sources: readonly {
    readonly source: string
    readonly pages: number
    readonly waiting: number
  }[]
}

export interface Removal {
  readonly pages: number
  readonly docs: number
  readonly apis: number
  readonly cited: number
}

export interface VersionStep {
  readonly from: string
  readonly to: string
  readonly added: number
  readonly removed: number
  readonly signature: number
  readonly deprecated: number
  readonly changes: readonly {
    readonly api: string
    readonly kind: string
    readonly before: string | null
    readonly after: string | null
  }[]
}
