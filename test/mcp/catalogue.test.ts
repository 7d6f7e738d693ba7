import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { itself, type Role } from '../../src/domain/caller.js'
import { permissions } from '../../src/domain/permissions.js'
import { listedFor, tools } from '../../src/mcp/catalogue.js'

const files = readdirSync('src/mcp/tools').sort()
const definitions = listedFor(itself)

test('each file of tools/ holds the tool of its name, and each tool has such a file', () => {
  const names = tools.map(({ name }) => `${name.replaceAll('_', '-')}.ts`)
  expect([...names].sort()).toEqual(files)
  for (const { name } of tools)
    expect(readFileSync(`src/mcp/tools/${name.replaceAll('_', '-')}.ts`, 'utf8')).toContain(
      `name: '${name}'`
    )
})

test('each tool has a test of its own', () => {
  const untested = tools.filter(
    ({ name }) => !existsSync(`test/mcp/tools/${name.replaceAll('_', '-')}.test.ts`)
  )
  expect(untested.map(({ name }) => name)).toEqual([])
})

test.each(definitions)(
  '$name says in at most 600 characters what it does and when to call it',
  (one) => {
    expect(one.description.length).toBeLessThanOrEqual(600)
    expect(one.description).toMatch(/\bCall it\b/)
    expect(one.title.length).toBeGreaterThan(5)
  }
)

test.each(definitions)(
  '$name tells hosts what it does to the memory, and takes no unknown field',
  (one) => {
    const { readOnlyHint, destructiveHint } = one.annotations
    expect(destructiveHint).toBe(false)
    expect(readOnlyHint).toBe(
      !['recommend', 'record_trace', 'report_outcome', 'report_note'].includes(one.name)
    )
    expect(one.inputSchema.additionalProperties).toBe(false)
  }
)

test('the table of permissions names exactly the tools', () => {
  const named = Object.keys(permissions).filter((name) => name.startsWith('mcp.'))
  expect(named.sort()).toEqual(tools.map(({ name }) => `mcp.${name}`).sort())
})

test('whoever has less than a tool asks for does not see it', () => {
  expect(listedFor({ ...itself, role: 'nobody' as Role })).toEqual([])
})

test('all definitions together take at most 2,500 tokens of every agent', () => {
  const tokens = Math.ceil(JSON.stringify(definitions).length / 4)
  process.stdout.write(`  ${tokens} tokens of definitions for ${definitions.length} tools\n`)
  expect(tokens).toBeLessThanOrEqual(2_500)
})
