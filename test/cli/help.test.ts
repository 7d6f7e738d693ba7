import { openShell } from './run-cli.js'
import { removeFolders } from '../support/build-cairn.js'

afterAll(removeFolders)

const verbs = [
  'up',
  'down',
  'status',
  'doctor',
  'reembed',
  'ingest',
  'library',
  'recommend',
  'search',
  'show',
  'import',
  'resolve-error',
  'run',
  'trace',
  'feedback',
  'curate',
  'gaps',
  'review',
  'epoch'
] as const

test('without a command the help is printed, with every command and every setting', async () => {
  const shell = await openShell()
  const { exit, err } = await shell.cairn([])
  expect(exit).toBe(1)
  for (const verb of verbs) expect(err).toMatch(new RegExp(`^  ${verb} `, 'm'))
  expect(err).toContain('CAIRN_EMBEDDER')
})

test('every command has help with an example of itself', async () => {
  const shell = await openShell()
  const helps = await Promise.all(verbs.map((verb) => shell.cairn([verb, '--help'])))
  helps.forEach(({ exit, out }, i) => {
    expect(exit).toBe(0)
    expect(out).toMatch(new RegExp(`Example: .*cairn ${verbs[i] ?? ''}`))
  })
})

test.each([
  [['recomend', 'x'], /unknown command 'recomend'[^]*recommend/],
  [['recommend'], /missing required argument 'question'/],
  [['search', 'x', '--limit', 'many'], /'many' is invalid.*whole number/]
])('%j is refused with what was meant', async (args, sentence) => {
  const shell = await openShell()
  const { exit, out, err } = await shell.cairn(args)
  expect({ exit, out }).toEqual({ exit: 1, out: '' })
  expect(err).toMatch(sentence)
})
