import { kindTitles } from '../../domain/recommendation-markdown.js'
import type { Citation, Item, Recommendation } from '../../domain/recommendation.js'
import type { Terminal } from '../terminal.js'
import { printable, wrap } from './wrap.js'

/** A recommendation as a person reads it in a terminal. */
export function renderRecommendation(recommendation: Recommendation, terminal: Terminal): string {
  const { color } = terminal
  const { items, citations, answer, remarks, id } = recommendation
  const remarked = remarks.map((remark) =>
    color.yellow(wrap(remark, { width: terminal.width, indent: '' }))
  )
  if (items.length === 0) return [printable(answer), ...remarked].join('\n')
  return [
    color.bold(printable(answer)),
    ...items.map((item, i) => renderItem(item, i + 1, terminal)),
    ...sources(citations, terminal),
    ...remarked,
    color.dim(
      `How did it go?  cairn feedback ${id.replace(/^recommendation:/, '')} --worked | --failed "what happened"    Why this?  cairn why "…"`
    )
  ].join('\n')
}

const bodyIndent = '     '

function renderItem(item: Item, number: number, terminal: Terminal): string {
  const { color, width } = terminal
  const cites = item.citations.map((n) => `[${n}]`).join(' ')
  const { kind, version, evidence } = item
  const isPlain = kind === 'api' || kind === 'option' || kind === 'section'
  const label = isPlain ? '' : `${kindTitles[kind]}: `
  const about = [version, evidence].filter((part) => part !== null && part !== '').join('; ')
  const said = `${label}${item.title}${about === '' ? '' : `  (${about})`} ${cites}`
  const title = wrap(said, { width, indent: bodyIndent }).trimStart()
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
