import { z } from 'zod'
import { CairnError } from '../../errors.js'
import { outcomeJudges, type OutcomeJudge } from '../../cairn.js'
import { noteKinds, noteLimits, type LearnedNote } from '../../domain/field-note.js'
import { oneLine } from '../bounds.js'
import { fields } from '../fields.js'
import { tells, tool } from '../tool.js'

const words = (most: number) => z.string().trim().min(1).max(most)

const learned = z.strictObject({
  about: z
    .union([
      words(noteLimits.aboutLength),
      z.array(words(noteLimits.aboutLength)).min(1).max(noteLimits.about)
    ])
    .describe(
      'API, option, tool or error, such as Table.order; "project" for a convention of this project.'
    ),
  when: words(noteLimits.when).optional().describe('Under which condition.'),
  happens: words(noteLimits.happens).describe('What happens.'),
  instead: words(noteLimits.instead).optional().describe('What to do instead.'),
  shownBy: words(noteLimits.shownBy)
    .optional()
    .describe('Shortest code that shows it, at most 15 lines.'),
  kind: z.enum(noteKinds).optional()
})

export const recordTrace = tool({
  name: 'record_trace',
  title: 'Record an attempt',
  description:
    'Keeps what you tried and learned, so that nobody need find it out again. Call it when a task is done or given up, and when an error took more than one try. learned counts most: each behaviour you had to find out by running code, side findings too. Good: {about: "Table.order", when: "by time", happens: "sorts in place and returns None", instead: "copy first"}. Bad: {about: "the task", happens: "I fixed the bug"}. Secrets are taken out. With outcome passed and the error you overcame, the next who meets it finds your code.',
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
    learned: z
      .array(learned)
      .max(noteLimits.notes)
      .optional()
      .describe('Behaviours that you found out, one each; none is fine.'),
    libraries: fields.libraries.optional(),
    project: z
      .string()
      .trim()
      .min(1)
      .max(2_000)
      .optional()
      .describe('Git remote or root folder, for conventions of this project. Kept as a hash.'),
    followed: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .describe('Id of the recommendation followed.')
  }),
  output: { status: 'string', trace: 'string?' },
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
  readonly learned?: readonly NoteGiven[] | undefined
  readonly project?: string | undefined
}

type NoteGiven = { readonly [K in keyof LearnedNote]: LearnedNote[K] | undefined }

/** The canonical form, because the short one has no place for the advice that was followed. Who tried is who asks. */
function canonical(agent: string, attempt: Attempt): Record<string, unknown> {
  const { task, approach, outcome, judgedBy = 'agent', error, libraries, followed } = attempt
  const code = unlessBlank(attempt.code)
  const state = { text: code, ...(outcome === 'passed' ? { runs: true } : {}) }
  const step = { role: 'agent', action: { kind: 'code', input: code }, state }
  return said({
    schema: 'cairn.trace/2',
    task: { text: task },
    agent: { name: agent },
    context: attempt.project === undefined ? undefined : { project: attempt.project },
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
    learned: attempt.learned?.map((note) => said({ ...note })),
    followed
  })
}

function unlessBlank(text: string | undefined): string | undefined {
  return text?.trim() === '' ? undefined : text
}

function said(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
