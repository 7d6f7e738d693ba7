import { z } from 'zod'
import type { ResolvedError } from '../../cairn.js'
import {
  charactersPerToken,
  count,
  cut,
  fenced,
  keepWhole,
  longestMaterial,
  oneLine
} from '../bounds.js'
import { unlessInstructing } from '../../domain/defanged.js'
import { reference } from '../../domain/reference.js'
import { reads, tool } from '../tool.js'
import { fields } from '../fields.js'

/** Attempts that are looked at of each error, and the code shown of one. */
const attempts = 3
const longestCode = 1_200

export const resolveError = tool({
  name: 'resolve_error',
  title: 'What resolved this error before',
  description:
    'What got rid of an error before: attempts of other agents that met the same error (without paths, numbers and names) and passed, with their code. Call it as soon as a command, test or compiler fails, before you try a fix of your own. Paste the whole traceback or the end of the log.',
  input: z.strictObject({
    traceback: z.string().min(1).max(200_000).describe('Traceback, log or compiler message.'),
    tokens: fields.tokens(1_200)
  }),
  output: { errors: 'integer', attempts: 'integer' },
  hints: reads,
  answer: async ({ cairn }, { traceback, tokens }) => {
    const errors = await cairn.resolveError(traceback, attempts)
    const resolved = errors.reduce((sum, one) => sum + one.attempts.length, 0)
    const data = { errors: errors.length, attempts: resolved }
    if (errors.length === 0) return { text: noError, data }
    if (resolved === 0) return { text: unresolved(errors), data }
    const blocks = errors.flatMap(blocksOf)
    const most = Math.min(longestMaterial, tokens * charactersPerToken)
    const { text, left } = keepWhole(blocks, most)
    const rest =
      left === 0 ? [] : [`${left} more left out: \`open\` an attempt, or ask with more tokens.`]
    const what =
      'Attempts that got rid of it. When yours has, record_trace with the error keeps that.'
    return { text: [what, ...rest, reference(text)].join('\n'), data }
  }
})

const noError =
  'Cairn tells no error in this text. Paste the lines that name it (such as KeyError: … or error TS2345), or ask recommend.'

function unresolved(errors: readonly ResolvedError[]): string {
  const met = errors.reduce((sum, { raised }) => sum + raised, 0)
  return `Nobody resolved this error yet (met ${count(met, 'time')}). Ask recommend with the task and the error; when you have a fix, record_trace with the error keeps it for the next agent.`
}

/** An error with its first attempt, then its other attempts: a heading never stands alone. */
function blocksOf(error: ResolvedError): string[] {
  const [lead, ...others] = error.attempts.map(attemptText)
  return lead === undefined ? [] : [`${headOf(error)}\n\n${lead}`, ...others]
}

function headOf({ normalForm, nearness, raised, resolved, agents, apis }: ResolvedError): string {
  const same =
    nearness === 1 ? 'The same error' : `A like error (${Math.round(nearness * 100)} % alike)`
  const uses = apis.slice(0, 5).map(({ name }) => `\`${oneLine(name, 120)}\``)
  return [
    `## ${oneLine(unlessInstructing(normalForm), 300)}`,
    `${same}; met in ${count(raised, 'attempt')}, resolved in ${resolved} by ${count(agents, 'agent')}.`,
    ...(uses.length === 0 ? [] : [`They used ${uses.join(', ')}.`])
  ].join('\n')
}

function attemptText({ trace, title, ended, code }: ResolvedError['attempts'][number]): string {
  const shown =
    code.trim() === '' ? '' : `\n${fenced(cut(unlessInstructing(code.trimEnd()), longestCode))}`
  return `- ${oneLine(unlessInstructing(title), 200)} (${oneLine(unlessInstructing(ended), 120)}) \`${trace}\`${shown}`
}
