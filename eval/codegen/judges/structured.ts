import { Ajv } from 'ajv'
import type { ChatMessage } from '../../../src/model/chat.js'
import type { Ask } from '../generate/asker.js'
import type { Call } from '../generate/calls.js'
import type { FaultKind } from '../generate/faults.js'

export interface Form {
  readonly name: string
  readonly schema: Readonly<Record<string, unknown>>
  /** What the schema cannot say; a sentence where it does not hold. */
  readonly also?: (value: Readonly<Record<string, unknown>>) => string | null
}

/** Why an answer in a form could not be had. */
export type NoAnswer = FaultKind | 'not-valid'

export type Structured<T> =
  | { readonly value: T; readonly asked: number }
  | { readonly fault: NoAnswer; readonly says: string; readonly asked: number }

/** How often a model is asked until its answer fits the form. */
const mostAsked = 3

const ajv = new Ajv({ allErrors: true, strict: false })
const checks = new Map<Form, ReturnType<typeof ajv.compile>>()

/** Asks for JSON in a form, checks it, and has the model mend what does not fit, told what is wrong. */
export async function askStructured<T>(
  ask: Ask,
  call: Omit<Call, 'schema'>,
  form: Form
): Promise<Structured<T>> {
  const { name, schema } = form
  let messages: readonly ChatMessage[] = call.messages
  for (let asked = 1; ; asked += 1) {
    const reply = await ask({ ...call, messages, schema: { name, schema } })
    if ('fault' in reply) return { fault: reply.fault, says: reply.fault, asked }
    const checked = checkForm(form, reply.text)
    if ('value' in checked) return { value: checked.value as T, asked }
    if (asked >= mostAsked) return { fault: 'not-valid', says: checked.says, asked }
    messages = [
      ...messages,
      { role: 'assistant', content: reply.text },
      { role: 'user', content: `That does not fit: ${checked.says}. Send all of it again, mended.` }
    ]
  }
}

/** The value where the text is JSON of this form, else what is wrong with it. */
export function checkForm(
  form: Form,
  text: string
): { readonly value: unknown } | { readonly says: string } {
  const value = parsed(text)
  if (value === undefined) return { says: 'it is no JSON object' }
  const check = checks.get(form) ?? ajv.compile(form.schema)
  checks.set(form, check)
  if (!check(value)) {
    const faults = (check.errors ?? []).slice(0, 5)
    return {
      says: faults
        .map(({ instancePath, message }) => `${instancePath || 'the value'} ${message ?? ''}`)
        .join('; ')
    }
  }
  const says = form.also?.(value) ?? null
  return says === null ? { value } : { says }
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
