import type { Config } from '../config.js'
import { callEndpoint } from './call-endpoint.js'
import type { ChatModel, ChatReply, ChatRequest } from './chat.js'
import { formsOf, nextForm, wireRequest, type RequestForm } from './chat-form.js'
import { createEndpoint, type Endpoint, type RetryPolicy } from './endpoint.js'
import { modelUnavailable, RefusedRequest, requestRefused } from './endpoint-failure.js'
import { jsonIn } from './json-in.js'

/**
 * The chat model of the settings, null where none is set. What it replies to a request with a schema
 * is JSON; that it meets the schema is for the caller to check.
 * @throws CairnError NOT_CONFIGURED where OPENAI_BASE_URL is no address
 */
export function createChat(
  config: Pick<Config, 'chatModel' | 'openaiKey' | 'openaiUrl'>,
  retry: Partial<RetryPolicy> = {}
): ChatModel | null {
  if (config.chatModel === null) return null
  const model = config.chatModel.replace(/^openai:/, '')
  const endpoint = createEndpoint({ url: config.openaiUrl, key: config.openaiKey, model, retry })
  let usual: Partial<RequestForm> = {}
  return {
    id: `openai:${model}`,
    complete: (request) =>
      completeChecked(endpoint, request, {
        usual: () => usual,
        learnt: (form) => {
          usual = { ...usual, ...form }
        }
      })
  }
}

/** In which form an endpoint takes requests: found out once, then used from the start. */
interface Habits {
  readonly usual: () => Partial<RequestForm>
  readonly learnt: (form: Partial<RequestForm>) => void
}

async function completeChecked(
  endpoint: Endpoint,
  request: ChatRequest,
  habits: Habits
): Promise<ChatReply> {
  const first = await completeOnce(endpoint, request, habits)
  if (request.schema === undefined) return first
  const found = jsonIn(first.text)
  if ('json' in found) return { ...first, text: found.json }
  const again = await completeOnce(endpoint, askedAgain(request, first.text, found.reason), habits)
  const second = jsonIn(again.text)
  if ('reason' in second) {
    throw modelUnavailable(endpoint, 'it was asked for JSON twice and did not send any', {
      reason: 'not_json'
    })
  }
  return {
    ...again,
    text: second.json,
    inputTokens: sum(first.inputTokens, again.inputTokens),
    outputTokens: sum(first.outputTokens, again.outputTokens)
  }
}

function askedAgain(request: ChatRequest, reply: string, reason: string): ChatRequest {
  const complaint = `That is not valid JSON (${reason}). Send the whole answer again as one JSON value and nothing else.`
  return {
    ...request,
    messages: [
      ...request.messages,
      { role: 'assistant', content: reply },
      { role: 'user', content: complaint }
    ]
  }
}

/** Asks in the form the endpoint is known to take, then in plainer ones for as long as it refuses. */
async function completeOnce(
  endpoint: Endpoint,
  request: ChatRequest,
  habits: Habits
): Promise<ChatReply> {
  let form = formsOf(request, habits.usual())
  for (;;) {
    try {
      const reply: unknown = await callEndpoint(
        endpoint,
        (options) =>
          endpoint.client.chat.completions.create(
            wireRequest(endpoint.model, request, form),
            options
          ),
        request.signal
      )
      habits.learnt(learntFrom(request, form))
      return readReply(endpoint, reply)
    } catch (error) {
      if (!(error instanceof RefusedRequest)) throw error
      const plainer = nextForm(form, request, error.param)
      if (plainer === null) throw requestRefused(endpoint, error)
      form = plainer
    }
  }
}

/** What was not asked for was not tried: a question without a schema says nothing of schemas. */
function learntFrom({ schema }: ChatRequest, form: RequestForm): Partial<RequestForm> {
  const { reply, ...rest } = form
  return schema === undefined ? rest : { ...rest, reply }
}

interface Choice {
  readonly finish_reason?: unknown
  readonly message?: { readonly content?: unknown; readonly refusal?: unknown } | null
}

function readReply(endpoint: Endpoint, reply: unknown): ChatReply {
  const body = (reply ?? {}) as { choices?: unknown; model?: unknown; usage?: unknown }
  const choices: unknown[] = Array.isArray(body.choices) ? body.choices : []
  const text = readText(endpoint, choices[0] ?? {})
  const usage = (body.usage ?? {}) as { prompt_tokens?: unknown; completion_tokens?: unknown }
  return {
    text,
    model: typeof body.model === 'string' ? body.model.slice(0, 200) : endpoint.model,
    inputTokens: count(usage.prompt_tokens),
    outputTokens: count(usage.completion_tokens)
  }
}

function readText(endpoint: Endpoint, { finish_reason: end, message }: Choice): string {
  if (
    end === 'content_filter' ||
    (typeof message?.refusal === 'string' && message.refusal !== '')
  ) {
    throw modelUnavailable(endpoint, 'it declined to answer this request', { reason: 'refusal' })
  }
  if (end === 'length') {
    const reason = 'its reply was cut off at the limit of tokens; expected room for all of it'
    throw modelUnavailable(endpoint, reason, { reason: 'length' })
  }
  const text = typeof message?.content === 'string' ? message.content.trim() : ''
  if (text === '') throw modelUnavailable(endpoint, 'its reply was empty', { reason: 'empty' })
  return text
}

function count(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null
}

function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}
