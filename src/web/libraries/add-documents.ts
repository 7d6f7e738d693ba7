export const previewDocument = /* GraphQL */ `
  query SourcePreview($source: String!, $reader: String, $name: String, $version: String) {
    sourcePreview(source: $source, reader: $reader, name: $name, version: $version) {
      source
      reader
      ecosystem
      name
      version
      key
      description
      pages
      bytes
      remarks
    }
  }
`

export const foldersDocument = /* GraphQL */ `
  query Folders($path: String) {
    folders(path: $path) {
      path
      parent
      more
      folders {
        path
        name
        reader
      }
    }
  }
`

export interface Preview {
  readonly source: string
  readonly reader: string
  readonly ecosystem: string
  readonly name: string
  readonly version: string
  readonly key: string
  readonly description: string
  readonly pages: number | null
  readonly bytes: number | null
  readonly remarks: readonly string[]
}

export interface Listing {
  readonly path: string | null
  readonly parent: string | null
  readonly more: number
  readonly folders: readonly {
    readonly path: string
    readonly name: string
    readonly reader: string | null
  }[]
}

/** What each reader reads, for a person. */
export const readerWords: Readonly<Record<string, string>> = {
  devdocs: 'DevDocs dump',
  'npm-package': 'npm package',
  'python-package': 'Python package',
  markdown: 'Markdown'
}
