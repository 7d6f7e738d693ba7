import { endWhatRuns } from '../../end-home.js'
import { stopServer } from '../background.js'
import type { CommandContext } from '../run.js'

/** Stops the server of this home, also one that is starting, and its Neo4j, also one whose server died; data stays. */
export async function down({ config, terminal }: CommandContext): Promise<void> {
  const stopped = await stopServer(config.home)
  const more = await endWhatRuns(config.home)
  const text =
    stopped === null && !more ? 'Cairn was not running.' : 'Cairn has stopped; its data stays.'
  terminal.answer(text, { stopped: stopped !== null || more })
}
