import type { Command } from 'commander'
import type { ConnectFlags } from './commands/connect.js'
import type { HookFlags } from './commands/hook.js'
import { hookEvents, hostNames } from './connect/hosts.js'
import type { Does } from './run.js'

/** The verbs that bring agents and Cairn together. */
export function agentCommands(
  program: Command,
  does: Does,
  wholeNumber: (text: string) => number = Number
): void {
  program
    .command('connect')
    .description("make an agent's host use Cairn: its MCP server, and hooks where it has them")
    .argument('<host>', hostNames.join(', '))
    .option('--project', 'in the settings of the project in this folder')
    .option('--user', 'in the settings of the user, for all projects')
    .option('--dry-run', 'only show what would be written')
    .option('--remove', 'take back what connect wrote')
    .option('-y, --yes', 'write without asking')
    .addHelpText('after', '\nExample: cairn connect claude-code --dry-run')
    .action((host: string, flags: ConnectFlags) =>
      does(async (context) => (await import('./commands/connect.js')).connect(context, host, flags))
    )
  program
    .command('mcp')
    .description('speak MCP on standard input and output, for the host of an agent')
    .addHelpText('after', '\nExample: {"command": "cairn", "args": ["mcp"]}, as connect writes it')
    .action(() => does(async (context) => (await import('./commands/mcp.js')).mcp(context)))
  program
    .command('hook')
    .description("answer an event of an agent's host; connect installs it")
    .argument('<event>', hookEvents.join(', '))
    .option('--home <folder>', 'CAIRN_HOME, where the host does not set it')
    .addHelpText('after', "\nExample: cairn hook before-work < the host's JSON")
    .option('--patience <ms>', 'how long to wait for an answer, milliseconds (2000)', wholeNumber)
    .action(async (event: string, flags: HookFlags) => {
      const { hook } = await import('./commands/hook.js')
      await hook(event, flags)
    })
}
