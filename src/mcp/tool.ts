import type { z } from 'zod'
import type { Cairn } from '../cairn.js'
import type { Caller } from '../domain/caller.js'
import type { Operation } from '../domain/permissions.js'
import type { DataOf, Output } from './output.js'

/** Who asks, and what is bound to them. */
export interface At {
  readonly cairn: Cairn
  readonly caller: Caller
  /** Under which name the caller's attempts and feedback are written down. */
  readonly agent: string
}

/** What a tool says: text for the agent that reads it, and figures and ids for a program. */
export interface Answer<Out extends Output = Output> {
  readonly text: string
  readonly data: DataOf<Out>
}

/** What a tool does to the memory, as hosts want to know before they call it. */
interface Hints {
  readonly readOnlyHint: boolean
  readonly destructiveHint: false
  /** Left out of those that only read, where it says nothing, and where it is not so. */
  readonly idempotentHint?: true
  readonly openWorldHint: false
}

/** Only reads. */
export const reads: Hints = {
  readOnlyHint: true,
  destructiveHint: false,
  openWorldHint: false
}

/** Adds to the memory each time that it is called. */
export const adds: Hints = { ...reads, readOnlyHint: false }

/** Adds to the memory; the same sent twice is one. */
export const tells: Hints = { ...adds, idempotentHint: true }

/** One tool of the catalogue. */
export interface Tool<Input extends z.ZodObject = z.ZodObject, Out extends Output = Output> {
  readonly name: Extract<Operation, `mcp.${string}`> extends `mcp.${infer Name}` ? Name : never
  readonly title: string
  /** At most 600 characters: what it does, and when to call it. */
  readonly description: string
  readonly input: Input
  /** The data beside the text. */
  readonly output: Out
  readonly hints: Hints
  answer(at: At, input: z.infer<Input>): Promise<Answer<Out>>
}

/** A tool with the types of its input and data forgotten, for the catalogue: whoever calls it has parsed the input by its schema. */
export function tool<Input extends z.ZodObject, const Out extends Output>(
  definition: Tool<Input, Out>
): Tool {
  return definition
}
