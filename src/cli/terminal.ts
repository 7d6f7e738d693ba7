import pc from 'picocolors'

/** Standard output and error of one command: answers on the one, everything else on the other. */
export interface Terminal {
  /** Whether answers are wanted as JSON. */
  readonly json: boolean
  readonly color: ReturnType<typeof pc.createColors>
  /** Columns to wrap at. */
  readonly width: number
  answer(text: string, data: unknown): void
  /** Tells a person who waits. Nothing with --json, so that a script's log stays quiet. */
  note(text: string): void
}

const widest = 110

export function createTerminal(json: boolean): Terminal {
  const { stdout, stderr } = process
  const color = pc.createColors(stdout.isTTY && !json && pc.isColorSupported)
  return {
    json,
    color,
    width: Math.min(stdout.isTTY ? stdout.columns : widest, widest),
    answer: (text, data) => {
      stdout.write(`${json ? JSON.stringify(data, null, 2) : text}\n`)
    },
    note: (text) => {
      if (!json) stderr.write(`${text}\n`)
    }
  }
}
