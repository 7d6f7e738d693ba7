/**
 * The start of a text that a model may be given: at most `maxLength` UTF-16 units, never half a
 * character, lone surrogates replaced by U+FFFD and NULs by spaces, which endpoints refuse.
 */
export function readableText(text: string, maxLength: number): string {
  const start = text.length > maxLength ? text.slice(0, maxLength) : text
  const last = start.charCodeAt(start.length - 1)
  const cut = start.length < text.length && last >= 0xd800 && last <= 0xdbff
  const whole = cut ? start.slice(0, -1) : start
  return Buffer.from(whole, 'utf8').toString('utf8').replaceAll('\0', ' ')
}
