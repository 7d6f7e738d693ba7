#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { describeSettings } from '../config.js'
import { packageRoot } from '../package-root.js'
import { doctor } from './commands/doctor.js'
import { down } from './commands/down.js'
import { ingest, type IngestFlags } from './commands/ingest.js'
import { recommend, type RecommendFlags } from './commands/recommend.js'
import { reembed } from './commands/reembed.js'
import { search } from './commands/search.js'
import { show } from './commands/show.js'
import { status } from './commands/status.js'
import { up } from './commands/up.js'
import { run, type CommandContext } from './run.js'
import { serve } from './serve.js'

/** The program: every verb, its arguments and an example; what a verb does is in commands/. */
export function createProgram(): Command {
  const program = new Command('cairn')
    .description('The memory that coding agents share.')
    .version(version(), '-v, --version')
    .option('--json', 'answer as JSON on standard output')
    .configureHelp({ sortSubcommands: false })
    .addHelpText('after', settingsHelp())
    .showHelpAfterError('(cairn help lists the commands)')
  const json = () => program.opts<{ json?: boolean }>().json === true
  const does = (body: (context: CommandContext) => Promise<void>) => run(json(), body)
  processCommands(program, does)
  memoryCommands(program, does)
  return program
}

type Does = (body: (context: CommandContext) => Promise<void>) => Promise<void>

function processCommands(program: Command, does: Does): void {
  program
    .command('up')
    .description('start Cairn in the background, with its own Neo4j unless NEO4J_URI names another')
    .option('--foreground', 'stay in this terminal')
    .action((flags: { foreground?: boolean }) => (flags.foreground === true ? serve() : does(up)))
  program
    .command('down')
    .description('stop it; data stays')
    .action(() => does(down))
  program
    .command('status')
    .description('say whether it runs and what it holds')
    .action(() => does(status))
  program
    .command('doctor')
    .description('check what Cairn needs, and say how to mend what is missing')
    .action(() => does(doctor))
  program
    .command('reembed')
    .description('make all vectors anew with the embedder that CAIRN_EMBEDDER names')
    .action(() => does(reembed))
}

function memoryCommands(program: Command, does: Does): void {
  program
    .command('ingest')
    .description('take documentation in')
    .argument('<kind>', 'devdocs, markdown, npm-package or python-package')
    .argument('<source...>', 'folders, files or package names')
    .option('--name <name>', 'name of the library, where the source does not say')
    .option('--library-version <version>', 'its version')
    .option('--ecosystem <ecosystem>', 'pypi, npm, generic or docs')
    .addHelpText('after', '\nExample: cairn ingest npm-package express')
    .action((reader: string, sources: string[], flags: IngestFlags & { libraryVersion?: string }) =>
      does((context) => {
        const { libraryVersion, ...rest } = flags
        return ingest(
          context,
          { reader, sources },
          libraryVersion === undefined ? rest : { ...rest, version: libraryVersion }
        )
      })
    )
  program
    .command('recommend')
    .description(
      'ask for advice on a task, an error or a piece of code; - reads it from standard input'
    )
    .argument('<question>')
    .option('-l, --library <name>', 'keep to this library; may be repeated', collect, [])
    .option('--tokens <n>', 'tokens that the answer may take', wholeNumber, 800)
    .option('--markdown', 'as an agent reads it', false)
    .addHelpText(
      'after',
      '\nExample: cairn recommend "turn a column of lists into rows" --library pandas'
    )
    .action((question: string, flags: RecommendFlags) =>
      does((context) => recommend(context, given(question), flags))
    )
  program
    .command('search')
    .description('list the nodes that fit')
    .argument('<question>')
    .option('-l, --library <name>', 'keep to this library; may be repeated', collect, [])
    .option('-n, --limit <n>', 'how many', wholeNumber, 10)
    .action((question: string, flags: { library: string[]; limit: number }) =>
      does((context) => search(context, given(question), flags))
    )
  program
    .command('show')
    .description('open a node: documentation, an API, a trace, a recommendation')
    .argument('<id>')
    .action((id: string) => does((context) => show(context, id)))
}

function given(question: string): string {
  return question === '-' ? readFileSync(0, 'utf8') : question
}

function collect(value: string, before: string[]): string[] {
  return [...before, value]
}

function wholeNumber(value: string): number {
  const n = Number(value)
  if (Number.isInteger(n) && n > 0) return n
  throw new InvalidArgumentError('expected a whole number above 0')
}

function settingsHelp(): string {
  const rows = describeSettings().map(
    ({ variable, help, fallback }) =>
      `  ${variable.padEnd(26)} ${help}${fallback === '' ? '' : ` [${fallback}]`}`
  )
  return `\nSettings are read from the environment:\n${rows.join('\n')}`
}

function version(): string {
  const manifest = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    version: string
  }
  return manifest.version
}

await createProgram().parseAsync()
