import { atLeast, type Caller } from '../domain/caller.js'
import { permissions } from '../domain/permissions.js'
import { nextStep } from './tools/next-step.js'
import { open } from './tools/open.js'
import { recommend } from './tools/recommend.js'
import { recordTrace } from './tools/record-trace.js'
import { reportNote } from './tools/report-note.js'
import { reportOutcome } from './tools/report-outcome.js'
import { resolveError } from './tools/resolve-error.js'
import { search } from './tools/search.js'
import { advertisedSchema, type InputSchema } from './advertised-schema.js'
import { outputSchemaOf, type OutputSchema } from './output.js'
import type { Tool } from './tool.js'

/** Every tool, in the order in which an agent needs them. */
export const tools: readonly Tool[] = [
  recommend,
  resolveError,
  search,
  open,
  nextStep,
  recordTrace,
  reportOutcome,
  reportNote
]

/** What a client is told of a tool. */
export interface Definition {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly inputSchema: InputSchema
  readonly outputSchema: OutputSchema
  readonly annotations: Tool['hints']
}

/** The definitions, made once: schemas don't change while the program runs. */
const definitions = new Map(tools.map((tool) => [tool.name as string, definitionOf(tool)]))

function definitionOf({ name, title, description, input, output, hints }: Tool): Definition {
  return {
    name,
    title,
    description,
    inputSchema: advertisedSchema(input),
    outputSchema: outputSchemaOf(output),
    annotations: hints
  }
}

/** The definition of a tool, whoever asks. */
export function definitionNamed(name: string): Definition | undefined {
  return definitions.get(name)
}

/** Whether a caller may use a tool. */
export function mayUse(caller: Caller, { name }: Tool): boolean {
  return atLeast(caller.role, permissions[`mcp.${name}`])
}

/** What is listed for a caller: only what they may use. */
export function listedFor(caller: Caller): Definition[] {
  return tools.flatMap((tool) => {
    const definition = definitions.get(tool.name)
    return definition !== undefined && mayUse(caller, tool) ? [definition] : []
  })
}
