import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import { promisify } from 'node:util'

interface Manifest {
  readonly private?: boolean
  readonly exports: Readonly<Record<string, string | { types: string; default: string }>>
  readonly license: string
  readonly scripts: Readonly<Record<string, string>>
  readonly bin: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
let files: string[]

beforeAll(async () => {
  const words = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const { stdout } = await promisify(execFile)('npm', words, { maxBuffer: 16 * 1024 * 1024 })
  const [packed] = JSON.parse(stdout) as { files: { path: string }[] }[]
  files = packed?.files.map(({ path }) => path) ?? []
})

test('the package holds the command, the pages, the schema, and what a reader looks for first', () => {
  const schema = ['recommendation.graphql', 'trace.graphql', 'trace.schema.json']
  for (const path of [
    'package.json',
    'README.md',
    'LICENSE',
    'dist/web/index.html',
    'seed/browser/cairn.grass',
    ...schema.map((name) => `schema/${name}`),
    ...Object.values(manifest.bin),
    ...Object.values(manifest.exports).flatMap((entry) =>
      (typeof entry === 'string' ? [entry] : Object.values(entry)).map((path) =>
        path.replace(/^\.\//, '')
      )
    )
  ])
    expect(files).toContain(path)
})

test('it holds nothing that only who works on Cairn needs', () => {
  const needed =
    /^(?:package\.json|README\.md|LICENSE|schema\/[\w.-]+|seed\/browser\/[\w.-]+|dist\/web\/.+|dist\/types\/src\/.+\.d\.ts|dist\/src\/(?!tools\/|web\/).+\.js)$/
  expect(files.filter((path) => !needed.test(path))).toEqual([])
  expect(files.filter((path) => /\.map$|\.test\.|(?:^|\/)(?:test|eval)\//.test(path))).toEqual([])
})

test('every file that the pages name is in it', () => {
  const html = readFileSync('dist/web/index.html', 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path]) => path ?? '')
  expect(named.length).toBeGreaterThan(1)
  expect(named.filter((path) => !files.includes(`dist/web/${path}`))).toEqual([])
})

interface Import {
  readonly from: string
  readonly to: string
}

function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8')
    .replaceAll(/compiledFile\('/g, `new URL('${posix.relative(posix.dirname(path), 'dist/src')}/`)
    .replaceAll(/^\s*(?:\/?\*|\/\/).*$/gm, '')
  return [...text.matchAll(/(?:\bfrom|\bimport|\bimport\(|new URL\()\s*'([^'\s]+)'/g)].map(
    ([, to = '']) => ({ from: path, to })
  )
}

test('what the client imports needs nothing but Node', () => {
  const reached = new Set<string>()
  const reach = (path: string): void => {
    if (reached.has(path)) return
    reached.add(path)
    for (const { to } of importsOf(path))
      reach(to.startsWith('.') ? posix.join(posix.dirname(path), to) : to)
  }
  const path = 'dist/src/client/client.js'
  reach(path)
  expect([...reached].sort()).toEqual([
    path,
    'dist/src/client/documents.js',
    'dist/src/client/transport.js',
    'dist/src/errors.js'
  ])
})

test('what its files import is in it or among its dependencies', () => {
  const code = files.filter((path) => path.startsWith('dist/src/'))
  expect(code.length).toBeGreaterThan(100)
  const imports = code.flatMap(importsOf)
  const [near, far] = [
    imports.filter(({ to }) => to.startsWith('.')),
    imports.filter(({ to }) => /^[@a-z]/i.test(to) && !to.startsWith('node:'))
  ]
  const lacking = near.filter(
    ({ from, to }) => !files.includes(posix.join(posix.dirname(from), to))
  )
  expect(lacking).toEqual([])
  const packages = new Set(
    far
      .map(({ to }) => to.split('/', to.startsWith('@') ? 2 : 1).join('/'))
      .filter((name) => !builtinModules.includes(name))
  )
  expect(packages.size).toBeGreaterThan(20)
  expect([...packages].filter((name) => !(name in manifest.dependencies))).toEqual([])
})

test('it is published only after the whole gate, and says under which licence it stands', () => {
  expect(manifest.private).toBeUndefined()
  expect(manifest.scripts['prepublishOnly']).toBe('npm run check')
  expect(manifest.license).toBe('Apache-2.0')
  expect(readFileSync('LICENSE', 'utf8')).toMatch(/Apache License\s+Version 2\.0, January 2004/)
})
