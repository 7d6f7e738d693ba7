import type { Command } from 'commander'
import { curate, listGaps } from './commands/curate.js'
import { forgetRanking, learnRanking, showRanking } from './commands/ranking.js'
import type { Does } from './run.js'

/** The verbs that make proposals out of experience, and say what the memory lacks. */
export function curationCommands(
  program: Command,
  does: Does,
  wholeNumber: (value: string) => number
): void {
  program
    .command('curate')
    .description('cluster what came in since the last run and propose insights')
    .option('--seed <n>', 'kept for one version, without effect', wholeNumber, 1)
    .addHelpText('after', '\nExample: cairn curate')
    .action((flags: { seed: number }) => does((context) => curate(context, flags)))
  const ranking = program
    .command('ranking')
    .description('say what was learned of the order of documentation')
    .addHelpText('after', '\nExample: cairn ranking learn')
    .action(() => does(showRanking))
  ranking
    .command('learn')
    .description('learn it from the problems that were solved; curation does so by itself')
    .addHelpText('after', '\nExample: cairn ranking learn')
    .action(() => does(learnRanking))
  ranking
    .command('forget')
    .description('put the order that Cairn comes with in force again')
    .addHelpText('after', '\nExample: cairn ranking forget')
    .action(() => does(forgetRanking))
  program
    .command('gaps')
    .description('list what the memory lacks, most asked for first')
    .option('-n, --limit <n>', 'how many, 1 to 500', wholeNumber, 20)
    .addHelpText('after', '\nExample: cairn gaps --limit 5')
    .action((flags: { limit: number }) => does((context) => listGaps(context, flags)))
}
