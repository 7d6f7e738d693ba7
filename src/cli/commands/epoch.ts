import { CairnError } from '../../errors.js'
import { printable } from '../render/wrap.js'
import { connect, type CommandContext } from '../run.js'
import { byOf } from './review.js'

interface Epoch {
  readonly number: number
  readonly state: string
  readonly openedAt: string
  readonly closedAt: string | null
  readonly note: string
  readonly inForce: number
}

interface InForce {
  readonly id: string
  readonly revision: number
  readonly title: string
}

interface Difference {
  readonly added: readonly InForce[]
  readonly changed: readonly { readonly before: InForce; readonly after: InForce }[]
  readonly gone: readonly InForce[]
}

/** Lists the epochs. */
export async function listEpochs(context: CommandContext): Promise<void> {
  const ask = await connect(context)
  const { epochs } = await ask<{ epochs: readonly Epoch[] }>(
    '{ epochs { id number state openedAt closedAt note inForce } }'
  )
  const lines = epochs.map((epoch) => {
    const note = epoch.note === '' ? '' : `  ${printable(epoch.note)}`
    const when = epoch.closedAt === null ? `since ${epoch.openedAt}` : `until ${epoch.closedAt}`
    return `${String(epoch.number).padStart(4)}  ${epoch.state.padEnd(6)}  ${String(epoch.inForce).padStart(6)} in force  ${when}${note}`
  })
  context.terminal.answer(lines.join('\n'), epochs)
}

/** Closes the open epoch. */
export async function closeEpoch(
  context: CommandContext,
  flags: { by?: string; note?: string }
): Promise<void> {
  const ask = await connect(context)
  const { closeEpoch: closed } = await ask<{
    closeEpoch: { closed: number; opened: number; inForce: number }
  }>(
    'mutation ($by: String, $note: String) { closeEpoch(by: $by, note: $note) { closed opened inForce } }',
    { by: byOf(flags), note: flags.note ?? null }
  )
  context.terminal.answer(
    `Epoch ${closed.closed} is closed with ${closed.inForce} insights in force; epoch ${closed.opened} is open.`,
    closed
  )
}

/** Says what changed from one epoch to another. */
export async function compareEpochs(
  context: CommandContext,
  from: string,
  to: string
): Promise<void> {
  const variables = { from: numberOf('from', from), to: numberOf('to', to) }
  const ask = await connect(context)
  const insight = 'id lineage revision title library'
  const { compareEpochs: difference } = await ask<{ compareEpochs: Difference }>(
    `query ($from: Int!, $to: Int!) { compareEpochs(from: $from, to: $to) {
      from to added { ${insight} } changed { before { ${insight} } after { ${insight} } } gone { ${insight} } } }`,
    variables
  )
  context.terminal.answer(renderDifference(difference), difference)
}

function renderDifference({ added, changed, gone }: Difference): string {
  const line = (mark: string, one: InForce) => `${mark} ${printable(one.title)}  (${one.id})`
  const lines = [
    ...added.map((one) => line('+', one)),
    ...changed.map(({ before, after }) =>
      line('~', {
        ...after,
        title: `${after.title}, revision ${before.revision} → ${after.revision}`
      })
    ),
    ...gone.map((one) => line('-', one))
  ]
  return lines.length === 0 ? 'The same insights are in force.' : lines.join('\n')
}

/** Puts in force what was in force at the end of an epoch. */
export async function rollBackEpoch(
  context: CommandContext,
  to: string,
  flags: { by?: string; reason: string }
): Promise<void> {
  const variables = { to: numberOf('to', to), by: byOf(flags), reason: flags.reason }
  const ask = await connect(context)
  const { rollBackEpoch: back } = await ask<{
    rollBackEpoch: { closed: number; opened: number; leftForce: string[]; cameBack: string[] }
  }>(
    `mutation ($to: Int!, $by: String, $reason: String!) {
      rollBackEpoch(to: $to, by: $by, reason: $reason) { to closed opened leftForce cameBack } }`,
    variables
  )
  context.terminal.answer(
    `Rolled back to epoch ${variables.to}: ${back.leftForce.length} insights left force, ${back.cameBack.length} came back. \`cairn epoch rollback ${back.closed}\` takes it back.`,
    back
  )
}

function numberOf(field: string, value: string): number {
  const n = Number(value)
  if (Number.isInteger(n) && n > 0) return n
  throw new CairnError(
    'BAD_INPUT',
    `${field} is '${value.slice(0, 40)}'; expected the number of an epoch.`,
    { details: { field, value: value.slice(0, 40) } }
  )
}
