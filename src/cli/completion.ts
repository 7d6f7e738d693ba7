import type { Command } from 'commander'
import { CairnError, publicFailure } from '../errors.js'

const shells = ['bash', 'zsh', 'fish'] as const

/** Adds the verb that prints the completion of a shell, made from the program itself. */
export function completionCommand(program: Command): void {
  program
    .command('completion')
    .description('print what makes a shell complete the commands')
    .argument('<shell>', shells.join(', '))
    .addHelpText('after', '\nExample: cairn completion bash >> ~/.bashrc')
    .action((shell: string) => {
      const write = writers[shell]
      if (write === undefined) {
        const { message, exit } = publicFailure(
          new CairnError('BAD_INPUT', `shell is '${shell}'; expected one of ${shells.join(', ')}.`)
        )
        process.stderr.write(`${message}\n`)
        process.exitCode = exit
        return
      }
      process.stdout.write(write(wordsOf(program)))
    })
}

/** What may follow a chain of commands: its subcommands and options. */
interface Words {
  readonly chain: string
  readonly words: readonly { readonly word: string; readonly says: string }[]
}

function wordsOf(command: Command, chain: readonly string[] = []): Words[] {
  const help = command.createHelp()
  const subcommands = help.visibleCommands(command)
  const words = [
    ...subcommands.map((one) => ({ word: one.name(), says: one.description() })),
    ...help
      .visibleOptions(command)
      .map((one) => ({ word: one.long ?? one.short ?? '', says: one.description }))
  ]
  return [
    { chain: chain.join(' '), words },
    ...subcommands
      .filter((one) => one.name() !== 'help')
      .flatMap((one) => wordsOf(one, [...chain, one.name()]))
  ]
}

const writers: Readonly<Record<string, ((words: readonly Words[]) => string) | undefined>> = {
  bash: (all) => `# Completion of cairn for bash.
_cairn() {
  local chain="" word i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    [[ "$word" == -* ]] || chain="\${chain:+$chain }$word"
  done
  local words=""
  while :; do
    case "$chain" in
${all.map(({ chain, words }) => `      "${chain}") words="${words.map(({ word }) => word).join(' ')}"; break ;;`).join('\n')}
    esac
    [[ "$chain" == *" "* ]] && chain="\${chain% *}" || chain=""
  done
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
  [[ \${#COMPREPLY[@]} -gt 0 ]] || COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o filenames -F _cairn cairn
`,
  zsh: (all) => `#compdef cairn
# Completion of cairn for zsh.
_cairn() {
  local chain="" word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    [[ "$word" == -* ]] || chain="\${chain:+$chain }$word"
  done
  local -a found
  while :; do
    case "$chain" in
${all.map(({ chain, words }) => `      "${chain}") found=(${words.map(zshWord).join(' ')}); break ;;`).join('\n')}
    esac
    [[ "$chain" == *" "* ]] && chain="\${chain% *}" || chain=""
  done
  _describe cairn found || _files
}
compdef _cairn cairn
`,
  fish: (all) => ['# Completion of cairn for fish.', ...all.flatMap(fishLines), ''].join('\n')
}

function zshWord({ word, says }: Words['words'][number]): string {
  return `'${word}:${says.replaceAll("'", '’').replaceAll(':', '\\:')}'`
}

function fishLines({ chain, words }: Words): string[] {
  const verbs = chain.split(' ').filter((one) => one !== '')
  const where =
    verbs.length === 0
      ? '__fish_use_subcommand'
      : verbs.map((verb) => `__fish_seen_subcommand_from ${verb}`).join('; and ')
  return words.map(({ word, says }) => {
    const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-a ${word}`
    return `complete -c cairn -n '${where}' ${what} -d '${says.replaceAll("'", '’')}'`
  })
}
