import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { settings } from '../src/config.js'

interface Service {
  readonly image?: string
  readonly build?: { readonly dockerfile_inline: string }
  readonly environment: Readonly<Record<string, string>>
  readonly ports: readonly string[]
  readonly volumes: readonly string[]
  readonly healthcheck: { readonly test: readonly string[] }
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8')) as {
  readonly services: Readonly<Record<'neo4j' | 'cairn', Service>>
  readonly volumes: Readonly<Record<string, unknown>>
}
const { neo4j, cairn } = compose.services

test('compose runs the Neo4j that the embedded server is, too', () => {
  expect(neo4j.image).toBe('neo4j:2026.08-community')
  expect(readFileSync('src/graph/embedded/fetch-server.ts', 'utf8')).toContain(
    "neo4jVersion = '2026.08"
  )
})

test('compose gives Cairn only settings that Cairn knows', () => {
  const known = new Set<string>(Object.values(settings).map((setting) => setting.variable))
  expect(Object.keys(cairn.environment).filter((name) => !known.has(name))).toEqual([])
})

test('Cairn finds Neo4j by its service name, with the same password, once it is healthy', () => {
  expect(cairn.environment['NEO4J_URI']).toBe('bolt://neo4j:7687')
  expect(neo4j.environment['NEO4J_AUTH']).toBe(`neo4j/${cairn.environment['NEO4J_PASSWORD'] ?? ''}`)
  expect(cairn.depends_on?.['neo4j']?.condition).toBe('service_healthy')
})

test('every service has a health check, and every port is open to this machine only', () => {
  for (const service of [neo4j, cairn]) {
    expect(service.healthcheck.test.length).toBeGreaterThan(1)
    for (const port of service.ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/)
  }
})

test('data outlives the containers in volumes that compose declares', () => {
  const used = [neo4j, cairn].flatMap((service) =>
    service.volumes.map((volume) => volume.split(':')[0] ?? '')
  )
  expect(used.sort()).toEqual(Object.keys(compose.volumes).sort())
})

test('the image installs with the lock file and starts the server in the foreground', () => {
  const recipe = cairn.build?.dockerfile_inline ?? ''
  expect(recipe).toMatch(/^FROM node:20-/)
  expect(recipe).toContain('npm ci')
  expect(recipe).toContain('up", "--foreground"')
})
