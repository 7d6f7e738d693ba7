import { headersOf, post, type Reply } from '../api/ask-http.js'
import { canary, traceback } from './team-attempts.js'
import type { Kept, TeamWorld } from './team-world.js'

/** A call of each tool of MCP that touches what team A keeps. */
export const toolCalls: Readonly<Record<string, (kept: Kept) => Record<string, unknown>>> = {
  recommend: () => ({ task: `columns of a ${canary} table are not found` }),
  resolve_error: () => ({ traceback }),
  search: () => ({ query: `${canary} table` }),
  open: ({ trace }) => ({ id: trace }),
  next_step: () => ({ code: `table = ${canary}_read()` }),
  record_trace: () => ({ task: 'A task for the matrix of tools', outcome: 'unknown' }),
  report_outcome: ({ recommendation }) => ({ recommendation, outcome: 'worked' }),
  report_note: ({ lesson }) => ({ note: lesson, happened: 'Something else, says the matrix.' })
}

/**
 * Calls a tool over HTTP as any client would. What the tool refuses is told as GraphQL tells it, so that
 * both are read alike.
 */
export async function callTool(
  { server }: TeamWorld,
  call: { name: string; input: Record<string, unknown>; key: string | null }
): Promise<Pick<Reply, 'errors' | 'text' | 'status'>> {
  const { name, input, key } = call
  const body = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name, arguments: input }
  }
  const headers = {
    ...(key === null ? { 'content-type': 'application/json' } : headersOf(key)),
    accept: 'application/json, text/event-stream'
  }
  const reply = await post(server.url, JSON.stringify(body), headers, { path: '/mcp' })
  const { result, error } = JSON.parse(reply.text) as {
    result?: { isError?: boolean; content: { text: string }[] }
    error?: { message: string; data?: { code?: string } }
  }
  if (error !== undefined) {
    const { message, data } = error
    const { status, text } = reply
    return { status, text, errors: [{ message, extensions: { code: data?.code ?? 'BUG' } }] }
  }
  if (result === undefined) throw new Error(reply.text)
  const text = result.content.map((part) => part.text).join('\n')
  const [, code = 'BUG'] = /\(([A-Z_]+)\)/.exec(text) ?? []
  const errors = result.isError === true ? [{ message: text, extensions: { code } }] : []
  return { status: reply.status, text, errors }
}
