import { callsIn, isKeyword, resolveName } from '../domain/calls.js'
import { namesIn } from '../domain/code-terms.js'
import { errorSignatures, type ErrorSignature } from '../domain/error-signature.js'
import type { KnownLibrary } from './known-libraries.js'
import { librariesMeant } from './libraries-meant.js'
import { importsIn } from '../domain/imports.js'
import { proseOf } from '../domain/prose.js'
import { stopWords } from './stop-words.js'

export const questionKinds = ['error', 'lookup', 'how-to'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** What a question is about, as far as its text tells. */
export interface Intent {
  readonly kind: QuestionKind
  /** Libraries that the question names, imports or was told; empty when it says nothing. */
  readonly libraries: readonly KnownLibrary[]
  /** How each library was recognised, by key: `imported`, `prefix`, `named`, `asked for` … */
  readonly recognised: ReadonlyMap<string, string>
  /** A library that the question says it is about, and that is not held. */
  readonly foreign: string | null
  /** A version that the question names and that is not held: `express 4.18`. */
  readonly otherVersion: string | null
  /** Names of APIs in the question with aliases resolved, those most surely meant first. */
  readonly names: readonly string[]
  /** The modules that its code imports. */
  readonly roots: readonly string[]
  readonly errors: readonly ErrorSignature[]
  /** What the question says in prose, without code and data. */
  readonly prose: string
  /** Words that tell this question from others, most telling first. */
  readonly words: readonly string[]
}

const maxNames = 24
const maxWords = 28
const maxScanned = 60_000

/** Reads a question without a language model; pure, and linear in the text's length. */
export function readIntent(
  question: string,
  scope: {
    known: readonly KnownLibrary[]
    asked: readonly KnownLibrary[]
    locked?: ReadonlyMap<string, string>
  }
): Intent {
  const text = question.slice(0, maxScanned)
  const prose = proseOf(text)
  const imports = importsIn(text)
  const { locked = new Map<string, string>() } = scope
  const meant = librariesMeant({ text, prose, imports, ...scope, locked })
  const recognised = meant.held
  const libraries = scope.known.filter((library) => recognised.has(library.key))
  const errors = errorSignatures(text)
  const types = new Set(errors.map((error) => error.type))
  const names = apiNames(text, imports.aliases).filter((name) => !types.has(name))
  const words = tellingWords(prose)
  return {
    kind: kindOf({ errors, words, names, text }),
    libraries,
    recognised,
    foreign: meant.foreign,
    otherVersion: meant.otherVersion,
    names,
    roots: [...imports.modules].slice(0, maxNames),
    errors,
    prose,
    words
  }
}

function kindOf(seen: {
  errors: readonly unknown[]
  words: readonly unknown[]
  names: readonly unknown[]
  text: string
}): QuestionKind {
  if (seen.errors.length > 0) return 'error'
  return seen.text.length < 80 && seen.names.length > 0 && seen.words.length <= 2
    ? 'lookup'
    : 'how-to'
}

const tickPattern = /`([^`\n]{2,80})`/g

/** Names that code calls, that stand in backticks, or that only code would write, with aliases resolved. */
function apiNames(text: string, aliases: ReadonlyMap<string, string>): string[] {
  const names = new Map<string, number>()
  const add = (name: string, weight: number) => {
    const resolved = resolveName(name, aliases)
    if (resolved.length > 1 && !isKeyword(resolved))
      names.set(resolved, (names.get(resolved) ?? 0) + weight)
  }
  for (const [, name] of text.matchAll(tickPattern))
    if (name !== undefined) for (const n of namesIn(name)) add(n, 2)
  for (const name of callsIn(text)) add(name, 2)
  for (const name of namesIn(text)) {
    if (name.includes('.') || /_|\p{Ll}\p{Lu}/u.test(name)) add(name, 1)
  }
  return [...names]
    .sort((a, b) => b[1] - a[1])
    .slice(0, maxNames)
    .map(([name]) => name)
}

function tellingWords(prose: string): string[] {
  const counts = new Map<string, number>()
  for (const word of prose.toLowerCase().match(/[\p{L}][\p{L}\p{N}_.]*[\p{L}\p{N}]|[\p{L}]/gu) ??
    []) {
    if (word.length > 1 && word.length < 40 && !stopWords.has(word))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts]
    .map(([word, count], position) => ({ word, weight: Math.log1p(count) - position / 400 }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, maxWords)
    .map((entry) => entry.word)
}
