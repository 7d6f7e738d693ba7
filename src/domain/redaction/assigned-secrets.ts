import { entropy, isPlaceholder, looksRandom, mixOf } from './looks-random.js'
import type { Span } from './span.js'

/**
 * A name that says "secret", then what ties a value to it (`=`, `:`, `=>`, a closing quote and
 * comma as in `setenv("API_KEY", "…")`, a tag's `>`), then the value with or without quotes.
 */
const assignment =
  /(?<!<redacted:)(?<name>(?<password>pass(?:word|wd|phrase|code)|(?<![A-Za-z])pass|pwd)|secret(?:[-_.]?(?:access)?[-_.]?key)?|(?:api|access|auth|account|private|secret|encryption|signing|master|storage|subscription|app)[-_.]?key|(?:auth|access|refresh|api|bot|session|bearer|id|private|personal|deploy)?[-_.]?token|client[-_.]?secret|credentials?|session[-_.]?(?:id|key)|authkey|x-api-key|licen[cs]e[-_.]?key|webhook[-_.]?secret)(?<after>\d{0,2}["'`]?[\])]{0,2})[^\S\n]{0,4}(?<tie>:[^\S\n]{0,3}[\w.[\] |]{1,30}=|=>|:=|==|[:=,>]|(?<=--[\w-]{1,40})\s)[^\S\n]{0,4}(?<open>[rbuf]{0,2}["'`]{1,3}|)(?<value>[^\s"'`<>,;]{6,1000}|(?<=["'`])[^"'`\n]{6,200}(?=["'`]))/gi

interface Seen {
  readonly isPassword: boolean
  readonly quoted: boolean
  readonly value: string
}

/** Values of assignments to names that say "secret", where the value looks like one. */
export function assignedSecrets(text: string): Span[] {
  return [...text.matchAll(assignment)].flatMap((match) => {
    const groups = match.groups ?? {}
    const value = groups['value'] ?? ''
    const quoted = /["'`]$/.test(groups['open'] ?? '')
    const isPassword = groups['password'] !== undefined
    const secret = quoted ? value : value.replace(/[)\]}.&|\\]+$/, '')
    if (!isTied({ groups, quoted, value }) || !holds({ isPassword, quoted, value: secret }))
      return []
    const end = match.index + match[0].length - (value.length - secret.length)
    return [{ start: end - secret.length, end, kind: isPassword ? 'password' : 'secret' }]
  })
}

/** Names and wildcards joined by dots, `*.password`: the next in a list of paths, not what belongs to the first. */
const pathOfNames = /^(?:\*|[A-Za-z_$][\w$-]*)(?:\.(?:\*|[A-Za-z_$][\w$-]*))+$/

/** A comma ties only two quoted arguments, and a tag ends right after its name. */
function isTied(at: {
  groups: Readonly<Record<string, string>>
  quoted: boolean
  value: string
}): boolean {
  const { tie, after = '' } = at.groups
  if (tie === ',') return at.quoted && /["'`]/.test(after) && !pathOfNames.test(at.value)
  return tie !== '>' || after === ''
}

/** What stands in code where a value comes from elsewhere: a call, an index, a path of names. */
const expression = /[([{]|^[A-Za-z_$][\w$]*(?:(?:\.|::|->)[A-Za-z_$][\w$]*)+$|^[\\/~.]|^https?:/

function holds({ isPassword, quoted, value }: Seen): boolean {
  if (value.length < 6 || isPlaceholder(value)) return false
  if (!quoted && expression.test(value)) return false
  return isPassword ? isPasswordLike(value, quoted) : looksRandom(value)
}

/** People choose passwords, so these need less: letters with digits or signs, not a plain name. */
function isPasswordLike(value: string, quoted: boolean): boolean {
  if (/\s/.test(value)) return false
  if (looksRandom(value)) return true
  const mixed = mixOf(value) >= (quoted ? 2 : 3)
  const plainName = /^[A-Za-z]+(?:[-_.: ][A-Za-z]+)*[:.]?$/.test(value)
  return mixed && !plainName && /[\d!@#$%^&*?]/.test(value) && entropy(value) >= 2.2
}
