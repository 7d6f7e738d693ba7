import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runAgent } from '../../../eval/codegen/generate/agent.js'
import { agentSection } from '../../../eval/codegen/report/agent-section.js'
import { rank } from '../../../eval/codegen/report/rank.js'
import { renderHtml } from '../../../eval/codegen/report/render-html.js'
import { renderMarkdown } from '../../../eval/codegen/report/render-markdown.js'
import { barChart } from '../../../eval/codegen/report/svg/bars.js'
import { removeFolders, temporaryFolder } from '../../support/build-cairn.js'
import { tinyProblems } from './support/tiny-problems.js'

afterAll(removeFolders)

const [problem] = tinyProblems()
if (problem === undefined) throw new Error('the tiny problems are gone')
const server = { command: 'node', args: ['cairn.js', 'mcp'], env: { CAIRN_KEY: 'k' } }

test('an agent works in a folder of its own that is gone afterwards, and finds Cairn there or not', async () => {
  const notes = temporaryFolder()
  const command = `pwd > ${notes}/where; cp {task} {mcp} ${notes}; echo "result = 7" > {solution}; echo done`
  const run = await runAgent(problem, { command, seconds: 20, server })
  expect(run).toMatchObject({ code: 'result = 7\n', timedOut: false, exit: 0, said: 'done\n' })
  expect(readFileSync(join(notes, 'TASK.md'), 'utf8')).toContain(problem.prompt.trimEnd())
  expect(JSON.parse(readFileSync(join(notes, '.mcp.json'), 'utf8'))).toEqual({
    mcpServers: { cairn: server }
  })
  expect(existsSync(readFileSync(join(notes, 'where'), 'utf8').trim())).toBe(false)
  await runAgent(problem, { command, seconds: 20, server: null })
  expect(JSON.parse(readFileSync(join(notes, '.mcp.json'), 'utf8'))).toEqual({ mcpServers: {} })
  expect(readFileSync(join(notes, 'TASK.md'), 'utf8')).not.toContain('MCP')
})

test('an agent that does not end is ended with all that it started', async () => {
  const notes = temporaryFolder()
  const alive = join(notes, 'alive')
  writeFileSync(alive, '')
  const command = `(while true; do echo x >> ${alive}; sleep 0.1; done) & sleep 60`
  const run = await runAgent(problem, { command, seconds: 1, server: null })
  expect(run).toMatchObject({ code: null, timedOut: true })
  expect(run.ms).toBeLessThan(20_000)
  await wait(300)
  const length = readFileSync(alive, 'utf8').length
  await wait(500)
  expect(readFileSync(alive, 'utf8').length).toBe(length)
})

test('an agent that ran out of time, failed or left no answer is counted as such, each in its arm', () => {
  const ended = { code: 'x', timedOut: false, exit: 0, ms: 1, said: '' }
  const runs = [
    { ...ended, arm: 'none' as const },
    { ...ended, arm: 'none' as const, code: null, timedOut: true, exit: null },
    { ...ended, arm: 'insights' as const, exit: 1 },
    { ...ended, arm: 'insights' as const, code: null, exit: 3 }
  ]
  const [, , counts] = agentSection({ agentRuns: runs })
  expect(counts).toMatchObject({
    head: ['', 'runs', 'ended well', 'out of time', 'other exit codes', 'no answer'],
    rows: [
      ['without Cairn', '2', '1', '1', '0', '1'],
      ['with Cairn: documentation + traces + insights', '2', '0', '0', '2', '1']
    ]
  })
  expect(agentSection({ agentRuns: [] })).toEqual([])
})

test('two arms are ranked only where their interval lies on one side of 0, and what could have been told is said', () => {
  const of = (low: number, high: number) =>
    rank({ value: (low + high) / 2, low, high, problems: 30, families: 12 })
  expect(of(0.1, 0.3).told).toBe('higher')
  expect(of(-0.3, -0.1).told).toBe('lower')
  expect(of(0, 0.3).told).toBe('too close to tell')
  expect(of(-0.196, 0.196).detectable).toBeCloseTo(0.28, 5)
  expect(of(0, 0).detectable).toBeCloseTo(0.1, 5)
})

test('a report shows names that look like markup as they are, in both forms, and loads nothing', () => {
  const name = '<img src=x onerror=alert(1)>|model'
  const svg = barChart({
    title: name,
    groups: [name],
    series: [{ name, shares: [0.5], intervals: [[0.4, 0.6]] }],
    yTitle: name
  })
  const blocks = [
    { kind: 'table', head: ['', name], rows: [[name, '1']] },
    { kind: 'figure', name: 'one', title: name, svg }
  ] as const
  const html = renderHtml(name, blocks)
  expect(html).not.toContain('<img')
  expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/)
  expect(html).not.toContain('<script')
  const markdown = renderMarkdown(blocks)
  expect(markdown).not.toContain('<img')
  expect(markdown.split('\n')[0]?.match(/(?<!\\)\|/g)).toHaveLength(3)
})
