import type { Command } from 'commander'
import { importTraces, type ImportFlags } from './commands/import-traces.js'
import { listNotes, reportNote } from './commands/notes.js'
import { resolveError } from './commands/resolve-error.js'
import { recordTrace } from './commands/trace-record.js'
import { readQuestion } from './question.js'
import type { Does } from './run.js'

/** The verbs for what agents went through: taking it in, and asking what resolved an error. */
export function experienceCommands(
  program: Command,
  does: Does,
  wholeNumber: (value: string) => number
): void {
  const imports = program.command('import').description('take in what agents left behind')
  imports
    .command('traces')
    .description('read the traces of files and folders, in any known format')
    .argument('<path...>', 'files or folders')
    .option(
      '--format <name>',
      'read every file as this format instead of telling it from the content'
    )
    .option('--dry-run', 'only say what would be done')
    .option('--problems <file>', 'the problems that attempts name, JSON Lines')
    .option('--rejected <file>', 'write what was refused there, as it came, to be sent again')
    .option('--redact-homes', 'take the user’s name out of home folders too')
    .option('--redact-emails', 'take e-mail addresses out too')
    .addHelpText('after', '\nExample: cairn import traces ~/.claude/projects --dry-run')
    .action((paths: string[], flags: ImportFlags) =>
      does((context) => importTraces(context, paths, flags))
    )
  imports.addHelpText('after', '\nExample: cairn import traces ~/.claude/projects')
  program
    .command('resolve-error')
    .description('say what got rid of an error before')
    .argument('<text...>', 'the error; - reads it from standard input')
    .option('-n, --limit <n>', 'attempts to show of each error, 1 to 50', wholeNumber, 3)
    .addHelpText('after', '\nExample: python job.py 2>&1 | cairn resolve-error -')
    .action((words: string[], flags: { limit: number }) =>
      does(async (context) => resolveError(context, await readQuestion(words), flags))
    )
  program
    .command('run')
    .description('run tests, and say what came of them as a runner that the agent is not')
    .argument('<command...>', 'the command, after --')
    .option('--trace <id>', 'the attempt that it tells of; else the latest of this project')
    .addHelpText('after', '\nExample: cairn run -- npm test')
    .action((command: string[], flags: { trace?: string }) =>
      does(async (context) =>
        (await import('./commands/run-tests.js')).runTests(context, command, flags)
      )
    )
  noteCommands(program, does, wholeNumber)
  const trace = program.command('trace').description('hand in what was tried')
  trace.addHelpText('after', '\nExample: cairn trace record attempt.json')
  trace
    .command('record')
    .description('record one trace: canonical, or in the short form')
    .argument('<file>', 'a JSON file; - reads standard input')
    .addHelpText('after', '\nExample: cairn trace record attempt.json')
    .action((file: string) => does((context) => recordTrace(context, file)))
}

function noteCommands(program: Command, does: Does, wholeNumber: (value: string) => number): void {
  const notes = program
    .command('notes')
    .description('list what agents learned about an API or a library')
    .argument('<name>', 'such as Table.order or pandas')
    .option('-n, --limit <n>', 'how many, 1 to 200', wholeNumber, 50)
    .addHelpText('after', '\nExample: cairn notes pandas')
    .action((of: string, flags: { limit: number }) =>
      does((context) => listNotes(context, of, flags))
    )
  notes
    .command('wrong')
    .description('say that a note is wrong or out of date')
    .argument('<id>', 'id of the note')
    .requiredOption('--happened <text>', 'what happened instead')
    .option('--version <version>', 'version with which it happened')
    .addHelpText('after', '\nExample: cairn notes wrong lesson:1a2b --happened "it returns a copy"')
    .action((id: string, flags: { happened: string; version?: string }) =>
      does((context) => reportNote(context, id, flags))
    )
}
