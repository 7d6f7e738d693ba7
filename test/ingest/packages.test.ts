import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCairn, type Cairn } from '../../src/cairn.js'
import { listFolders } from '../../src/ingest/packages/allowed-folders.js'
import { unpackArchive } from '../../src/ingest/packages/unpack.js'
import { createLog } from '../../src/log.js'
import { openRegistry, tarball, zip, type FakeRegistry } from '../support/archives.js'
import {
  emptyGraph,
  ingested,
  removeFolders,
  temporaryFolder,
  testConfig
} from '../support/build-cairn.js'

const trap = join(temporaryFolder(), 'was-run')

/** A package that leaves a mark if anything of it is run. */
const kiln = {
  'kiln/__init__.py': `"""Fires clay."""
open(${JSON.stringify(trap)}, 'w').write('run')
from ._core import fire, Kiln, KilnError as Broken
__all__ = ['fire', 'Kiln', 'Broken', 'CONES']
CONES = 10
"""How many cones there are."""
`,
  'kiln/_core.py': `from typing import overload
class KilnError(ValueError):
    """The kiln cracked."""
class Oven:
    def open(self, wide: bool = False) -> None:
        """Open the door."""
class Kiln(Oven):
    """A kiln that is fired with wood."""
    width: int = 12
    def __init__(self, width: int = 12, *, cold: bool = True) -> None:
        """Build it."""
    @property
    def heat(self) -> int:
        """How hot it is."""
@overload
def fire(clay: str) -> str: ...
def fire(clay, cone=4, /, *rest, slow=False) -> str:
    """Fire clay to a cone."""
`,
  'kiln/glaze.py':
    'from kiln._core import fire\ndef dip(pot: str) -> None:\n    """Dip a pot into glaze."""\n',
  'kiln/broken.py': 'def half(:\n',
  'kiln-3.1.dist-info/METADATA':
    'Metadata-Version: 2.1\nName: Kiln\nVersion: 3.1\nSummary: Fires clay.\nDescription-Content-Type: text/markdown\n\n# Kiln\n\nStack pots loosely before firing.\n'
}

const loomTypes = `import { Yarn } from 'yarn-types'
/** Weaves a cloth of this yarn. */
export declare function weave(yarn: Yarn, width?: number): string
`

const loom = {
  'package/package.json': JSON.stringify({
    name: 'loom',
    version: '2.0.0',
    description: 'Weaves.',
    types: 'index.d.ts',
    scripts: { postinstall: `touch ${trap}` }
  }),
  'package/index.d.ts': loomTypes,
  'package/README.md': '# Loom\n\nWarp the loom before weaving.\n'
}

let registry: FakeRegistry
let cairn: Cairn
const home = temporaryFolder()

const unpackedLeft = () => {
  const folder = join(home, 'unpacked')
  return existsSync(folder) ? readdirSync(folder) : []
}

beforeAll(async () => {
  const offer = { description: 'As its registry says.' }
  const yarn = {
    'package/package.json': JSON.stringify({
      name: 'yarn-types',
      version: '1.0.0',
      types: 'i.d.ts'
    }),
    'package/i.d.ts': 'export interface Yarn { colour: string }\n'
  }
  registry = await openRegistry([
    { ...offer, ecosystem: 'pypi', name: 'kiln', version: '3.1', archive: zip(kiln) },
    {
      ...offer,
      ecosystem: 'npm',
      name: 'loom',
      version: '2.0.0',
      archive: tarball(loom),
      dependencies: {
        'yarn-types': '^1.0.0',
        'gone-from-registry': '~9.9.9',
        '../../outside': '1.0.0'
      }
    },
    {
      ...offer,
      ecosystem: 'pypi',
      name: 'spindle',
      version: '0.4',
      relative: true,
      archive: zip({
        'spindle/__init__.py': 'def twist(turns: int) -> None:\n    """Twist the yarn."""\n',
        'spindle-0.4.dist-info/METADATA': 'Metadata-Version: 2.1\nName: spindle\nVersion: 0.4\n'
      })
    },
    {
      ...offer,
      ecosystem: 'npm',
      name: 'shuttle',
      version: '1.2.0',
      relative: true,
      archive: tarball({
        'package/package.json': JSON.stringify({
          name: 'shuttle',
          version: '1.2.0',
          types: 'index.d.ts'
        }),
        'package/index.d.ts':
          '/** Passes the thread. */\nexport declare function pass(thread: string): void\n'
      })
    },
    { ...offer, ecosystem: 'npm', name: 'yarn-types', version: '1.0.0', archive: tarball(yarn) },
    {
      ...offer,
      ecosystem: 'npm',
      name: 'forged',
      version: '1.0.0',
      archive: tarball(loom),
      forged: tarball({ ...loom, 'package/index.d.ts': 'export declare const evil: 1\n' })
    }
  ])
  await emptyGraph()
  const settings = {
    CAIRN_HOME: home,
    CAIRN_NPM_REGISTRY: registry.url,
    CAIRN_PYPI_INDEX: `${registry.url}/`
  }
  cairn = await createCairn(testConfig(settings), { log: createLog('silent') })
})

afterAll(async () => {
  await cairn.close()
  await registry.close()
  removeFolders()
})

const signatureOf = async (id: string) => (await cairn.open(id)).properties['signature']

test('a mirror that names its files relative to its reply is read', async () => {
  const [python] = await ingested(cairn, 'python-package', ['pypi:spindle'])
  expect(await signatureOf(`api:${python?.library ?? ''}/spindle.twist`)).toContain('turns: int')
  const [typescript] = await ingested(cairn, 'npm-package', ['npm:shuttle'])
  expect(await signatureOf(`api:${typescript?.library ?? ''}/shuttle.pass`)).toContain(
    'thread: string'
  )
})

test('a package is seen before it comes in, as its registry tells of it, and nothing is fetched for that', async () => {
  const preview = await cairn.previewSource({ source: 'pypi:kiln' })
  expect(preview).toMatchObject({
    source: 'pypi:kiln@3.1',
    reader: 'python-package',
    key: 'pypi/kiln@3.1',
    description: 'As its registry says.',
    bytes: zip(kiln).length,
    pages: null
  })
  expect(registry.asked).not.toContain('/files/kiln')
})

test('a Python package comes in from its registry: what its sources say, and nothing of it is run', async () => {
  const [report] = await ingested(cairn, 'python-package', ['pypi:kiln@3.1'])
  expect(report?.library).toBe('pypi/Kiln@3.1')
  const id = (name: string) => `api:pypi/Kiln@3.1/${name}`
  expect(await signatureOf(id('kiln.fire'))).toBe('fire(clay, cone=4, /, *rest, slow=False) -> str')
  expect(await signatureOf(id('kiln.Kiln'))).toBe('Kiln(width: int=12, *, cold: bool=True)')
  expect(await signatureOf(id('kiln.glaze.dip'))).toBe('dip(pot: str) -> None')
  expect((await cairn.open(id('kiln.Broken'))).properties['kind']).toBe('exception')
  expect((await cairn.open(id('kiln.Kiln.heat'))).properties['summary']).toBe('How hot it is.')
  expect((await cairn.open(id('kiln.CONES'))).properties['summary']).toBe(
    'How many cones there are.'
  )
  const { result } = (await cairn.jobs.list(1))[0] ?? {}
  expect(result).toContain('The module kiln.broken could not be read')
  expect(existsSync(trap)).toBe(false)
  expect(unpackedLeft()).toEqual([])
})

test('an npm package comes in with what its declarations speak of; what is missing there is said', async () => {
  await ingested(cairn, 'npm-package', ['npm:loom'])
  expect(await signatureOf('api:npm/loom@2.0.0/loom.weave')).toContain('yarn: Yarn')
  expect(registry.asked).toContain('/yarn-types/1.0.0')
  // Whoever publishes a package names what it depends on: no path is asked for or written.
  expect(registry.asked.filter((path) => path.includes('outside'))).toEqual([])
  const { result } = (await cairn.jobs.list(1))[0] ?? {}
  expect(result).toContain('Not fetched: gone-from-registry')
  expect(existsSync(trap)).toBe(false)
  expect(unpackedLeft()).toEqual([])
})

test('what a registry has not, or hands out otherwise than it says, is refused by name', async () => {
  await expect(cairn.previewSource({ source: 'npm:no-such-thing' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: "The registry of npm has no package 'no-such-thing'."
  })
  await expect(ingested(cairn, 'npm-package', ['npm:forged'])).rejects.toThrow(
    /BAD_SOURCE: .*its hash differs/
  )
  await expect(cairn.ingest({ reader: 'markdown', sources: ['npm:loom'] })).rejects.toMatchObject({
    code: 'BAD_INPUT'
  })
  await expect(cairn.previewSource({ source: 'npm:../../etc/passwd' })).rejects.toMatchObject({
    code: 'BAD_INPUT'
  })
  expect(unpackedLeft()).toEqual([])
})

test('an upload is looked through before it comes in, and comes in; a Python package in it is not run', async () => {
  const source = await cairn.keepUpload('kiln.zip', zip(kiln))
  expect(await cairn.previewSource({ source })).toMatchObject({
    source,
    reader: 'python-package',
    name: 'Kiln',
    version: '3.1',
    description: 'Fires clay.',
    pages: 3
  })
  const docs = await cairn.keepUpload(
    'pots.tgz',
    tarball({ 'pots/docs/a.md': '# Pots\n\nRound.\n' })
  )
  const preview = await cairn.previewSource({ source: docs, name: 'pots', version: '1' })
  expect(preview).toMatchObject({ reader: 'markdown', key: 'docs/pots@1', pages: 1 })
  await ingested(cairn, 'markdown', [docs], { name: 'pots', version: '1' })
  expect((await cairn.libraries()).map(({ key }) => key)).toContain('docs/pots@1')
  expect(existsSync(trap)).toBe(false)
  expect(unpackedLeft()).toEqual([])
})

test('a path that leads out of an archive is refused, a link and a binary are not written', async () => {
  const into = temporaryFolder()
  for (const path of ['../out.md', '/tmp/out.md', 'a/../../out.md'])
    await expect(
      unpackArchive(tarball({ [path]: 'x' }), 'hostile.tgz', into)
    ).rejects.toMatchObject({ code: 'BAD_SOURCE' })
  expect(existsSync(join(into, '..', 'out.md'))).toBe(false)
  const files = { 'p/a.md': 'text', 'p/link.md': 'link:/etc/passwd', 'p/run.so': 'elf' }
  const { root, files: written } = await unpackArchive(tarball(files), 'mixed.tgz', into)
  expect(written).toBe(1)
  expect(readdirSync(root)).toEqual(['a.md'])
})

test('an archive of more files than are taken is refused, and so is one that is none', async () => {
  const many = Object.fromEntries(Array.from({ length: 50_001 }, (_, i) => [`${i}.md`, '']))
  await expect(unpackArchive(zip(many), 'many.zip', temporaryFolder())).rejects.toMatchObject({
    code: 'TOO_LARGE'
  })
  await expect(unpackArchive(Buffer.from('neither'), 'a.exe', temporaryFolder())).rejects.toThrow(
    'a.exe is no archive that is read'
  )
})

test('folders are listed below the allowed roots alone, with what fits each', async () => {
  const root = temporaryFolder()
  const elsewhere = temporaryFolder()
  mkdirSync(join(root, 'guide'))
  writeFileSync(join(root, 'guide', 'a.md'), '# A\n')
  mkdirSync(join(root, '.hidden'))
  symlinkSync(elsewhere, join(root, 'out'))
  const { folders } = await listFolders([root], root)
  expect(folders.map(({ name, reader }) => [name, reader])).toEqual([['guide', 'markdown']])
  for (const path of [elsewhere, join(root, 'out'), join(root, '..'), `${root}-other`])
    await expect(listFolders([root], path)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('a pinned version stays when old ones are pruned', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.md'), '# A\n\nSaid.\n')
  for (const version of ['1', '2', '3'])
    await ingested(cairn, 'markdown', [folder], { name: 'pinned', version })
  await cairn.pinLibrary('docs/pinned@1', true)
  const old = await cairn.oldVersions({ keep: 1, name: 'pinned' })
  expect(old.map(({ library }) => library)).toEqual(['docs/pinned@2'])
  expect((await cairn.pinLibrary('docs/pinned@1', false)).pinned).toBe(false)
})
