// Terminal codes first: taking only the escape character out would leave `[31m` behind.
// oxlint-disable-next-line no-control-regex
const unwanted = /\u001b\[[0-9;?]{0,32}[@-~]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** The text without terminal codes, control characters (tab and line ends stay) and lone surrogates. */
export function cleanTraceText(text: string): { text: string; cleaned: number } {
  let cleaned = 0
  let clean = text.replace(unwanted, () => {
    cleaned += 1
    return ''
  })
  if (!clean.isWellFormed()) {
    cleaned += clean.match(loneSurrogate)?.length ?? 0
    clean = clean.toWellFormed()
  }
  return { text: clean, cleaned }
}
