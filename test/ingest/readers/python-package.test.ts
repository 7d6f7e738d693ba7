import { readDocstring } from '../../../src/ingest/readers/python-package/docstring.js'
import {
  createPythonPackage,
  pythonPackage
} from '../../../src/ingest/readers/python-package/python-package.js'
import { joinBlocks } from '../../../src/ingest/text/blocks.js'
import { pythonWith } from './python-with.js'
import { expectSound, limits, parseAll, removeFolders, sectionAt } from './sources.js'

afterAll(removeFolders)

test('an installed package is read from its signatures and docstrings', async () => {
  const source = await pythonPackage.open('json', limits)
  const pages = await parseAll(pythonPackage, source)
  for (const page of pages) expectSound(page)
  expect(source.library).toMatchObject({ name: 'json', importNames: ['json'] })
  expect(source.library.version).toMatch(/^3\./)
  const json = pages.find((page) => page.path === 'json')
  const [loads] = sectionAt(json, 'loads').apis
  expect(loads).toMatchObject({ qualifiedName: 'json.loads', kind: 'function' })
  expect(loads?.signature).toMatch(/^loads\(s, \*, cls=None/)
  expect(loads?.parameters[0]?.name).toBe('s')
  const [decode] = sectionAt(json, 'JSONDecoder.decode').apis
  expect(decode?.signature).toMatch(/^decode\(s/)
  expect(sectionAt(json, 'JSONDecoder').apis[0]).toMatchObject({
    kind: 'class',
    aliasOf: ['json.decoder.JSONDecoder']
  })
})

test('what a package prints on import does not get into what is read', async () => {
  const { reader } = await pythonWith({
    'clay/__init__.py': `import os, sys
print('{"kind": "package", "name": "liar"}'); os.write(1, b'raw'); sys.stderr.write('noise')
__all__ = ['Pot', 'fire', 'HEAT']
HEAT = 900
class Pot:
    """A pot."""
    def __init__(self, size: 'int' = 3): pass
    def pour(self, litres, *, gently=False):
        """Pour some out."""
    @property
    def full(self):
        """Whether it is full."""
    def _inner(self): pass
class TooHot(Exception):
    """Too hot."""
def fire(pot, heat=HEAT):
    """Fire it.

    Parameters
    ----------
    pot : Pot
        What to fire.
    """
def unlisted(): pass
`,
    'clay/glaze.py': 'def shine(): "Make it shine."\ndef _secret(): pass\n',
    'clay/broken.py': 'raise RuntimeError("no glaze")\n',
    'clay/_private.py': 'raise SystemExit\n'
  })
  const source = await reader.open('clay', limits)
  const [page, glaze] = await parseAll(reader, source)
  expect(source.library).toMatchObject({ ecosystem: 'pypi', name: 'clay', version: '0' })
  expect([...source.manifest.keys()]).toEqual(['clay', 'clay.glaze'])
  expect(source.remarks).toEqual([
    'The module clay.broken could not be imported (RuntimeError: no glaze); it is passed over.'
  ])
  expect(page?.sections.map((s) => s.anchor)).toEqual([
    '',
    'Pot',
    'Pot.full',
    'Pot.pour',
    'fire',
    'HEAT'
  ])
  expect(sectionAt(page, 'Pot').text).toBe('class clay.Pot(size: int = 3)\n\nA pot.')
  expect(sectionAt(page, 'Pot.pour').apis[0]?.signature).toBe('pour(litres, *, gently=False)')
  expect(sectionAt(page, 'Pot.full').apis[0]?.kind).toBe('property')
  expect(sectionAt(page, 'fire').apis[0]?.parameters).toEqual([
    { name: 'pot', type: 'Pot', default: null, description: 'What to fire.' },
    { name: 'heat', type: null, default: '900', description: null }
  ])
  expect(glaze?.sections.map((s) => s.anchor)).toEqual(['', 'shine'])
})

test('a package that hangs is stopped, with what it started', async () => {
  const { reader, folder } = await pythonWith(
    {
      'clay.py': `import subprocess, time
p = subprocess.Popen(['sleep', '600'])
open(__file__ + '.pid', 'w').write(str(p.pid))
time.sleep(600)
`
    },
    1500
  )
  await expect(reader.open('clay', limits)).rejects.toMatchObject({
    code: 'BAD_SOURCE',
    message: expect.stringContaining('took longer than 1.5 seconds') as string
  })
  const { readFile } = await import('node:fs/promises')
  const pid = Number(await readFile(`${folder}/clay.py.pid`, 'utf8'))
  await new Promise((resolve) => setTimeout(resolve, 200))
  const state = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => 'gone')
  expect(state).toMatch(/gone|\) Z /)
})

test('a package that ends Python, says too much, or is not there is refused in plain words', async () => {
  const { reader } = await pythonWith({
    'ends.py': 'import os; os._exit(3)',
    'fails.py': 'import no_such_module',
    'huge.py': `__all__ = ['f']\ndef f(): pass\nf.__doc__ = 'x' * 3_000_000`
  })
  await expect(reader.open('ends', limits)).rejects.toMatchObject({
    code: 'BAD_SOURCE',
    message: expect.stringContaining('exit code 3') as string
  })
  await expect(reader.open('fails', limits)).rejects.toMatchObject({
    code: 'BAD_SOURCE',
    message: expect.stringContaining("No module named 'no_such_module'") as string
  })
  await expect(reader.open('huge', limits)).rejects.toMatchObject({ code: 'TOO_LARGE' })
  await expect(reader.open('absent', limits)).rejects.toMatchObject({
    code: 'BAD_SOURCE',
    message: expect.stringMatching(/^No package named 'absent' is installed for Python 3/) as string
  })
  await expect(reader.open('a; rm', limits)).rejects.toMatchObject({ code: 'BAD_SOURCE' })
})

test('without Python the operator is told what to install', async () => {
  const reader = createPythonPackage({
    executable: '/no/such/python3',
    timeoutMs: 1000,
    maxBytes: 1000
  })
  await expect(reader.open('json', limits)).rejects.toMatchObject({
    code: 'NOT_CONFIGURED',
    message: expect.stringContaining('install Python 3') as string
  })
})

test.each([
  [
    'NumPy',
    'Fire.\n\nParameters\n----------\nheat : int, default 900\n    Degrees.\n',
    { name: 'heat', type: 'int', default: '900', description: 'Degrees.' }
  ],
  [
    'Google',
    'Fire.\n\nArgs:\n    heat (int): Degrees. Defaults to 900.\n',
    { name: 'heat', type: 'int', default: '900', description: 'Degrees. Defaults to 900.' }
  ],
  [
    'Sphinx',
    'Fire.\n\n:param int heat: Degrees.\n',
    { name: 'heat', type: 'int', default: null, description: 'Degrees.' }
  ]
])("a docstring in %s' style tells its parameters", (_, doc, expected) => {
  const blocks = [expect.objectContaining({ text: expected.description }) as unknown]
  expect(readDocstring(doc).parameters).toEqual([{ ...expected, blocks }])
})

test('a docstring is set as text: sessions as code, roles in backticks, deprecation in words', () => {
  const doc = readDocstring(
    'Fire the\npot.\n\n.. deprecated:: 2.0\n   Use :func:`~kiln.bake`.\n\nExamples\n--------\n>>> fire(1)\n2\n\nOr::\n\n    $ fire\n'
  )
  expect(joinBlocks(doc.blocks)).toBe(
    'Fire the pot.\n\nDeprecated since version 2.0:\n   Use `kiln.bake`.\n\nExamples\n```python\n>>> fire(1)\n2\n```\n\nOr:\n\n```\n$ fire\n```'
  )
  expect(doc.deprecated).toBe('Deprecated since version 2.0:\n   Use `kiln.bake`.')
})
