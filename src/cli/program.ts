import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { describeSettings } from '../config.js'
import { packageRoot } from '../package-root.js'
import { down } from './commands/down.js'
import { ingest, type IngestFlags } from './commands/ingest.js'
import { why } from './commands/why.js'
import { recommend, type RecommendFlags } from './commands/recommend.js'
import { search } from './commands/search.js'
import { show } from './commands/show.js'
import { status } from './commands/status.js'
import { up } from './commands/up.js'
import { accessCommands } from './access-commands.js'
import { agentCommands } from './agent-commands.js'
import { completionCommand } from './completion.js'
import { curationCommands } from './curation-commands.js'
import { experienceCommands } from './experience-commands.js'
import { feedbackCommands } from './feedback-commands.js'
import { libraryCommands } from './library-commands.js'
import { operateCommands } from './operate-commands.js'
import { readQuestion } from './question.js'
import { reviewCommands } from './review-commands.js'
import { run, type CommandContext, type Does } from './run.js'

// What opens the graph itself is loaded only when it is asked for: the other verbs start in a tenth of a second.

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
  ingestCommand(program, does)
  libraryCommands(program, does, wholeNumber)
  memoryCommands(program, does)
  experienceCommands(program, does, wholeNumber)
  feedbackCommands(program, does)
  curationCommands(program, does, wholeNumber)
  reviewCommands(program, does, wholeNumber)
  agentCommands(program, does, wholeNumber)
  accessCommands(program, does)
  operateCommands(program, does)
  completionCommand(program)
  return program
}

function processCommands(program: Command, does: Does): void {
  program
    .command('up')
    .description('start Cairn in the background, with its own Neo4j unless NEO4J_URI names another')
    .option('--foreground', 'stay in this terminal')
    .addHelpText('after', example('cairn up'))
    .action((flags: { foreground?: boolean }) =>
      flags.foreground === true ? import('./serve.js').then(({ serve }) => serve()) : does(up)
    )
  program
    .command('down')
    .description('stop it; data stays')
    .addHelpText('after', example('cairn down'))
    .action(() => does(down))
  program
    .command('status')
    .description('say whether it runs and what it holds')
    .addHelpText('after', example('cairn status --json'))
    .action(() => does(status))
  program
    .command('doctor')
    .description('check what Cairn needs, and say how to mend what is missing')
    .addHelpText('after', example('CAIRN_EMBEDDER=local:/path/to/model cairn doctor'))
    .action(() => does(async (context) => (await import('./commands/doctor.js')).doctor(context)))
  program
    .command('reembed')
    .description('make all vectors anew with the embedder that CAIRN_EMBEDDER names')
    .addHelpText(
      'after',
      example('cairn down && CAIRN_EMBEDDER=local:/path/to/model cairn reembed')
    )
    .action(() => does(async (context) => (await import('./commands/reembed.js')).reembed(context)))
}

function ingestCommand(program: Command, does: Does): void {
  program
    .command('ingest')
    .description('take documentation in')
    .argument('<kind>', 'devdocs, markdown, npm-package or python-package')
    .argument('<source...>', 'folders, files or package names')
    .option('--name <name>', 'name of the library, where the source does not say')
    .option('--library-version <version>', 'its version')
    .option('--ecosystem <ecosystem>', 'pypi, npm, generic or docs')
    .option('--only <half>', 'of a package, its api or its docs alone')
    .option(
      '--with <package>',
      'a package beside it that comes in too, or @scope/*; may be repeated',
      collect,
      []
    )
    .option('--source <name>', 'what it is called among the sources of its library')
    .option('--python <path>', 'the Python that has the package; else that of this shell')
    .addHelpText('after', example('cairn ingest npm-package express'))
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
}

function memoryCommands(program: Command, does: Does): void {
  program
    .command('recommend')
    .description('ask for advice on a task, an error or a piece of code')
    .argument('<question...>', questionHelp)
    .option('-l, --library <name>', 'keep to this library; may be repeated', collect, [])
    .option('--tokens <n>', 'tokens that the answer may take, sources included', wholeNumber, 400)
    .option('--markdown', 'as an agent reads it', false)
    .addHelpText(
      'after',
      example('cairn recommend "turn a column of lists into rows" --library pandas')
    )
    .action((words: string[], flags: RecommendFlags) =>
      does(async (context) => recommend(context, await readQuestion(words), flags))
    )
  program
    .command('search')
    .description('list the nodes that fit')
    .argument('<question...>', questionHelp)
    .option('-l, --library <name>', 'keep to this library; may be repeated', collect, [])
    .option('-n, --limit <n>', 'how many, 1 to 100', wholeNumber, 10)
    .addHelpText('after', example('cairn search "csv with a different separator" --limit 5'))
    .action((words: string[], flags: { library: string[]; limit: number }) =>
      does(async (context) => search(context, await readQuestion(words), flags))
    )
  program
    .command('why')
    .description('say why an answer shows what it shows, and where a node was lost')
    .argument('<question>', 'the question, in quotes')
    .argument('[node]', 'id of a node that you expected')
    .option('-l, --library <name>', 'keep to this library; may be repeated', collect, [])
    .addHelpText(
      'after',
      example('cairn why "hide passwords in logs" api:npm/pino@10.1.0/pino.LoggerOptions.redact')
    )
    .action((question: string, node: string | undefined, flags: { library: string[] }) =>
      does(async (context) => why(context, question, { ...flags, node: node ?? null }))
    )
  program
    .command('show')
    .description('open a node: documentation, an API, a trace, a recommendation')
    .argument('<id>', 'as search and recommend name it')
    .addHelpText('after', example('cairn show pypi/pandas@1.4.0'))
    .action((id: string) => does((context) => show(context, id)))
}

const questionHelp = 'the words of the question; - reads it from standard input'

function example(line: string): string {
  return `\nExample: ${line}`
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
