import { armNames, armTitles } from '../arms/arms.js'
import type { MatrixResult } from '../generate/run-matrix.js'
import { percentile } from '../../support/statistics.js'
import { heading, table, text, type Block } from './block.js'
import { fixed } from './shown.js'

/** How the runs of an agent ended; nothing where models were asked instead. */
export function agentSection({ agentRuns }: Pick<MatrixResult, 'agentRuns'>): Block[] {
  const rows = armNames.flatMap((arm) => {
    const mine = agentRuns.filter((run) => run.arm === arm)
    if (mine.length === 0) return []
    const count = (is: (run: (typeof mine)[number]) => boolean) => mine.filter(is).length
    return [
      [
        arm === 'none' ? 'without Cairn' : `with Cairn: ${armTitles[arm]}`,
        mine.length,
        count(({ exit, timedOut }) => exit === 0 && !timedOut),
        count(({ timedOut }) => timedOut),
        count(({ exit, timedOut }) => exit !== 0 && !timedOut),
        count(({ code }) => code === null)
      ]
    ]
  })
  if (rows.length === 0) return []
  return [
    heading(2, 'How the agents ended'),
    text(
      'An agent that ran out of time or failed may have left an answer: it counts. A problem without an answer counts as failed.'
    ),
    table(['', 'runs', 'ended well', 'out of time', 'other exit codes', 'no answer'], rows)
  ]
}

/** Apart from the rest: times are others in every run. */
export function agentTimes({ agentRuns }: MatrixResult): Block[] {
  if (agentRuns.length === 0) return []
  const seconds = agentRuns.map(({ ms }) => ms / 1_000).sort((a, b) => a - b)
  const [middle, slow] = [percentile(seconds, 0.5), percentile(seconds, 0.95)]
  return [table(['seconds of an agent, p50', 'p95'], [[fixed(middle, 1), fixed(slow, 1)]])]
}
