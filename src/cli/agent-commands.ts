import type { Command } from 'commander'
import type { ConnectFlags } from './commands/connect.js'
import type { HookFlags } from './commands/hook.js'
import type { WatchFlags } from './commands/watch.js'
import { hookEvents } from './connect/host-form.js'
import { hostNames } from './connect/hosts.js'
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
    .option('--no-question', 'do not ask the agent what it learned when work is done')
    .option('-y, --yes', 'write without asking')
    .addHelpText('after', '\nExample: cairn connect claude-code --dry-run')
    .action((host: string, flags: ConnectFlags) =>
      does(async (context) => (await import('./commands/connect.js')).connect(context, host, flags))
    )
  program
    .command('mcp')
    .description('speak MCP on standard input and output, for the host of an agent')
    .option('--as <host>', 'with the key of this host, which connect made')
    .addHelpText(
      'after',
      '\nExample: {"command": "cairn", "args": ["mcp", "--as", "cursor"]}, as connect writes it'
    )
    .action((flags: { as?: string }) =>
      does(async (context) => (await import('./commands/mcp.js')).mcp(context, flags))
    )
  program
    .command('hook')
    .description("answer an event of an agent's host; connect installs it")
    .argument('<event>', hookEvents.join(', '))
    .option('--home <folder>', 'CAIRN_HOME, where the host does not set it')
    .option('--as <host>', 'with the key of this host, which connect made')
    .addHelpText('after', "\nExample: cairn hook before-work < the host's JSON")
    .option('--patience <ms>', 'how long to wait for an answer, milliseconds (2000)', wholeNumber)
    .action(async (event: string, flags: HookFlags) => {
      const { hook } = await import('./commands/hook.js')
      await hook(event, flags)
    })
  watchCommand(program, does, wholeNumber)
}

function watchCommand(program: Command, does: Does, wholeNumber: (text: string) => number): void {
  program
    .command('watch')
    .description('take in new recordings of the hosts on this machine, of projects that agreed')
    .option('--once', 'look once and end, for cron')
    .option(
      '--include <folder>',
      'agree to recordings of this project; may be repeated',
      collect,
      []
    )
    .option('--exclude <folder>', 'leave recordings of this project alone', collect, [])
    .option('--all', 'also of projects that nobody spoke of')
    .option('--host <name>', 'only of this host; may be repeated', collect, [])
    .option('--settle <seconds>', 'how long a recording rests before it is read (60)', wholeNumber)
    .option('--print-service [kind]', 'print what keeps it going: systemd, launchd or cron')
    .addHelpText(
      'after',
      '\nA file .cairnignore in a project, whatever it holds, is a no to all of it.\nExample: cairn watch --once --include ~/shop'
    )
    .action((flags: WatchFlags) =>
      does(async (context) => (await import('./commands/watch.js')).watch(context, flags))
    )
}

function collect(value: string, before: string[]): string[] {
  return [...before, value]
}
