import { z } from 'zod'
import { longestMaterial } from '../bounds.js'
import { fields } from '../fields.js'
import { readableNode, pageOf } from '../node-text.js'
import { reference } from '../../domain/reference.js'
import { reads, tool } from '../tool.js'

export const open = tool({
  name: 'open',
  title: 'Read a node in full',
  description:
    'Shows one node of the memory by its id: a section of documentation, an API, an attempt, an insight, a library. Call it to check what a recommendation or a search result cites before you rely on it, or to read the rest of it. Long ones come in pages: pass the `from` that the page before named.',
  input: z.strictObject({
    id: fields.id.describe('Id as another tool gave it.'),
    from: z.int().min(0).max(100_000_000).default(0).describe('Character to begin at.')
  }),
  output: { id: 'string', label: 'string', characters: 'integer', next: 'integer?' },
  hints: reads,
  answer: async ({ cairn }, { id, from }) => {
    const node = await cairn.open(id)
    const { text, total, next } = pageOf(readableNode(node), from, longestMaterial)
    const data = { id: node.id, label: node.label, characters: total, next }
    if (text === '') return { text: `It ends at character ${total}; begin before that.`, data }
    const where =
      next === null && from === 0
        ? `\`${node.id}\`, whole.`
        : `\`${node.id}\`, characters ${from} to ${next ?? total} of ${total}.`
    const more = next === null ? [] : [`Go on with from: ${next}.`]
    return { text: [[where, ...more].join(' '), reference(text)].join('\n'), data }
  }
})
