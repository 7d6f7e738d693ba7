import { z } from 'zod'
import { CairnError } from '../../errors.js'
import { outcomeJudges, type OutcomeJudge } from '../../cairn.js'
import { oneLine } from '../bounds.js'
import { fields } from '../fields.js'
import { tells, tool } from '../tool.js'

export const recordTrace = tool({
  name: 'record_trace',
  title: 'Record an attempt',
  description:
    'Keeps what you tried and how it ended, so that you and other agents need not find it out again. Call it when a task is done or given up, and after an error took more than one try; failures teach as much as successes. Secrets are taken out. Say the task as it was asked, what worked or why not, the final code, and the error that was in the way.',
  input: z.strictObject({
    task: fields.task.describe('What was to be done.'),
    approach: z.string().max(50_000).optional().describe('What was tried, what worked, why.'),
    code: fields.code.optional().describe('The code as it ended.'),
    outcome: z.enum(['passed', 'failed', 'unknown']).describe('passed only if it was run.'),
    judgedBy: z
      .enum(outcomeJudges)
      .optional()
      .describe('Who or what decided that, such as tests you ran. Default agent: only you say so.'),
    evidence: z
      .string()
      .max(20_000)
      .optional()
      .describe('What shows it: the last line of the tests.'),
    error: z.string().max(100_000).optional().describe('Error that was met.'),
    libraries: fields.libraries.optional(),
    followed: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .describe('Id of the recommendation followed.')
  }),
  hints: tells,
  answer: async ({ cairn, agent }, input) => {
    const [receipt] = await cairn.recordTraces([canonical(agent, input)])
    if (receipt === undefined) throw new CairnError('BUG', 'a trace got no receipt')
    const { status, trace, path, reason, expected } = receipt
    if (status === 'rejected') {
      const why = oneLine(
        `${path ?? 'trace'}: ${reason ?? 'refused'}; expected ${expected ?? 'a trace'}`,
        500
      )
      throw new CairnError('BAD_INPUT', `Not recorded. ${why}.`)
    }
    const done = status === 'known' ? 'Known already; nothing changed' : 'Recorded for good'
    return { text: `${done}: \`${trace ?? ''}\`.`, data: { status, trace } }
  }
})

interface Attempt {
  readonly task: string
  readonly approach?: string | undefined
  readonly code?: string | undefined
  readonly outcome: 'passed' | 'failed' | 'unknown'
  readonly judgedBy?: OutcomeJudge | undefined
  readonly evidence?: string | undefined
  readonly error?: string | undefined
  readonly libraries?: readonly string[] | undefined
  readonly followed?: string | undefined
}

/** The canonical form, because the short one has no place for the advice that was followed. Who tried is who asks. */
function canonical(agent: string, attempt: Attempt): Record<string, unknown> {
  const { task, approach, outcome, judgedBy = 'agent', error, libraries, followed } = attempt
  const code = unlessBlank(attempt.code)
  const state = { text: code, ...(outcome === 'passed' ? { runs: true } : {}) }
  const step = { role: 'agent', action: { kind: 'code', input: code }, state }
  return said({
    schema: 'cairn.trace/1',
    task: { text: task },
    agent: { name: agent },
    libraries,
    steps: code === undefined ? [] : [step],
    outcome: said({
      status: outcome,
      judgedBy: outcome === 'unknown' ? undefined : judgedBy,
      evidence: unlessBlank(attempt.evidence),
      error: unlessBlank(error)
    }),
    solution: code,
    notes: approach,
    followed
  })
}

function unlessBlank(text: string | undefined): string | undefined {
  return text?.trim() === '' ? undefined : text
}

function said(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
