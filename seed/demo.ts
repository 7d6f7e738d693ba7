import { ensureServer } from '../src/cli/background.js'
import type { Ask } from '../src/cli/client.js'
import { connect, run, type CommandContext } from '../src/cli/run.js'
import { ingest } from '../src/cli/commands/ingest.js'
import { recommend } from '../src/cli/commands/recommend.js'
import { packageRoot } from '../src/package-root.js'
import { packageFolders, plantKnowledge } from './seed.js'

const questions = [
  "My Cypher query fails: Neo4jError: LIMIT: Invalid input. '10.0' is not a valid value. The JavaScript number is 10. What do I pass instead?",
  'Hide the text of internal errors from GraphQL clients with Apollo Server, but keep an error code in extensions',
  'How do I keep passwords out of the logs that pino writes?'
]

/** Brings Cairn up, takes in the documentation in node_modules and what we know, asks three questions, leaves it up. */
async function demo(context: CommandContext): Promise<void> {
  const { terminal } = context
  const { color } = terminal
  const say = (text: string) => {
    process.stdout.write(`\n${color.bold(text)}\n`)
  }
  const root = packageRoot()
  say('1. Starting Cairn with a Neo4j of its own (the first time it is fetched, about 170 MB)')
  const ask = await connect(context)
  say('2. Taking in the documentation of packages in node_modules')
  await ingest(context, { reader: 'npm-package', sources: packageFolders(root) }, {})
  const planted = await plantKnowledge(ask, root)
  say(
    `3. Recorded ${planted.traces} attempts at problems and ${planted.insights} reviewed insights`
  )
  for (const [i, question] of questions.entries()) {
    say(`${i + 4}. ${question}`)
    await recommend(context, question, { library: [], tokens: 700, markdown: false })
  }
  await farewell(context, ask)
}

async function farewell({ config }: CommandContext, ask: Ask): Promise<void> {
  const { url } = await ensureServer(config, () => undefined)
  const { status } = await ask<{ status: { browserUrl: string | null } }>(
    '{ status { browserUrl } }'
  )
  const { browserUrl } = status
  const lines = [
    '',
    'Cairn stays up in the background.',
    '  Ask the next question   npx cairn recommend "…"',
    '  See what it holds       npx cairn status',
    `  Open the pages          npx cairn open   (${url})`,
    `  Connect an agent        npx cairn connect claude-code`,
    `  GraphQL, MCP            ${url}/graphql, ${url}/mcp`,
    ...(browserUrl === null
      ? []
      : [
          `  Neo4j Browser           ${browserUrl}  (user neo4j, password in ${config.home}/neo4j/password)`
        ]),
    '  Stop it                 npx cairn down',
    ''
  ]
  process.stdout.write(lines.join('\n'))
}

await run(false, demo)
