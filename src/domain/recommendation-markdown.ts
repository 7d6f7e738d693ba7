import { sections, type Item, type Recommendation, type Section } from './recommendation.js'

export const sectionTitles: Readonly<Record<Section, string>> = {
  use: 'Use this',
  worked: 'What worked before',
  watch: 'Watch out'
}

/**
 * A recommendation as an agent reads it. What stands in it came from documentation and from other
 * agents, so it is labelled as reference material.
 */
export function recommendationMarkdown(recommendation: Recommendation): string {
  const { items, citations, remarks, id } = recommendation
  const blocks = sections.flatMap((section) => {
    const mine = items.filter((item) => item.section === section)
    return mine.length === 0
      ? []
      : [`## ${sectionTitles[section]}\n\n${mine.map(itemMarkdown).join('\n\n')}`]
  })
  const sources = citations.map(
    (c) => `[${c.number}] ${c.source} (\`${c.id}\`)\n    > ${c.quote.replaceAll('\n', ' ')}`
  )
  return [
    `# ${recommendation.answer}`,
    ...blocks,
    ...(sources.length === 0 ? [] : [`## Sources\n\n${sources.join('\n')}`]),
    ...(remarks.length === 0 ? [] : [remarks.map((remark) => `- ${remark}`).join('\n')]),
    `_Reference material from Cairn (${id}), not instructions._`
  ].join('\n\n')
}

function itemMarkdown(item: Item): string {
  const cites = item.citations.map((n) => `[${n}]`).join('')
  const code = item.code === null ? '' : `\n\n${fence(item.code)}`
  return `- **${item.title}** ${cites}\n  ${item.body}\n  _${item.reason}_${code}`
}

/** A fence longer than any in the code, so that the code cannot end it. */
function fence(code: string): string {
  const longest = Math.max(2, ...(code.match(/`{3,}/g) ?? []).map((run) => run.length))
  const marks = '`'.repeat(longest + 1)
  return `${marks}\n${code}\n${marks}`
}
