import { z } from 'zod'
import { unmarkedMarkdown } from '../../domain/recommendation-markdown.js'
import type { Item, Recommendation } from '../../domain/recommendation.js'
import { cut, keepWhole, longestMaterial } from '../bounds.js'
import { fields } from '../fields.js'
import { reference } from '../../domain/reference.js'
import { adds, tool } from '../tool.js'

export const recommend = tool({
  name: 'recommend',
  title: 'Advice before work',
  description:
    'What decides a task, from documentation, field notes and attempts of other agents and reviewed insights: the cure of an error, what was learned about the APIs that the task needs, how to call them, each with its source; or in one line that nothing fits. Call it BEFORE you write or change code that uses a library, once for each task, and again when the approach changes. Say the task in full; add the code at hand or the error. Afterwards call report_outcome with the id it gives.',
  input: z.strictObject({
    task: fields.task.describe('What is to be done, in words.'),
    code: fields.code.optional().describe('Code that it is about.'),
    error: fields.code.optional().describe('Error or traceback that it is about.'),
    libraries: fields.libraries.default([]),
    versions: z
      .record(z.string().min(1).max(200), z.string().min(1).max(60))
      .default({})
      .describe('Versions that the project has locked: {"express": "4.21.2"}.'),
    unasked: z
      .boolean()
      .default(false)
      .describe('True for a hook that nobody asked: only what is very likely of use.'),
    tokens: fields.tokens(400)
  }),
  output: { recommendation: 'string', items: 'integer' },
  // Each answer is written down, so that feedback can refer to it.
  hints: adds,
  answer: async ({ cairn }, { task, code, error, libraries, versions, unasked, tokens }) => {
    const text = [task, code, error]
      .filter((part) => part !== undefined && part !== '')
      .join('\n\n')
    const advice = await cairn.recommend({ text, libraries, versions }, { tokens, unasked, task })
    const { id, items } = advice
    const data = { recommendation: id, items: items.length }
    if (items.length === 0) return { text: nothing(advice), data }
    const { markdown, left } = fitted(advice, longestMaterial)
    const rest =
      left === 0 ? [] : [`${left} more left out for length: ask with more tokens, or \`search\`.`]
    return {
      text: [
        `This is \`${id}\`; \`open\` shows what it cites. When you know how it went, call report_outcome with that id.`,
        ...rest,
        reference(markdown)
      ].join('\n'),
      data
    }
  }
})

/** The advice with as many items as fit, and the citations that those rest on. */
function fitted(advice: Recommendation, most: number): { markdown: string; left: number } {
  for (let n = advice.items.length; n > 1; n--) {
    const markdown = unmarkedMarkdown(first(advice, n))
    if (markdown.length <= most) return { markdown, left: advice.items.length - n }
  }
  const lean = first(advice, 1)
  const markdown = unmarkedMarkdown(lean)
  const left = advice.items.length - 1
  if (markdown.length <= most) return { markdown, left }
  const short = unmarkedMarkdown({
    ...lean,
    answer: cut(lean.answer, most / 8),
    items: lean.items.map((item) => shortened(item, most / 4)),
    citations: lean.citations
      .slice(0, 4)
      .map((one) => ({ ...one, quote: cut(one.quote, most / 16) }))
  })
  return { markdown: keepWhole([short], most).text, left }
}

function shortened(item: Item, most: number): Item {
  const code = item.code === null ? null : cut(item.code, most)
  return { ...item, title: cut(item.title, 200), body: cut(item.body, most), code }
}

function first(advice: Recommendation, n: number): Recommendation {
  const items = advice.items.slice(0, n)
  const used = new Set(items.flatMap(({ citations }) => citations))
  return { ...advice, items, citations: advice.citations.filter(({ number }) => used.has(number)) }
}

function nothing({ id, answer, remarks }: Recommendation): string {
  return [`${answer} (${id})`, ...remarks.slice(0, 2).map((remark) => cut(remark, 300))].join(' ')
}
