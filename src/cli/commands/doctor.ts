import { diagnose, type Finding } from '../../diagnose.js'
import { publicFailure } from '../../errors.js'
import { createClient, type Ask } from '../client.js'
import type { CommandContext } from '../run.js'
import { findServer } from '../server-record.js'

/** Checks what Cairn needs; the exit code is 1 when something is wrong. */
export async function doctor({ config, terminal }: CommandContext): Promise<void> {
  const server = await findServer(config.home)
  const findings = await diagnose(config, server)
  if (server !== null) findings.push(await memoryHealth(createClient(server.url, config)))
  const { color } = terminal
  const marks = { ok: color.green('ok  '), warn: color.yellow('note'), bad: color.red('bad ') }
  const lines = findings.map((f) => `${marks[f.state]}  ${f.subject.padEnd(12)} ${f.text}`)
  terminal.answer(lines.join('\n'), findings)
  if (findings.some((finding) => finding.state === 'bad')) process.exitCode = 1
}

interface Amiss {
  readonly what: string
  readonly count: number
}

const inWords: Readonly<Record<string, (what: string) => string>> = {
  missingVectors: (what) => `${what} without a vector`,
  neverUsedInsights: () => 'insights that no answer cited',
  contradictedInsights: () => 'contradicted insights',
  suspendedInsights: () => 'insights suspended because answers did worse with them',
  nearDuplicates: () => 'pairs of insights that say nearly the same',
  openGaps: () => 'open gaps',
  failingJobs: () => 'failed jobs',
  rejectedWrites: () => 'jobs that refused some of their input',
  emptyJobs: () => 'imports that took in nothing',
  hurtingInsights: () => 'insights in force that are measured to hurt',
  blockedQueue: () => 'candidates that nobody can approve',
  staleLibraries: () => 'libraries held at an older version than projects use',
  silentHosts: () => 'connected hosts of which nothing came in for a day'
}

const healthDocument = `{ health {
  orphans { what count } missingVectors { what count } neverUsedInsights { what count } contradictedInsights { what count }
  suspendedInsights { what count } nearDuplicates { what count } openGaps { what count } failingJobs { what count }
  rejectedWrites { what count } emptyJobs { what count } hurtingInsights { what count }
  blockedQueue { what count } staleLibraries { what count } silentHosts { what count }
} }`

/** What is amiss in the graph, in a line; the explorer and the query `health` have the examples. */
async function memoryHealth(ask: Ask): Promise<Finding> {
  try {
    const { health } = await ask<{ health: Readonly<Record<string, Amiss | Amiss[]>> }>(
      healthDocument
    )
    const amiss = Object.entries(health).flatMap(([group, found]) =>
      [found]
        .flat()
        .filter(({ count }) => count > 0)
        .map(({ what, count }) => `${inWords[group]?.(what) ?? what}: ${String(count)}`)
    )
    if (amiss.length === 0) return { subject: 'Memory', state: 'ok', text: 'nothing amiss' }
    return { subject: 'Memory', state: 'warn', text: amiss.join(', ') }
  } catch (error) {
    return { subject: 'Memory', state: 'bad', text: publicFailure(error).message }
  }
}
