import { z } from 'zod'
import { recommendationMarkdown } from '../../domain/recommendation-markdown.js'
import type { Item, Recommendation } from '../../domain/recommendation.js'
import { charactersPerToken, cut, keepWhole, longestMaterial } from '../bounds.js'
import { fields } from '../fields.js'
import { reference } from '../reference.js'
import { asks, tool } from '../tool.js'

export const recommend = tool({
  name: 'recommend',
  title: 'Advice before work',
  description:
    'Advice from documentation, earlier attempts of other agents and reviewed insights: what to use, what worked before, what to avoid, each with its source. Call it BEFORE you write or change code that uses a library, once for each task, and again when the approach changes. Say the task in full; add the code at hand or the error. Afterwards call report_outcome with the id it gives.',
  input: z.strictObject({
    task: fields.task.describe('What is to be done, in words.'),
    code: fields.code.optional().describe('Code that it is about.'),
    error: fields.code.optional().describe('Error or traceback that it is about.'),
    libraries: fields.libraries.default([]),
    tokens: fields.tokens(800)
  }),
  hints: asks,
  answer: async ({ cairn }, { task, code, error, libraries, tokens }) => {
    const text = [task, code, error]
      .filter((part) => part !== undefined && part !== '')
      .join('\n\n')
    const advice = await cairn.recommend({ text, libraries }, { tokens })
    const { id, items } = advice
    const data = { recommendation: id, items: items.length, firm: items.filter(isFirm).length }
    if (items.length === 0) return { text: nothing(advice), data }
    // Tokens count what is said; names, ids and reasons stand around it.
    const most = Math.min(longestMaterial, tokens * charactersPerToken * 1.3)
    const { markdown, left } = fitted(advice, most)
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

/** Whether more than nearness in meaning speaks for an item: something is near to every question. */
function isFirm({ path }: Item): boolean {
  return path.some(({ by }) => /\b(?:words|name|same error)\b/.test(by))
}

/** The advice with as many items as fit, and the citations that those rest on. */
function fitted(advice: Recommendation, most: number): { markdown: string; left: number } {
  for (let n = advice.items.length; n > 1; n--) {
    const markdown = markdownOf(first(advice, n))
    if (markdown.length <= most) return { markdown, left: advice.items.length - n }
  }
  const lean = first(advice, 1)
  const markdown = markdownOf(lean)
  const left = advice.items.length - 1
  if (markdown.length <= most) return { markdown, left }
  const short = markdownOf({
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

function nothing({ id, remarks }: Recommendation): string {
  return [
    `Cairn knows nothing that fits this yet, and has noted the gap (${id}). Go on with what you know; when done, record_trace tells the next agent.`,
    ...remarks.slice(0, 4).map((remark) => `- ${cut(remark, 300)}`)
  ].join('\n')
}

/** Without its last line: what it says stands around it already. */
function markdownOf(advice: Recommendation): string {
  const markdown = recommendationMarkdown(advice)
  const last = markdown.lastIndexOf('\n\n_Reference material')
  return last < 0 ? markdown : markdown.slice(0, last)
}
