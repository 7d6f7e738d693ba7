import { statSync } from 'node:fs'

const document = `mutation ($canonical: [JSON!]!) {
  recordTraces(canonical: $canonical) { status }
}`

/** A request holds at most 4 MB; a longer session is told in part by its own limits, or not at all. */
const mostBytes = 3_500_000
const mostFileBytes = 50_000_000

/**
 * Records a session from the transcript that its host wrote, where its format is known. Read here, because host and
 * server may be different machines; the server takes secrets out as of every trace.
 */
export async function sendTranscript(
  server: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  file: string,
  signal: AbortSignal
): Promise<void> {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? Infinity) > mostFileBytes) return
  const { readTraceFiles } = await import('../../traces/read-trace-files.js')
  for await (const item of readTraceFiles([file], { signal })) {
    if (!('trace' in item)) continue
    const body = JSON.stringify({ query: document, variables: { canonical: [item.trace] } })
    if (Buffer.byteLength(body) > mostBytes) continue
    await fetch(`${server.url}/graphql`, {
      method: 'POST',
      signal,
      headers: { ...server.headers, 'content-type': 'application/json' },
      body
    })
  }
}
