import type { ChatMessage } from '../../../src/model/chat.js'
import type { CodeProblem } from '../problems.js'
import { promptFor } from '../prompt.js'

/** What a model is asked for one problem. Arms differ in `context` only. */
export function codeMessages(problem: CodeProblem, context: string | null): ChatMessage[] {
  const { system, user } = promptFor(problem, context ?? '')
  return [
    { role: 'system', content: system },
    { role: 'user', content: user }
  ]
}
