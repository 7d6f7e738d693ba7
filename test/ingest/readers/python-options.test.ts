import { readDocstring } from '../../../src/ingest/readers/python-package/docstring.js'
import { expectSound, folderWith, limits, parseAll, removeFolders } from './sources.js'
import { pythonWith } from './python-with.js'

afterAll(removeFolders)

const described = `import typing
class Doc:
    def __init__(self, documentation): self.documentation = documentation
Grain = typing.TypeVar('Grain')
class Mill:
    """Grinds grain.

    **Parameters:**

    * **stone** - *(optional)* What the wheel is made of.
    * **speed** - *(optional)* Turns of the wheel in
    a minute, counted once.
    * **quiet** - *(optional)* Whether the neighbours may sleep.
    """
    quiet: bool = False
    """Whether it is heard."""
    def __init__(self, *, stone: str = 'granite', speed: int = 40, quiet: bool = False): pass
    def grind(self, grain, fine=False, twice=False, sieve=None):
        """Makes flour.

        Args:
            grain: What goes in at the top.
            fine (bool):
                Whether the flour is for cakes.

                Takes longer.
            twice (bool): Whether all goes through again.
            sieve: What holds the bran back,
                if anything does.

            Note:
                The mill is loud.

        .. versionadded:: 2
        """
def open_gate(
    width: typing.Annotated[int, Doc("""How wide the gate opens.

    \`\`\`python
    open_gate(width=3)
    \`\`\`
    """)] = 2,
    slowly: typing.Annotated[bool, Doc('Whether it takes a while.')] = False,
    until: 'typing.Annotated[float | None, Doc("The hour at which it shuts again.")]' = None,
    rest: typing.Annotated[int, 'rest'] = 0,
):
    """Lets the water in."""
def two(first: int = 1, second: int = 2):
    """Few options are read with their function.

    :param first: what comes before the other
    :param second: what comes after the other
    """
`

/** The APIs that an installed module, or the folder of its source, has, by name. */
async function apisOf(how: 'installed' | 'folder') {
  const { folder, reader } = await pythonWith({ 'water.py': described })
  const source = how === 'installed' ? 'water' : await folderWith({ 'water.py': described })
  expect(folder).not.toBe(source)
  const pages = await parseAll(reader, await reader.open(source, limits))
  for (const page of pages) expectSound(page)
  const sections = pages.flatMap((page) => page.sections)
  const apis = new Map(sections.flatMap((s) => s.apis).map((api) => [api.qualifiedName, api]))
  const textOf = (title: string) => sections.find((one) => one.title === title)?.text ?? ''
  return { apis, textOf }
}

describe.each(['installed', 'folder'] as const)('of what is %s', (how) => {
  test('a parameter with a default and words of its own is an option', async () => {
    const { apis, textOf } = await apisOf(how)
    expect(apis.get('water.Mill.speed')).toMatchObject({
      kind: 'option',
      signature: 'speed: int = 40',
      summary: 'Turns of the wheel in a minute, counted once.'
    })
    expect(textOf('water.Mill.speed')).toBe(
      'water.Mill(speed: int = 40)\n\nTurns of the wheel in a minute, counted once.'
    )
    expect(apis.get('water.Mill.grind.fine')?.summary).toBe('Whether the flour is for cakes.')
    expect(apis.get('water.Mill.grind.sieve')).toMatchObject({
      signature: 'sieve = None',
      summary: 'What holds the bran back, if anything does.'
    })
    // What must be given is no option, a note is no parameter, and a few are read at once.
    for (const name of ['Mill.grind.grain', 'Mill.grind.Note', 'two.first'])
      expect(apis.has(`water.${name}`)).toBe(false)
    expect(apis.get('water.two')?.parameters.map((p) => p.description)).toEqual([
      'what comes before the other',
      'what comes after the other'
    ])
  })

  test('what a class tells of a member itself is told there', async () => {
    const { apis } = await apisOf(how)
    expect(apis.get('water.Mill.quiet')).toMatchObject({
      kind: 'attribute',
      summary: 'Whether it is heard.'
    })
  })

  test('what annotations say in words is told of the parameters, and not in the signature', async () => {
    const { apis, textOf } = await apisOf(how)
    const gate = apis.get('water.open_gate')
    expect(gate?.signature).toMatch(
      /^open_gate\(width: int ?= ?2, slowly: bool ?= ?False, until: '?float \| None'? ?= ?None, rest: .*Annotated\[int, 'rest'\] ?= ?0\)$/
    )
    expect(gate?.signature).not.toContain('Doc')
    expect(gate?.parameters.map((p) => p.description)).toEqual([
      'How wide the gate opens.',
      'Whether it takes a while.',
      'The hour at which it shuts again.',
      null
    ])
    expect(textOf('water.open_gate')).toContain('Parameters\nwidth\n    How wide the gate opens.')
    expect(apis.get('water.open_gate.width')).toMatchObject({
      summary: 'How wide the gate opens.',
      examples: [{ language: 'python', code: 'open_gate(width=3)' }]
    })
  })
})

const bell = `
class _Bell:
    """What rings in the tower."""
    def __init__(self): self.rung = 0
    def ring(self, times=1):
        """Rings it."""
    def _oil(self): pass
bell = _Bell()
rope = object()
`

test.each(['installed', 'folder'] as const)(
  'what users reach on an object that a package makes for them is told there, of what is %s',
  async (how) => {
    const files = { 'tower/__init__.py': 'from .inside import bell\n', 'tower/inside.py': bell }
    const { reader } = await pythonWith(files)
    const source = how === 'installed' ? 'tower' : await folderWith(files)
    const pages = await parseAll(reader, await reader.open(source, limits))
    const apis = pages.flatMap((page) => page.sections).flatMap((section) => section.apis)
    const names = apis.map(({ qualifiedName }) => qualifiedName)
    expect(names).toEqual(expect.arrayContaining(['tower.bell', 'tower.bell.ring']))
    expect(names.filter((name) => /rope|_oil/.test(name))).toEqual([])
    const [told] = apis.filter(({ qualifiedName }) => qualifiedName === 'tower.bell')
    expect(told?.summary).toBe('What rings in the tower.')
    expect(apis.find((one) => one.qualifiedName === 'tower.bell.ring')?.summary).toBe('Rings it.')
  }
)

test('names that a docstring defines in a list are parameters where the signature has them', async () => {
  const { reader } = await pythonWith({
    'kiln.py': `class Kiln:
    """Fires pots. It takes:

        \`heat\`
            How hot it gets inside,
            in degrees.
        \`hours\`
            How long the pots stay in.
        \`lid\`
            Whether it is closed above.
        \`potter\`
            Who knows how to use it.
    """
    def __init__(self, heat=900, hours=9, lid=True, **others): pass
`
  })
  const pages = await parseAll(reader, await reader.open('kiln', limits))
  const apis = pages.flatMap((page) => page.sections).flatMap((section) => section.apis)
  const options = apis.filter(({ kind }) => kind === 'option')
  expect(options.map(({ qualifiedName, summary }) => [qualifiedName, summary])).toEqual([
    ['kiln.Kiln.heat', 'How hot it gets inside, in degrees.'],
    ['kiln.Kiln.hours', 'How long the pots stay in.'],
    ['kiln.Kiln.lid', 'Whether it is closed above.']
  ])
})

test('what only the description knows is an option where more is taken by keyword', async () => {
  const { reader } = await pythonWith({
    'sink.py': `def add(where, level='info', **more):
    """Adds a sink.

    Parameters
    ----------
    where : |Path|
        Where all of it goes.
    level : |str|
        From which level on it takes messages.
    rotation : |str|, |int| or |callable|_
        When the file is closed and the next begun.
    retention : int
        How many files are kept at most.
    """
`
  })
  const pages = await parseAll(reader, await reader.open('sink', limits))
  const apis = pages.flatMap((page) => page.sections).flatMap((section) => section.apis)
  const options = apis.filter(({ kind }) => kind === 'option')
  expect(options.map(({ signature }) => signature)).toEqual([
    "level: str = 'info'",
    'rotation: str, int or callable',
    'retention: int'
  ])
})

test("a part of a docstring in Google's style is over where its indentation is", () => {
  const { parameters } = readDocstring(
    'Bakes.\n\nArgs:\n    heat (int):\n        Degrees in the oven.\n\n    steam (bool):\n        Whether water is added.\n\n.. versionadded:: 3\n.. deprecated:: 4 Use the other oven.\n'
  )
  expect(parameters.map(({ name, type, description }) => [name, type, description])).toEqual([
    ['heat', 'int', 'Degrees in the oven.'],
    ['steam', 'bool', 'Whether water is added.']
  ])
})
