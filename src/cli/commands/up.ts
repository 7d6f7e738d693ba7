import { ensureServer } from '../background.js'
import { createClient } from '../client.js'
import type { CommandContext } from '../run.js'

/** Starts Cairn in the background and says how to reach it. */
export async function up(context: CommandContext): Promise<void> {
  const { config, terminal } = context
  const server = await ensureServer(config, (step) => {
    terminal.note(`  ${step} …`)
  })
  const { status } = await createClient(
    server.url,
    config
  )<{
    status: { browserUrl: string | null; embedder: string }
  }>('{ status { browserUrl embedder } }')
  const lines = [
    server.startedHere ? 'Cairn is up.' : 'Cairn was up already.',
    `  Pages          ${server.url}  (\`cairn open\` logs a browser in)`,
    `  GraphQL, MCP   ${server.url}/graphql, /mcp`,
    ...(status.browserUrl === null
      ? []
      : [
          `  Neo4j Browser  ${status.browserUrl}  (user neo4j, password in ${config.home}/neo4j/password)`
        ]),
    `  Embedder       ${status.embedder}`,
    '  Ask            cairn recommend "…"       Stop  cairn down'
  ]
  terminal.answer(lines.join('\n'), { ...server, ...status })
}
