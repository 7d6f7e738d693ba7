import type { Range } from './overview-documents.js'

/** The ranges with their names, and what one column of a chart stands for. */
export const ranges: readonly (readonly [range: Range, name: string, column: string])[] = [
  ['day', '24 hours', 'an hour'],
  ['week', '7 days', 'six hours'],
  ['month', '30 days', 'a day'],
  ['year', 'A year', 'a week']
]

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const date = { day: 'numeric', month: 'short' } as const

const forms: Readonly<Record<Range, Intl.DateTimeFormat>> = {
  day: new Intl.DateTimeFormat('en-GB', { weekday: 'short', ...clock }),
  week: new Intl.DateTimeFormat('en-GB', { weekday: 'short', ...date, ...clock }),
  month: new Intl.DateTimeFormat('en-GB', { weekday: 'short', ...date }),
  year: new Intl.DateTimeFormat('en-GB', { ...date, year: 'numeric' })
}

/** When a stretch of time begins, as exactly as the range asks for. */
export function startWords(range: Range, from: string): string {
  return forms[range].format(new Date(from))
}

const hosts: Readonly<Record<string, string>> = {
  recorded: 'Recorded by agents',
  'claude-code': 'Claude Code',
  codex: 'Codex',
  gemini: 'Gemini CLI',
  copilot: 'Copilot',
  opencode: 'OpenCode',
  cline: 'Cline',
  goose: 'Goose',
  openhands: 'OpenHands',
  aider: 'Aider',
  'swe-agent': 'SWE-agent',
  attempts: 'Imported attempts',
  cairn: 'Imported traces'
}

/** What people call a source of attempts. */
export function sourceName(source: string): string {
  return hosts[source] ?? source
}

/** `73 %`, of a share from 0 to 1. */
export function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`
}

/** `59 to 84 %`, the interval of a share. */
export function intervalWords(share: { low: number | null; high: number | null }): string {
  if (share.low === null || share.high === null) return ''
  return `${String(Math.round(share.low * 100))} to ${percent(share.high)}`
}
