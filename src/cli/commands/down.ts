import { stopServer } from '../background.js'
import type { CommandContext } from '../run.js'

/** Stops the server of this home and its Neo4j; data stays. */
export async function down({ config, terminal }: CommandContext): Promise<void> {
  const stopped = await stopServer(config.home)
  const text = stopped === null ? 'Cairn was not running.' : 'Cairn has stopped; its data stays.'
  terminal.answer(text, { stopped: stopped !== null })
}
