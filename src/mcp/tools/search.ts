import { z } from 'zod'
import type { Found } from '../../cairn.js'
import { unlessInstructing } from '../../domain/defanged.js'
import { keepWhole, longestMaterial, oneLine } from '../bounds.js'
import { fields } from '../fields.js'
import { reference } from '../../domain/reference.js'
import { reads, tool } from '../tool.js'

export const search = tool({
  name: 'search',
  title: 'Find documentation and experience',
  description:
    'Lists nodes of the memory that fit some words, code or a name, best first: documentation, APIs, attempts, insights, each with the id that open takes. Call it to look something up, such as a parameter or an option, or where recommend was not enough. For advice on a task call recommend instead.',
  input: z.strictObject({
    query: z.string().trim().min(1).max(20_000).describe('Words, a name or code.'),
    libraries: fields.libraries.default([]),
    limit: z.int().min(1).max(20).default(8)
  }),
  output: { found: 'integer' },
  hints: reads,
  answer: async ({ cairn }, { query, libraries, limit }) => {
    const found = await cairn.search({ text: query, libraries }, limit)
    const data = { found: found.length }
    if (found.length === 0)
      return { text: 'Nothing fits. Try other words, or leave `libraries` out.', data }
    const { text, left } = keepWhole(found.map(line), longestMaterial)
    const rest = left === 0 ? [] : [`${left} more left out for length: ask with a smaller limit.`]
    return { text: ['`open` takes an id.', ...rest, reference(text)].join('\n'), data }
  }
})

function line({ title, label, library, id, snippet }: Found): string {
  const where = library === null ? label : `${label}, ${oneLine(library, 120)}`
  const [name, said] = [title, snippet].map((text) => unlessInstructing(text))
  return `- ${oneLine(name ?? '', 160)} (${where}) \`${oneLine(id, 400)}\`\n  ${oneLine(said ?? '', 200)}`
}
