import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startFakeEndpoint, type ChatAnswer } from '../../../support/fake-endpoint.js'

/** What may go wrong with the first try of a call, in this order over the calls that are chosen by their content. */
const faults = [
  'rate-limit',
  'server-error',
  'hang',
  'cut',
  'not-json',
  'refusal',
  'empty',
  'not-valid'
] as const
type Fault = (typeof faults)[number]

export interface ScriptedCall {
  /** Hash of model, messages, parameters. */
  readonly key: string
  readonly answered: boolean
  readonly fault: Fault | null
}

export interface ScriptedEndpoint {
  readonly url: string
  /** Every request, in order of arrival. */
  readonly calls: ScriptedCall[]
  /** How many answers went out whole. */
  answered(): number
  /** From so many answers on requests are left hanging, until `release`. */
  holdAfter(answers: number): void
  release(): void
  /** Takes back faults that nobody has seen the end of yet: right before a kill, for the next run to meet them. */
  forgetUnseen(): void
  close(): Promise<void>
}

export interface ScriptedOptions {
  readonly answer: (body: Record<string, unknown>) => ChatAnswer
  /** One call in so many goes wrong at first; 0: none. */
  readonly faultEvery?: number
}

/**
 * The fake endpoint behind a door that misbehaves by content, not by order: the same call goes wrong in the same way whenever
 * it is first made, so that two runs with other orders and kills meet the same faults.
 */
export async function startScriptedEndpoint(options: ScriptedOptions): Promise<ScriptedEndpoint> {
  const inner = await startFakeEndpoint({ chat: (body) => options.answer(body) })
  const calls: ScriptedCall[] = []
  const tried = new Map<string, number>()
  const held: (() => void)[] = []
  const unseen = new Set<string>()
  let answered = 0
  let limit = Infinity

  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy())
  })
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await readText(request)
    const body = JSON.parse(text) as Record<string, unknown>
    const key = createHash('sha256').update(text).digest('hex')
    if (answered >= limit) await new Promise<void>((resolve) => held.push(resolve))
    if (isGone(request, response)) return
    const before = tried.get(key) ?? 0
    tried.set(key, before + 1)
    const fault = before === 0 ? faultOf(key, options.faultEvery) : null
    // An answer out of form is an answer: the model said it, and it is not to be asked the same again.
    const isAnswer = fault === null || fault === 'not-valid'
    calls.push({ key, answered: isAnswer, fault })
    if (isAnswer) answered += 1
    if (fault !== null) {
      if (fault === 'hang') rememberUntilClosed(unseen, key, response)
      misbehave(response, fault, body)
      return
    }
    const reply = await fetch(`${inner.url}${(request.url ?? '').replace('/v1', '')}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text
    })
    response.writeHead(reply.status, { 'content-type': 'application/json' })
    response.end(await reply.text())
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    answered: () => answered,
    holdAfter: (answers) => {
      limit = answers
    },
    release: () => {
      limit = Infinity
      for (const go of held.splice(0)) go()
    },
    forgetUnseen: () => {
      for (const key of unseen) tried.delete(key)
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await inner.close()
    }
  }
}

function isGone(request: IncomingMessage, response: ServerResponse): boolean {
  return response.destroyed || request.socket.destroyed
}

function rememberUntilClosed(unseen: Set<string>, key: string, response: ServerResponse): void {
  unseen.add(key)
  response.once('close', () => unseen.delete(key))
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function faultOf(key: string, every = 0): Fault | null {
  const number = Number.parseInt(key.slice(0, 12), 16)
  if (every === 0 || number % every !== 0) return null
  return faults[Math.floor(number / every) % faults.length] ?? null
}

function misbehave(response: ServerResponse, fault: Fault, body: Record<string, unknown>): void {
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

function message(body: Record<string, unknown>, said: Record<string, unknown>) {
  return {
    object: 'chat.completion',
    model: body['model'],
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', ...said } }],
    usage: { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 }
  }
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
