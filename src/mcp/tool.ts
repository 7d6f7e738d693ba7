import type { z } from 'zod'
import type { Cairn } from '../cairn.js'
import type { Caller } from '../domain/caller.js'
import type { Operation } from '../domain/permissions.js'

/** Who asks, and what is bound to them. */
export interface At {
  readonly cairn: Cairn
  readonly caller: Caller
  /** Under which name the caller's attempts and feedback are written down. */
  readonly agent: string
}

/** What a tool says: text for the agent that reads it, and figures and ids for a program. */
export interface Answer {
  readonly text: string
  readonly data?: Readonly<Record<string, string | number | null>>
}

/** What a tool does to the memory, as hosts want to know before they call it. */
interface Hints {
  readonly readOnlyHint: boolean
  readonly destructiveHint: false
  readonly idempotentHint: boolean
  readonly openWorldHint: false
}

/** Only asks. An answer is recorded all the same, so that feedback can refer to it. */
export const asks: Hints = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false
}

/** Adds to the memory; the same sent twice is one. */
export const tells: Hints = { ...asks, readOnlyHint: false }

/** One tool of the catalogue. */
export interface Tool<Input extends z.ZodObject = z.ZodObject> {
  readonly name: Extract<Operation, `mcp.${string}`> extends `mcp.${infer Name}` ? Name : never
  readonly title: string
  /** At most 600 characters: what it does, and when to call it. */
  readonly description: string
  readonly input: Input
  readonly hints: Hints
  answer(at: At, input: z.infer<Input>): Promise<Answer>
}

/** A tool with the type of its input forgotten, for the catalogue: whoever calls it has parsed the input by its schema. */
export function tool<Input extends z.ZodObject>(definition: Tool<Input>): Tool {
  return definition
}
