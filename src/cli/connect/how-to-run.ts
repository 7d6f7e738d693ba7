import { execFileSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, sep } from 'node:path'

/** How a host starts this Cairn. */
export interface HowToRun {
  readonly command: string
  /** Before the verb. */
  readonly args: readonly string[]
  /** CAIRN_HOME where it is not the usual one; never a key. */
  readonly home: string | null
}

/** `cairn` where the PATH leads to this program, else Node and the script by their full paths. */
export function howToRun(config: { readonly home: string }, script: string): HowToRun {
  const usual = config.home === join(homedir(), '.cairn')
  const home = usual ? null : config.home
  if (leadsTo(script)) return { command: 'cairn', args: [], home }
  return { command: process.execPath, args: [real(script)], home }
}

function leadsTo(script: string): boolean {
  try {
    const [program, args] =
      process.platform === 'win32' ? ['where', ['cairn']] : ['sh', ['-c', 'command -v cairn']]
    const [found = ''] = execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' }).split(
      '\n'
    )
    // What npx puts on the PATH is gone with npx.
    return !found.includes(`${sep}.bin${sep}`) && real(found.trim()) === real(script)
  } catch {
    return false
  }
}

function real(path: string): string {
  return realpathSync(path)
}

/** A command as one line for a shell. */
export function shellLine(words: readonly string[], platform: NodeJS.Platform): string {
  const plain = /^[\w@%+=:,./-]+$/
  const quote = (word: string) =>
    platform === 'win32' ? `"${word}"` : `'${word.replaceAll("'", `'\\''`)}'`
  return words.map((word) => (plain.test(word) ? word : quote(word))).join(' ')
}
