import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { restoreGraph } from '../../cairn.js'
import { badInput, CairnError } from '../../errors.js'
import { createLog } from '../../log.js'
import { createProgress } from '../progress.js'
import type { CommandContext } from '../run.js'
import { findServer } from '../server-record.js'

/** Puts a backup into the empty graph of this home. */
export async function restore(
  { config, terminal }: CommandContext,
  file: string,
  { deletions }: { deletions?: string } = {}
): Promise<void> {
  const path = resolve(file)
  if (!existsSync(path)) throw badInput('FILE', file, 'a file that cairn backup wrote')
  const server = await findServer(config.home)
  if (server !== null) {
    throw new CairnError(
      'ALREADY_RUNNING',
      'Cairn is running. Stop it with `cairn down`, or name another home by CAIRN_HOME, then run `cairn restore` again.',
      { details: { pid: server.pid } }
    )
  }
  const abort = new AbortController()
  process.once('SIGINT', () => {
    abort.abort()
  })
  const progress = createProgress(terminal, 'nodes and edges')
  const onProgress = (step: string) => {
    terminal.note(`  ${step} …`)
  }
  try {
    const header = await restoreGraph(
      config,
      { log: createLog('warn'), onProgress },
      {
        file: path,
        ...(deletions === undefined ? {} : { deletions: resolve(deletions) }),
        signal: abort.signal,
        onProgress: (done, total) => {
          progress.update(done, total)
        }
      }
    )
    progress.stop()
    terminal.answer(
      `The graph holds what ${file} had: ${header.nodes.toLocaleString('en')} nodes and ${header.edges.toLocaleString('en')} edges of ${header.takenAt}, with vectors of ${header.embedder ?? 'no embedder yet'}.`,
      header
    )
  } finally {
    progress.stop()
  }
}
