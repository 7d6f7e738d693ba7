import type { ServerResponse } from 'node:http'

/** What may go wrong with the first try of a call. */
export const endpointFaults = [
  'rate-limit',
  'server-error',
  'hang',
  'cut',
  'not-json',
  'refusal',
  'empty',
  'not-valid'
] as const
export type EndpointFault = (typeof endpointFaults)[number]

/** Answers wrongly, or not at all: who asks must give up waiting. */
export function misbehave(
  response: ServerResponse,
  fault: EndpointFault,
  body: Readonly<Record<string, unknown>>
): void {
  switch (fault) {
    case 'rate-limit':
      send(response, 429, { error: { message: 'slow down' } })
      return
    case 'server-error':
      send(response, 500, { error: { message: 'oh' } })
      return
    case 'hang':
      return
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' })
      response.write('{"choices": [', () => response.destroy())
      return
    case 'not-json':
      response.writeHead(200, { 'content-type': 'application/json' }).end('<html>')
      return
    case 'refusal':
      send(response, 200, message(body, { content: null, refusal: 'I cannot.' }))
      return
    case 'empty':
      send(response, 200, message(body, { content: '' }))
      return
    case 'not-valid':
      send(response, 200, message(body, { content: '{"verdict": "fine"}' }))
      return
  }
}

function message({ model }: Readonly<Record<string, unknown>>, said: Record<string, unknown>) {
  return {
    object: 'chat.completion',
    model,
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', ...said } }],
    usage: { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 }
  }
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
