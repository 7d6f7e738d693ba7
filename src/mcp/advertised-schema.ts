import { z } from 'zod'
import type { JSONValue } from '@modelcontextprotocol/server'

/** A JSON Schema of arguments, as clients are told of it. */
export interface InputSchema {
  readonly type: 'object'
  readonly properties: Record<string, JSONValue>
  readonly required: string[]
  readonly additionalProperties: false
  readonly [key: string]: JSONValue
}

/** Bounds that no model counts by, and every agent would pay for: they hold all the same, and refusals name them. */
const unsaid = new Set(['minLength', 'maxLength', 'minItems', 'maxItems', 'propertyNames'])

/** The schema of a tool's input, with what helps to call it. */
export function advertisedSchema(input: z.ZodObject): InputSchema {
  const whole = z.toJSONSchema(input, { io: 'input' })
  const { properties = {}, required = [] } = JSON.parse(
    JSON.stringify(whole, (key, value: unknown) => (isUnsaid(key, value) ? undefined : value))
  ) as Partial<InputSchema>
  return { type: 'object', properties, required, additionalProperties: false }
}

function isUnsaid(key: string, value: unknown): boolean {
  if (unsaid.has(key)) return true
  if (key === 'default') return typeof value === 'object'
  return (key === 'minimum' || key === 'maximum') && Math.abs(Number(value)) > 1_000_000
}
