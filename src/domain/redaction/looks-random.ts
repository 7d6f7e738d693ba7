/** What people write where a secret would stand. */
const placeholder =
  /^(?:<|\$[\w{(]|\{|%[\w({]|@|\[)|redacted|change[-_ ]?me|place[-_ ]?holder|^(?:your|my|the|some|an?|test|dummy|fake|sample)[-_ ]|your[-_]?(?:api|secret|token|key|pass)|example|x{5}|\*\*\*|\.\.\.|…|123456789|^(?:none|null|nil|true|false|undefined|empty|secret|password|passwd|pass|pwd|token|key|foo|bar|baz|test|todo|dummy|default|string|str|changeit|user(?:name)?|admin|root|postgres|guest)\d{0,3}$/i

/** Whether a value stands for a secret rather than being one. */
export function isPlaceholder(value: string): boolean {
  return placeholder.test(value) || new Set(value).size < 4
}

/** Shannon entropy of a text in bits a character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let sum = 0
  for (const count of counts.values()) sum -= (count / text.length) * Math.log2(count / text.length)
  return sum
}

const kindsOfCharacters = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/]

/** How many of lower case, upper case, digits and signs a text mixes. */
export function mixOf(text: string): number {
  return kindsOfCharacters.filter((kind) => kind.test(text)).length
}

/**
 * Whether a value was drawn rather than written: letters with digits, spread evenly, and not a name
 * made of words. Values of fewer than 16 characters never are, for this eye.
 */
export function looksRandom(value: string): boolean {
  if (value.length < 16 || value.length > 2_000 || isPlaceholder(value)) return false
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value)) return false
  if (/^[0-9a-f-]+$/i.test(value)) return value.length >= 32 && entropy(value) >= 3
  return entropy(value) >= 3.3 && !isWordy(value)
}

/** Names are mostly runs of letters that could be words; what is drawn rarely has such runs. */
export function isWordy(value: string): boolean {
  const runs = value.match(/[A-Z]?[a-z]{3,}|[A-Z]{4,}/g) ?? []
  const onePiece = value.length >= 20 && /^[A-Za-z0-9+]+$/.test(value)
  return runs.join('').length / value.length > (onePiece ? 0.8 : 0.6)
}

/**
 * Whether a value that a name calls a secret was drawn, though it is short or of few digits: one piece of at least 14
 * letters and digits in which digits stand at three places, or 24 hex digits and more. Names of things have their
 * digits at an end.
 */
export function looksDrawn(value: string): boolean {
  if (value.length > 200 || isPlaceholder(value)) return false
  if (/^[0-9a-f]{24,}$/.test(value)) return entropy(value) >= 3
  return value
    .split(/[_-]/)
    .some((piece) => /^[A-Za-z0-9]{14,}$/.test(piece) && (piece.match(/\d+/g)?.length ?? 0) >= 3)
}
