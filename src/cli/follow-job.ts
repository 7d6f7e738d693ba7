import { awaitJob } from '../client/await-job.js'
import type { Ask } from './client.js'
import { createProgress } from './progress.js'
import type { Terminal } from './terminal.js'

const cancelDocument = 'mutation ($id: ID!) { cancelJob(id: $id) { id } }'

/**
 * Waits for a job and shows how far it is; Ctrl-C cancels it.
 * @returns what it brought
 * @throws CairnError with what the job says where it failed
 */
export async function followJob<R>(
  ask: Ask,
  terminal: Terminal,
  job: { readonly started: Promise<{ readonly id: string }>; readonly unit: string }
): Promise<R | null> {
  process.once('SIGINT', () => {
    terminal.note('\nCancelling …')
    // If the server is gone there is nothing to cancel, and following the job says so.
    job.started.then(({ id }) => ask(cancelDocument, { id })).catch(() => undefined)
  })
  const { id } = await job.started
  const progress = createProgress(terminal, job.unit)
  const onProgress = (done: number, total: number) => {
    progress.update(done, total)
  }
  const ended = await awaitJob(ask, id, { onProgress }).finally(() => {
    progress.stop()
  })
  return ended.result as R | null
}
