import type { Command } from 'commander'
import {
  addKey,
  agentKey,
  listKeys,
  makeKey,
  recoverKey,
  revokeKey,
  shutOut,
  type MakeKeyFlags
} from './commands/key.js'
import { openPages } from './commands/open.js'
import { addToSpace, listSpaces, makeSpace, removeFromSpace } from './commands/space.js'
import type { Does } from './run.js'

/** The verbs that say who may come in, and where. */
export function accessCommands(program: Command, does: Does): void {
  program
    .command('open')
    .description('print a link that opens the pages in a browser, once')
    .addHelpText('after', '\nExample: cairn open')
    .action(() => does(openPages))
  keyCommands(program, does)
  spaceCommands(program, does)
}

function keyCommands(program: Command, does: Does): void {
  const key = program.command('key').description('make, list and revoke keys')
  key.addHelpText('after', '\nExample: cairn key make ci-agent --role agent --space team-a')
  key
    .command('make')
    .description('make a principal and its key, which is shown once')
    .argument('<name>', 'its name: a-z, 0-9, dot, dash and underscore')
    .option('--role <role>', 'agent, runner, analyst, curator or admin', 'agent')
    .option(
      '-s, --space <id>',
      'a space that it writes in; may be repeated, the first is its own',
      collect,
      []
    )
    .option('--expires <time>', 'when the key ends, such as 2030-01-31')
    .option('--file <path>', 'write the key there, for its owner alone, in place of showing it')
    .action((name: string, flags: MakeKeyFlags) => does((context) => makeKey(context, name, flags)))
  key
    .command('agent')
    .description('make a key for an agent, and the agent where there is none of that name')
    .argument('<name>', 'its name, such as claude-code')
    .option('-s, --space <id>', 'a space that it writes in; may be repeated', collect, [])
    .action((name: string, flags: { space: string[] }) =>
      does((context) => agentKey(context, name, flags))
    )
  key
    .command('add')
    .description('make another key for a principal')
    .argument('<name>', 'its name')
    .option('--expires <time>', 'when the key ends, such as 2030-01-31')
    .action((name: string, flags: { expires?: string }) =>
      does((context) => addKey(context, name, flags))
    )
  key
    .command('list')
    .description('list principals with their keys')
    .action(() => does(listKeys))
  key
    .command('revoke')
    .description('revoke a key, with the sessions that it opened')
    .argument('<id>', 'id of the key, as list tells it')
    .action((id: string) => does((context) => revokeKey(context, id)))
  key
    .command('recover')
    .description('replace the admin key of this machine, where it was lost or revoked')
    .action(() => does(recoverKey))
  key
    .command('disable')
    .description('shut a principal out, with all its keys')
    .argument('<name>', 'its name')
    .action((name: string) => does((context) => shutOut(context, name, true)))
  key
    .command('enable')
    .description('let a principal in again')
    .argument('<name>', 'its name')
    .action((name: string) => does((context) => shutOut(context, name, false)))
}

function spaceCommands(program: Command, does: Does): void {
  const space = program.command('space').description('keep what a team knows to the team')
  space.addHelpText('after', '\nExample: cairn space make team-a --name "Team A"')
  space
    .command('list')
    .description('list the spaces in sight')
    .action(() => does(listSpaces))
  space
    .command('make')
    .description('make the space of a team')
    .argument('<id>', 'its id: a-z, 0-9, dot, dash and underscore')
    .option('--name <name>', 'what people call it')
    .action((id: string, flags: { name?: string }) =>
      does((context) => makeSpace(context, id, flags))
    )
  space
    .command('add')
    .description('let a principal into the space, or give it a role there')
    .argument('<space>', 'its id; public to let a curator decide for everybody')
    .argument('<name>', 'name of the principal')
    .option('--read-only', 'only to read')
    .option('--role <role>', 'agent, analyst or curator there; its own role unless told')
    .action((id: string, name: string, flags: { readOnly?: boolean; role?: string }) =>
      does((context) => addToSpace(context, { space: id, principal: name }, flags))
    )
  space
    .command('remove')
    .description('take a principal out of the space; what it wrote stays')
    .argument('<space>', 'its id')
    .argument('<name>', 'name of the principal')
    .action((id: string, name: string) =>
      does((context) => removeFromSpace(context, { space: id, principal: name }))
    )
}

function collect(value: string, before: string[]): string[] {
  return [...before, value]
}
