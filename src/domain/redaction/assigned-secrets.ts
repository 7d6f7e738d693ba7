import { isCommonPassword, isGiven, isPasswordLike } from './looks-like-password.js'
import { isPlaceholder, looksDrawn, looksRandom, mixOf } from './looks-random.js'
import { secretNamed, type SecretName } from './secret-names.js'
import type { Span } from './span.js'

/**
 * A name, then what ties a value to it: `=`, `:`, `=>`, a type between, a closing quote and comma as in
 * `setenv("API_KEY", "…")`, a tag's `>`, a default as in `NAME:-…` and `NAME || …`, or a space after a flag.
 */
const tied =
  /(?<!<redacted:)(?<![\w$.\-\u00c0-\u024f\u0400-\u04ff])(?:(?<name>[\w$.\-\u00c0-\u024f\u0400-\u04ff\u3040-\u30ff\u4e00-\u9fff]{2,100})(?<after>["'`]?[\])]{0,2}|\[\d{0,4}\]|\*\*)[^\S\n]{0,4}(?<tie>:[^\S\n]{0,3}[\w.[\] |&<>?']{1,40}(?:=(?=["'`])|(?<=\s)=(?!=))|=>|:=|:-|\|\|=?|\?\?=?|[!=]?={1,2}|[:,>(]|\uff1a)[^\S\n]{0,4}|(?<flag>--?[A-Za-z][\w-]{2,40}) {1,3}(?=[^\s-]))/g

/** What opens a value: a quotation mark with what languages put before it, or nothing. */
const opening = /[rbuf@$]{0,2}\\?["'`]{1,3}|/iuy
const quotedValue = /[^"'`\n]{3,1000}/y
const bareValue = /[^\s"'`<>,;]{3,1000}/y

/** Where a value stands: in quotes, glued to its name on a line of its own, in a setting, or in code, where it is an expression more often than not. */
type Place = 'quoted' | 'line' | 'setting' | 'code'

/** Values of assignments to names that say "secret", where the value looks like one. */
export function assignedSecrets(text: string): Span[] {
  const spans: Span[] = []
  tied.lastIndex = 0
  for (let match = tied.exec(text); match !== null; match = tied.exec(text)) {
    const span = valueOf(text, tiedOf(match))
    if (span !== null) {
      spans.push(span)
      tied.lastIndex = Math.max(tied.lastIndex, span.end)
    } else if ((match.groups?.['tie'] ?? '').length > 3) {
      // What looked like a type between may be a name with a value: `$Env:API_TOKEN='…'`.
      tied.lastIndex = match.index + (match.groups?.['name'] ?? '').length + 1
    }
  }
  return spans
}

/** A name with what ties a value to it, as the pattern found them. */
interface Tied {
  readonly name: string
  readonly after: string
  readonly tie: string
  readonly flag: string
  readonly whole: string
  readonly index: number
}

function tiedOf(match: RegExpExecArray): Tied {
  const group = (name: string) => match.groups?.[name] ?? ''
  const [name, after, tie, flag] = [group('name'), group('after'), group('tie'), group('flag')]
  return { name, after, tie, flag, whole: match[0], index: match.index }
}

function valueOf(text: string, at: Tied): Span | null {
  const before = text.slice(Math.max(0, at.index - 24), at.index)
  const kind = secretNamed(at.name === '' ? at.flag : at.name, before)
  if (kind === null) return null
  const { open, value: seen, start } = valueAt(text, at.index + at.whole.length)
  const quoted = open !== ''
  const value = quoted ? seen : withoutRest(seen, at.tie)
  if (!isTied(at, { quoted, value }) || isPathOfNames(at, kind, quoted)) return null
  const place = quoted ? 'quoted' : placeOf(text, at, start + seen.length)
  if (!holds(value, kind, place)) return null
  return { start, end: start + value.length, kind: kind === 'password' ? 'password' : 'secret' }
}

/** `ft:model:openai:name:id`. */
function isPathOfNames({ whole }: Tied, kind: SecretName, quoted: boolean): boolean {
  return kind === 'service' && !quoted && /[^=]:$/.test(whole)
}

/** Where a value without quotes stands that ends at `end`. */
function placeOf(text: string, at: Tied, end: number): Place {
  const { name, tie, flag, whole } = at
  const isGlued = tie === '=' && !/\s=/.test(whole)
  const isVariable = isGlued && /^[A-Z][A-Z\d_]+$/.test(name)
  if (isAlone(text, at, end)) return isGlued || tie !== '=' ? 'line' : 'setting'
  if (isVariable) return 'line'
  const isArgument = flag !== '' || isWord(text, at, end)
  return isArgument || isEnclosed(text.slice(end, end + 2), at) ? 'setting' : 'code'
}

/** A word by itself, `name=value`, as among the arguments of a command. */
function isWord(text: string, { index, tie, whole }: Tied, end: number): boolean {
  return (
    tie === '=' &&
    !/\s=/.test(whole) &&
    /^\s?$/.test(text.slice(end, end + 1)) &&
    /^\s?$/.test(text.slice(Math.max(0, index - 1), index))
  )
}

/** As an element's text, or between the signs of a connection string. */
function isEnclosed(next: string, { tie, whole }: Tied): boolean {
  return tie === '>' ? next === '</' : tie === '=' && !/\s=/.test(whole) && next.startsWith(';')
}

/** What stands where a value is expected: to the closing quotation mark, else to where a bare word ends. */
function valueAt(text: string, from: number): { open: string; value: string; start: number } {
  const open = matchAt(opening, text, from)
  const start = from + open.length
  if (open === '') return { open, value: matchAt(bareValue, text, start), start }
  const value = matchAt(quotedValue, text, start)
  const isClosed = /["'`\\]/.test(text.charAt(start + value.length))
  return { open, value: isClosed ? value : value.replace(/\s[\s\S]*$/, ''), start }
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** Without what closes the expression around it, and up to the next parameter of a query. */
function withoutRest(value: string, tie: string): string {
  const query = tie === '=' ? value.replace(/&[\w.%-]{1,60}=.*$/, '') : value
  return query.replace(/[)\]}.&|\\:]+$/, '')
}

/** Whether a line holds the name, its value and nothing else but a list's dash, `export` or a comment. */
function isAlone(text: string, { name, tie, index }: Tied, end: number): boolean {
  if (tie === ':=' && /^[A-Z][A-Z\d_]+$/.test(name)) return true
  if (tie !== ':' && tie !== '=' && tie !== '\uff1a') return false
  const before = text.slice(Math.max(0, index - 60), index)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const rest = text.slice(end, end + 80)
  return (
    /^[\s+-]*(?:export |ENV |ARG |set |- |"|')?(?:[\w.-]+=\S+ )*$/i.test(line) &&
    /^["']?[^\S\n]*(?:#.*)?(?:$|\r?\n)/.test(rest)
  )
}

/** Names and wildcards joined by dots, `*.password`: the next in a list of paths, not what belongs to the first. */
const pathOfNames =
  /^(?:\*|[A-Za-z_$][\w$-]*)(?:\[[\w*]{0,8}\])?(?:\.(?:\*|[A-Za-z_$][\w$-]*)(?:\[[\w*]{0,8}\])?)+$/

/** A comma ties only two quoted arguments, a bracket a quoted one, and a tag ends right after its name. */
function isTied(
  { tie, after }: Tied,
  { quoted, value }: { readonly quoted: boolean; readonly value: string }
): boolean {
  if (tie === ',') return quoted && /["'`]/.test(after) && !pathOfNames.test(value)
  if (tie === '(') return quoted && after === ''
  if (tie === '||' || tie === '??') return quoted
  return tie !== '>' || after === ''
}

/** What stands in code where a value comes from elsewhere: a call, an index, a path of names. */
const expression = /[([{]|^[A-Za-z_$][\w$]*(?:(?:\.|::|->)[A-Za-z_$][\w$]*)+$|^[\\/~.]|^https?:/

function holds(value: string, kind: SecretName, place: Place): boolean {
  if (isCommonPassword(value)) return kind === 'password' && place !== 'code'
  if (value.length < 6 || isPlaceholder(value)) return false
  // What stands between two strings of minified code.
  if (place === 'quoted' && /\)[;{,]|^\+|\+$/.test(value)) return false
  if (place !== 'quoted' && expression.test(value) && !isFileOfSecret(value)) return false
  return tests[kind](value, place)
}

const tests: Readonly<Record<SecretName, (value: string, place: Place) => boolean>> = {
  password: (value, place) =>
    isEncoded(value) ||
    (place === 'line' && /^[a-z]{12,}$/.test(value) && isGiven(value)) ||
    isPasswordLike(value, place === 'line' ? 'setting' : place),
  secret: (value, place) =>
    looksRandom(value) ||
    (place !== 'code' && looksDrawn(value)) ||
    (place === 'quoted' && isShortSecret(value)) ||
    (place === 'line' && !kebab.test(value) && isPasswordLike(value, 'code')),
  service: (value) => looksRandom(value) && (value.length >= 24 || mixOf(value) >= 3),
  // A key may be anything, so a value must leave no doubt.
  key: (value) =>
    looksRandom(value) && value.length >= 32 && mixOf(value) >= 3 && !value.includes('/')
}

/** Base64 of text, as Kubernetes keeps it. */
function isEncoded(value: string): boolean {
  if (!/^[A-Za-z0-9+/]{6,}={0,2}$/.test(value) || value.length % 4 !== 0) return false
  if (!/[A-Z]/.test(value) || !/[a-z]/.test(value) || !/[\d=]/.test(value)) return false
  return /^[\x20-\x7e]{5,}$/.test(Buffer.from(value, 'base64').toString('latin1'))
}

/** Names of things: `db-credentials-2`. */
const kebab = /^[A-Za-z0-9]+(?:[-_.:/][A-Za-z0-9]+)+$/

/** Eight to fifteen characters that mix all that there is. */
function isShortSecret(value: string): boolean {
  return (
    value.length >= 10 &&
    mixOf(value) === 4 &&
    /^[\x21-\x7e]+$/.test(value) &&
    !/[(){}[\]/\\]/.test(value)
  )
}

/** `token=….py`: a path of names, one of which is drawn. */
function isFileOfSecret(value: string): boolean {
  return /^[\w.-]+$/.test(value) && value.split('.').some((part) => looksRandom(part))
}
