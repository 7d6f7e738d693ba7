import { spawn } from 'node:child_process'
import { withVariables } from './with-variables.js'

export interface CommandResult {
  /** Exit code; null where the program was ended by a signal or could not be started. */
  readonly code: number | null
  /** Standard output and error together, at most the last 256 KiB. */
  readonly output: string
  /** Whether there is no such program. */
  readonly missing: boolean
}

export interface CommandOptions {
  readonly timeoutMs: number
  readonly cwd?: string
  /** Added to the inherited environment. */
  readonly variables?: Readonly<Record<string, string>>
  readonly onLine?: (line: string) => void
}

const keptCharacters = 262_144

/** Runs a program to its end. Never throws: a missing program or a bad exit is part of the result. */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions
): Promise<CommandResult> {
  return new Promise((done) => {
    let output = ''
    let pending = ''
    const command = withVariables(options.variables ?? {}, program, args)
    const child = spawn(command.program, command.args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      // mvn is a .cmd file on Windows, which only a shell can start.
      shell: process.platform === 'win32' && program === 'mvn',
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(command.env === undefined ? {} : { env: command.env })
    })
    // Node's own timeout of a program that is missing would keep this process alive until it is over.
    const timer = setTimeout(() => child.kill('SIGKILL'), options.timeoutMs)
    const end = (result: CommandResult) => {
      clearTimeout(timer)
      done(result)
    }
    const take = (chunk: string) => {
      output = (output + chunk).slice(-keptCharacters)
      if (options.onLine === undefined) return
      const lines = (pending + chunk).split('\n')
      pending = (lines.pop() ?? '').slice(-keptCharacters)
      lines.forEach(options.onLine)
    }
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr.setEncoding('utf8').on('data', take)
    child.on('error', (error: NodeJS.ErrnoException) => {
      end({ code: null, output: output + error.message, missing: error.code === 'ENOENT' })
    })
    child.on('close', (code) => {
      end({ code, output, missing: false })
    })
  })
}
