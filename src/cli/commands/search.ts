import type { Found } from '../../cairn.js'
import { connect, type CommandContext } from '../run.js'
import { printable, wrap } from '../render/wrap.js'

const document = `query ($question: String!, $libraries: [String!]!, $limit: Int!) {
  search(question: $question, libraries: $libraries, limit: $limit) { id label title library snippet url score path { id label title by } }
}`

/** Lists the nodes that fit. */
export async function search(
  context: CommandContext,
  question: string,
  flags: { readonly library: readonly string[]; readonly limit: number }
): Promise<void> {
  const ask = await connect(context)
  const { search: found } = await ask<{ search: Found[] }>(document, {
    question,
    libraries: flags.library,
    limit: flags.limit
  })
  const { color, width } = context.terminal
  const lines = found.flatMap((node) => [
    `${color.bold(printable(node.title))}  ${color.dim(printable(`${node.label} ${node.id}`))}`,
    ...(node.snippet === '' ? [] : [wrap(node.snippet, { width, indent: '  ' })])
  ])
  context.terminal.answer(found.length === 0 ? 'Nothing here fits.' : lines.join('\n'), found)
}
