import type { ChatMessage } from '../../../src/model/chat.js'
import type { Ask } from '../generate/asker.js'
import { codeMessages } from '../generate/code-messages.js'
import { extractCode } from '../generate/extract-code.js'
import { askStructured, type Form, type NoAnswer } from '../judges/structured.js'
import type { CodeProblem } from '../problems.js'
import { givesAway, type GivenAway } from './gives-away.js'

/** What the synthetic developer did with one problem (methods.md B.5). */
export interface Hinted {
  readonly problem: string
  /** Code of the first draft; null where none came. */
  readonly draft: string | null
  /** Hints that a colleague could give. */
  readonly hints: readonly string[]
  /** Hints that would have handed the solution over. */
  readonly refused: readonly { readonly hint: string; readonly why: GivenAway }[]
  readonly fault: NoAnswer | 'no-code' | null
}

const form: Form = {
  name: 'hints',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['hints'],
    properties: {
      hints: {
        type: 'array',
        minItems: 0,
        maxItems: 5,
        items: { type: 'string', minLength: 10, maxLength: 600 }
      }
    }
  }
}

const instructions = [
  'You work beside somebody who writes code with an assistant. You see the task, what the assistant wrote, and a solution that was accepted. Say what you would tell the assistant so that it finds the way itself.',
  '',
  'Give one to five hints, each one or two sentences that a busy colleague might type: what is wrong or missing, which idea, option or part of the documentation to look at, which trap to mind. Name an API where that is how people talk about it.',
  'Do not hand the solution over: no code of it, no line of it, no list of its calls in their order, no values that only the accepted solution has.',
  'Say only what would help with other tasks of the kind too. Where the draft is as good as the solution, give no hint.'
].join('\n')

/** A hint that gives too much away is asked for once more, told why. */
const rounds = 2

/**
 * Lets a model draft, shows it the reference in a conversation of its own, and keeps the hints that pass. The draft's own
 * conversation never holds the reference, and what becomes of the hints never holds it either.
 */
export async function draftAndHint(
  ask: Ask,
  { problem, model }: { readonly problem: CodeProblem; readonly model: string }
): Promise<Hinted> {
  const purpose = 'developer'
  const reply = await ask({
    model,
    purpose,
    messages: codeMessages(problem, null),
    temperature: 0
  })
  const draft = 'text' in reply ? extractCode(reply.text, problem) : null
  const none = { problem: problem.id, draft, hints: [], refused: [] }
  if (draft === null) return { ...none, fault: 'fault' in reply ? reply.fault : 'no-code' }
  const refused: { hint: string; why: GivenAway }[] = []
  let messages = compareMessages(problem, draft)
  let hints: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const said = await askStructured<{ hints: string[] }>(
      ask,
      { model, purpose, messages, temperature: 0 },
      form
    )
    if ('fault' in said) return { ...none, refused, fault: said.fault }
    const judged = said.value.hints.map((hint) => ({
      hint,
      why: givesAway(hint, problem.reference)
    }))
    const bad = judged.filter(({ why }) => why !== null)
    hints = judged.filter(({ why }) => why === null).map(({ hint }) => hint)
    refused.push(...bad)
    if (bad.length === 0) break
    messages = [...messages, ...askedAgain(said.value.hints, bad)]
  }
  return { problem: problem.id, draft, hints, refused, fault: null }
}

function compareMessages(problem: CodeProblem, draft: string): ChatMessage[] {
  const content = [
    `The task:\n\n${problem.prompt}`,
    `What the assistant wrote:\n\n\`\`\`python\n${draft}\n\`\`\``,
    `The accepted solution, for your eyes only:\n\n\`\`\`python\n${problem.reference}\n\`\`\``
  ].join('\n\n')
  return [
    { role: 'system', content: instructions },
    { role: 'user', content }
  ]
}

function askedAgain(
  hints: readonly string[],
  bad: readonly { readonly hint: string; readonly why: GivenAway }[]
): ChatMessage[] {
  const complaints = bad.map(({ hint, why }) => `- "${hint}": ${why?.says ?? ''}`).join('\n')
  return [
    { role: 'assistant', content: JSON.stringify({ hints }) },
    {
      role: 'user',
      content: `These give the solution away:\n${complaints}\nSend all hints again, those put so that a colleague could say them.`
    }
  ]
}
