import type { Command } from 'commander'
import {
  listLibraries,
  pruneLibraries,
  removeLibrary,
  showLibrary,
  type PruneFlags,
  type RemoveFlags
} from './commands/library.js'
import type { Does } from './run.js'

/** The verbs that show which documentation is there, and take it away again. */
export function libraryCommands(
  program: Command,
  does: Does,
  wholeNumber: (value: string) => number
): void {
  const library = program
    .command('library')
    .description('show which documentation is here, and remove it')
    .addHelpText('after', '\nExample: cairn library list')
  library
    .command('list')
    .description('list the libraries and what each came from')
    .addHelpText('after', '\nExample: cairn library list')
    .action(() => does(listLibraries))
  library
    .command('show')
    .description('show a library, its sources and its other versions')
    .argument('<library>', 'its key, or its name')
    .addHelpText('after', '\nExample: cairn library show npm/fastify@5.2.0')
    .action((name: string) => does((context) => showLibrary(context, name)))
  library
    .command('remove')
    .description('remove a library, or one source of it; what is cited stays as history')
    .argument('<library>', 'its key, or its name')
    .option('--source <source>', 'one of its sources alone, as library show names it')
    .option('--yes', 'remove; otherwise it is only said what would go')
    .addHelpText(
      'after',
      '\nExample: cairn library remove npm/fastify@5.2.0 --source markdown:guides --yes'
    )
    .action((name: string, flags: RemoveFlags) =>
      does((context) => removeLibrary(context, name, flags))
    )
  library
    .command('prune')
    .description('remove older versions that nothing cites or uses')
    .option('--keep <n>', 'how many of the newest versions of each library stay', wholeNumber, 1)
    .option('--name <name>', 'only versions of this library')
    .option('--yes', 'remove; otherwise it is only said what would go')
    .addHelpText('after', '\nExample: cairn library prune --keep 2 --yes')
    .action((flags: PruneFlags) => does((context) => pruneLibraries(context, flags)))
}
