/** Only what a browser may open: addresses come from documentation. */
export function safeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  return ['http:', 'https:'].includes(new URL(url).protocol) ? url : null
}
