import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { environmentOfRun } from '../config.js'

/** How a command ended. */
export interface Ended {
  /** As a shell tells it: 0 to 255, 128 and more where a signal ended it, 127 where there is no such program. */
  readonly exit: number
  /** The end of what it printed, both streams in the order in which they came. */
  readonly tail: string
}

/** Bytes of output that are kept: what is cut off in front of a secret would hide it from redaction, so far more than is sent. */
const keptBytes = 65_536

/** What a terminal or a supervisor sends to end a program. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs a command as if nobody stood between it and the terminal, without the runner's key in its environment. */
export function passThrough(command: readonly [string, ...string[]]): Promise<Ended> {
  const [program, ...args] = command
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['inherit', 'pipe', 'pipe'],
      env: environmentOfRun()
    })
    const tail = createTail()
    const forward = (signal: NodeJS.Signals) => {
      // A terminal sends it to the command itself as well.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    for (const signal of endings) process.on(signal, forward)
    const end = (exit: number) => {
      for (const signal of endings) process.off(signal, forward)
      resolve({ exit, tail: tail.text() })
    }
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].on('data', (chunk: Buffer) => {
        tail.add(chunk)
        // Whoever reads slowly slows the command down, as a pipe would.
        if (process[name].write(chunk)) return
        child[name].pause()
        process[name].once('drain', () => child[name].resume())
      })
    }
    child.on('error', (error: NodeJS.ErrnoException) => {
      process.stderr.write(`${program}: ${error.code === 'ENOENT' ? 'not found' : error.message}\n`)
      end(error.code === 'ENOENT' ? 127 : 126)
    })
    child.on('close', (code, signal) => {
      end(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
  })
}

function createTail(): { add(chunk: Buffer): void; text(): string } {
  let chunks: Buffer[] = []
  let size = 0
  return {
    add: (chunk) => {
      chunks.push(chunk)
      size += chunk.length
      if (size < 4 * keptBytes) return
      chunks = [Buffer.concat(chunks).subarray(-keptBytes)]
      size = keptBytes
    },
    text: () => {
      const all = Buffer.concat(chunks)
      const kept = all.subarray(-keptBytes).toString('utf8')
      // A line that was cut may be the end of a secret.
      return all.length <= keptBytes ? kept : kept.slice(kept.indexOf('\n') + 1)
    }
  }
}
