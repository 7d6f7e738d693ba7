import type { CallToolResult } from '@modelcontextprotocol/server'
import type { z } from 'zod'
import { CairnError } from '../errors.js'
import type { Log } from '../log.js'
import { oneLine } from './bounds.js'
import { mayUse, tools } from './catalogue.js'
import { failedAnswer } from './failed-answer.js'
import { protocolError } from './json-rpc-refusals.js'
import { readLeniently } from './read-leniently.js'
import { withProgress, type Tell } from './progress.js'
import type { At, Tool } from './tool.js'
import { withinTime } from './within-time.js'

interface Options {
  readonly log?: Log | undefined
  readonly deadlineMs?: number | undefined
  readonly progressMs?: number | undefined
  /** Told each second how long it has taken. */
  readonly tell?: Tell | undefined
}

/**
 * Calls a tool for somebody. What goes wrong in it is said in the result, where the agent reads it.
 * @throws ProtocolError -32602 for a tool that is not there
 */
export async function callTool(
  at: At,
  call: { readonly name: string; readonly input: unknown },
  options: Options = {}
): Promise<CallToolResult> {
  const tool = named(at, call.name)
  try {
    const { text, data } = await at.cairn.observer.watch(
      { kind: 'operation', door: 'mcp', name: tool.name },
      () => {
        const answer = withinTime(answerOf(tool, at, call.input), options.deadlineMs)
        return withProgress(answer, options.tell, options.progressMs)
      }
    )
    return { content: [{ type: 'text', text }], structuredContent: { text, ...data } }
  } catch (error) {
    return failedAnswer(error, options.log)
  }
}

async function answerOf(tool: Tool, at: At, input: unknown): ReturnType<Tool['answer']> {
  return tool.answer(at, parsed(tool, input))
}

/** What somebody may not use is not there for them. */
function named(at: At, name: string): Tool {
  const tool = tools.find((one) => one.name === name && mayUse(at.caller, one))
  if (tool !== undefined) return tool
  const usable = tools.filter((one) => mayUse(at.caller, one)).map((one) => one.name)
  const there = usable.length === 0 ? 'This key may use none.' : `There are ${usable.join(', ')}.`
  throw protocolError(
    new CairnError('NOT_FOUND', `There is no tool '${oneLine(name, 100)}'. ${there}`)
  )
}

function parsed(tool: Tool, input: unknown): Record<string, unknown> {
  const result = tool.input.safeParse(readLeniently(tool, input ?? {}))
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
