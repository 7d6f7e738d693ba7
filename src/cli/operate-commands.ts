import type { Command } from 'commander'
import type { Does } from './run.js'

/** The verbs that take a copy of the whole graph and put it back. */
export function operateCommands(program: Command, does: Does): void {
  program
    .command('backup')
    .description('copy the whole graph to a file, while it is used')
    .argument('<file>', 'where the copy goes, such as cairn-2030-01-31.backup')
    .option('--replace', 'replace a file of that name, once the copy is whole')
    .addHelpText('after', '\nExample: cairn backup cairn-2030-01-31.backup')
    .action((file: string, flags: { replace?: boolean }) =>
      does(async (context) => (await import('./commands/backup.js')).backup(context, file, flags))
    )
  program
    .command('delete')
    .description('delete an attempt, a note, an answer, or all of a principal, space or project')
    .argument(
      '<id>',
      'its id; principal:<name>, space:<id> or project:<folder or Git remote> for all contributions'
    )
    .option('--yes', 'delete; otherwise it is only said what would go')
    .addHelpText('after', '\nExample: cairn delete trace:4f1c22 --yes')
    .action((id: string, flags: { yes?: boolean }) =>
      does(async (context) =>
        (await import('./commands/delete.js')).deleteContribution(context, id, flags)
      )
    )
  program
    .command('restore')
    .description('put a copy back into an empty graph; Cairn must not be running')
    .argument('<file>', 'what cairn backup wrote')
    .option(
      '--deletions <file>',
      'tombstones.jsonl of the home that it was taken from: what was deleted since is deleted again'
    )
    .addHelpText(
      'after',
      '\nExample: CAIRN_HOME=~/.cairn-restored cairn restore cairn-2030-01-31.backup --deletions ~/.cairn/tombstones.jsonl'
    )
    .action((file: string, flags: { deletions?: string }) =>
      does(async (context) => (await import('./commands/restore.js')).restore(context, file, flags))
    )
}
