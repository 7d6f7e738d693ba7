import { readConfig, type Config } from '../config.js'
import { publicFailure } from '../errors.js'
import { ensureServer } from './background.js'
import { createClient, type Ask } from './client.js'
import { printable } from './render/wrap.js'
import { createTerminal, type Terminal } from './terminal.js'

export interface CommandContext {
  readonly config: Config
  readonly terminal: Terminal
}

/** Runs the body of a verb as this call of the program was asked to. */
export type Does = (body: (context: CommandContext) => Promise<void>) => Promise<void>

/** Runs the body of a command; whatever it throws becomes one sentence on standard error and an exit code. */
export async function run(
  json: boolean,
  body: (context: CommandContext) => Promise<void>
): Promise<void> {
  const terminal = createTerminal(json)
  try {
    await body({ config: readConfig(), terminal })
  } catch (error) {
    const { code, message, details, exit } = publicFailure(error)
    process.stderr.write(
      json
        ? `${JSON.stringify({ error: { code, message, details } })}\n`
        : `${printable(message)}\n`
    )
    if (code === 'BUG' && error instanceof Error)
      process.stderr.write(`${error.stack ?? error.message}\n`)
    process.exitCode = exit
  }
}

/** A client of the server; where none runs, it is started first and that is said. */
export async function connect({ config, terminal }: CommandContext): Promise<Ask> {
  const server = await ensureServer(config, (step) => {
    terminal.note(`  ${step} …`)
  })
  if (server.startedHere) terminal.note('Started Cairn in the background; `cairn down` stops it.')
  return createClient(server.url, config)
}
