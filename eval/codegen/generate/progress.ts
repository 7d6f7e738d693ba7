import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  /** One more is done. */
  readonly tick: () => void
  readonly stop: () => void
}

const everyMs = 10_000

/** A bar on a terminal, else a line every ten seconds; on standard error, so that output stays clean. */
export function createProgress(unit: string, total: number): Progress {
  if (total === 0) return { tick: () => undefined, stop: () => undefined }
  return process.stderr.isTTY ? bar(unit, total) : lines(unit, total)
}

function bar(unit: string, total: number): Progress {
  const format = `  {bar} {value} of {total} ${unit}  {eta_formatted} left`
  const single = new SingleBar({ format, stream: process.stderr }, Presets.shades_classic)
  single.start(total, 0)
  return {
    tick: () => {
      single.increment()
    },
    stop: () => {
      single.stop()
    }
  }
}

function lines(unit: string, total: number): Progress {
  let done = 0
  let last = performance.now()
  const say = () => process.stderr.write(`  ${done} of ${total} ${unit}\n`)
  return {
    tick: () => {
      done += 1
      if (performance.now() - last < everyMs) return
      last = performance.now()
      say()
    },
    stop: () => {
      say()
    }
  }
}
