import { PassThrough } from 'node:stream'
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { CairnError } from '../../errors.js'
import { ensureServer } from '../background.js'
import { runBridge } from '../connect/bridge.js'
import { mcpHeaders } from '../connect/mcp-request.js'
import { asHost } from '../host-key.js'
import { findServer } from '../server-record.js'
import type { CommandContext } from '../run.js'

/**
 * What a host of agents runs: MCP on standard input and output, answered by the server, which is started if need be.
 * With `as` it asks with that host's own key.
 */
export async function mcp(
  { config, terminal }: CommandContext,
  { as }: { readonly as?: string } = {}
): Promise<void> {
  asHost(config, as)
  let wasUp = false
  const findUrl = async (): Promise<string> => {
    const running = await findServer(config.home)
    if (running === null && wasUp) throw stopped()
    const { url } =
      running ??
      (await ensureServer(config, (step) => {
        terminal.note(`  ${step} …`)
      }))
    wasUp = true
    return url
  }
  await runBridge({
    stdio: new StdioServerTransport(endlessInput()),
    findUrl,
    mustStart: async () => !wasUp && (await findServer(config.home)) === null,
    headers: (agent) => mcpHeaders(asHost(config, as), agent)
  })
}

/** The transport takes the end of its input for the end of everything; a host may have asked and await the answers. */
function endlessInput(): PassThrough {
  const input = new PassThrough()
  process.stdin.pipe(input, { end: false })
  return input
}

/** Who stopped it meant it: only the first message starts a server. */
function stopped(): CairnError {
  return new CairnError('GRAPH_UNAVAILABLE', 'Cairn was stopped. `cairn up` starts it again.')
}
