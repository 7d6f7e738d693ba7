import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLexicalEmbedder } from '../../src/model/lexical-embedder.js'

export interface EndpointCall {
  readonly path: string
  readonly authorization: string | null
  readonly body: Record<string, unknown>
}

/** What goes wrong with one call. */
export type Fault =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly retryAfter?: string
      readonly param?: string
      readonly text?: string
    }
  | { readonly kind: 'hang' }
  | { readonly kind: 'hang-in-body' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'reply'; readonly body: unknown }
  /** Changes what would have been sent. */
  | { readonly kind: 'change'; readonly change: (body: unknown) => unknown }

export interface ChatAnswer {
  readonly content?: string | null
  readonly refusal?: string
  readonly finishReason?: string
}

export interface FakeEndpoint {
  /** To be used as OPENAI_BASE_URL. */
  readonly url: string
  readonly host: string
  readonly calls: EndpointCall[]
  /** The next calls go wrong, one fault each, then all is well again. */
  fail(...faults: Fault[]): void
  close(): Promise<void>
}

export interface FakeEndpointOptions {
  readonly dimensions?: number
  /** Key that callers must present; none is asked for without it. */
  readonly key?: string
  /** Longest input that is taken, UTF-16 units. */
  readonly maxInput?: number
  /** Refuses a request by naming the offending parameter, as endpoints do with status 400. */
  readonly refuses?: (body: Record<string, unknown>) => string | null
  readonly chat?: (body: Record<string, unknown>, call: number) => ChatAnswer
}

/** A server that speaks the OpenAI protocol over real HTTP, and errs on demand. */
export async function startFakeEndpoint(options: FakeEndpointOptions = {}): Promise<FakeEndpoint> {
  const calls: EndpointCall[] = []
  const faults: Fault[] = []
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy())
  })

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request)
    const path = request.url ?? ''
    const { authorization = null } = request.headers
    calls.push({ path, authorization, body })
    const fault = faults.shift()
    if (fault !== undefined && fault.kind !== 'change') {
      injectFault(response, fault)
      return
    }
    const { status, reply } = await ordinaryReply(
      options,
      { path, authorization, body },
      calls.length
    )
    const changed = fault === undefined ? reply : fault.change(reply)
    send(response, status, JSON.stringify(changed))
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${host}/v1`,
    host,
    calls,
    fail: (...more) => {
      faults.push(...more)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      })
  }
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
}

function injectFault(response: ServerResponse, fault: Exclude<Fault, { kind: 'change' }>): void {
  switch (fault.kind) {
    case 'hang':
      return
    case 'hang-in-body':
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"data": [')
      return
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' })
      response.write('{"data": [', () => response.destroy())
      return
    case 'not-json':
      send(response, 200, '<html>Welcome')
      return
    case 'reply':
      send(response, 200, JSON.stringify(fault.body))
      return
    case 'status': {
      if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter)
      const message = fault.text ?? 'provider text'
      send(
        response,
        fault.status,
        JSON.stringify({ error: { message, param: fault.param ?? null } })
      )
    }
  }
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(text)
}

interface Reply {
  readonly status: number
  readonly reply: unknown
}

async function ordinaryReply(
  options: FakeEndpointOptions,
  { path, authorization, body }: EndpointCall,
  call: number
): Promise<Reply> {
  if (options.key !== undefined && authorization !== `Bearer ${options.key}`) {
    return refused(401, `Incorrect key provided: ${authorization ?? ''}`)
  }
  const param = options.refuses?.(body)
  if (typeof param === 'string') return refused(400, `Unsupported parameter: ${param}`, param)
  const answerChat = options.chat ?? (() => ({ content: 'Yes.' }))
  switch (path) {
    case '/v1/embeddings':
      return embeddings(options, body)
    case '/v1/chat/completions':
      return chat(answerChat(body, call), body)
    case '/v1/models':
      return { status: 200, reply: { object: 'list', data: [{ id: 'fake', object: 'model' }] } }
    default:
      return refused(404, 'No such path')
  }
}

function refused(status: number, message: string, param: string | null = null): Reply {
  return { status, reply: { error: { message, param, type: 'invalid_request_error' } } }
}

async function embeddings(
  options: FakeEndpointOptions,
  body: Record<string, unknown>
): Promise<Reply> {
  const input = body['input'] as string[]
  const { maxInput: longest = 1e6 } = options
  if (input.some((text) => text.trim() === '' || text.length > longest)) {
    return refused(400, 'An input is empty or too long', 'input')
  }
  const asked = body['dimensions'] as number | undefined
  const lexical = createLexicalEmbedder({ dimensions: asked ?? options.dimensions ?? 64 })
  const vectors = await lexical.embed(input)
  // Half as long as a unit vector: some endpoints do not normalise.
  const data = vectors.map((vector, index) => ({
    object: 'embedding',
    index,
    embedding: Array.from(vector, (value) => value / 2)
  }))
  return { status: 200, reply: { object: 'list', model: body['model'], data } }
}

function chat(answer: ChatAnswer, body: Record<string, unknown>): Reply {
  const { content = null, refusal = null, finishReason = 'stop' } = answer
  const reply = {
    object: 'chat.completion',
    model: body['model'],
    choices: [
      { index: 0, finish_reason: finishReason, message: { role: 'assistant', content, refusal } }
    ],
    usage: { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 }
  }
  return { status: 200, reply }
}
