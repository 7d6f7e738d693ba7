import { z } from 'zod'
import { count } from '../bounds.js'
import { tells, tool } from '../tool.js'

export const reportNote = tool({
  name: 'report_note',
  title: 'Report a note',
  description:
    'Call it when something else happened than a note says: it weighs less at once, and a curator looks.',
  input: z.strictObject({
    note: z.string().max(1_000),
    happened: z.string().max(1_000),
    version: z.string().max(100).optional()
  }),
  output: { note: 'string', weight: 'number', flagged: 'integer' },
  hints: tells,
  answer: async ({ cairn }, { note, happened, version }) => {
    const { weight, flagged } = await cairn.reportNote({ note, happened, version: version ?? null })
    const shown = weight > 0 ? `It counts ${String(weight)} now.` : 'It is not shown any more.'
    const resting =
      flagged.length === 0 ? '' : ` ${count(flagged.length, 'insight')} went back to the curators.`
    return {
      text: `Recorded. ${shown}${resting}`,
      data: { note, weight, flagged: flagged.length }
    }
  }
})
