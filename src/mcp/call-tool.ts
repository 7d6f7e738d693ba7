import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import type { z } from 'zod'
import { CairnError } from '../errors.js'
import type { Log } from '../log.js'
import { oneLine } from './bounds.js'
import { mayUse, tools } from './catalogue.js'
import { failedAnswer } from './failed-answer.js'
import type { At, Tool } from './tool.js'
import { withinTime } from './within-time.js'

/** Calls a tool for somebody. Never throws: what goes wrong is said in the result. */
export async function callTool(
  at: At,
  call: { readonly name: string; readonly input: unknown },
  options: { readonly log?: Log | undefined; readonly deadlineMs?: number | undefined } = {}
): Promise<CallToolResult> {
  try {
    const tool = named(at, call.name)
    const { text, data } = await at.cairn.observer.watch(
      { kind: 'operation', door: 'mcp', name: tool.name },
      async () => withinTime(tool.answer(at, parsed(tool, call.input)), options.deadlineMs)
    )
    return {
      content: [{ type: 'text', text }],
      ...(data === undefined ? {} : { structuredContent: { ...data } })
    }
  } catch (error) {
    return failedAnswer(error, options.log)
  }
}

/** What somebody may not use is not there for them. */
function named(at: At, name: string): Tool {
  const tool = tools.find((one) => one.name === name && mayUse(at.caller, one))
  if (tool !== undefined) return tool
  const usable = tools.filter((one) => mayUse(at.caller, one)).map((one) => one.name)
  const there = usable.length === 0 ? 'This key may use none.' : `There are ${usable.join(', ')}.`
  throw new CairnError('NOT_FOUND', `There is no tool '${oneLine(name, 100)}'. ${there}`)
}

function parsed(tool: Tool, input: unknown): Record<string, unknown> {
  const result = tool.input.safeParse(input ?? {})
  if (result.success) return result.data
  const issues = result.error.issues.slice(0, 3).map(issueText)
  const known = Object.keys(tool.input.shape).join(', ')
  throw new CairnError('BAD_INPUT', `${issues.join('; ')}. ${tool.name} takes ${known}.`)
}

/** Field and expectation; never the value, which may be long or hostile. */
function issueText(issue: z.core.$ZodIssue): string {
  const at = issue.path.map(String).join('.') || 'arguments'
  if (issue.code === 'unrecognized_keys')
    return `unknown field ${issue.keys
      .slice(0, 3)
      .map((key) => oneLine(key, 60))
      .join(', ')}`
  return `${oneLine(at, 100)}: ${oneLine(issue.message, 200)}`
}
