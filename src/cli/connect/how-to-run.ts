import { execFileSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, sep } from 'node:path'
import { settings, type Config } from '../../config.js'

/** How a host starts this Cairn. */
export interface HowToRun {
  readonly command: string
  /** Before the verb. */
  readonly args: readonly string[]
  /** What it takes to reach this Cairn and no other: those settings that are not as usual; never a key. */
  readonly env: Readonly<Record<string, string>>
}

/** `cairn` where the PATH leads to this program, else Node and the script by their full paths. */
export function howToRun(config: Config, script: string): HowToRun {
  const env = settingsOf(config)
  if (leadsTo(script)) return { command: 'cairn', args: [], env }
  return { command: process.execPath, args: [real(script)], env }
}

/** A host starts a server where none runs: it has to be the same one, with the same vectors. */
function settingsOf(config: Config): Record<string, string> {
  const { home, port, host, embedder, embedderChosen } = config
  const told: readonly (readonly [string, string, boolean])[] = [
    [settings.home.variable, home, home !== join(homedir(), '.cairn')],
    [settings.port.variable, String(port), String(port) !== settings.port.shown],
    [settings.host.variable, host, host !== settings.host.shown],
    [settings.embedder.variable, embedder, embedderChosen]
  ]
  return Object.fromEntries(told.flatMap(([name, value, is]) => (is ? [[name, value]] : [])))
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
