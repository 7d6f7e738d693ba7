import { chmodSync, mkdirSync, writeFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from '../api/ask-http.js'
import { emptyGraph, removeFolders, temporaryFolder } from '../support/build-cairn.js'
import { openShell, type Shell } from './run-cli.js'

let shell: Shell
let root: string

beforeAll(async () => {
  await emptyGraph()
  shell = await openShell()
  root = temporaryFolder()
  for (const folder of ['docs', 'guides']) mkdirSync(join(root, folder))
  writeFileSync(join(root, 'package.json'), '{ "name": "shears", "version": "1.2.0" }')
  writeFileSync(join(root, 'docs/index.md'), '# Shears\n\nThey cut hedges.\n')
  writeFileSync(join(root, 'docs/oil.md'), '# Oil\n\nOil the hinge.\n')
  writeFileSync(join(root, 'guides/index.md'), '# Guides\n\nCut in spring.\n')
})

afterAll(async () => {
  await shell.cairn(['down'])
  await emptyGraph()
  removeFolders()
})

const steady = (text: string) => text.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d/g, 'TIME')

test('two folders of a project make one library, named after it, and list and show say from what', async () => {
  const { exit, out } = await shell.cairn(['ingest', 'markdown', 'docs', 'guides'], { cwd: root })
  expect(exit).toBe(0)
  expect(out).toMatch(/^docs\/shears@1\.2\.0: 2 of 2 pages.*\ndocs\/shears@1\.2\.0: 1 of 1 pages/)

  expect((await shell.cairn(['library', 'list'])).out).toMatchInlineSnapshot(`
   "docs/shears@1.2.0  3 sections
     markdown:docs  2 pages
     markdown:guides  1 page
   "
  `)
  expect(steady((await shell.cairn(['library', 'show', 'shears'])).out)).toMatchInlineSnapshot(`
   "shears  docs/shears@1.2.0
     3 sections; complete, last taken in TIME UTC
     markdown:docs  2 pages
     markdown:guides  1 page
     \`cairn library remove docs/shears@1.2.0\` removes it; with --source one of its sources
   "
  `)
  expect(
    JSON.parse((await shell.cairn(['library', 'show', 'shears', '--json'])).out)
  ).toMatchObject({
    key: 'docs/shears@1.2.0',
    sources: [{ source: 'markdown:docs', pages: 2, waiting: 0 }, {}]
  })
})

test('remove says what would go, and with --yes one source goes', async () => {
  const remove = ['library', 'remove', 'shears', '--source', 'markdown:guides']
  expect((await shell.cairn(remove)).out).toMatchInlineSnapshot(`
   "Would remove markdown:guides of docs/shears@1.2.0: 1 page, 1 section.
   With --yes it goes.
   "
  `)
  expect((await shell.cairn(['library', 'show', 'shears'])).out).toContain('markdown:guides')

  const { exit, out } = await shell.cairn([...remove, '--yes'])
  expect({ exit, out }).toMatchInlineSnapshot(`
   {
     "exit": 0,
     "out": "Removed markdown:guides of docs/shears@1.2.0: 1 page, 1 section.
   ",
   }
  `)
  expect((await shell.cairn(['library', 'show', 'shears'])).out).not.toContain('markdown:guides')
  expect(await shell.cairn(remove)).toMatchObject({
    exit: 3,
    out: '',
    err: "docs/shears@1.2.0 has no source 'markdown:guides'; expected one of markdown:docs.\n"
  })
})

test('prune takes old versions that nothing uses', async () => {
  for (const version of ['1.0', '1.1'])
    await shell.cairn(['ingest', 'markdown', 'docs', '--library-version', version], { cwd: root })
  const prune = ['library', 'prune', '--keep', '2']
  expect((await shell.cairn(prune)).out).toMatchInlineSnapshot(`
   "Would remove:
     docs/shears@1.0  2 sections
   With --yes they go.
   "
  `)
  expect((await shell.cairn([...prune, '--yes'])).out).toMatchInlineSnapshot(`
   "Removed docs/shears@1.0: 2 pages, 2 sections.
   "
  `)
  expect((await shell.cairn(prune)).out).toBe('No old version that nothing uses.\n')
})

test.each([
  ['a library that is not there', ['library', 'show', 'no-such'], 3, /no-such.*library list/],
  ['several of one name', ['library', 'remove', 'shears'], 2, /one of docs\/shears@1\.1/]
])('%s is refused in one sentence', async (_, args, exit, sentence) => {
  const ended = await shell.cairn(args)
  expect(ended).toMatchObject({ exit, out: '' })
  expect(ended.err).toMatch(sentence)
})

/** A Python of an environment of its own, as a shell has it that the server was not started from. */
function environment(): string {
  const folder = join(temporaryFolder(), 'env')
  const packages = join(folder, 'packages')
  mkdirSync(join(folder, 'bin'), { recursive: true })
  mkdirSync(packages)
  writeFileSync(
    join(packages, 'trellis.py'),
    '"""Holds plants."""\n__version__ = "3.1"\n\n\ndef tie(stem, knot="bow"):\n    """Ties a stem to the trellis."""\n'
  )
  const python = join(folder, 'bin', 'python')
  writeFileSync(python, `#!/bin/sh\nPYTHONPATH='${packages}' exec python3 "$@"\n`)
  chmodSync(python, 0o755)
  return folder
}

test('a Python package is read by the Python that the shell names, not by that of the server', async () => {
  const ingest = ['ingest', 'python-package', 'trellis']
  const absent = await shell.cairn(ingest)
  expect(absent).toMatchObject({ exit: 4, out: '' })
  expect(absent.err).toMatch(
    /^No package named 'trellis' is installed for Python 3\S* \(\/\S+\); .*--python\.\n$/
  )

  const { exit, out } = await shell.cairn([...ingest, '--python', environment()])
  expect(exit).toBe(0)
  expect(out).toMatch(/^pypi\/trellis@3\.1: 1 of 1 pages written \(\d sections, \d APIs\)/)
  const shown = await shell.cairn(['show', 'api:pypi/trellis@3.1/trellis.tie'])
  expect(shown.out).toContain('Ties a stem to the trellis.')
  const left = join(shell.home, 'inspected')
  expect(existsSync(left) ? readdirSync(left) : []).toEqual([])
})

test('the first Python on the PATH of the shell is meant', async () => {
  const env = environment()
  const path = `${join(env, 'bin')}:${shell.env['PATH'] ?? ''}`
  writeFileSync(
    join(env, 'bin/python3'),
    `#!/bin/sh\nPATH='${shell.env['PATH'] ?? ''}' exec '${join(env, 'bin/python')}' "$@"\n`
  )
  chmodSync(join(env, 'bin/python3'), 0o755)
  const { exit, out } = await shell.cairn(['ingest', 'python-package', 'trellis'], {
    env: { PATH: path }
  })
  expect(exit).toBe(0)
  expect(out).toMatch(/nothing changed/)
})

test.each([
  [
    'a Python that is not there',
    ['python-package', 'json', '--python', './no/such'],
    /no\/such.*virtual environment/
  ],
  [
    'a Python for something else',
    ['markdown', 'docs', '--python', 'python3'],
    /--python.*python-package/
  ]
])('%s is refused', async (_, args, sentence) => {
  const ended = await shell.cairn(['ingest', ...args], { cwd: root })
  expect(ended).toMatchObject({ exit: 2, out: '' })
  expect(ended.err).toMatch(sentence)
})

test('an interpreter is never named over the API', async () => {
  const answer = await ask(
    `http://127.0.0.1:${shell.port}`,
    'mutation { ingest(input: { reader: "python-package", sources: ["json"], python: "/bin/sh" }) { id } }'
  )
  expect(JSON.stringify(answer)).toMatch(/Field \\?"python\\?" is not defined/)
})
