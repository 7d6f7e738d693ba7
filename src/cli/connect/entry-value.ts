import type { EntryForm } from './host-form.js'
import type { HowToRun } from './how-to-run.js'

/** What a host is told of the server: how to start it as the agent of this host, and what it takes to reach this Cairn. */
export function entryValue(
  { command, env, extra }: EntryForm,
  run: HowToRun,
  host: string
): Record<string, unknown> {
  const args = [...run.args, 'mcp', '--as', host]
  const variables = Object.keys(run.env).length === 0 ? {} : { [env]: run.env }
  if (command === 'list') return { ...extra, command: [run.command, ...args], ...variables }
  const name = command === 'cmd' ? 'cmd' : 'command'
  return { ...extra, [name]: run.command, args, ...variables }
}

/** A server that is started as `cairn mcp`, wherever Cairn lies. */
export function startsOurs(value: unknown): boolean {
  const { command, args } = (value ?? {}) as { command?: unknown; args?: unknown }
  const words = [command, args].flat().map(String)
  const verb = words.indexOf('mcp')
  const isLast = verb === words.length - 1 || words[verb + 1] === '--as'
  return (
    verb > 0 &&
    words.slice(0, verb).some(isCairn) &&
    (args !== undefined || Array.isArray(command)) &&
    isLast
  )
}

function isCairn(word: string): boolean {
  return /(?:^|[\\/])(?:cairn(?:\.cmd)?|cli[\\/]main\.js)$/.test(word)
}
