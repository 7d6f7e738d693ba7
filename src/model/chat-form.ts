import type OpenAI from 'openai'
import type { ChatRequest } from './chat.js'

/** The ways in which compatible endpoints differ. */
export interface RequestForm {
  readonly reply: 'schema' | 'object' | 'plain'
  readonly limit: 'max_tokens' | 'max_completion_tokens'
  readonly temperature: boolean
}

type Wire = OpenAI.Chat.ChatCompletionCreateParamsNonStreaming

/** The form to try first: what the endpoint is known to take, otherwise the strictest. */
export function formsOf(request: ChatRequest, usual: Partial<RequestForm>): RequestForm {
  return {
    reply: request.schema === undefined ? 'plain' : (usual.reply ?? 'schema'),
    limit: usual.limit ?? 'max_tokens',
    temperature: usual.temperature ?? true
  }
}

/**
 * What to try after a refusal that named `param` (null where it named nothing): the form without
 * it, or else a plainer reply; null where there is nothing left.
 */
export function nextForm(
  form: RequestForm,
  request: ChatRequest,
  param: string | null
): RequestForm | null {
  if (param === 'max_tokens' && form.limit === 'max_tokens' && request.maxTokens !== undefined) {
    return { ...form, limit: 'max_completion_tokens' }
  }
  if (param === 'temperature' && form.temperature && request.temperature !== undefined) {
    return { ...form, temperature: false }
  }
  if (form.reply === 'schema') return { ...form, reply: 'object' }
  if (form.reply === 'object') return { ...form, reply: 'plain' }
  return null
}

export function wireRequest(model: string, request: ChatRequest, form: RequestForm): Wire {
  const { temperature, maxTokens } = request
  return {
    model,
    messages: wireMessages(request, form),
    ...(temperature !== undefined && form.temperature ? { temperature } : {}),
    ...(maxTokens === undefined ? {} : { [form.limit]: maxTokens }),
    ...wireFormat(request, form)
  }
}

function wireFormat(
  { schema }: ChatRequest,
  { reply }: RequestForm
): Pick<Wire, 'response_format'> {
  if (schema === undefined || reply === 'plain') return {}
  if (reply === 'object') return { response_format: { type: 'json_object' } }
  return {
    response_format: {
      type: 'json_schema',
      json_schema: { name: schema.name, schema: { ...schema.schema }, strict: true }
    }
  }
}

function wireMessages({ messages, schema }: ChatRequest, { reply }: RequestForm) {
  const asked = messages.map(({ role, content }) => ({ role, content }))
  if (schema === undefined || reply === 'schema') return asked
  const content = `Reply with one JSON value that meets this JSON Schema, without any other text:\n${JSON.stringify(schema.schema)}`
  return [{ role: 'system' as const, content }, ...asked]
}
