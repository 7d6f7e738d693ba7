import type { ApiKind } from '../../../domain/documentation.js'
import type {
  DeclarationPage,
  DeclaredApi,
  DeclaredForm,
  DeclaredName,
  FieldText
} from './package-model.js'
import { cutAtToken } from './print-signature.js'
import { typescript } from './typescript.js'

/** An API to which heirs and members without a comment can still be added. */
export interface OpenApi {
  readonly qualifiedName: string
  readonly anchor: string
  readonly parent: string | null
  readonly kind: ApiKind
  readonly forms: readonly DeclaredForm[]
  readonly fields: readonly FieldText[]
  readonly aliases: readonly string[]
  readonly heirs: DeclaredName[]
  readonly bare: DeclaredName[]
  /** The page on which it stands. */
  readonly page: OpenPage
}

interface OpenPage {
  readonly path: string
  readonly file: string
  readonly apis: OpenApi[]
  readonly anchors: Set<string>
}

export interface NewApi {
  readonly qualifiedName: string
  readonly anchor: string
  readonly parent: OpenApi | null
  readonly kind: ApiKind
  readonly forms: readonly DeclaredForm[]
  readonly fields?: readonly FieldText[]
  readonly aliases?: readonly string[]
}

/** The pages of a package as they are filled: one for each file that declares something public. */
export interface ApiPages {
  /** Whether the name is free; it is taken with that. */
  take(qualifiedName: string): boolean
  pageOf(file: string): OpenPage
  add(page: OpenPage, api: NewApi): OpenApi
  packageOf(file: string): string
  finish(): DeclarationPage[]
}

export function createApiPages(root: string, library: string): ApiPages {
  const pages = new Map<string, OpenPage>()
  const byPath = new Set<string>()
  const taken = new Set<string>()
  const homes = createHomes(root)
  return {
    take(name) {
      if (taken.has(name)) return false
      taken.add(name)
      return true
    },
    packageOf: (file) => homes(file).name,
    pageOf(file) {
      const known = pages.get(file)
      if (known !== undefined) return known
      const path = freePath(pathOf(file, homes(file)), file, byPath)
      const page = {
        path,
        file: file.slice(file.lastIndexOf('/') + 1),
        apis: [],
        anchors: new Set([''])
      }
      pages.set(file, page)
      return page
    },
    add(page, api) {
      const anchor = page.anchors.has(api.anchor) ? api.qualifiedName : api.anchor
      page.anchors.add(anchor)
      const parent = api.parent?.page === page ? api.parent.anchor : null
      const forms = api.forms.map((form) => ({ ...form, signature: cutAtToken(form.signature) }))
      const open: OpenApi = {
        fields: [],
        aliases: [],
        ...api,
        anchor,
        parent,
        forms,
        heirs: [],
        bare: [],
        page
      }
      page.apis.push(open)
      return open
    },
    finish: () =>
      [...pages.values()]
        .filter((page) => page.apis.length > 0)
        .map((page) => ({
          path: page.path,
          library,
          file: page.file,
          apis: inOrder(page.apis).map(closed)
        }))
        .sort((a, b) => (a.path < b.path ? -1 : 1))
  }
}

function closed(api: OpenApi): DeclaredApi {
  const { qualifiedName, anchor, parent, kind, forms, fields, aliases, heirs, bare } = api
  return { qualifiedName, anchor, parent, kind, forms, fields, aliases, heirs, bare }
}

/** Members after what they belong to. */
function inOrder(apis: readonly OpenApi[]): OpenApi[] {
  const below = new Map<string | null, OpenApi[]>()
  const anchors = new Set(apis.map((api) => api.anchor))
  for (const api of apis) {
    const parent = api.parent !== null && anchors.has(api.parent) ? api.parent : null
    below.set(parent, [...(below.get(parent) ?? []), api])
  }
  const walk = (parent: string | null): OpenApi[] =>
    (below.get(parent) ?? []).flatMap((api) => [api, ...walk(api.anchor)])
  return walk(null)
}

/** A package's name, which is '' for the one that is read, and its folder. */
export interface Home {
  readonly name: string
  readonly root: string
}

/** The package to which a file belongs: the nearest folder above with a package.json that has a name; '' is the package itself. */
export function createHomes(root: string): (file: string) => Home {
  const { sys } = typescript()
  const known = new Map<string, Home>([[root, { name: '', root }]])
  const homeOf = (folder: string): Home => {
    const found = known.get(folder)
    if (found !== undefined) return found
    const above = folder.slice(0, folder.lastIndexOf('/'))
    const home = named(folder) ?? (above === '' ? { name: '', root } : homeOf(above))
    known.set(folder, home)
    return home
  }
  const named = (folder: string): Home | undefined => {
    const text = sys.readFile(`${folder}/package.json`)
    const name = text === undefined ? undefined : /"name"\s*:\s*"([^"]+)"/.exec(text)?.[1]
    return name === undefined || folder.startsWith(`${root}/`) ? undefined : { name, root: folder }
  }
  return (file) => homeOf(file.slice(0, file.lastIndexOf('/')))
}

function pathOf(file: string, home: Home): string {
  const inside = file.slice(home.root.length + 1).replace(/(?:\.d)?\.[cm]?tsx?$/, '')
  return home.name === '' ? `api/${inside}` : `api/${home.name}/${inside}`
}

/** `index.d.ts` and `index.d.cts` would be one path. */
function freePath(path: string, file: string, taken: Set<string>): string {
  const free = taken.has(path) ? `${path}.${/\.([cm]?tsx?)$/.exec(file)?.[1] ?? 'ts'}` : path
  taken.add(free)
  return free
}
