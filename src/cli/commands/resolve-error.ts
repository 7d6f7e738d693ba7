import type { ResolvedError } from '../../cairn.js'
import { printable, wrap } from '../render/wrap.js'
import { connect, type CommandContext } from '../run.js'
import type { Terminal } from '../terminal.js'

const document = `query ($text: String!, $limit: Int!) {
  resolveError(text: $text, limit: $limit) {
    id type normalForm vague nearness raised resolved agents problems
    attempts { trace problem title agent outcome ended own code apis { id name times } }
    apis { id name times }
  }
}`

/** Says what got rid of the errors that a text names. */
export async function resolveError(
  context: CommandContext,
  text: string,
  flags: { readonly limit: number }
): Promise<void> {
  const ask = await connect(context)
  const { resolveError: found } = await ask<{ resolveError: ResolvedError[] }>(document, {
    text,
    limit: flags.limit
  })
  const said = found.flatMap((error) => errorText(error, context.terminal))
  context.terminal.answer(
    said.length === 0 ? 'No error was recognised in this text.' : said.join('\n'),
    found
  )
}

function errorText(error: ResolvedError, terminal: Terminal): string[] {
  const { color, width } = terminal
  const near = error.nearness < 1 ? color.dim('  like it') : ''
  const counts =
    error.resolved === 0
      ? `Raised by ${error.raised} attempts here; nothing is known that resolved it.`
      : `Raised by ${error.raised} attempts; resolved by ${error.resolved} at ${error.problems} problems, ${error.agents} agents.`
  const apis = error.apis.map(({ name, times }) => `${name} (${times})`).join(', ')
  return [
    `${color.bold(printable(error.normalForm))}${near}`,
    wrap(counts, { width, indent: '  ' }),
    ...(apis === '' ? [] : [wrap(`They used ${apis}.`, { width, indent: '  ' })]),
    ...error.attempts.flatMap((attempt) => [
      `  ${printable(attempt.title)}  ${color.dim(printable(`${attempt.ended}; ${attempt.agent}, ${attempt.trace}`))}`,
      ...(attempt.code === '' ? [] : [color.dim(indent(printable(attempt.code)))])
    ])
  ]
}

const shownLines = 12

function indent(code: string): string {
  const lines = code.trimEnd().split('\n')
  const more = lines.length > shownLines ? ['…'] : []
  return [...lines.slice(0, shownLines), ...more].map((line) => `    | ${line}`).join('\n')
}
