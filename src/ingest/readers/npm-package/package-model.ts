import type { ApiKind } from '../../../domain/documentation.js'

/** What a doc comment says, taken apart by its tags; text is Markdown as it stands in the comment. */
export interface DocText {
  readonly text: string
  /** The tags `@summary` and `@remarks`. */
  readonly summary: string
  readonly remarks: string
  readonly parameters: Readonly<Record<string, string>>
  readonly returns: string
  readonly throws: readonly string[]
  readonly defaultValue: string | null
  /** '' where it is deprecated without a word; null where it is not. */
  readonly deprecated: string | null
  readonly see: readonly string[]
  readonly examples: readonly string[]
}

export interface ParameterText {
  readonly name: string
  readonly type: string | null
  readonly default: string | null
  readonly text: string
}

/** One declaration of a name: an overload, the head of a class, a property. */
export interface DeclaredForm {
  /** TypeScript on one line, without comments. */
  readonly signature: string
  readonly parameters: readonly ParameterText[]
  readonly doc: DocText
}

/** A property in the overview of its type. */
export interface FieldText extends ParameterText {
  readonly line: string
}

/** A name that is told of by the section of another: inherited, or without a comment of its own. */
export interface DeclaredName {
  readonly qualifiedName: string
  readonly kind: ApiKind
  /** Null where it is that of the section's own API. */
  readonly signature: string | null
}

/** A name that users can import or reach, with all that its declarations say. */
export interface DeclaredApi {
  readonly qualifiedName: string
  readonly anchor: string
  /** Anchor of the section above on the same page; null is the page. */
  readonly parent: string | null
  readonly kind: ApiKind
  readonly forms: readonly DeclaredForm[]
  readonly fields: readonly FieldText[]
  readonly aliases: readonly string[]
  /** What inherits it: the same thing under the name of the heir. */
  readonly heirs: readonly DeclaredName[]
  /** Members without a comment, which the overview tells of. */
  readonly bare: readonly DeclaredName[]
}

/** The public declarations of one file. */
export interface DeclarationPage {
  readonly path: string
  readonly library: string
  readonly file: string
  readonly apis: readonly DeclaredApi[]
}

/** Where to begin: a package with the name under which it is imported. */
export interface PackageRoot {
  readonly root: string
  readonly name: string
  readonly importName: string
}

/** What the thread that reads declarations is asked for. */
export interface DeclarationsRequest {
  /** Name of the library. */
  readonly library: string
  /** Packages that may stand in for each other (`express`, `@types/express`): the first that has types is read. */
  readonly roots: readonly PackageRoot[]
  /** Sister packages whose API is taken in beside it. */
  readonly sisters: readonly PackageRoot[]
  /** What the package's documentation says of options, for those whose declarations say nothing. */
  readonly told: Readonly<Record<string, string>>
}

export interface DeclarationsReply {
  /** Name of the root that was read; null where none has types. */
  readonly read: string | null
  readonly pages: readonly DeclarationPage[]
  readonly remarks: readonly string[]
}
