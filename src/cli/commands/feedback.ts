import { userInfo } from 'node:os'
import { CairnError } from '../../errors.js'
import { printable } from '../render/wrap.js'
import { connect, type CommandContext } from '../run.js'

const document = `mutation ($input: FeedbackInput!) {
  sendFeedback(input: $input) {
    status feedback gap
    credited { node passed failed used }
  }
}`

export interface FeedbackFlags {
  readonly worked?: string | true
  readonly failed?: string | true
  readonly used?: string
  readonly helpful?: string
  readonly needed?: string
  readonly by?: string
  readonly agent?: true
}

interface Receipt {
  readonly status: 'accepted' | 'known'
  readonly feedback: string
  readonly gap: string | null
  readonly credited: readonly { readonly node: string }[]
}

/** Tells how a recommendation turned out. */
export async function feedback(
  context: CommandContext,
  recommendation: string,
  flags: FeedbackFlags
): Promise<void> {
  const input = { recommendation, ...inputOf(flags) }
  const ask = await connect(context)
  const { sendFeedback: receipt } = await ask<{ sendFeedback: Receipt }>(document, { input })
  context.terminal.answer(printable(receiptText(receipt)), receipt)
}

function inputOf(flags: FeedbackFlags): Record<string, unknown> {
  const { used = '', helpful, needed, by, agent } = flags
  return {
    ...outcomeOf(flags),
    from: agent === true ? 'agent' : 'person',
    by: by ?? userInfo().username,
    used: used.split(',').flatMap((one) => one.trim() || []),
    helpfulness: helpful === undefined ? null : bandOf(helpful),
    needed: needed ?? null
  }
}

function outcomeOf({ worked, failed }: FeedbackFlags): Record<string, unknown> {
  if (worked !== undefined && failed !== undefined) {
    throw new CairnError('BAD_INPUT', '--worked and --failed are both given; expected one.', {
      details: { field: 'outcome', value: 'worked and failed', expected: 'one of them' }
    })
  }
  const what = worked ?? failed
  if (what === undefined) return {}
  const note = what === true ? {} : { note: what }
  return { outcome: worked === undefined ? 'failed' : 'passed', ...note }
}

const bands: Readonly<Record<string, string>> = {
  'extremely-helpful': 'EXTREMELY_HELPFUL',
  good: 'GOOD',
  neutral: 'NEUTRAL',
  poor: 'POOR',
  'extremely-unhelpful': 'EXTREMELY_UNHELPFUL'
}

function bandOf(word: string): string {
  const key = word.toLowerCase().replaceAll('_', '-')
  const band = Object.hasOwn(bands, key) ? bands[key] : undefined
  if (band !== undefined) return band
  const expected = `one of ${Object.keys(bands).join(', ')}`
  throw new CairnError('BAD_INPUT', `--helpful is '${word.slice(0, 80)}'; expected ${expected}.`, {
    details: { field: 'helpful', value: word.slice(0, 80), expected }
  })
}

function receiptText({ status, feedback: id, credited, gap }: Receipt): string {
  if (status === 'known') return `Known already: ${id}. Nothing changed.`
  const n = credited.length
  const nodes = n === 1 ? '1 cited node has' : `${n} cited nodes have`
  return [
    `Recorded: ${id}.`,
    ...(n === 0 ? [] : [`${nodes} its evidence.`]),
    ...(gap === null ? [] : [`What would have helped is noted as ${gap}.`])
  ].join(' ')
}
