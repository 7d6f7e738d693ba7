import type { Why } from '../../cairn.js'
import { printable, wrap } from '../render/wrap.js'
import { connect, type CommandContext } from '../run.js'

const document = `query ($question: String!, $libraries: [String!]!, $node: ID) {
  why(question: $question, libraries: $libraries, node: $node) {
    question libraries foreign threshold
    candidates { id title library rank reason probability shown }
    node { id fate probability rank }
  }
}`

/** So many candidates are printed. */
const printed = 12

/** Says what an answer is chosen from, and where a node was lost. */
export async function why(
  context: CommandContext,
  question: string,
  flags: { readonly library: readonly string[]; readonly node: string | null }
): Promise<void> {
  const ask = await connect(context)
  const { why: told } = await ask<{ why: Why }>(document, {
    question,
    libraries: flags.library,
    node: flags.node
  })
  context.terminal.answer(render(told, context), told)
}

function render(told: Why, { terminal }: CommandContext): string {
  const { color, width } = terminal
  const { libraries, foreign, threshold, candidates, node } = told
  const scope =
    foreign !== null
      ? `The question is about ${printable(foreign)}, which is not held: nothing was looked at.`
      : libraries.length > 0
        ? `Bound to ${libraries.map(printable).join(', ')}.`
        : 'Bound to no library: all were looked at.'
  const rows = candidates
    .slice(0, printed)
    .flatMap((one) => [
      `${one.shown ? color.bold(one.probability.toFixed(1)) : color.dim(one.probability.toFixed(1))}  ${printable(one.title)}  ${color.dim(printable(one.library ?? ''))}`,
      color.dim(wrap(one.reason, { width, indent: '     ' }))
    ])
  return [
    wrap(`${scope} Shown from ${threshold.toFixed(2)} on, the likeliest first.`, {
      width,
      indent: ''
    }),
    ...(node === null ? [] : [color.bold(wrap(`${node.id}: ${node.fate}`, { width, indent: '' }))]),
    ...rows
  ].join('\n')
}
