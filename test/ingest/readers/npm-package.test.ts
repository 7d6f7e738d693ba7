import { npmPackage } from '../../../src/ingest/readers/npm-package/npm-package.js'
import type { ApiRecord } from '../../../src/domain/documentation.js'
import { expectSound, folderWith, limits, parseAll, removeFolders, sectionAt } from './sources.js'

afterAll(removeFolders)

async function read(source: string) {
  const open = await npmPackage.open(source, limits)
  const pages = await parseAll(npmPackage, open)
  for (const page of pages) expectSound(page)
  const apis = new Map<string, ApiRecord>()
  for (const api of pages.flatMap((p) => p.sections.flatMap((s) => s.apis)))
    apis.set(api.qualifiedName, api)
  return { open, pages, apis }
}

const kiln = {
  'package.json':
    '{"name":"kiln","version":"1.2.0","homepage":"https://kiln.example","types":"./dist/index.d.ts"}',
  'README.md':
    '# kiln\n\nFires pots.\n\n## Usage\n\nSee [usage](#usage) and [more](docs/more.md).\n',
  'dist/index.d.ts': `export * from './pot.js'
export { default as fire, type Heat as Warmth } from './fire.js'
export * as shapes from './shapes.js'
export { Glaze } from 'glaze'
import { Hidden } from './hidden.js'
export { Hidden as Shown }
export declare const VERSION: string
`,
  'dist/pot.d.ts': `/** A pot. It holds water. */
export declare class Pot extends Base<string> {
  #secret
  private inner: number
  /** How much it holds, in litres. */
  readonly volume: number
  /** @param size in litres */
  constructor(size: number)
  /**
   * Pours some out.
   * @param litres how much
   * @returns what is left
   * @example
   * pot.pour(1)
   */
  pour(litres: number, options?: PourOptions): number
  pour(all: 'all'): void
  /** @deprecated Use {@link Pot.pour} instead. */
  empty(): void
}
export interface PourOptions {
  /** Without a splash. */
  gently?: boolean
  done(): void
}
export {}
`,
  'dist/fire.d.ts': `/** Degrees. */
export type Heat = number | 'hot'
declare function fire(heat: Heat): void
declare namespace fire { export interface Log { lines: string[] } }
export default fire
`,
  'dist/shapes.d.ts': `export declare function round(...sides: number[]): void\nexport * from './index.js'\n`,
  'dist/hidden.d.ts': `export interface Hidden { a: 1 }\nexport interface Unseen { b: 2 }\n`
}

test('the public API is read from the declarations, through all ways of passing it on', async () => {
  const { open, pages, apis } = await read(await folderWith(kiln))
  expect(open.library).toEqual({
    ecosystem: 'npm',
    name: 'kiln',
    version: '1.2.0',
    title: 'kiln',
    importNames: ['kiln'],
    homepage: 'https://kiln.example'
  })
  expect(pages.map((p) => p.path)).toEqual([
    'README',
    'api/dist/fire',
    'api/dist/hidden',
    'api/dist/index',
    'api/dist/pot',
    'api/dist/shapes'
  ])
  expect([...apis.keys()].sort()).toEqual([
    'kiln.Pot',
    'kiln.Pot.constructor',
    'kiln.Pot.empty',
    'kiln.Pot.pour',
    'kiln.Pot.volume',
    'kiln.PourOptions',
    'kiln.PourOptions.done',
    'kiln.PourOptions.gently',
    'kiln.Shown',
    'kiln.Shown.a',
    'kiln.VERSION',
    'kiln.Warmth',
    'kiln.fire',
    'kiln.fire.Log',
    'kiln.fire.Log.lines',
    'kiln.shapes',
    'kiln.shapes.round'
  ])
  expect(open.remarks).toEqual([
    'kiln passes on what is not installed beside it and is left out: glaze.'
  ])
})

test('a method says what its comment says, its overloads together', async () => {
  const { pages, apis } = await read(await folderWith(kiln))
  const pot = pages.find((page) => page.path === 'api/dist/pot')
  expect(apis.get('kiln.Pot')).toMatchObject({
    kind: 'class',
    signature: 'class Pot extends Base<string>',
    summary: 'A pot.'
  })
  expect(apis.get('kiln.Pot.pour')).toMatchObject({
    kind: 'method',
    signature: "pour(litres: number, options?: PourOptions): number\npour(all: 'all'): void",
    summary: 'Pours some out.',
    parameters: [
      { name: 'litres', type: 'number', description: 'how much' },
      { name: 'options?', type: 'PourOptions' },
      { name: 'all', type: "'all'" }
    ]
  })
  expect(sectionAt(pot, 'Pot.pour').text).toContain(
    'Returns\n    what is left\n\nExample\n```typescript\npot.pour(1)\n```'
  )
  expect(apis.get('kiln.Pot.empty')?.deprecated).toBe('Deprecated: Use `Pot.pour` instead.')
  expect(sectionAt(pot, 'Pot.empty').text).toContain('Deprecated: Use `Pot.pour` instead.')
  expect(sectionAt(pot, 'PourOptions').text).toContain('gently? : boolean\n    Without a splash.')
  expect(apis.get('kiln.PourOptions')?.parameters).toEqual([
    { name: 'gently?', type: 'boolean', default: null, description: 'Without a splash.' }
  ])
})

test('the README is a page, and links of it lead to pages only', async () => {
  const { pages } = await read(await folderWith(kiln))
  expect(sectionAt(pages[0], 'usage')).toMatchObject({
    title: 'Usage',
    links: ['README#usage', 'docs/more.md']
  })
})

test('`export =` makes the package itself callable, and its namespace its members', async () => {
  const { apis } = await read(
    await folderWith({
      'package.json': '{"name":"@clay/turn","version":"1.0.0"}',
      'index.d.ts': `declare function turn(speed: number): turn.Result\ndeclare namespace turn {\n  export interface Result { ok: boolean }\n  export { turn as default, turn }\n}\nexport = turn\n`
    })
  )
  expect([...apis.keys()].sort()).toEqual([
    '@clay/turn',
    '@clay/turn.Result',
    '@clay/turn.Result.ok'
  ])
  expect(apis.get('@clay/turn')).toMatchObject({
    kind: 'function',
    signature: 'turn(speed: number): turn.Result'
  })
})

test('the types of a package without its own come from @types beside it', async () => {
  const folder = await folderWith({
    'node_modules/clay/package.json': '{"name":"clay","version":"4.0.0","main":"index.js"}',
    'node_modules/@types/clay/package.json':
      '{"name":"@types/clay","version":"4.1.0","types":"index.d.ts"}',
    'node_modules/@types/clay/index.d.ts': 'export function dig(): void\n'
  })
  const { open, apis } = await read(`${folder}/node_modules/clay`)
  expect(open.library).toMatchObject({ name: 'clay', version: '4.0.0' })
  expect(open.remarks).toEqual([
    'clay has no type declarations; its API is read from @types/clay@4.1.0.'
  ])
  expect([...apis.keys()]).toEqual(['clay.dig'])
})

test('an installed package is found by its name', async () => {
  const { open, apis } = await read('graphql')
  expect(open.library.name).toBe('graphql')
  expect(apis.get('graphql.parse')).toMatchObject({
    kind: 'function',
    signature: expect.stringMatching(/^parse\(source: /) as string
  })
  expect(apis.get('graphql.GraphQLSchema.getType')?.kind).toBe('method')
  expect(apis.size).toBeGreaterThan(300)
})

test('what is no package, has no JSON or nothing to read is refused', async () => {
  const cases: [string, RegExp][] = [
    ['no-such-package-anywhere', /neither the folder of an npm package .* nor the name/],
    [await folderWith({ 'package.json': '{' }), /package\.json is not a JSON object/],
    [await folderWith({ 'package.json': '{"name":"x"}' }), /has no name or no version/],
    [
      await folderWith({ 'package.json': '{"name":"x","version":"1.0.0"}' }),
      /neither a README\.md nor type declarations/
    ]
  ]
  for (const [source, reason] of cases) {
    await expect(npmPackage.open(source, limits)).rejects.toMatchObject({
      code: 'BAD_SOURCE',
      message: expect.stringMatching(reason) as string
    })
  }
})
