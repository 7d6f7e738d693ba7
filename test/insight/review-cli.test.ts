import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openShell, type Ended, type Shell } from '../cli/run-cli.js'
import { closeCairns, removeFolders, temporaryFolder } from '../support/build-cairn.js'
import { closeDesks, openDesk, type Desk } from './plant.js'

let desk: Desk
let shell: Shell

beforeAll(async () => {
  desk = await openDesk()
  shell = await openShell()
})

afterAll(async () => {
  await shell.cairn(['down'])
  await closeDesks()
  await closeCairns()
  removeFolders()
})

function cairn(...args: string[]): Promise<Ended> {
  return shell.cairn(args)
}

test('a curator lists, shows, approves and edits at the terminal', async () => {
  const id = await desk.plant('a', { flags: ['contradiction'] })
  await desk.db.raw(
    `MATCH (i:Insight {id: $id}) CREATE (i)-[:DERIVED_FROM]->(:Trace {id: 'trace:1', title: 'Spread it', space: 'public',
       agent: 'ann', outcome: 'passed', judgedBy: 'tests', trust: 'self-reported'})`,
    { id }
  )
  const list = await cairn('review', 'list')
  expect(list.out).toContain('Spread lists with a  candidate')
  expect(list.out).toContain('to be seen: contradiction')
  expect(list.out).toMatch(/^1 of 1\.$/m)

  const shown = await cairn('review', 'show', 'a')
  expect(shown.out).toContain('row of its own. «The other columns repeat.»')
  expect(shown.out).toContain('ok   backed: It stands there.')
  expect(shown.out).toContain('Spread it  (trace:1, passed, as its agent says, by ann)')
  expect(shown.out).toContain('To be seen\n  contradiction: Another insight says the reverse.')
  expect(shown.out).toContain('cairn review approve insight:a --seen 1 --acknowledge contradiction')

  const blind = await cairn('review', 'approve', 'a', '--by', 'ada')
  expect(blind).toMatchObject({ exit: 2, out: '' })
  expect(blind.err).toContain("is marked 'contradiction'")
  const seen = ['--by', 'ada', '--seen', '1', '--acknowledge', 'contradiction']
  const approved = await cairn('review', 'approve', 'a', ...seen)
  expect(approved.out).toBe('approve by ada\n  insight:a  candidate → approved, version 2\n')
  const late = await cairn('review', 'retire', 'a', '--by', 'bob', '--seen', '1', '--reason', 'Old')
  expect(late).toMatchObject({ exit: 6, out: '' })
  expect(late.err).toMatch(/is at version 2, not 1\. Meanwhile ada decided 'approve'/)

  const file = join(temporaryFolder(), 'words.json')
  writeFileSync(file, JSON.stringify({ title: 'Keep', applies: '', advice: 'Leave keep.' }))
  const edited = await cairn('review', 'edit', 'a', file, '--by', 'ada', '--json')
  expect(JSON.parse(edited.out)).toMatchObject({
    kind: 'edit',
    changes: [{ insight: 'insight:a', after: { inForce: true } }, { before: null }]
  })
})

test('epochs are closed, compared and rolled back at the terminal', async () => {
  const closed = await cairn('epoch', 'close', '--note', 'First', '--by', 'ada')
  expect(closed.out).toBe('Epoch 1 is closed with 1 insights in force; epoch 2 is open.\n')
  await cairn('review', 'retire', 'a', '--reason', 'Old', '--by', 'ada')
  const compared = await cairn('epoch', 'compare', '1', '2')
  expect(compared.out).toBe('- Spread lists with a  (insight:a)\n')
  const back = await cairn('epoch', 'rollback', '1', '--reason', 'It was right', '--by', 'ada')
  expect(back.out).toContain('0 insights left force, 1 came back. `cairn epoch rollback 2`')
  const list = await cairn('epoch', 'list', '--json')
  expect(JSON.parse(list.out)).toMatchObject([
    { number: 3, state: 'open', inForce: 1 },
    { number: 2, state: 'closed', inForce: 0 },
    { number: 1, state: 'closed', inForce: 1, note: 'First' }
  ])
  expect(await cairn('epoch', 'compare', 'one', '2')).toMatchObject({ exit: 2, out: '' })
})
