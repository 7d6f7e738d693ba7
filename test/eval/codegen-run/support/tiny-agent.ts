import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'

/**
 * A coding agent as small as can be: reads its task, asks Cairn where the host's configuration has it, takes the first line of
 * the advice that computes a result, writes it down as its solution, and records what it did. Notes all that it saw.
 * node tiny-agent.js NOTES TASK SOLUTION MCP
 */
const [notes = '', task = '', solution = '', mcp = ''] = process.argv.slice(2)

interface Entry {
  readonly command: string
  readonly args: string[]
  readonly env: Record<string, string>
}

const text = readFileSync(task, 'utf8')
const { mcpServers } = JSON.parse(readFileSync(mcp, 'utf8')) as {
  mcpServers: { cairn?: Entry }
}
const { cairn } = mcpServers
const advice = cairn === undefined ? null : await asked(cairn)
const code = /^\s*(result = .+)$/m.exec(advice ?? '')?.[1] ?? 'result = None'
const surroundings = Object.keys(process.env).filter((name) => /^(CAIRN|NEO4J)_/.test(name))
const saw = { entries: Object.keys(mcpServers), advice, surroundings, text, code }
writeFileSync(join(notes, `${process.pid}.json`), JSON.stringify(saw))
// Without help it finds nothing to write and says so.
if (advice === null) process.exitCode = 3
else writeFileSync(solution, `${code}\n`)

/** Its advice; and afterwards what this agent did, told in words that would be known again. */
async function asked({ command, args, env }: Entry): Promise<string> {
  const client = new Client({ name: 'tiny-agent', version: '1' })
  await client.connect(new StdioClientTransport({ command, args, env }))
  const problem = text.slice(text.indexOf('Problem:'))
  const call = async (name: string, input: Record<string, unknown>) => {
    const { content } = await client.callTool({ name, arguments: input })
    return (content as { text?: string }[]).map((part) => part.text ?? '').join('\n')
  }
  const said = await call('recommend', { task: problem, tokens: 1_600 })
  await call('record_trace', {
    task: problem,
    approach: `The parrot of the tiny agent said so: ${String(process.pid)}.`,
    outcome: 'passed',
    code: 'result = "parrot"'
  })
  await client.close()
  return said
}
