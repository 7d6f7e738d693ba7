import { sectionTitles } from '../../domain/recommendation-markdown.js'
import {
  sections,
  type Citation,
  type Item,
  type Recommendation
} from '../../domain/recommendation.js'
import type { Terminal } from '../terminal.js'
import { printable, wrap } from './wrap.js'

/** A recommendation as a person reads it in a terminal. */
export function renderRecommendation(recommendation: Recommendation, terminal: Terminal): string {
  const { color } = terminal
  const numbered = recommendation.items.map((item, i) => ({ item, number: i + 1 }))
  const blocks = sections.flatMap((section) => {
    const mine = numbered.filter(({ item }) => item.section === section)
    return mine.length === 0
      ? []
      : [
          color.bold(sectionTitles[section]),
          ...mine.map(({ item, number }) => renderItem(item, number, terminal))
        ]
  })
  const empty = recommendation.items.length === 0 ? [printable(recommendation.answer)] : []
  return [
    ...empty,
    ...blocks,
    ...sources(recommendation.citations, terminal),
    ...why(recommendation.items, terminal),
    ...recommendation.remarks.map((remark) =>
      color.yellow(wrap(remark, { width: terminal.width, indent: '' }))
    ),
    color.dim(
      `How did it go?  cairn feedback ${recommendation.id.replace(/^recommendation:/, '')} --worked | --failed "what happened"`
    )
  ].join('\n')
}

const bodyIndent = '     '

function renderItem(item: Item, number: number, terminal: Terminal): string {
  const { color, width } = terminal
  const cites = item.citations.map((n) => `[${n}]`).join(' ')
  const title = wrap(`${item.title} ${cites}`, { width, indent: bodyIndent }).trimStart()
  const body = item.body === '' ? [] : [wrap(item.body, { width, indent: bodyIndent })]
  const code =
    item.code === null ? [] : [color.dim(indent(printable(item.code), `${bodyIndent}| `))]
  return [`  ${color.bold(String(number))}  ${title}`, ...body, ...code].join('\n')
}

function sources(citations: readonly Citation[], { color }: Terminal): string[] {
  return citations.flatMap((citation, i) => [
    `${i === 0 ? '\nSources  ' : '         '}${color.cyan(`[${citation.number}]`)} ${printable(citation.source)}`,
    `         ${color.dim(`    cairn show ${shellWord(citation.id)}`)}`
  ])
}

function why(items: readonly Item[], { color, width }: Terminal): string[] {
  const [first] = items
  if (first === undefined) return []
  const reason = wrap(first.reason, { width, indent: '         ' }).trimStart()
  return [color.dim(`Why      ${reason}`)]
}

/** Quoted where a shell would read it otherwise. */
function shellWord(id: string): string {
  return /^[\w:@./~-]+$/.test(id) ? id : `'${printable(id).replaceAll("'", `'\\''`)}'`
}

function indent(text: string, by: string): string {
  return text
    .split('\n')
    .map((line) => by + line)
    .join('\n')
}
