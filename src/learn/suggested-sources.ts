import { importsIn } from '../domain/imports.js'
import { isCommonWord } from '../domain/word-rarity.js'

/** Documentation that may fill a gap: a package by its name, as `ingest` takes it. */
export interface SuggestedSource {
  readonly reader: 'python-package' | 'npm-package'
  readonly source: string
  /** The sign in the text that it was read from. */
  readonly why: string
}

/** At most so many names of one text. */
const mostNames = 4

/** How people name what they work with. */
const named = /\b(?:with|using|use|via|from|in|on|of|for|into)\s+[`'"]?(@?[a-z][\w./-]{1,60})/gi
const quoted = /`(@?[A-Za-z][\w./-]{1,60})`/g
const prefixed = /^([a-z][\w.-]{1,40}):\s/i
const aName = /^@?[a-z0-9][a-z0-9._/-]{1,60}$/

/**
 * Packages that a gap speaks of and that are not held: what its code imports, what it quotes, what it works with. Of what
 * is imported the language tells the registry; of the rest both are offered. English words are no names. Pure.
 */
export function suggestedSources(text: string, held: readonly string[]): SuggestedSource[] {
  const known = new Set(held.map((name) => name.toLowerCase()))
  const imported = [...importsIn(text).modules].filter((name) => !name.includes('.'))
  const python = /^\s{0,40}(?:import \w|from [\w.]+ import )/m.test(text)
  const fromCode = imported.map((name): SuggestedSource => ({
    reader: python && !name.startsWith('@') ? 'python-package' : 'npm-package',
    source: name,
    why: 'its code imports it'
  }))
  const words = [
    ...namesBy(text, prefixed, 'it begins with that name'),
    ...namesBy(text, quoted, 'it names it'),
    ...namesBy(text, named, 'it names it')
  ].filter(({ name }) => !imported.includes(name))
  const fromWords = words
    .filter(({ name }, i) => words.findIndex((one) => one.name === name) === i)
    .slice(0, mostNames)
    .flatMap(({ name, why }): SuggestedSource[] => [
      ...(name.startsWith('@') ? [] : [{ reader: 'python-package' as const, source: name, why }]),
      { reader: 'npm-package', source: name, why }
    ])
  return [...fromCode.slice(0, mostNames), ...fromWords].filter(
    ({ source }) => !known.has(source.toLowerCase())
  )
}

function namesBy(text: string, sign: RegExp, why: string): { name: string; why: string }[] {
  const found = [
    ...text.matchAll(new RegExp(sign, sign.flags.includes('g') ? sign.flags : `${sign.flags}g`))
  ]
  const names = found.map(([, name = '']) => name.replace(/[./-]+$/, '').toLowerCase())
  // What is called, `frames.melt`, is of the package before the dot.
  const packages = names.map((name) =>
    name.startsWith('@') ? name : (name.split(/[./]/)[0] ?? '')
  )
  return [...new Set(packages)].filter(isPackage).map((name) => ({ name, why }))
}

function isPackage(name: string): boolean {
  return name.length >= 3 && aName.test(name) && !isCommonWord(name)
}
