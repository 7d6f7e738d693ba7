import { compareVersions } from '../domain/api-changes.js'
import type { Imports } from '../domain/imports.js'
import { isCommonWord } from '../domain/word-rarity.js'
import type { KnownLibrary } from './known-libraries.js'

/** How a library was recognised: from what binds most to what binds least. */
export type Sign = 'asked for' | 'imported' | 'prefix' | 'installed' | 'version' | 'code' | 'named'

/** Which libraries a question means. */
export interface LibrariesMeant {
  /** Those held, each at the version that is meant, by key. */
  readonly held: ReadonlyMap<string, Sign>
  /** A library that the question is said to be about, and that is not held: `kafkajs`. */
  readonly foreign: string | null
  /** `express 4.18` where a version was named that is not held. */
  readonly otherVersion: string | null
}

interface Seen {
  readonly text: string
  readonly prose: string
  readonly imports: Imports
  readonly known: readonly KnownLibrary[]
  readonly asked: readonly KnownLibrary[]
  /** Versions that the asker's project has locked, by name of the library. */
  readonly locked: ReadonlyMap<string, string>
}

/** Reads which libraries are meant by the signs of the text; names that are English words need more than being there. Pure. */
export function librariesMeant(seen: Seen): LibrariesMeant {
  const { known, asked } = seen
  if (asked.length > 0)
    return {
      held: new Map(asked.map((library) => [library.key, 'asked for'])),
      foreign: null,
      otherVersion: null
    }
  const lower = seen.text.toLowerCase()
  const held = new Map<string, Sign>()
  let otherVersion: string | null = null
  for (const versions of byName(known)) {
    const found = signOf(seen, versions, lower)
    if (found === null) continue
    const { meant, missing } = versionsMeant(versions, found.version, seen.locked)
    otherVersion = missing ?? otherVersion
    for (const { key } of meant) held.set(key, found.sign)
  }
  const prefix = prefixOf(seen.text)
  const foreign = held.size === 0 && prefix !== null ? foreignIn(prefix, known) : null
  return { held, foreign, otherVersion }
}

/** Of a library's versions those that are named, else locked, else the newest; and what was named and is not held. */
function versionsMeant(
  versions: readonly KnownLibrary[],
  version: string | null,
  locked: ReadonlyMap<string, string>
): { readonly meant: readonly KnownLibrary[]; readonly missing: string | null } {
  const named = version ?? versionLocked(versions, locked)
  const meant = named === null ? [] : newest(versions.filter((one) => isVersion(one, named)))
  if (meant.length > 0) return { meant, missing: null }
  const missing = version === null ? null : `${versions[0]?.name ?? ''} ${version}`
  return { meant: newest(versions), missing }
}

/** Of each library the newest version that is held, or the one that is locked: what is searched where the question names none. */
export function currentLibraries(
  known: readonly KnownLibrary[],
  locked: ReadonlyMap<string, string> = new Map()
): KnownLibrary[] {
  return byName(known).flatMap((versions) => {
    return versionsMeant(versions, null, locked).meant
  })
}

/** The versions of each library together: what has ecosystem and name in common. */
function byName(known: readonly KnownLibrary[]): KnownLibrary[][] {
  const groups = new Map<string, KnownLibrary[]>()
  for (const library of known) {
    const at = library.key.lastIndexOf('@')
    const name = at <= 0 ? library.key : library.key.slice(0, at)
    groups.set(name, [...(groups.get(name) ?? []), library])
  }
  return [...groups.values()]
}

function versionLocked(
  versions: readonly KnownLibrary[],
  locked: ReadonlyMap<string, string>
): string | null {
  const [first] = versions
  return first === undefined ? null : (locked.get(first.name) ?? null)
}

/** `2.11.0` is 2.11.0; `2.11` and `2` are every version that begins so. */
function isVersion(library: KnownLibrary, version: string): boolean {
  return library.version === version || library.version.startsWith(`${version}.`)
}

/** Of these versions the newest, in every space that holds it. */
function newest(versions: readonly KnownLibrary[]): KnownLibrary[] {
  const [best] = versions.toSorted((a, b) => compareVersions(b.version, a.version))
  return best === undefined ? [] : versions.filter(({ version }) => version === best.version)
}

interface Found {
  readonly sign: Sign
  readonly version: string | null
}

const versionForm = '(?:@|\\s+v?)(\\d+(?:\\.\\d+){0,3}(?:[-.]?[a-z]+[\\d.]*)?)'

/** Looks for a library's names in the question, the most binding sign first. */
function signOf(seen: Seen, versions: readonly KnownLibrary[], lower: string): Found | null {
  const [library] = versions
  if (library === undefined) return null
  const names = [...new Set([library.name, ...library.importNames, library.title])].filter(
    (name) => name.length > 1 && standsIn(lower, name)
  )
  const version = names.flatMap((name) => versionBeside(seen.text, name) ?? [])[0] ?? null
  if ([library.name, ...library.importNames].some((name) => seen.imports.modules.has(name)))
    return { sign: 'imported', version }
  for (const name of names) {
    const sign = signOfName(seen, name, version) ?? signOfSpoken(seen.text, name)
    if (sign !== null) return { sign, version }
  }
  return null
}

/** Whether a text, in lower case, holds all words of a name: else no sign of it need be looked for. */
function standsIn(lower: string, name: string): boolean {
  const words = name.toLowerCase().split(/[^a-z0-9]+/)
  return words.every((word) => lower.includes(word))
}

function signOfName({ text, prose }: Seen, name: string, version: string | null): Sign | null {
  const literal = escaped(name)
  const has = (pattern: string, flags = 'iu') => new RegExp(pattern, flags).test(text)
  if (has(`^\\s*${literal}(?:${versionForm})?\\s*:(?!:)`)) return 'prefix'
  if (
    has(
      `\\b(?:npm|pnpm|yarn|bun|pip3?|uv|poetry)\\s+(?:install|add|i)\\s+(?:-\\S+\\s+)*${literal}${edge}`
    )
  )
    return 'installed'
  if (version !== null) return 'version'
  if (
    has(`\`${literal}(?:\`|\\.[\\p{L}_])`) ||
    has(`${before}${literal}\\.js${edge}`) ||
    has(`${before}${literal}\\.[a-z_]\\w*\\(`)
  )
    return 'code'
  if (has(`${before}${literal}\\s+(?:library|package|module|framework)${edge}`)) return 'named'
  return isNamedIn(prose === '' ? text : prose, name) ? 'named' : null
}

function signOfSpoken(text: string, name: string): Sign | null {
  const spoken = spokenForms(name)
  if (spoken === null) return null
  const { plain, capitalised } = spoken
  if (new RegExp(`^\\s*${plain}(?:${versionForm})?\\s*:(?!:)`, 'iu').test(text)) return 'prefix'
  return new RegExp(`${before}${capitalised}${edge}`, 'u').test(text) ? 'named' : null
}

/**
 * A name of several parts as people write it, `Apollo Server` for `@apollo/server`, `React Hook Form` for
 * `react-hook-form`: in whatever case before a colon; elsewhere each word with a capital, for «fast glob» and «LRU cache» are words.
 */
function spokenForms(
  name: string
): { readonly plain: string; readonly capitalised: string } | null {
  const words = name.replace(/^@/, '').split(/[/_-]+/)
  if (words.length < 2 || !words.every((word) => /^[a-z][a-z0-9]+$/i.test(word))) return null
  const anyCase = (text: string) =>
    text.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
  return {
    plain: words.join('[ -]'),
    capitalised: words
      .map((word) => word.charAt(0).toUpperCase() + anyCase(word.slice(1)))
      .join(' ')
  }
}

function isNamedIn(words: string, name: string): boolean {
  // In the middle of a sentence a capital makes a name of a word.
  const pattern = isCommonWord(name)
    ? new RegExp(`[\\p{L},]\\s+${escaped(capitalised(name))}${edge}`, 'u')
    : new RegExp(`${before}${escaped(name)}${edge}`, 'iu')
  return pattern.test(words)
}

/** Where a name begins and ends: beside no letter, digit or what joins names. */
const before = '(?<![\\p{L}\\p{N}_@/.-])'
const edge = '(?![\\p{L}\\p{N}_/-]|\\.\\p{L})'

function versionBeside(text: string, name: string): string | null {
  const asIs = new RegExp(`${before}${escaped(name)}${versionForm}(?![\\w])`, 'iu')
  const spoken = spokenForms(name)?.capitalised
  const asSpoken =
    spoken === undefined ? null : new RegExp(`${before}${spoken}${versionForm}(?![\\w])`, 'u')
  const start = text.slice(0, 20_000)
  return asIs.exec(start)?.[1] ?? asSpoken?.exec(start)?.[1] ?? null
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

/** What a question puts before its first colon, where that is a name: `kafkajs: …`, `redis-py 5.0: …`. */
function prefixOf(text: string): string | null {
  return (
    /^\s*(@?[a-z][a-z0-9_./-]{1,40})(?:(?:@|\s+)v?\d[\w.]*)?\s*:(?![:/])\s*\S/.exec(text)?.[1] ??
    null
  )
}

/** Languages by the ecosystem (purl type) whose libraries serve them. */
const languages: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pypi: ['python', 'py', 'python3'],
    npm: ['javascript', 'js', 'typescript', 'ts', 'node', 'nodejs', 'npm'],
    cargo: ['rust'],
    golang: ['go', 'golang'],
    maven: ['java', 'kotlin', 'scala'],
    gem: ['ruby', 'rails'],
    composer: ['php'],
    hex: ['elixir'],
    nuget: ['csharp'],
    swift: ['swift']
  }).flatMap(([ecosystem, names]) => names.map((name) => [name, ecosystem] as const))
)

/** Words before a colon that name no library: what logs, commits and people begin a line with. */
const noName =
  /^(?:error|err|warning|warn|fatal|panic|info|debug|trace|note|hint|help|usage|todo|fix|feat|chore|bug|bugs|issue|question|q|task|goal|problem|how|why|what|example|input|output|expected|actual|context|code|test|tests|http|https|file|line|caused|exception|traceback|failed|failure|user|system|assistant|summary|description|update|edit|ps|re|fwd?|step|a|b)$/

function foreignIn(prefix: string, known: readonly KnownLibrary[]): string | null {
  if (noName.test(prefix)) return null
  const ecosystem = languages.get(prefix)
  if (ecosystem === undefined) return prefix
  return known.some(({ key }) => key.startsWith(`${ecosystem}/`)) ? null : prefix
}
