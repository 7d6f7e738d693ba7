import type { OpenedNode } from '../../cairn.js'
import { renderNode } from '../render/node.js'
import { connect, type CommandContext } from '../run.js'

const document =
  'query ($id: ID!) { node(id: $id) { id label title properties edges { type out count } } }'

/** Opens a node. */
export async function show(context: CommandContext, id: string): Promise<void> {
  const ask = await connect(context)
  const { node } = await ask<{ node: OpenedNode & { title: string } }>(document, { id })
  context.terminal.answer(renderNode(node, context.terminal), node)
}
