import { z } from 'zod'
import { count } from '../bounds.js'
import { adviceBands } from '../../domain/credit.js'
import { fields } from '../fields.js'
import { tells, tool } from '../tool.js'

const words = z.string().max(4_000)

export const reportOutcome = tool({
  name: 'report_outcome',
  title: 'Tell how advice turned out',
  description:
    'Tells how a recommendation turned out, which is how the memory learns what to recommend. Call it once for every recommendation you got, as soon as tests, a run or the user show how the work ended, also when the advice was of no use. Say apart whether the work succeeded and whether the advice helped. Name what you used by its citation numbers; what you do not name gets no share. With hindsight, what was missing?',
  input: z.strictObject({
    recommendation: fields.id.describe('Id that recommend gave.'),
    outcome: z.enum(['worked', 'partly', 'failed']).describe('How the work ended.'),
    advice: z
      .enum(adviceBands)
      .optional()
      .describe('Whether the advice helped, apart from how the work ended.'),
    used: z
      .array(z.union([z.int(), z.string().max(1_000)]))
      .max(50)
      .default([])
      .describe('Citation numbers or ids that were used.'),
    helped: words.optional().describe('What helped, or what went wrong.'),
    missing: words.optional().describe('What would have helped, with hindsight.')
  }),
  output: { status: 'string', feedback: 'string', credited: 'integer', gap: 'string?' },
  hints: tells,
  answer: async ({ cairn, agent }, { recommendation, outcome, advice, used, helped, missing }) => {
    const receipt = await cairn.sendFeedback({
      recommendation,
      from: 'agent',
      by: agent,
      // Part of a success is an opinion, not an outcome, and counts as one.
      ...(outcome === 'partly'
        ? { outcome: 'unknown', helpfulness: 'GOOD' }
        : { outcome: outcome === 'worked' ? 'passed' : 'failed' }),
      advice,
      used,
      note: helped,
      needed: missing
    })
    const { status, feedback, credited, gap } = receipt
    const data = { status, feedback, credited: credited.length, gap }
    if (status === 'known') return { text: 'Known already; nothing changed.', data }
    const wanted = gap === null ? '' : ` What was missing is noted as \`${gap}\`.`
    return {
      text: `Recorded; ${count(credited.length, 'cited node')} took a share.${wanted}`,
      data
    }
  }
})
