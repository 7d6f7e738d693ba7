import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { misbehave, type EndpointFault } from './misbehave.js'

/** One request. */
export interface ScriptedCall {
  /** Hash of model, messages, parameters. */
  readonly key: string
  readonly fault: EndpointFault | null
  /** What went out: an answer or a fault; an answer that nobody waited for any more; nothing yet. */
  state: 'open' | 'delivered' | 'late'
}

/** The counts of an endpoint, as it prints them. */
export interface EndpointCounts {
  readonly calls: number
  readonly answered: number
  readonly faults: Readonly<Record<string, number>>
  /** Answers that came when the caller had hung up: made and, at a real endpoint, paid for. */
  readonly late: number
  /** Calls that were answered more than once while their caller was there. */
  readonly answeredTwice: number
}

export interface ScriptedEndpoint {
  readonly url: string
  /** Every request, in order of arrival. */
  readonly calls: readonly ScriptedCall[]
  counts(): EndpointCounts
  /** From so many answers on requests are left hanging, until `release`. */
  holdAfter(answers: number): void
  /** How many hang so, and whose caller is still there. */
  held(): number
  release(): void
  /** Takes back time-outs that nobody has seen the end of yet: right before a kill, for the next run to meet them. */
  forgetUnseen(): void
  close(): Promise<void>
}

/** What goes wrong with the call of this key when it is first made. */
export type FaultPlan = (key: string) => EndpointFault | null

export interface ScriptedOptions {
  /** What a model of this name says to these messages: by the content alone, so that the same is always the same. */
  readonly answer: (body: Record<string, unknown>) => string
  /** What goes wrong with a call at first, by its key. Left out: nothing. */
  readonly faultOf?: FaultPlan
  /** How long it thinks about the n-th try of a call, from 1; milliseconds. */
  readonly delayMs?: (attempt: number) => number
  /** 0: any free one. */
  readonly port?: number
}

/**
 * One call in `every`, by its content, goes wrong; the faults take turns in the order in which such calls are first seen, so
 * that each comes as soon as there are as many calls. Endpoints that share a plan err in the same way at the same call.
 * @param every 0: none goes wrong
 */
export function planFaults(every: number, faults: readonly EndpointFault[]): FaultPlan {
  const drawn = new Map<string, EndpointFault>()
  return (key) => {
    if (every === 0 || Number.parseInt(key.slice(0, 12), 16) % every !== 0) return null
    const fault = drawn.get(key) ?? faults[drawn.size % faults.length] ?? null
    if (fault !== null) drawn.set(key, fault)
    return fault
  }
}

/**
 * An endpoint that speaks the OpenAI protocol, asks no model, and misbehaves by plan, not by order: the same call goes wrong
 * in the same way whenever it is first made, so that two runs with other orders and kills meet the same faults.
 */
export async function startScriptedEndpoint(options: ScriptedOptions): Promise<ScriptedEndpoint> {
  const calls: ScriptedCall[] = []
  const tried = new Map<string, number>()
  const held = new Set<() => void>()
  const unseen = new Set<string>()
  let limit = Infinity
  const answers = (state: ScriptedCall['state']) =>
    calls.filter((call) => isAnswer(call.fault) && call.state === state).length

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await readText(request)
    const key = createHash('sha256').update(text).digest('hex')
    // Each answer that is on its way counts: no more go out than were asked for.
    if (answers('delivered') + answers('open') >= limit) await hold(held, response)
    if (response.destroyed) return
    const attempt = (tried.get(key) ?? 0) + 1
    tried.set(key, attempt)
    const fault = attempt === 1 ? (options.faultOf?.(key) ?? null) : null
    const call: ScriptedCall = { key, fault, state: 'open' }
    calls.push(call)
    response.once('close', () => {
      call.state = response.writableFinished || !isAnswer(fault) ? 'delivered' : 'late'
      unseen.delete(key)
    })
    if (fault === 'hang') unseen.add(key)
    await respond(response, JSON.parse(text) as Record<string, unknown>, {
      ...options,
      fault,
      thinks: options.delayMs?.(attempt) ?? 0
    })
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    counts: () => countsOf(calls),
    holdAfter: (most) => {
      limit = most
    },
    held: () => held.size,
    release: () => {
      limit = Infinity
      for (const go of [...held]) go()
    },
    forgetUnseen: () => {
      for (const key of unseen) tried.delete(key)
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}

/** Answers after a while, if anybody is there still, or errs at once. */
async function respond(
  response: ServerResponse,
  body: Record<string, unknown>,
  how: ScriptedOptions & { readonly fault: EndpointFault | null; readonly thinks: number }
): Promise<void> {
  if (how.fault !== null) {
    misbehave(response, how.fault, body)
    return
  }
  if (how.thinks > 0) await wait(how.thinks)
  send(response, body, how.answer(body))
}

/** Waits until it is let go, or its caller is. */
function hold(held: Set<() => void>, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      held.delete(go)
      resolve()
    }
    held.add(go)
    response.once('close', go)
  })
}

/** An answer out of form is an answer: the model said it, and it is not to be asked the same again. */
function isAnswer(fault: EndpointFault | null): boolean {
  return fault === null || fault === 'not-valid'
}

function countsOf(calls: readonly ScriptedCall[]): EndpointCounts {
  const answers = calls.filter(({ fault }) => isAnswer(fault))
  const times = new Map<string, number>()
  for (const { key, state } of answers)
    if (state === 'delivered') times.set(key, (times.get(key) ?? 0) + 1)
  const faults: Record<string, number> = {}
  for (const { fault } of calls) if (fault !== null) faults[fault] = (faults[fault] ?? 0) + 1
  return {
    calls: calls.length,
    answered: [...times.values()].reduce((sum, count) => sum + count, 0),
    faults,
    late: answers.filter(({ state }) => state === 'late').length,
    answeredTwice: [...times.values()].filter((count) => count > 1).length
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function send(response: ServerResponse, { model }: Record<string, unknown>, said: string): void {
  const reply = {
    object: 'chat.completion',
    model,
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: said } }],
    usage: { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 }
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
}
