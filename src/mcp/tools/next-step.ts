import { z } from 'zod'
import type { NextStep } from '../../cairn.js'
import { cut, fenced, keepWhole, longestMaterial, oneLine } from '../bounds.js'
import { fields } from '../fields.js'
import { unlessInstructing } from '../../domain/defanged.js'
import { reference } from '../../domain/reference.js'
import { reads, tool } from '../tool.js'

/** Of each kind, and the code shown of one. */
const steps = 2
const longestCode = 1_500

export const nextStep = tool({
  name: 'next_step',
  title: 'How others went on from here',
  description:
    'How others went on from code like yours, and what an instruction led to: the change made next and the code it gave, shortest way first. Call it mid-task, when unsure what to change next, or to see where an instruction led. Give the code, the instruction, or both. It knows imported sessions, and the failed and passed attempts that `record_trace` wrote with their code.',
  input: z.strictObject({
    code: fields.code.optional().describe('The code as it stands.'),
    instruction: z.string().max(20_000).optional().describe('What is to be done next.')
  }),
  output: { instructions: 'integer', states: 'integer' },
  hints: reads,
  answer: async ({ cairn }, { code, instruction }) => {
    const { instructions, states } = await cairn.nextStep({
      ...(code === undefined ? {} : { code }),
      ...(instruction === undefined ? {} : { instruction }),
      limit: steps
    })
    const data = { instructions: instructions.length, states: states.length }
    const blocks = [
      ...instructions.map((step) => stepText('From code like this', step)),
      ...states
        .filter(({ to }) => !instructions.some((step) => step.to === to))
        .map((step) => stepText('An instruction like this', step))
    ]
    if (blocks.length === 0)
      return { text: 'Nobody went on from anything like this yet. Ask recommend.', data }
    const { text, left } = keepWhole(blocks, longestMaterial)
    const rest = left === 0 ? [] : [`${left} more left out for length: \`open\` a state.`]
    return { text: ['Ways on, best first.', ...rest, reference(text)].join('\n'), data }
  }
})

function stepText(lead: string, step: NextStep['states'][number]): string {
  const { instruction, to, text, similarity } = step
  const shown =
    text.trim() === '' ? '' : `\n${fenced(cut(unlessInstructing(text.trimEnd()), longestCode))}`
  return `## ${lead} (${Math.round(similarity * 100)} % alike)\n${cut(unlessInstructing(instruction.trim()), 600)}\nIt led to \`${oneLine(to, 200)}\`:${shown}`
}
