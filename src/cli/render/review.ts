import type { Terminal } from '../terminal.js'
import { printable, wrap } from './wrap.js'

export interface BriefInsight {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly inForce: boolean
  readonly title: string
  readonly applies: string
  readonly advice: string
  readonly avoid: string
  readonly code: string | null
  readonly revision: number
  readonly library: string | null
  readonly versions: string | null
  readonly gap: string
  readonly writer: string
  readonly gates: readonly {
    readonly gate: string
    readonly passed: boolean
    readonly reason: string
  }[]
  readonly toAcknowledge: readonly string[]
  readonly marks: readonly { readonly name: string; readonly says: string }[]
  readonly support: number
  readonly agents: number
  readonly problems: number
  readonly claimedBy: string | null
}

export interface Queue {
  readonly total: number
  readonly next: string | null
  readonly insights: readonly BriefInsight[]
}

export interface Decided {
  readonly kind: string
  readonly by: string
  readonly at: string
  readonly reason: string
  readonly changes: readonly {
    readonly insight: string
    readonly before: { readonly state: string } | null
    readonly after: { readonly version: number; readonly state: string; readonly inForce: boolean }
  }[]
}

export interface FullInsight {
  readonly insight: BriefInsight
  readonly sources: readonly {
    readonly id: string
    readonly title: string
    readonly outcome: string | null
    readonly ended: string | null
    readonly agent: string | null
    readonly tainted: boolean
  }[]
  readonly quotations: readonly {
    readonly doc: string
    readonly quote: string
    readonly holds: boolean
    readonly before: string
    readonly after: string
  }[]
  readonly similar: readonly {
    readonly id: string
    readonly title: string
    readonly state: string
    readonly score: number
  }[]
  readonly related: readonly {
    readonly relation: string
    readonly id: string
    readonly title: string
  }[]
  readonly decisions: readonly Decided[]
  readonly changes: readonly {
    readonly api: string
    readonly kind: string
    readonly before: string | null
    readonly after: string | null
  }[]
}

/** The queue, two lines an insight. */
export function renderQueue({ total, next, insights }: Queue, { color }: Terminal): string {
  if (total === 0) return 'Nothing waits for a decision.'
  const lines = insights.flatMap((one) => [
    `${color.bold(printable(one.title))}  ${standing(one)}`,
    `  ${one.id}  version ${one.version}  ${[
      one.library ?? 'no library',
      one.gap,
      backing(one),
      ...(one.claimedBy === null ? [] : [`claimed by ${printable(one.claimedBy)}`]),
      ...(one.toAcknowledge.length === 0 ? [] : [`to be seen: ${one.toAcknowledge.join(', ')}`])
    ].join(', ')}`
  ])
  const rest = next === null ? [] : [`More: cairn review list --after ${next}`]
  return [...lines, `${insights.length} of ${total}.`, ...rest].join('\n')
}

function standing({ state, inForce }: { state: string; inForce: boolean }): string {
  return inForce && state !== 'approved' ? `${state}, still in force` : state
}

function backing({ support, agents, problems }: BriefInsight): string {
  return `${support} traces of ${agents} agents at ${problems} problems`
}

/** One insight with what a decision on it needs. */
export function renderInsight(full: FullInsight, terminal: Terminal): string {
  const { color, width } = terminal
  const { insight } = full
  const block = (text: string) => wrap(text, { width, indent: '  ' })
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [color.bold(title), ...lines]
  const code = insight.code === null ? [] : insight.code.split('\n').map((line) => `  | ${line}`)
  return printable(
    [
      `${color.bold(insight.title)}  ${standing(insight)}`,
      `  ${insight.id}  version ${insight.version}, revision ${insight.revision}, by ${insight.writer}`,
      `  ${[insight.library ?? 'no library', insight.versions ?? 'any version', insight.gap, backing(insight)].join(', ')}`,
      ...section('When', [block(insight.applies)]),
      ...section('Do', [block(insight.advice), ...code]),
      ...section('Avoid', insight.avoid === '' ? [] : [block(insight.avoid)]),
      ...section('Gates', insight.gates.map(gateLine)),
      ...section(
        'To be seen',
        insight.marks.map(({ name, says }) => `  ${name}: ${says}`)
      ),
      ...section('Quoted', full.quotations.flatMap(quoteLines(block))),
      ...section('Drawn from', full.sources.map(sourceLine)),
      ...section('Changed beneath it', full.changes.map(changeLine)),
      ...section(
        'Similar',
        full.similar.map((one) => `  ${one.score.toFixed(2)}  ${one.title}  (${one.id})`)
      ),
      ...section(
        'Related',
        full.related.map((one) => `  ${one.relation}  ${one.title}  (${one.id})`)
      ),
      ...section('Decisions', full.decisions.map(decisionLine)),
      ...(insight.toAcknowledge.length === 0
        ? []
        : [
            `To approve it: cairn review approve ${insight.id} --seen ${insight.version} --acknowledge ${insight.toAcknowledge.join(' ')}`
          ])
    ].join('\n')
  )
}

function gateLine({ gate, passed, reason }: BriefInsight['gates'][number]): string {
  return `  ${passed ? 'ok ' : 'NOT'}  ${gate}: ${reason}`
}

function quoteLines(block: (text: string) => string) {
  return ({ doc, quote, holds, before, after }: FullInsight['quotations'][number]): string[] => [
    `  ${doc}${holds ? '' : ' – the words are no longer there'}`,
    block(`${before.slice(-120)}«${quote}»${after.slice(0, 120)}`)
  ]
}

function sourceLine(source: FullInsight['sources'][number]) {
  const { id, title, outcome, ended, agent, tainted } = source
  const told = [ended ?? outcome, agent === null ? null : `by ${agent}`, tainted ? 'tainted' : null]
  return `  ${title}  (${[id, ...told.filter((one) => one !== null)].join(', ')})`
}

function changeLine({ api, kind, before, after }: FullInsight['changes'][number]): string {
  return `  ${api}: ${kind}${before === null ? '' : `, was ${before}`}${after === null ? '' : `, now ${after}`}`
}

function decisionLine({ kind, by, at, reason }: Decided): string {
  return `  ${at}  ${kind} by ${by}${reason === '' ? '' : `: ${reason}`}`
}

/** What a decision changed, a line an insight. */
export function renderDecision({ kind, by, changes }: Decided): string {
  const lines = changes.map(
    ({ insight, before, after }) =>
      `  ${insight}  ${before === null ? 'new' : before.state} → ${standing(after)}, version ${after.version}`
  )
  return printable([`${kind} by ${by}`, ...lines].join('\n'))
}
