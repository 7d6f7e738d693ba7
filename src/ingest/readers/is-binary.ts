// oxlint-disable-next-line no-control-regex
const foreign = /[\u0001-\u0008\u000e-\u001f\ufffd]/g

/** Whether a text is no text: it holds NULs, or more than a tenth of it could not be decoded. */
export function isBinary(text: string): boolean {
  if (text.includes('\0')) return true
  const sample = text.slice(0, 65_536)
  return (sample.match(foreign)?.length ?? 0) > sample.length / 10
}
