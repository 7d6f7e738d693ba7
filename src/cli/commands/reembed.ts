import { reembedGraph } from '../../cairn.js'
import { CairnError } from '../../errors.js'
import { createLog } from '../../log.js'
import { createProgress } from '../progress.js'
import type { CommandContext } from '../run.js'
import { findServer } from '../server-record.js'

/** Makes all vectors anew with the embedder that CAIRN_EMBEDDER names; can be stopped and taken up again. */
export async function reembed({ config, terminal }: CommandContext): Promise<void> {
  const server = await findServer(config.home)
  if (server !== null) {
    throw new CairnError(
      'ALREADY_RUNNING',
      'Cairn is running with its present embedder. Stop it with `cairn down`, then run `cairn reembed` again.',
      {
        details: { pid: server.pid }
      }
    )
  }
  const abort = new AbortController()
  process.once('SIGINT', () => {
    abort.abort()
  })
  const progress = createProgress(terminal, 'nodes')
  try {
    const done = await reembedGraph(
      config,
      {
        log: createLog('warn'),
        onProgress: (step) => {
          terminal.note(`  ${step} …`)
        }
      },
      {
        signal: abort.signal,
        onProgress: (count, total) => {
          progress.update(count, total)
        }
      }
    )
    progress.stop()
    terminal.answer(
      `${done.nodes.toLocaleString('en')} nodes now have vectors of ${done.embedder}.`,
      done
    )
  } finally {
    progress.stop()
  }
}
