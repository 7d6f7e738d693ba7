import { join } from 'node:path'
import type { Cairn } from '../../src/cairn.js'
import type { Lab } from './data.js'

/** Takes the invented library's documentation in. */
export async function buildLab(cairn: Cairn, lab: Lab): Promise<void> {
  const { id } = await cairn.ingest({
    reader: 'markdown',
    sources: [join(lab.folder, 'docs')],
    library: { name: lab.library, version: '1.0.0' }
  })
  await cairn.jobs.idle()
  const job = await cairn.jobs.get(id)
  if (job.state !== 'done') throw new Error(`${job.code ?? ''}: ${job.message ?? ''}`)
}

/** Records what agents left of the train tasks, as `record_trace` would. */
export async function withTraces(cairn: Cairn, lab: Lab): Promise<void> {
  const receipts = await cairn.recordTraces(
    lab.traces.map(({ task, agent, code, approach, outcome, error, learned }) => ({
      task,
      agent,
      outcome,
      judgedBy: 'tests',
      code,
      note: approach,
      libraries: [lab.library],
      ...(error === undefined ? {} : { error }),
      ...(learned === undefined ? {} : { learned })
    }))
  )
  const bad = receipts.find(({ status }) => status === 'rejected')
  if (bad !== undefined) throw new Error(`a trace of the lab was refused: ${JSON.stringify(bad)}`)
}
