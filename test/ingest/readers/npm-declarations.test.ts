import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ApiRecord, PageRecord } from '../../../src/domain/documentation.js'
import type { ReaderOptions } from '../../../src/ingest/reader.js'
import { npmPackage } from '../../../src/ingest/readers/npm-package/npm-package.js'
import { expectSound, folderWith, limits, parseAll, removeFolders, sectionAt } from './sources.js'

afterAll(removeFolders)

async function read(source: string, options: Partial<ReaderOptions> = {}) {
  const open = await npmPackage.open(source, { ...limits, ...options })
  const pages = await parseAll(npmPackage, open)
  for (const page of pages) expectSound(page)
  const apis = new Map<string, ApiRecord>()
  for (const api of pages.flatMap((p) => p.sections.flatMap((s) => s.apis)))
    apis.set(api.qualifiedName, api)
  return { open, pages, apis, page: (path: string) => pages.find((one) => one.path === path) }
}

/** The API of a package of one file of declarations. */
async function declared(types: string) {
  return read(
    await folderWith({
      'package.json': '{"name":"loom","version":"3.0.0","types":"index.d.ts"}',
      'index.d.ts': types
    })
  )
}

function summaries(apis: ReadonlyMap<string, ApiRecord>): Record<string, string> {
  return Object.fromEntries([...apis].map(([name, api]) => [name, api.summary]))
}

function textOf(page: PageRecord | undefined, anchor: string): string {
  return sectionAt(page, anchor).text
}

test('an API is deprecated only if all its forms are; else the notice names the form', async () => {
  const { apis, page } = await declared(`
/** Weaves threads into cloth. */
export declare function weave(threads: string[]): string
/** @deprecated The loom argument goes in v4. */
export declare function weave(threads: string[], loom: object): string
export declare function spin(wool: string): string
/** Spins twice. @deprecated Use a wheel. */
export declare function spin(wool: string, twice: true): string
/** @deprecated Use weave. */
export declare function knit(a: string): void
/** @deprecated Use weave. */
export declare function knit(a: number): void
`)
  expect(apis.get('loom.weave')).toMatchObject({
    deprecated: null,
    summary: 'Weaves threads into cloth.'
  })
  expect(textOf(page('api/index'), 'weave')).toContain(
    'Only the form `weave(threads: string[], loom: object): string` is deprecated:\n    The loom argument goes in v4.'
  )
  expect(apis.get('loom.spin')).toMatchObject({ deprecated: null, summary: '' })
  expect(apis.get('loom.knit')?.deprecated).toBe('Deprecated: Use weave.')
})

test('members of type literals, enums, constants and bases are things of their own', async () => {
  const { apis } = await declared(`
/** Settings of a loom. */
export type LoomSettings = {
  /** Threads a minute. @default 40 */
  pace?: number
  /** How it is mended. */
  mending: { /** Knots at most. */ knots: number }
}
interface Tended {
  /** Called when a thread breaks. */
  onBreak?: (at: number) => void
}
export interface WorkSettings extends Tended { /** Where it stands. */ hall: string; plain: boolean }
declare class Engine { /** Starts turning. */ start(): this }
export declare class Loom extends Engine {
  /** Rows woven so far. */
  get rows(): number
  protected oil(): void
}
/** Colours of yarn. */
export declare enum Yarn { /** As it comes from the sheep. */ Raw = 1, Dyed = 2 }
export declare const units: {
  /** Reads \`3 ells\` as metres. */
  ells(text: string): number
}
export interface Signals { /** One handler a signal. */ [signal: \`on\${string}\`]: () => void }
export {}
`)
  expect(summaries(apis)).toEqual({
    'loom.LoomSettings': 'Settings of a loom.',
    'loom.LoomSettings.pace': 'Threads a minute.',
    'loom.LoomSettings.mending': 'How it is mended.',
    'loom.LoomSettings.mending.knots': 'Knots at most.',
    'loom.WorkSettings': '',
    'loom.WorkSettings.onBreak': 'Called when a thread breaks.',
    'loom.WorkSettings.hall': 'Where it stands.',
    'loom.WorkSettings.plain': '',
    'loom.Loom': '',
    'loom.Loom.start': 'Starts turning.',
    'loom.Loom.rows': 'Rows woven so far.',
    'loom.Yarn': 'Colours of yarn.',
    'loom.Yarn.Raw': 'As it comes from the sheep.',
    'loom.Yarn.Dyed': '',
    'loom.units': '',
    'loom.units.ells': 'Reads `3 ells` as metres.',
    'loom.Signals': '',
    'loom.Signals.[signal]': 'One handler a signal.'
  })
  expect(apis.get('loom.LoomSettings.pace')?.signature).toBe('pace?: number = 40')
  expect(apis.get('loom.LoomSettings')?.signature).toBe(
    'type LoomSettings = { pace?: number; mending: { knots: number; }; }'
  )
  expect(apis.get('loom.Yarn.Raw')?.signature).toBe('Yarn.Raw = 1')
})

test('what is inherited is named on the heir and told of once', async () => {
  const { apis, pages } = await declared(`
export declare class Frame { /** Takes it apart. */ dismantle(): void }
export declare class Loom extends Frame {}
export declare class HandLoom extends Loom {}
`)
  const telling = pages.flatMap((p) => p.sections).filter((s) => s.text.includes('Takes it apart.'))
  expect(telling.map((s) => s.anchor)).toEqual(['Frame.dismantle'])
  expect(apis.get('loom.HandLoom.dismantle')).toMatchObject({
    summary: 'Takes it apart.',
    aliasOf: ['loom.Frame.dismantle']
  })
})

test('all tags of a comment are read, examples as code', async () => {
  const { apis, page } = await declared(`
/**
 * @summary Cuts cloth.
 * @remarks Leaves a hem.
 * @param opts how to cut
 * @throws {TypeError} if it is no cloth
 * @see {@link sew}
 * @example Cutting on the bias
 * \`\`\`ts
 * cut({ angle: 45 })
 * \`\`\`
 * @example
 * cut({})
 */
export declare function cut(opts: { /** Degrees. */ angle?: number }): void
/** Sews.
 *
 * \`\`\`js
 * sew()
 * \`\`\`
 */
export declare function sew(): void
`)
  expect(apis.get('loom.cut')).toMatchObject({
    summary: 'Cuts cloth.',
    parameters: [
      { name: 'opts', description: 'how to cut' },
      { name: 'opts.angle?', type: 'number', description: 'Degrees.' }
    ],
    examples: [
      { title: 'Cutting on the bias', language: 'typescript', code: 'cut({ angle: 45 })' },
      { title: null, language: 'typescript', code: 'cut({})' }
    ]
  })
  const text = textOf(page('api/index'), 'cut')
  for (const said of ['Leaves a hem.', 'Throws\n    `TypeError` if it is no cloth', 'See also: '])
    expect(text).toContain(said)
  expect(apis.get('loom.sew')?.examples).toEqual([
    { title: null, language: 'javascript', code: 'sew()' }
  ])
})

test('a comment that tells when its overload is chosen is not what the function does', async () => {
  const { apis } = await declared(`
/** You have passed \`any\` here, so nothing is known of the result. */
export declare function plait(a: any): unknown
/** Plaits strands into a cord. */
export declare function plait(a: string[]): string
`)
  expect(apis.get('loom.plait')?.summary).toBe('Plaits strands into a cord.')
})

test('a long signature is cut after a token', async () => {
  const names = Array.from({ length: 400 }, (_, i) => `'colour-${String(i)}'`).join(' | ')
  const { apis } = await declared(`export type Colour = ${names}`)
  const signature = apis.get('loom.Colour')?.signature ?? ''
  expect(signature.length).toBeLessThanOrEqual(2000)
  expect(signature).toMatch(/^type Colour = 'colour-0' \|.*(?:'colour-\d+'|\|) …$/)
})

test('declarations that augment a module of the package are part of it', async () => {
  const { apis } = await read(
    await folderWith({
      'package.json': '{"name":"bobbin","version":"1.0.0","types":"index.d.ts"}',
      'index.d.ts': `/// <reference path="./parts/wind.d.ts" />
export = bobbin
declare const bobbin: bobbin.All
declare namespace bobbin { interface All {} }
`,
      'parts/wind.d.ts': `import bobbin = require('../index')
declare module '../index' {
  interface All { /** Winds thread up. */ wind(turns?: number): void }
}
`
    })
  )
  expect(apis.get('bobbin.wind')).toMatchObject({
    signature: 'wind(turns?: number): void',
    summary: 'Winds thread up.'
  })
})

test('types beside the code, patterns and typesVersions are found as the compiler finds them', async () => {
  const beside = await read(
    await folderWith({
      'package.json':
        '{"name":"reed","version":"1.0.0","type":"module","exports":{".":"./lib/main.js","./comb":{"import":"./lib/comb.js"},"./parts/*":{"types":"./lib/parts/*.d.ts","default":"./lib/parts/*.js"}}}',
      'lib/main.js': '',
      'lib/main.d.ts': '/** Beats the weft. */\nexport declare function beat(): void\n',
      'lib/comb.d.ts': '/** Combs the warp. */\nexport declare function comb(): void\n',
      'lib/parts/dent.d.ts': '/** A gap. */\nexport declare const dent: number\n'
    })
  )
  expect(summaries(beside.apis)).toEqual({
    'reed.beat': 'Beats the weft.',
    'reed/comb.comb': 'Combs the warp.',
    'reed/parts/dent.dent': 'A gap.'
  })
  const versions = await read(
    await folderWith({
      'package.json':
        '{"name":"heddle","version":"1.0.0","main":"dist/a.js","types":"dist/a.d.ts","typesVersions":{"*":{"hooks":["dist/hooks.d.ts"]}}}',
      'dist/a.d.ts': 'export declare const a: 1\n',
      'dist/hooks.d.ts': '/** Hooks it up. */\nexport declare function hook(): void\n'
    })
  )
  expect(summaries(versions.apis)).toEqual({ 'heddle.a': '', 'heddle/hooks.hook': 'Hooks it up.' })
})

test('one file for import and one for require are one API', async () => {
  const { apis, open } = await read(
    await folderWith({
      'package.json':
        '{"name":"spool","version":"1.0.0","exports":{".":{"import":{"types":"./a.d.ts"},"require":{"types":"./a.d.cts"}}}}',
      'a.d.ts': '/** Unwinds. */\nexport declare function unwind(): void\n',
      'a.d.cts': '/** Unwinds. */\nexport declare function unwind(): void\n'
    })
  )
  expect([...apis.keys()]).toEqual(['spool.unwind'])
  expect([...open.manifest.keys()]).toEqual(['api/a'])
})

const mill = {
  'node_modules/@mill/core/package.json':
    '{"name":"@mill/core","version":"1.0.0","types":"index.d.ts"}',
  'node_modules/@mill/core/index.d.ts':
    '/** A mill. */\nexport declare class Mill {\n  /** Grinds all of it. */\n  grind(): void\n}\nexport declare class Sieve {}\n',
  'node_modules/@mill/ui/package.json':
    '{"name":"@mill/ui","version":"1.0.0","types":"index.d.ts"}',
  'node_modules/@mill/ui/index.d.ts':
    "export { Mill } from '@mill/core'\nexport declare function useMill(): import('@mill/core').Mill\n"
}

test('what a package passes on of its sisters is its own; whole sisters come when asked for', async () => {
  const folder = await folderWith(mill)
  const { apis } = await read(`${folder}/node_modules/@mill/ui`)
  expect(summaries(apis)).toEqual({
    '@mill/ui.Mill': 'A mill.',
    '@mill/ui.Mill.grind': 'Grinds all of it.',
    '@mill/ui.useMill': ''
  })
  const all = await read(`${folder}/node_modules/@mill/ui`, { with: ['@mill/*'] })
  expect([...all.apis.keys()]).toContain('@mill/core.Sieve')
  await expect(read(`${folder}/node_modules/@mill/ui`, { with: ['@dye/*'] })).rejects.toMatchObject(
    {
      code: 'BAD_SOURCE',
      message: expect.stringContaining('@dye/* means no package that is installed') as string
    }
  )
})

test('the documentation that a package brings comes in, and either half alone', async () => {
  const folder = await folderWith({
    'package.json': '{"name":"shuttle","version":"1.0.0","types":"index.d.ts"}',
    'index.d.ts': 'export declare function go(): void\n',
    'README.md': '# shuttle\n\nSee [limits](docs/guide/limits.md).\n',
    'CHANGELOG.md': '# Changes\n\n## 1.0.0\n\n- `width` replaces `size`.\n',
    'LICENSE.md': 'All rights.\n',
    'docs/guide/limits.md': '# Limits\n\nThe option `width` is 12 by default.\n',
    'examples/run.ts': "import { go } from 'shuttle'\ngo()\n"
  })
  const { open, page } = await read(folder)
  expect([...open.manifest.keys()]).toEqual([
    'CHANGELOG.md',
    'README',
    'docs/guide/limits.md',
    'examples/run.ts',
    'api/index'
  ])
  expect(page('README')?.sections[0]?.links).toEqual(['docs/guide/limits.md'])
  expect(textOf(page('examples/run.ts'), '')).toContain(
    "```typescript\nimport { go } from 'shuttle'\ngo()\n```"
  )
  const api = await read(folder, { only: 'api' })
  expect([...api.open.manifest.keys()]).toEqual(['api/index'])
  const docs = await read(folder, { only: 'docs' })
  expect(docs.apis.size).toBe(0)
})

test('an option named like something of every object is no trap', async () => {
  const { apis } = await declared('export declare function toString(constructor: string): void')
  expect(apis.get('loom.toString')?.parameters).toEqual([
    { name: 'constructor', type: 'string', default: null, description: null }
  ])
})

test('what stands at the implementation alone is read from the source that a declaration map names, or from the code beside it', async () => {
  const source = await folderWith({
    'package.json': '{"name":"loom","version":"3.0.0","types":"dist/index.d.ts"}',
    'dist/index.d.ts': `export * from './spin'
export * from './dye'
`,
    'dist/spin.d.ts': `export declare function spin(wool: string): string
/** @deprecated Spin once. */
export declare function spin(wool: string, twice: true): string
export declare class Wheel {
    turn(times: number): void
    /** Stops it. */
    stop(): void
}
export declare function hide(): void
//# sourceMappingURL=spin.d.ts.map`,
    'dist/spin.d.ts.map': JSON.stringify({ version: 3, sources: ['../src/spin.ts'] }),
    'src/spin.ts': `export function spin(wool: string): string
/** @deprecated Spin once. */
export function spin(wool: string, twice: true): string
/**
 * Makes a thread of wool.
 * @param wool what was shorn
 */
export function spin(wool: string, twice?: true): string { return wool }
export class Wheel {
  /** Goes round. */
  turn(times: number) {}
  /** Comes to rest. */
  stop() {}
}
/** @internal Not for weavers. */
export function hide() {}`,
    'dist/dye.d.ts': `export declare function dye(cloth: string): string
export declare function rinse(cloth: string): string
//# sourceMappingURL=dye.d.ts.map`,
    // A map that leads out of the package is not followed.
    'dist/dye.d.ts.map': JSON.stringify({ version: 3, sources: ['../../elsewhere/dye.ts'] }),
    'dist/dye.js': `/** Gives cloth a colour. */
export function dye(cloth) { return cloth }
export function rinse(cloth) { return cloth }`
  })
  const outside = join(source, '..', 'elsewhere')
  await mkdir(outside, { recursive: true })
  await writeFile(
    join(outside, 'dye.ts'),
    '/** Foreign. */ export function rinse(cloth: string) {}'
  )
  const { apis } = await read(source)
  await rm(outside, { recursive: true })
  expect(summaries(apis)).toMatchObject({
    'loom.spin': 'Makes a thread of wool.',
    'loom.Wheel.turn': 'Goes round.',
    'loom.Wheel.stop': 'Stops it.',
    'loom.hide': '',
    'loom.dye': 'Gives cloth a colour.',
    'loom.rinse': ''
  })
  expect(apis.get('loom.spin')?.deprecated).toBeNull()
})

test('an option whose declaration says nothing says what the README says of it: bullet, row, heading, comment in an example', async () => {
  const fence = '```'
  const source = await folderWith({
    'package.json': '{"name":"kiln","version":"2.0.0","types":"index.d.ts"}',
    'index.d.ts': `export interface FireOptions {
  hold?: number
  cool?: boolean
  vent?: string
  glaze?: string
  fuel?: string
  /** Degrees a minute. */
  pace?: number
  ash?: boolean
}
export interface Fire { hold: number }
export declare function fire(options?: FireOptions): Fire
`,
    'README.md': `# kiln

- \`hold\` (default: \`10\`). Minutes for which the highest
  heat is kept before it cools.
- \`pace\` what the README says of it counts for less.
- \`ash\` sweeps the ash out after each firing.
- **\`fire()\`** begins at once and returns.

| Option | Type | Meaning |
| --- | --- | --- |
| \`cool\` | boolean | Opens the door as soon as it is safe. |

## vent

Type: \`string\`\\
Default: \`half\`

How far the vents stand open while it heats.

${fence}js
fire({
  // \`glaze\` is the recipe that is looked up,
  // by its name in the catalogue.
  glaze: 'celadon',
  // Only at night!
  fuel: 'gas'
})
${fence}
`,
    'docs/ash.md': '- `ash` is counted after each firing and shown.\n'
  })
  const { apis, page } = await read(source)
  expect(summaries(apis)).toMatchObject({
    'kiln.FireOptions.hold': 'Minutes for which the highest heat is kept before it cools.',
    'kiln.FireOptions.cool': 'Opens the door as soon as it is safe.',
    'kiln.FireOptions.vent': 'How far the vents stand open while it heats.',
    'kiln.FireOptions.glaze':
      '`glaze` is the recipe that is looked up, by its name in the catalogue.',
    'kiln.FireOptions.pace': 'Degrees a minute.',
    // What a comment does not name, what is told of in two ways, and what is no option.
    'kiln.FireOptions.fuel': '',
    'kiln.FireOptions.ash': '',
    'kiln.Fire.hold': ''
  })
  expect(textOf(page('api/index'), 'FireOptions.hold')).toContain('Minutes for which')
})

test('what a package adds to the types of the language stays with it, whichever package the thread reads next', async () => {
  const greedy = `
declare global { interface Array<T> { unravel(): T } }
export declare function pull(threads: string[]): void`
  const modest = `
/** Counts what lies on the loom. */
export declare function count(threads: string[]): number
export declare class Shuttle extends Array<string> {}`
  const alone = await declared(modest)
  await declared(greedy)
  const after = await declared(modest)
  expect(after.pages).toEqual(alone.pages)
  expect([...after.apis.keys()].filter((name) => name.includes('unravel'))).toEqual([])
})

test('a thread that is stopped in the middle of a package is not used again', async () => {
  const types = 'export declare function weave(threads: string[]): string'
  await declared(types)
  const folder = await folderWith({
    'package.json': '{"name":"loom","version":"3.0.0","types":"index.d.ts"}',
    'index.d.ts': types
  })
  const cancel = new AbortController()
  const reading = read(folder, { signal: cancel.signal })
  setImmediate(() => {
    cancel.abort()
  })
  await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' })
  expect([...(await declared(types)).apis.keys()]).toContain('loom.weave')
})
