import { Client, InMemoryTransport } from '@modelcontextprotocol/client'
import type { Cairn } from '../../src/cairn.js'
import { itself, type Caller } from '../../src/domain/caller.js'
import { createMcpServer, type McpDeps } from '../../src/mcp/create-mcp-server.js'
import { buildCairn, ingested, temporaryFolder } from '../support/build-cairn.js'
import { functionPage, writeDump, type DumpPage } from '../support/dump.js'

/** An agent called `tester`, who sees what is public. */
export const tester: Caller = { ...itself, id: 'principal:tester', name: 'tester', role: 'agent' }

const open: Client[] = []

/** A client of the SDK that talks with a server of ours in one process. */
export async function connected(cairn: Cairn, more: Partial<McpDeps> = {}): Promise<Client> {
  const server = createMcpServer({ cairn, caller: tester, ...more })
  const [mine, its] = InMemoryTransport.createLinkedPair()
  const client = new Client({ name: 'test', version: '1' })
  await server.connect(its)
  await client.connect(mine)
  open.push(client)
  return client
}

/** For afterEach. */
export async function closeClients(): Promise<void> {
  for (const client of open.splice(0)) await client.close()
}

/** What a tool said, as the agent reads it; the mark, which is new each time, as MARK, and ids as ID. */
export async function said(
  client: Client,
  name: string,
  input: Record<string, unknown>
): Promise<string> {
  const { text } = await called(client, name, input)
  return text
    .replace(
      /\b(recommendation|trace|problem|error|feedback|state|knowledge-request):[0-9a-f]{8,}/g,
      '$1:ID'
    )
    .replace(/\b[0-9a-f]{16}\b/g, 'MARK')
}

export async function called(
  client: Client,
  name: string,
  input: Record<string, unknown>
): Promise<{ text: string; isError: boolean; data: Record<string, unknown> }> {
  const result = await client.callTool({ name, arguments: input })
  const [first] = result.content
  const text = first?.type === 'text' ? first.text : ''
  return {
    text,
    isError: result.isError === true,
    data: (result.structuredContent ?? {}) as Record<string, unknown>
  }
}

export const framePages: readonly DumpPage[] = [
  functionPage('frames.read', {
    call: 'read(path, header=True)',
    text: 'Read a table from a file of comma separated values.'
  }),
  functionPage('frames.explode', {
    call: 'explode(column)',
    text: 'Turn a column of lists into rows, one row for each item; the other columns repeat.'
  }),
  functionPage('frames.rename', {
    call: 'rename(how)',
    text: 'Rename the columns of a table by a function of their names.'
  })
]

/** A small library of tables, and what two agents did with it. */
export async function framesCairn(pages: readonly DumpPage[] = framePages): Promise<Cairn> {
  const cairn = await buildCairn()
  if (pages.length === 0) return cairn
  const folder = writeDump(temporaryFolder(), {
    name: 'Frames',
    release: '1',
    pages,
    entries: pages.map(({ path }) => ({ name: path.replace(/^api\//, ''), path }))
  })
  await ingested(cairn, 'devdocs', [folder])
  return cairn
}

export const keyError = "KeyError: 'prices'"

export const attempts = [
  {
    task: 'Read the column of prices.',
    agent: 'one',
    outcome: 'failed',
    code: "import frames\nframes.read('a.csv')['prices']\n",
    error: keyError
  },
  {
    task: 'Read the column of prices.',
    agent: 'two',
    outcome: 'passed',
    code: "import frames\nframes.rename(frames.read('a.csv'), str.strip)['prices']\n"
  }
] as const
