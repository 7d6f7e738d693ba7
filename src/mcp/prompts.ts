import type { GetPromptResult, Prompt } from '@modelcontextprotocol/server'
import { oneLine } from './bounds.js'
import { invalidParams } from './json-rpc-refusals.js'

const longestTask = 20_000

/** Two prompts that people may pick: what to do with the memory before and after work. */
export const prompts: Prompt[] = [
  {
    name: 'before-work',
    title: 'Ask Cairn first',
    description: 'Start a task with what other agents and the documentation know.',
    arguments: [{ name: 'task', description: 'What is to be done.', required: true }]
  },
  {
    name: 'after-work',
    title: 'Tell Cairn how it went',
    description: 'End a task by telling the next agent what was learned.'
  }
]

/** A prompt with its arguments filled in. @throws ProtocolError -32602 */
export function promptNamed(
  name: string,
  given: Readonly<Record<string, string>> = {}
): GetPromptResult {
  if (name === 'after-work') return said(afterWork)
  if (name !== 'before-work')
    throw invalidParams(
      `There is no prompt '${oneLine(name, 100)}'. There are ${prompts.map((one) => one.name).join(', ')}.`
    )
  const task = given['task']?.trim() ?? ''
  if (task === '' || task.length > longestTask)
    throw invalidParams(
      `task is ${task === '' ? 'missing' : `${String(task.length)} characters long`}; expected a text of 1 to ${String(longestTask)} characters.`
    )
  return said(
    `Before you begin, call Cairn's recommend with this task in full, open what it cites where you rely on it, and then do the task:\n\n${task}`
  )
}

const afterWork =
  "Call Cairn's report_outcome for each recommendation you got in this session, with what you used and what was missing, and record_trace for the task: what was asked, what you tried, the final code, the errors, and whether it was run and passed."

function said(text: string): GetPromptResult {
  return { messages: [{ role: 'user', content: { type: 'text', text } }] }
}
