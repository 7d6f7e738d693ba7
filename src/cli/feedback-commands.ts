import type { Command } from 'commander'
import { feedback, type FeedbackFlags } from './commands/feedback.js'
import type { Does } from './run.js'

/** The verb that tells how a recommendation turned out. */
export function feedbackCommands(program: Command, does: Does): void {
  program
    .command('feedback')
    .description('tell how a recommendation turned out')
    .argument('<recommendation>', 'its id, as recommend recorded it')
    .option('--worked [what]', 'what followed it worked, and how')
    .option('--failed [what]', 'it did not, and what happened')
    .option('--used <list>', 'citations that were used, by number or id, joined by commas')
    .option('--helpful <band>', 'extremely-helpful, good, neutral, poor or extremely-unhelpful')
    .option('--needed <what>', 'with hindsight: what would have helped')
    .option('--by <name>', 'who says so; the user of this machine unless told')
    .option('--agent', 'an agent says so, not a person')
    .addHelpText(
      'after',
      '\nExample: cairn feedback 5c9e02d1f7ab --failed "the index repeats" --used 1,3'
    )
    .action((id: string, flags: FeedbackFlags) => does((context) => feedback(context, id, flags)))
}
