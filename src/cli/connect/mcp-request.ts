import type { Config } from '../../config.js'
import { headersOf } from '../client.js'

/** What a request to /mcp carries beside its body: who asks, and in which session of a host, where it tells one. The key is read anew each time: a first start makes it. */
export function mcpHeaders(
  config: Pick<Config, 'key' | 'adminKey' | 'home' | 'space'>,
  agent: string | null,
  session = ''
): Record<string, string> {
  const name = agent?.replace(/[^\w .@/-]/g, '').slice(0, 100) ?? ''
  const id = session.replace(/[^\w.:-]/g, '').slice(0, 200)
  return {
    ...headersOf(config),
    ...(name === '' ? {} : { 'cairn-agent': name }),
    ...(id === '' ? {} : { 'cairn-session': id })
  }
}

/** What a tool said: its text, and its figures. */
export interface ToolSaid {
  readonly text: string
  readonly data: Readonly<Record<string, unknown>>
}

interface Reply {
  readonly result?: {
    readonly isError?: boolean
    readonly content?: readonly { readonly text?: string }[]
    readonly structuredContent?: Readonly<Record<string, unknown>>
  }
}

/** Calls one tool of a running server, for a hook that has no time for a session; null for any failure. */
export async function callOnce(
  server: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  tool: { readonly name: string; readonly arguments: Readonly<Record<string, unknown>> },
  signal: AbortSignal
): Promise<ToolSaid | null> {
  const response = await fetch(`${server.url}/mcp`, {
    method: 'POST',
    signal,
    headers: {
      ...server.headers,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream'
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: tool })
  })
  const { result } = (await response.json()) as Reply
  const text = result?.content?.[0]?.text
  if (text === undefined || result?.isError === true) return null
  return { text, data: result?.structuredContent ?? {} }
}
