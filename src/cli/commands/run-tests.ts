import { redact } from '../../domain/redact.js'
import { safeWords } from '../../domain/safe-words.js'
import { CairnError, publicFailure } from '../../errors.js'
import { createClient } from '../client.js'
import { passThrough, type Ended } from '../pass-through.js'
import { projectsAt } from '../../capture/projects-at.js'
import { printable } from '../render/wrap.js'
import type { CommandContext } from '../run.js'
import { runnerKeyOf } from '../runner-key.js'
import { findServer } from '../server-record.js'

/** Characters of the output that are sent. */
const sentOutput = 4_000
const sentCommand = 2_000

const document = `mutation ($run: RunInput!) {
  recordRun(run: $run) { trace title outcome claimed }
}`

interface Observed {
  readonly trace: string
  readonly title: string
  readonly outcome: string
  readonly claimed: string
}

/**
 * Runs the tests and says to Cairn what came of them, with the key of a runner. The exit code is that of the tests,
 * also where nothing could be recorded: that is said, and breaks no build.
 */
export async function runTests(
  context: CommandContext,
  command: readonly string[],
  flags: { readonly trace?: string }
): Promise<void> {
  const [program, ...args] = command
  if (program === undefined) throw new CairnError('BAD_INPUT', 'There is no command to run.')
  // Read before anything is run that could change it.
  const key = keyOrWhy(context)
  const ended = await passThrough([program, ...args])
  process.exitCode = ended.exit
  try {
    if (key instanceof Error) throw key
    const run = {
      ...toldOf(command, ended),
      trace: flags.trace ?? null,
      projects: projectsAt(process.cwd())
    }
    const url = await addressOf(context)
    const ask = createClient(url, { ...context.config, key })
    const { recordRun } = await ask<{ recordRun: Observed }>(document, { run })
    say(recorded(recordRun))
  } catch (error) {
    say(`Cairn: this run was not recorded. ${publicFailure(error).message}`)
  }
}

/** On standard error also where JSON is wanted: standard output is the command's. */
function say(text: string): void {
  process.stderr.write(`${printable(text)}\n`)
}

function keyOrWhy({ config }: CommandContext): string | Error {
  try {
    return runnerKeyOf(config)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function toldOf(command: readonly string[], { exit, tail }: Ended) {
  const output = clean(tail)
  const cut = output.slice(-sentOutput)
  return {
    command: clean(command.join(' ')).slice(0, sentCommand),
    exitStatus: exit,
    output: output.length <= sentOutput ? output : cut.slice(cut.indexOf('\n') + 1)
  }
}

/** Without secrets and whose machine it is: it leaves for wherever Cairn runs. */
function clean(text: string): string {
  return redact(safeWords(text), { homes: true, emails: true }).text
}

/** A Cairn that does not run is not started for this: a build waits for it. */
async function addressOf({ config }: CommandContext): Promise<string> {
  if (config.url !== null) return config.url.replace(/\/+$/, '')
  const running = await findServer(config.home)
  if (running !== null) return running.url
  throw new CairnError(
    'GRAPH_UNAVAILABLE',
    'Cairn does not run here. `cairn up` starts it; CAIRN_URL names one elsewhere.'
  )
}

function recorded({ trace, title, outcome, claimed }: Observed): string {
  const said = claimed === outcome || claimed === 'unknown' ? '' : ` Its agent said ${claimed}.`
  return `Cairn: ${outcome}, observed of ${trace} (${title}).${said}`
}
