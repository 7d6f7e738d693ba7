// Everything below a space but tab and line feed, DEL and the C1 controls, and halves of surrogate pairs.
// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Surrogate}/gu
const invisible = /[\u00ad\u200b\u2060\ufeff]/g

/** Makes text safe to store and show: line ends are \n, control characters and lone surrogates become U+FFFD. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(invisible, '').replace(unprintable, '\ufffd')
}
