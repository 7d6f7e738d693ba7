import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { settings } from '../src/config.js'

interface Service {
  readonly image?: string
  readonly build?: string
  readonly restart: string
  readonly environment: Readonly<Record<string, string>>
  readonly ports: readonly string[]
  readonly volumes: readonly string[]
  readonly healthcheck?: { readonly test: readonly string[] }
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8')) as {
  readonly services: Readonly<Record<'neo4j' | 'cairn', Service>>
  readonly volumes: Readonly<Record<string, unknown>>
}
const { neo4j, cairn } = compose.services

/** The instructions of the Dockerfile, each on one line. */
const instructions = readFileSync('Dockerfile', 'utf8')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '')
const last = instructions.slice(instructions.findLastIndex((line) => line.startsWith('FROM')))
const set = Object.fromEntries(
  last
    .filter((line) => line.startsWith('ENV '))
    .flatMap((line) => line.slice(4).split(' '))
    .map((pair) => pair.split('=') as [string, string])
)

test('compose runs the Neo4j that the embedded server is, too', () => {
  expect(neo4j.image).toBe('neo4j:2026.08-community')
  expect(readFileSync('src/graph/embedded/fetch-server.ts', 'utf8')).toContain(
    "neo4jVersion = '2026.08"
  )
})

test('compose and the image give Cairn only settings that Cairn knows', () => {
  const known = new Set<string>(Object.values(settings).map((setting) => setting.variable))
  const given = [...Object.keys(cairn.environment), ...Object.keys(set)]
  expect(given.filter((name) => !known.has(name))).toEqual(['NODE_ENV'])
})

test('Cairn finds Neo4j by its service name, with the same password, once it is healthy', () => {
  expect(cairn.environment['NEO4J_URI']).toBe('bolt://neo4j:7687')
  expect(neo4j.environment['NEO4J_AUTH']).toBe(`neo4j/${cairn.environment['NEO4J_PASSWORD'] ?? ''}`)
  expect(cairn.depends_on?.['neo4j']?.condition).toBe('service_healthy')
})

test('each has a health check and comes back by itself, and every port is open to this machine only', () => {
  expect(neo4j.healthcheck?.test.length).toBeGreaterThan(1)
  expect(last.filter((line) => line.startsWith('HEALTHCHECK '))).toHaveLength(1)
  for (const service of [neo4j, cairn]) {
    expect(service.restart).toBe('unless-stopped')
    for (const port of service.ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/)
  }
})

test('data outlives the containers in volumes that compose declares', () => {
  const used = [neo4j, cairn].flatMap((service) =>
    service.volumes.map((volume) => volume.split(':')[0] ?? '')
  )
  expect(used.sort()).toEqual(Object.keys(compose.volumes).sort())
})

test('the image is built from the lock file before the sources come, and what is only built with stays behind', () => {
  const install = instructions.findIndex((line) => line.startsWith('RUN npm ci'))
  expect(install).toBeLessThan(instructions.indexOf('COPY . .'))
  expect(instructions).toContain('RUN npm prune --omit=dev --ignore-scripts')
  expect(last.filter((line) => line.startsWith('RUN npm'))).toEqual([])
})

test('the image holds what the package holds but the types, and what it copies is there', () => {
  const copied = last
    .filter((line) => line.startsWith('COPY '))
    .flatMap((line) =>
      line
        .replace(/^COPY (?:--from=build )?/, '')
        .split(' ')
        .slice(0, -1)
    )
    .map((path) => path.replace(/^\/cairn\//, ''))
  const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] }
  const packed = files.filter((path) => !path.startsWith('!')).map((path) => path.split('/**')[0])
  // Only programs that import the package read types; nothing imports the image.
  const needed = packed.filter((path) => path !== 'dist/types')
  expect(copied).toEqual(expect.arrayContaining(needed))
  expect(copied.filter((path) => !existsSync(path))).toEqual([])
})

test('the image runs the server in the foreground, not as root, with somebody to end its children', () => {
  expect(last).toContain('USER node')
  expect(last).toContain('ENTRYPOINT ["tini", "--"]')
  expect(last.at(-1)).toBe('CMD ["node", "dist/src/cli/main.js", "up", "--foreground"]')
  expect(cairn.build).toBe('.')
})
