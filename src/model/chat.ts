import { CairnError } from '../errors.js'

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[]
  readonly temperature?: number
  readonly maxTokens?: number
  /** A JSON Schema the reply must meet: asked of the endpoint, and checked here to be JSON. */
  readonly schema?: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> }
  readonly signal?: AbortSignal
}

export interface ChatReply {
  readonly text: string
  readonly model: string
  readonly inputTokens: number | null
  readonly outputTokens: number | null
}

/** A chat model behind an OpenAI-compatible endpoint. @throws CairnError MODEL_UNAVAILABLE, CANCELLED */
export interface ChatModel {
  readonly id: string
  complete(request: ChatRequest): Promise<ChatReply>
}

const aboutOneReply = new Set(['refusal', 'length', 'empty', 'not_json'])

/** Whether a failure is of one reply only: it was declined, cut off, empty or no JSON. The endpoint answers others. */
export function isUnfitReply(error: unknown): boolean {
  const reason = error instanceof CairnError ? error.details['reason'] : undefined
  return typeof reason === 'string' && aboutOneReply.has(reason)
}
