import { Command } from 'commander'
import { reviewCommands } from '../../src/cli/review-commands.js'
import { run } from '../../src/cli/run.js'

const program = new Command('cairn').option('--json', 'JSON')
reviewCommands(
  program,
  (body) => run(program.opts<{ json?: boolean }>().json === true, body),
  Number
)
await program.parseAsync()
