import { isCommonPassword, isGiven, isPasswordLike } from './looks-like-password.js'
import { isPlaceholder, looksRandom, mixOf } from './looks-random.js'
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

interface Place {
  readonly kind: SecretName
  readonly quoted: boolean
  /** Alone on its line, as in settings. */
  readonly isSetting: boolean
  /** With a space before the sign, as in code. */
  readonly isSpaced: boolean
}

/** Values of assignments to names that say "secret", where the value looks like one. */
export function assignedSecrets(text: string): Span[] {
  const spans: Span[] = []
  tied.lastIndex = 0
  for (let match = tied.exec(text); match !== null; match = tied.exec(text)) {
    const span = valueOf(text, match)
    if (span !== null) {
      spans.push(span)
      tied.lastIndex = Math.max(tied.lastIndex, span.end)
    }
  }
  return spans
}

function valueOf(text: string, match: RegExpExecArray): Span | null {
  const { name = '', after = '', tie = '', flag = '' } = match.groups ?? {}
  const kind = secretNamed(
    flag === '' ? name : flag,
    text.slice(Math.max(0, match.index - 24), match.index)
  )
  if (kind === null) return null
  const { open, value: seen, start } = valueAt(text, match.index + match[0].length)
  const quoted = open !== ''
  const secret = quoted ? seen : withoutRest(seen, tie)
  if (!isTied({ tie, after, quoted, value: secret })) return null
  const isSpaced = /\s=/.test(match[0])
  const end = start + seen.length
  // `ft:model:openai:name:id` is a path of names.
  if (kind === 'service' && !quoted && /[^=]:$/.test(match[0])) return null
  const isElement = tie === '>' && text.startsWith('</', end)
  const isVariable = tie === '=' && !isSpaced && /^[A-Z][A-Z\d_]+$/.test(name)
  const isConnection = tie === '=' && !isSpaced && text.charAt(end) === ';'
  const isSetting =
    !quoted &&
    (flag !== '' || isVariable || isElement || isConnection || isAlone(text, match.index, end, tie))
  if (!holds(secret, { kind, quoted, isSetting, isSpaced: isSpaced || isConnection })) return null
  return { start, end: start + secret.length, kind: kind === 'password' ? 'password' : 'secret' }
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
function isAlone(text: string, from: number, to: number, tie: string): boolean {
  if (tie !== ':' && tie !== '=' && tie !== '\uff1a') return false
  const before = text.slice(Math.max(0, from - 60), from)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const rest = text.slice(to, to + 80)
  return (
    /^[\s+-]*(?:export |ENV |ARG |set |- |"|')?(?:[\w.-]+=\S+ )*$/i.test(line) &&
    /^["']?[^\S\n]*(?:#.*)?(?:$|\r?\n)/.test(rest)
  )
}

/** Names and wildcards joined by dots, `*.password`: the next in a list of paths, not what belongs to the first. */
const pathOfNames = /^(?:\*|[A-Za-z_$][\w$-]*)(?:\.(?:\*|[A-Za-z_$][\w$-]*))+$/

/** A comma ties only two quoted arguments, a bracket a quoted one, and a tag ends right after its name. */
function isTied(at: { tie: string; after: string; quoted: boolean; value: string }): boolean {
  const { tie, after, quoted, value } = at
  if (tie === ',') return quoted && /["'`]/.test(after) && !pathOfNames.test(value)
  if (tie === '(') return quoted && after === ''
  if (tie === '||' || tie === '??') return quoted
  return tie !== '>' || after === ''
}

/** What stands in code where a value comes from elsewhere: a call, an index, a path of names. */
const expression = /[([{]|^[A-Za-z_$][\w$]*(?:(?:\.|::|->)[A-Za-z_$][\w$]*)+$|^[\\/~.]|^https?:/

function holds(value: string, { kind, quoted, isSetting, isSpaced }: Place): boolean {
  if (isCommonPassword(value)) return kind === 'password' && (quoted || isSetting)
  if (value.length < 6 || isPlaceholder(value)) return false
  if (!quoted && expression.test(value) && !isFileOfSecret(value)) return false
  if (kind === 'password') {
    if (isEncoded(value)) return true
    if (isSetting && !isSpaced && /^[a-z]{12,}$/.test(value))
      return !isPlaceholder(value) && isGiven(value)
    return isPasswordLike(value, quoted ? 'quoted' : isSetting ? 'setting' : 'code')
  }
  const random = looksRandom(value)
  if (kind === 'secret') return random || (quoted && isShortSecret(value))
  // A key may be anything, so a value must leave no doubt.
  if (kind === 'service') return random && (value.length >= 24 || mixOf(value) >= 3)
  return random && value.length >= 32 && mixOf(value) >= 3 && !value.includes('/')
}

/** Base64 of text, as Kubernetes keeps it. */
function isEncoded(value: string): boolean {
  if (!/^[A-Za-z0-9+/]{6,}={0,2}$/.test(value) || value.length % 4 !== 0) return false
  if (!/[A-Z]/.test(value) || !/[a-z]/.test(value) || !/[\d=]/.test(value)) return false
  return /^[\x20-\x7e]{5,}$/.test(Buffer.from(value, 'base64').toString('latin1'))
}

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
