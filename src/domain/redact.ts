import { knownClean, type KnownClean } from './known-clean.js'
import { assignedSecrets } from './redaction/assigned-secrets.js'
import { commandPasswords } from './redaction/command-passwords.js'
import { encodedSecrets } from './redaction/encoded-secrets.js'
import { placedSecrets } from './redaction/placed-secrets.js'
import { privateKeys } from './redaction/private-keys.js'
import { readingsOf } from './redaction/readings.js'
import { secretlintSpans } from './redaction/secretlint-rules.js'
import { serviceTokens } from './redaction/service-tokens.js'
import { sessionCookies } from './redaction/session-cookies.js'
import { joinSpans, type Span } from './redaction/span.js'
import { tokenRules, type TokenRule } from './redaction/token-rules.js'
import { acrossLines, unwrapped, withRest } from './redaction/wrapped-secrets.js'

export interface RedactOptions {
  /** Also take the user's name out of home directories: `/home/<redacted:home>/work`. */
  readonly homes?: boolean
  /** Also take out e-mail addresses. */
  readonly emails?: boolean
}

export interface Redacted {
  readonly text: string
  /** How many of each kind went, in order of the kind's name. */
  readonly redactions: readonly { readonly kind: string; readonly count: number }[]
}

const homeRule: TokenRule = {
  kind: 'home',
  pattern:
    /(?:(?<![\w.])\/(?:home|Users)\/|(?<![A-Za-z])[A-Za-z]:[\\/]{1,8}Users[\\/]{1,8})(?<secret>[^\s/\\"'`<>:;,|)\]}]{1,64})/g,
  // Not people: a shared folder, and the account of most containers.
  holds: (name) =>
    !/^(?:shared|public|default|user|username|runner|ubuntu|\$.*|\*|\.+)$/i.test(name)
}

const emailRule: TokenRule = {
  kind: 'email',
  pattern: /(?<![\w.+%-])[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![\w-])/g,
  holds: (address) =>
    !/^git@|@(?:example|test|localhost)\b|noreply@|\.(?:py|js|ts|png)$/i.test(address)
}

/** What an earlier run left; never a secret and never part of one. */
const marker = /<redacted:[a-z0-9-]+>/g

/**
 * A text without its secrets: each becomes `<redacted:kind>`. Found are credentials with a form of
 * their own, values of assignments to names that say "secret", passwords in URLs and private keys,
 * also where escapes, percent encoding or a cut hide them. Running it again changes nothing.
 * Time is linear in the text's length.
 */
export function redact(text: string, options: RedactOptions = {}): Redacted {
  const clean = cleanFor(options)
  if (clean.has(text)) return { text, redactions: [] }
  const rules = [
    ...tokenRules,
    ...(options.homes === true ? [homeRule] : []),
    ...(options.emails === true ? [emailRule] : [])
  ]
  const counts = new Map<string, number>()
  const seen = [...text.matchAll(marker)].map((match) => match.index)
  const spans = joinSpans(spansIn(text, rules)).filter(
    ({ start, end }) => !holdsOne(seen, start, end)
  )
  const pieces: string[] = []
  let from = 0
  for (const { start, end, kind } of spans) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    pieces.push(text.slice(from, start), `<redacted:${kind}>`)
    from = end
  }
  if (spans.length === 0) clean.add(text)
  pieces.push(text.slice(from))
  const redactions = [...counts].map(([kind, count]) => ({ kind, count }))
  return {
    text: pieces.join(''),
    redactions: redactions.sort((a, b) => (a.kind < b.kind ? -1 : 1))
  }
}

const cleanBy = new Map<string, KnownClean>()

/** The texts that are known to hold nothing, looked at with these options. */
function cleanFor({ homes = false, emails = false }: RedactOptions): KnownClean {
  const key = `${String(homes)} ${String(emails)}`
  const known = cleanBy.get(key) ?? knownClean()
  cleanBy.set(key, known)
  return known
}

function holdsOne(markers: readonly number[], start: number, end: number): boolean {
  let low = 0
  let high = markers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((markers[middle] ?? 0) < start) low = middle + 1
    else high = middle
  }
  return (markers[low] ?? end) < end
}

function spansIn(text: string, rules: readonly TokenRule[]): Span[] {
  const read = (find: (text: string) => Span[]) =>
    readings.flatMap((reading) => find(reading.text).map((span) => at(span, reading.at)))
  const readings = readingsOf(text)
  const tokens = (reading: string) => [
    ...privateKeys(reading),
    ...serviceTokens(reading),
    ...tokenSpans(reading, rules)
  ]
  const narrow = [
    ...read(tokens),
    ...read(sessionCookies),
    ...read(assignedSecrets),
    ...read(placedSecrets),
    ...read(commandPasswords)
  ]
  const library = read(secretlintSpans).filter(
    (span) => !isWide(span) || !narrow.some((own) => own.start < span.end && own.end > span.start)
  )
  const known = [...narrow, ...library].map((span) => withRest(text, span))
  return [...known, ...wrapped(text, rules, known), ...encodedSecrets(text, inEncoded)]
}

/** Tokens that were cut by the end of a line. */
function wrapped(text: string, rules: readonly TokenRule[], known: readonly Span[]): Span[] {
  const joined = unwrapped(text)
  if (joined === null) return []
  const found = [...serviceTokens(joined.text), ...tokenSpans(joined.text, rules)]
  return acrossLines(
    text,
    found.map((span) => at(span, joined.at)),
    known
  )
}

/** What counts in a text that was encoded. */
function inEncoded(text: string): Span[] {
  return [
    ...privateKeys(text),
    ...serviceTokens(text),
    ...tokenSpans(text, tokenRules),
    ...assignedSecrets(text)
  ]
}

/**
 * Kinds where secretlint takes a whole URL, or for AWS a range that begins at the name and is as long
 * as the value: where we found the secret itself there, the rest may stay.
 */
function isWide({ kind }: Span): boolean {
  return kind === 'url-password' || kind === 'database-url' || kind === 'aws-token'
}

function at(span: Span, position: (position: number) => number): Span {
  return { ...span, start: position(span.start), end: position(span.end) }
}

function tokenSpans(text: string, rules: readonly TokenRule[]): Span[] {
  return rules.flatMap(({ kind, pattern, holds }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const secret = match.groups?.['secret'] ?? match[0]
      if (holds !== undefined && !holds(secret)) return []
      const start = match.index + match[0].lastIndexOf(secret)
      return [{ start, end: start + secret.length, kind }]
    })
  )
}
