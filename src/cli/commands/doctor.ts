import { diagnose } from '../../diagnose.js'
import type { CommandContext } from '../run.js'
import { findServer } from '../server-record.js'

/** Checks what Cairn needs; the exit code is 1 when something is wrong. */
export async function doctor({ config, terminal }: CommandContext): Promise<void> {
  const findings = await diagnose(config, await findServer(config.home))
  const { color } = terminal
  const marks = { ok: color.green('ok  '), warn: color.yellow('note'), bad: color.red('bad ') }
  const lines = findings.map((f) => `${marks[f.state]}  ${f.subject.padEnd(12)} ${f.text}`)
  terminal.answer(lines.join('\n'), findings)
  if (findings.some((finding) => finding.state === 'bad')) process.exitCode = 1
}
