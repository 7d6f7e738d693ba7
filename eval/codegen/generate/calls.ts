import { createHash } from 'node:crypto'
import type { ChatMessage, ChatRequest } from '../../../src/model/chat.js'
import type { AppendLog } from './append-log.js'
import type { FaultKind } from './faults.js'

/** What a call is made for; costs are told apart by it. */
export const purposes = ['code', 'quality', 'helpfulness', 'developer', 'team'] as const
export type Purpose = (typeof purposes)[number]

export interface Call {
  readonly model: string
  readonly purpose: Purpose
  readonly messages: readonly ChatMessage[]
  readonly temperature: number
  readonly maxTokens?: number
  readonly schema?: NonNullable<ChatRequest['schema']>
  /** Of several samples of the same call, which. */
  readonly sample?: number
}

/** What a call brought: words, or why there are none. */
export type Reply = { readonly text: string } | { readonly fault: FaultKind }

/** A line of calls.jsonl: a try that went wrong, or what came of a call in the end. */
export type CallLine =
  | {
      readonly kind: 'fault'
      readonly key: string
      readonly model: string
      readonly purpose: Purpose
      readonly fault: FaultKind
    }
  | {
      readonly kind: 'reply'
      readonly key: string
      readonly model: string
      readonly purpose: Purpose
      readonly messages: readonly ChatMessage[]
      readonly text: string
      readonly inputTokens: number | null
      readonly outputTokens: number | null
      /** Of the try that succeeded. */
      readonly ms: number
    }
  | {
      readonly kind: 'gave-up'
      readonly key: string
      readonly model: string
      readonly purpose: Purpose
      readonly fault: FaultKind
    }

/** The same model, messages and parameters are the same call, whatever it is made for. */
export function callKey({ model, messages, temperature, maxTokens, schema, sample }: Call): string {
  const content = [model, messages, temperature, maxTokens ?? null, schema ?? null, sample ?? 0]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)
}

/** What is known of calls that were made before. A call that was given up is asked again only if told so. */
export function knownReplies(
  log: AppendLog<CallLine>,
  { retryFailed }: { readonly retryFailed: boolean }
): Map<string, Reply> {
  const known = new Map<string, Reply>()
  for (const line of log.entries) {
    if (line.kind === 'reply') known.set(line.key, { text: line.text })
    if (line.kind === 'gave-up' && !retryFailed) known.set(line.key, { fault: line.fault })
  }
  return known
}
