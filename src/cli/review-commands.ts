import type { Command } from 'commander'
import { closeEpoch, compareEpochs, listEpochs, rollBackEpoch } from './commands/epoch.js'
import {
  decideReview,
  listReviews,
  reviseReview,
  showReview,
  type DecideFlags,
  type ListFlags,
  type ReviewVerb
} from './commands/review.js'
import type { Does } from './run.js'

type WholeNumber = (value: string) => number

/** The verbs of curators: what waits, deciding on it, and the epochs that freeze it. */
export function reviewCommands(program: Command, does: Does, wholeNumber: WholeNumber): void {
  const review = program.command('review').description('look at insights and decide on them')
  review.addHelpText('after', '\nExample: cairn review list --flag contradiction')
  lookCommands(review, does, wholeNumber)
  verdictCommands(review, does, wholeNumber)
  revisionCommands(review, does, wholeNumber)
  epochCommands(program, does)
}

function lookCommands(review: Command, does: Does, wholeNumber: WholeNumber): void {
  review
    .command('list')
    .description('list insights that wait for a decision')
    .option('-s, --state <state>', 'those in this state instead; may be repeated', collect, [])
    .option('-l, --library <key>', 'those about this library')
    .option('--gap <class>', 'those that close this sort of gap')
    .option('--flag <flag>', 'those with this flag')
    .option('-n, --limit <n>', 'how many, 1 to 200', wholeNumber, 20)
    .option('--after <cursor>', 'go on where a page ended')
    .action((flags: ListFlags) => does((context) => listReviews(context, flags)))
  review
    .command('show')
    .description('show one with its gates, sources, quotations and decisions')
    .argument('<insight>', 'its id')
    .action((id: string) => does((context) => showReview(context, id)))
}

const verdicts: readonly (readonly [ReviewVerb, string, 'reason' | null])[] = [
  ['claim', 'take one into review, for 30 minutes', null],
  ['release', 'let others decide again', null],
  ['approve', 'put one in force', null],
  ['reject', 'withdraw one that is not to be approved', 'reason'],
  ['needs-work', 'say that one has to be worked on', 'reason'],
  ['retire', 'take one out of force', 'reason'],
  ['undo', 'take the last decision on one back', null]
]

function verdictCommands(review: Command, does: Does, wholeNumber: WholeNumber): void {
  for (const [verb, description, needs] of verdicts) {
    const command = review.command(verb).description(description).argument('<insight>', 'its id')
    if (needs === 'reason') command.requiredOption('--reason <text>', 'why')
    else command.option('--reason <text>', 'why')
    if (verb === 'approve')
      command.option('--acknowledge <flag...>', 'what you have seen of what it is marked with')
    withSeen(command, wholeNumber).action((id: string, flags: DecideFlags) =>
      does((context) => decideReview(context, verb, { id, flags }))
    )
  }
}

function revisionCommands(review: Command, does: Does, wholeNumber: WholeNumber): void {
  const file = 'JSON with title, applies, advice, avoid, code and backedBy; - reads standard input'
  for (const [kind, description] of [
    ['edit', 'write the next revision of one'],
    ['split', 'make several of one; the file holds a list']
  ] as const) {
    const command = review
      .command(kind)
      .description(description)
      .argument('<insight>', 'its id')
      .argument('<file>', file)
      .option('--reason <text>', 'why')
    withSeen(command, wholeNumber).action((id: string, path: string, flags: DecideFlags) =>
      does((context) => reviseReview(context, kind, { ids: [id], file: path, flags }))
    )
  }
  review
    .command('merge')
    .description('make one of several')
    .argument('<file>', file)
    .argument('<insight...>', 'their ids')
    .option('--reason <text>', 'why')
    .option('--by <name>', 'who decides, this machine’s user unless told')
    .action((path: string, ids: string[], flags: DecideFlags) =>
      does((context) => reviseReview(context, 'merge', { ids, file: path, flags }))
    )
}

function withSeen(command: Command, wholeNumber: WholeNumber): Command {
  return command
    .option('--by <name>', 'who decides, this machine’s user unless told')
    .option(
      '--seen <version>',
      'the version that you looked at; refused if somebody decided since',
      wholeNumber
    )
}

function epochCommands(program: Command, does: Does): void {
  const epoch = program
    .command('epoch')
    .description('freeze, compare and roll back what is in force')
  epoch.addHelpText('after', '\nExample: cairn epoch close --note "November"')
  const by = ['--by <name>', 'who decides, this machine’s user unless told'] as const
  epoch
    .command('list')
    .description('list the epochs')
    .action(() => does(listEpochs))
  epoch
    .command('close')
    .description('freeze what is in force and open the next')
    .option('--note <text>', 'what it was about')
    .option(...by)
    .action((flags: { by?: string; note?: string }) =>
      does((context) => closeEpoch(context, flags))
    )
  epoch
    .command('compare')
    .description('say what changed from one to another')
    .argument('<from>', 'number of the epoch before')
    .argument('<to>', 'number of the epoch after')
    .action((from: string, to: string) => does((context) => compareEpochs(context, from, to)))
  epoch
    .command('rollback')
    .description('put in force what was in force at the end of a closed one')
    .argument('<to>', 'its number')
    .requiredOption('--reason <text>', 'why')
    .option(...by)
    .action((to: string, flags: { by?: string; reason: string }) =>
      does((context) => rollBackEpoch(context, to, flags))
    )
}

function collect(value: string, before: string[]): string[] {
  return [...before, value]
}
