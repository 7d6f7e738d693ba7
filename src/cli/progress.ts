import { Presets, SingleBar } from 'cli-progress'
import type { Terminal } from './terminal.js'

export interface Progress {
  update(done: number, total: number): void
  stop(): void
}

/** A bar on a terminal, a line every ten seconds elsewhere, nothing with --json. */
export function createProgress(terminal: Terminal, unit: string): Progress {
  if (terminal.json) return { update: () => undefined, stop: () => undefined }
  if (process.stderr.isTTY) return bar(unit)
  let last = performance.now()
  return {
    update: (done, total) => {
      if (total === 0 || performance.now() - last < 10_000) return
      last = performance.now()
      terminal.note(`  ${done} of ${total} ${unit}`)
    },
    stop: () => undefined
  }
}

function bar(unit: string): Progress {
  const single = new SingleBar(
    {
      format: `  {bar} {value} of {total} ${unit}  {eta_formatted} left`,
      stream: process.stderr,
      hideCursor: true
    },
    Presets.shades_classic
  )
  let started = false
  return {
    update: (done, total) => {
      if (total === 0) return
      if (!started) single.start(total, done)
      started = true
      single.setTotal(total)
      single.update(done)
    },
    stop: () => {
      single.stop()
    }
  }
}
