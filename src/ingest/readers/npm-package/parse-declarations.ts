import type ts from 'typescript'
import type { PageRecord } from '../../../domain/documentation.js'
import type { RawPage } from '../../reader.js'
import { textBlock } from '../../text/blocks.js'
import type { SectionDraft } from '../section-records.js'
import { sectionRecords } from '../section-records.js'
import { fileScope, namespaceScope, parseDeclarations } from './declaration-file.js'
import { describeDeclaration } from './describe-declaration.js'

/** A public declaration of a file. */
export interface NamedDeclaration {
  /** How the module is imported: the package's name, or that and a subpath. */
  readonly prefix: string
  readonly name: string
  readonly local: readonly string[]
  readonly aliases: readonly string[]
}

export interface DeclarationsContext {
  readonly library: string
  readonly file: string
  readonly declarations: readonly NamedDeclaration[]
}

/** One file of declarations as a page: a section for each public one, and for each of its members. */
export function parseDeclarationsPage(page: RawPage): PageRecord {
  const context = page.context as DeclarationsContext
  const source = parseDeclarations(context.file, page.body)
  const names = context.declarations.map((one) => one.name || one.prefix)
  const root: SectionDraft = {
    anchor: '',
    title: `${context.library}: ${page.path.replace(/^api\//, '')}`,
    parent: null,
    blocks: [textBlock(`What ${context.library} exports of ${context.file}: ${names.join(', ')}.`)],
    links: [],
    apis: []
  }
  const used = new Set<string>([''])
  const sections = [root]
  for (const declaration of context.declarations) {
    const statements = statementsOf(source, declaration.local)
    if (statements.length === 0) continue
    for (const section of describeDeclaration(declaration, statements, root)) {
      if (used.has(section.anchor)) continue
      used.add(section.anchor)
      sections.push(section)
    }
  }
  return { path: page.path, url: null, sections: sectionRecords(sections) }
}

/** All statements that declare a name: overloads, and an interface or namespace of the same name. */
function statementsOf(source: ts.SourceFile, local: readonly string[]): readonly ts.Statement[] {
  let scope = fileScope(source)
  let found: readonly ts.Statement[] = []
  for (const name of local) {
    found = scope.declared.get(name) ?? []
    scope = namespaceScope(found)
  }
  return found
}
