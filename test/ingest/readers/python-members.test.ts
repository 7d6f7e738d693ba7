import { readDocstring } from '../../../src/ingest/readers/python-package/docstring.js'
import { expectSound, limits, parseAll, removeFolders } from './sources.js'
import { pythonWith } from './python-with.js'

afterAll(removeFolders)

/** The APIs that a package of these files has, by name. */
async function apisOf(files: Record<string, string>, name: string) {
  const { reader } = await pythonWith(files)
  const pages = await parseAll(reader, await reader.open(name, limits))
  for (const page of pages) expectSound(page)
  const sections = pages.flatMap((page) => page.sections)
  const apis = new Map(sections.flatMap((s) => s.apis).map((api) => [api.qualifiedName, api]))
  return { apis, sections }
}

const loom = `"""Weaves."""
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, TypedDict
PACE = 40
"""Threads a minute."""
class Frame:
    def dismantle(self):
        """Take it apart."""
class Loom(Frame):
    """A loom."""
    width: int = 12
    """How wide the cloth gets."""
    def __init__(self, width: int = 12):
        """Set it up.

        :param width: in ells
        """
    def __getitem__(self, row: int) -> str:
        """One row."""
    def __repr__(self): return 'loom'
    def dismantle(self): pass
class HandLoom(Loom): pass
class Yarn(Enum):
    RAW = 1
    """As it comes from the sheep."""
    DYED = 2
@dataclass
class Order:
    ells: int
    colour: str = 'red'
class Knot(NamedTuple):
    strands: int
class Options(TypedDict, total=False):
    gently: bool
`

test('members of every kind are things of their own, what is inherited under both names', async () => {
  const { apis, sections } = await apisOf({ 'loom.py': loom }, 'loom')
  expect(Object.fromEntries([...apis].map(([name, api]) => [name, api.summary]))).toEqual({
    loom: 'Weaves.',
    'loom.PACE': 'Threads a minute.',
    'loom.Frame': '',
    'loom.Frame.dismantle': 'Take it apart.',
    'loom.Loom': 'A loom.',
    'loom.Loom.width': 'How wide the cloth gets.',
    'loom.Loom.__getitem__': 'One row.',
    'loom.Loom.dismantle': 'Take it apart.',
    'loom.HandLoom': '',
    'loom.HandLoom.width': 'How wide the cloth gets.',
    'loom.HandLoom.__getitem__': 'One row.',
    'loom.HandLoom.dismantle': 'Take it apart.',
    'loom.Yarn': '',
    'loom.Yarn.RAW': 'As it comes from the sheep.',
    'loom.Yarn.DYED': '',
    'loom.Order': '',
    'loom.Order.ells': '',
    'loom.Order.colour': '',
    'loom.Knot': '',
    'loom.Knot.strands': '',
    'loom.Options': '',
    'loom.Options.gently': ''
  })
  expect(apis.get('loom.Loom')?.parameters).toEqual([
    { name: 'width', type: 'int', default: '12', description: 'in ells' }
  ])
  expect(apis.get('loom.Order.colour')?.signature).toBe("colour: str = 'red'")
  expect(apis.get('loom.HandLoom.dismantle')?.aliasOf).toEqual(['loom.Loom.dismantle'])
  expect(sections.filter((s) => s.text.includes('One row.')).map((s) => s.anchor)).toEqual([
    'Loom.__getitem__'
  ])
})

test('what a value says is never what its class says', async () => {
  const { apis } = await apisOf(
    {
      'tally.py': `import functools
__all__ = ['counts', 'half', 'Jar', 'show']
counts = {}
half = functools.partial(pow, 2)
class Jar(dict):
    names = property(lambda self: [])
    def get(self, key): return key
def show(x):
    """!!! warning "Careful"
        It is loud.

    Shows it.
    """
`
    },
    'tally'
  )
  expect(Object.fromEntries([...apis].map(([name, api]) => [name, api.summary]))).toEqual({
    tally: '',
    'tally.counts': '',
    'tally.half': '',
    'tally.Jar': '',
    'tally.Jar.get': '',
    'tally.Jar.names': '',
    'tally.show': 'Shows it.'
  })
})

test('deprecation is read as PEP 702, Sphinx and NumPy write it, and not from a parameter', async () => {
  const { apis } = await apisOf(
    {
      'vat.py': `def gone(f):
    f.__deprecated__ = 'Use dye().'
    return f
@gone
def stain():
    """Stains."""
def dip():
    """Dips.

    .. deprecated:: 2.0
       Use dye().
    """
def dye(colour):
    """Dyes.

    Parameters
    ----------
    colour : str
        Which.

        .. deprecated:: 1.4
           Only names.

    Examples
    --------
    >>> dye('red')
    """
`
    },
    'vat'
  )
  expect(apis.get('vat.stain')?.deprecated).toBe('Deprecated: Use dye().')
  expect(apis.get('vat.dip')?.deprecated).toContain('Deprecated since version 2.0:')
  expect(apis.get('vat.dye')?.deprecated).toBeNull()
  expect(apis.get('vat.dye')?.examples).toEqual([
    { title: null, language: 'python', code: ">>> dye('red')" }
  ])
})

const client = `import carder
class Spinner(carder.Carder):
    """Spins what was carded."""
    def spin(self): "Spin."
class Quiet(carder.Carder): pass
`
const carder = `class Carder:
    def card(self, wool):
        """Comb the wool."""
    def clean(self): "Clean the teeth."
`

test('what a class has of another package it is asked for by its own name', async () => {
  const { apis } = await apisOf({ 'spinner.py': client, 'carder.py': carder }, 'spinner')
  expect(apis.get('spinner.Spinner.card')).toMatchObject({
    summary: 'Comb the wool.',
    signature: 'card(wool)'
  })
  expect(apis.get('spinner.Quiet.clean')?.summary).toBe('Clean the teeth.')
  expect([...apis.keys()].filter((name) => name.startsWith('carder'))).toEqual([])
})

test('of what many classes have of another package only some are named: it is that of a framework', async () => {
  const many = Array.from({ length: 60 }, (_, i) => `class C${i}(carder.Carder): pass`)
  const files = { 'many.py': `import carder\n${many.join('\n')}\n`, 'carder.py': carder }
  const { apis } = await apisOf(files, 'many')
  const named = [...apis.keys()].filter((name) => name.endsWith('.card'))
  expect(named).toHaveLength(21)
})

const dialects = String.raw`def fenced():
    """Cuts the cloth.

    ## Example

    ${'```'}python
    # the first cut
    cut(cloth)

    sew(cloth)
    ${'```'}

    Then press it.
    """
class C:
    """where(cloth, [x, y], /)

    Finds a place.
    """
    __signature__ = 'none'
def where(*args): pass
where.__doc__ = "where(cloth, [x, (0, 1)],\n      pattern=None) -> Place\nwhere(cloth)\n\nFinds a place."
def only(): "only(cloth)"
`

test('fences and titles of Markdown are code and titles; a call above the text is no summary', async () => {
  const { apis, sections } = await apisOf({ 'tailor.py': dialects }, 'tailor')
  expect(apis.get('tailor.fenced')).toMatchObject({
    summary: 'Cuts the cloth.',
    examples: [{ language: 'python', code: '# the first cut\ncut(cloth)\n\nsew(cloth)' }]
  })
  const { text } = sections.find(({ title }) => title === 'tailor.fenced') ?? { text: '' }
  expect(text).toContain('Then press it.')
  expect(text).not.toContain('## Example')
  expect(apis.get('tailor.where')?.summary).toBe('Finds a place.')
  expect(apis.get('tailor.C')?.summary).toBe('Finds a place.')
  // Where nothing else is said it is all there is.
  expect(apis.get('tailor.only')?.summary).toBe('only(cloth)')
})

test('a function of C has the signature that its docstring begins with', () => {
  const doc = readDocstring(
    'where(cloth, [x, (0, 1)],\n      pattern=None) -> Place\n\nFinds a place.'
  )
  expect(doc).toMatchObject({
    call: '(cloth, [x, (0, 1)], pattern=None)',
    summary: 'Finds a place.'
  })
  expect(readDocstring('cut(self, cloth)\n\nCuts.').call).toBe('(cloth)')
  expect(readDocstring('Cuts (well).\n\nAnd sews.').call).toBeNull()
})
