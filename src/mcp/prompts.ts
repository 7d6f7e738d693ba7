import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'

/** Two prompts that people may pick: what to do with the memory before and after work. */
export function addPrompts(server: McpServer): void {
  server.registerPrompt(
    'before-work',
    {
      title: 'Ask Cairn first',
      description: 'Start a task with what other agents and the documentation know.',
      argsSchema: { task: z.string().max(20_000).describe('What is to be done.') }
    },
    ({ task }) =>
      said(
        `Before you begin, call Cairn's recommend with this task in full, open what it cites where you rely on it, and then do the task:\n\n${task}`
      )
  )
  server.registerPrompt(
    'after-work',
    {
      title: 'Tell Cairn how it went',
      description: 'End a task by telling the next agent what was learned.'
    },
    () =>
      said(
        "Call Cairn's report_outcome for each recommendation you got in this session, with what you used and what was missing, and record_trace for the task: what was asked, what you tried, the final code, the errors, and whether it was run and passed."
      )
  )
}

function said(text: string) {
  return { messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] }
}
